/**
 * Ratings gathered from columns: the common case, a mean over raters who rated once each, on the right scale.
 * In: a scheme, the columns of its ratings. Out: registers of each source: how many rated, the score as a ratio, whether it is exact. False where it is another case.
 */
import type { GatherScheme, RatingField } from '../ir.ts';
import type { ListColumns } from './columns.ts';
import { SOURCE_SIZE } from './assembler-places.ts';

export function columnGather(scheme: GatherScheme, list: ListColumns, first: number): (numbers: Float64Array) => boolean {
  const path = (...fields: RatingField[]): number[] => fields.map((field) => scheme.fields[field]);
  const sourceColumn = list.column(path('source'), false);
  const raterColumn = list.column(path('rater'), false);
  const scoreColumn = list.column(path('score'), true);
  const lowColumn = list.column(path('scale', 'min'), true);
  const highColumn = list.column(path('scale', 'max'), true);
  const { sources } = scheme;
  const names = sources.map(({ source }) => source);
  const count = names.length;
  return (numbers) => {
    const { length } = list;
    if (length < 0) return false;
    const source = list.words[sourceColumn]!;
    const rater = list.words[raterColumn]!;
    const score = list.numbers[scoreColumn]!;
    const low = list.numbers[lowColumn]!;
    const high = list.numbers[highColumn]!;
    for (let at = 0; at < count; at++) {
      numbers[first + at * SOURCE_SIZE] = 0;
      numbers[first + at * SOURCE_SIZE + 1] = 0;
    }
    let place = 0;
    for (let at = 0; at < length; at++) {
      const name = source[at];
      // Ratings of one source most often stand together, in the order of the scheme.
      for (let tried = 0; tried < count && names[place] !== name; tried++) place = place + 1 === count ? 0 : place + 1;
      if (names[place] !== name) continue;
      const of = sources[place]!;
      if (low[at] !== of.low || high[at] !== of.high) return false;
      const base = first + place * SOURCE_SIZE;
      const before = numbers[base]!;
      if (before > 0) {
        if (of.within !== 'mean') return false;
        for (let earlier = 0; earlier < at; earlier++) if (rater[earlier] === rater[at] && source[earlier] === name) return false;
      }
      numbers[base] = before + 1;
      numbers[base + 1] = numbers[base + 1]! + score[at]! - of.offset;
    }
    for (let at = 0; at < count; at++) {
      const base = first + at * SOURCE_SIZE;
      const of = sources[at]!;
      const n = numbers[base + 1]! * of.times;
      if (!Number.isSafeInteger(n)) return false;
      numbers[base + 1] = n;
      numbers[base + 2] = of.by * (numbers[base] === 0 ? 1 : numbers[base]!);
      numbers[base + 3] = 1;
    }
    return true;
  };
}
