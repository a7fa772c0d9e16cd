/**
 * A table of one column of whole numbers as runs: the numbers up to an end have one answer.
 * In: cuts in rising order and the answer of each piece. Out: {@link Runs}, and the place at which the answer of a number stands.
 * An end and its answer lie side by side, so that one place in memory is read for both. A small index leads there: the reach of the ends is divided evenly
 * into buckets, and within a bucket they are taken to be evenly spread. That is a guess: whatever it is, the ends beside it decide.
 */
import type { IrOf } from './ir.ts';
import type { Lowered } from './lowered.ts';

export interface Runs {
  /** An end, its answer, the next end, its answer, and so on; the last end is infinite, and what is no number is missing. */
  readonly pairs: Float64Array;
  /** How many ends lie below where each bucket begins, and below where the last one ends; in fractions between two ends. */
  readonly knots: Float64Array;
  readonly first: number;
  /** Buckets for each whole number. */
  readonly scale: number;
  /** Answers that are no numbers, by their place among the pairs. */
  readonly missing: ReadonlyMap<number, Lowered>;
}

/** So many ends share a bucket where they are evenly spread: the index is then small enough to stay near the processor. */
const EACH = 16;
/** More ends than this in a bucket are not evenly spread: they are halved until few are left. */
const MANY = 4 * EACH;
const FEW = 8;
/** Rounds up, but not for what is a rounding above a whole number. */
const ALMOST_ONE = 1 - 2 ** -20;

/** The only column of a table, where whole numbers are looked up in it. */
export function wholeColumn({ pieces }: IrOf<'lookup'>): IrOf<'piece'> | undefined {
  const [only] = pieces;
  if (pieces.length !== 1 || only?.op !== 'piece' || only.margin.how !== 'plain') return undefined;
  const { rep } = only.a.info;
  return rep.kind === 'date' || (rep.kind === 'number' && rep.bounds.whole) ? only : undefined;
}

export function runsOf(cuts: readonly number[], answerOf: (piece: number) => Lowered): Runs {
  const pairs: number[] = [];
  const missing = new Map<number, Lowered>();
  let end = -Infinity;
  let answer: Lowered | undefined;
  const add = (next: number, found: Lowered): void => {
    // No whole number lies between.
    if (next <= end) return;
    if (pairs.length > 0 && Object.is(found, answer)) pairs[pairs.length - 2] = next;
    else if (typeof found === 'number') pairs.push(next, found);
    else missing.set(pairs.push(next, NaN) - 1, found);
    [end, answer] = [next, found];
  };
  for (const [at, cut] of cuts.entries()) {
    // Below the least safe number there is none.
    if (cut - 1 < cut) add(cut - 1, answerOf(2 * at));
    add(cut, answerOf(2 * at + 1));
  }
  add(Infinity, answerOf(2 * cuts.length));
  return indexed(Float64Array.from(pairs), missing);
}

function indexed(pairs: Float64Array, missing: ReadonlyMap<number, Lowered>): Runs {
  const ends = pairs.filter((_, at) => at % 2 === 0).subarray(0, -1);
  const [first, last] = [ends[0] ?? 0, ends.at(-1) ?? 0];
  const buckets = Math.max(1, Math.ceil((ends.length - 1) / EACH));
  const knots = new Float64Array(buckets + 1);
  const width = (last - first) / buckets;
  for (let bucket = 1, at = 1; bucket <= buckets && at < ends.length; bucket++) {
    const edge = bucket === buckets ? last : first + bucket * width;
    while (ends[at]! < edge) at++;
    knots[bucket] = at - (ends[at]! - edge) / (ends[at]! - ends[at - 1]!);
  }
  return Object.freeze({ pairs, knots, first, scale: width > 0 ? 1 / width : 0, missing });
}

/** The place in the pairs at which the answer of a whole number stands. */
export function answerPlace({ pairs, knots, first, scale }: Runs, value: number): number {
  const buckets = knots.length - 1;
  const offset = (value - first) * scale;
  const along = offset > 0 ? Math.min(offset, buckets) : 0;
  const bucket = Math.min(Math.floor(along), buckets - 1);
  const low = knots[bucket]!;
  const high = knots[bucket + 1]!;
  let run = Math.floor(high - low > MANY ? halved(pairs, value, low, high) : low + (along - bucket) * (high - low) + ALMOST_ONE);
  while (pairs[2 * run]! < value) run++;
  while (run > 0 && pairs[2 * run - 2]! >= value) run--;
  return 2 * run + 1;
}

/** About where the first end at or above the number lies between two places. */
function halved(pairs: Float64Array, value: number, from: number, to: number): number {
  let [low, high] = [Math.floor(from), Math.ceil(to)];
  while (high - low > FEW) {
    const middle = (low + high) >>> 1;
    if (pairs[2 * middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
