/**
 * Sums of the ratings of one scheme, in whole thousandths over a whole divisor, so that nothing is lost.
 * In: a {@link GatherScheme} and lowered ratings. Out: for each source how many rated, its score as a ratio, and by criterion; or why there is none.
 */
import { commonOfBig } from '../values/common-divisor.ts';
import { Fault, type Unknown, unknown } from '../values/result.ts';
import type { GatherScheme, GatherSource } from './ir.ts';
import type { Lowered, LoweredRecord } from './lowered.ts';

/** n ÷ d in thousandths; `big` in their stead where a safe integer does not hold them. */
export interface Quotient {
  readonly n: number;
  readonly d: number;
  readonly big?: readonly [bigint, bigint] | undefined;
}
/** What one source comes to: its score as n ÷ d, unless something is `missing`. Nobody rated where `raters` is 0. */
export interface GatheredSource extends Quotient {
  readonly raters: number;
  readonly missing: Fault | Unknown | undefined;
  readonly members: readonly (Quotient | undefined)[];
}

const WRONG_SCALE = new Fault('raters/scale', '');
export const NO_MEMBERS: readonly undefined[] = Object.freeze([]);
export const NOBODY: GatheredSource = Object.freeze({ raters: 0, n: 0, d: 1, big: undefined, missing: undefined, members: NO_MEMBERS });

export function gather(scheme: GatherScheme, ratings: readonly Lowered[]): readonly GatheredSource[] {
  const found: GatheredSource[] = [];
  const { sources, members } = scheme;
  for (let at = 0; at < sources.length; at++)
    found.push((members ? undefined : gatherPlain(scheme, sources[at]!, ratings)) ?? gatherSource(scheme, sources[at]!, ratings));
  return found;
}

/** The common case: a mean over raters who rated once each, on the right scale. Undefined where it is another. */
function gatherPlain(scheme: GatherScheme, source: GatherSource, ratings: readonly Lowered[]): GatheredSource | undefined {
  const { read } = scheme;
  const { source: name, offset } = source;
  let [sum, raters, first] = [0, 0, -1];
  for (let at = 0; at < ratings.length; at++) {
    const rating = ratings[at] as LoweredRecord;
    if (read.source(rating) !== name) continue;
    if (!fits(scheme, source, rating)) return undefined;
    if (raters > 0) {
      if (source.within !== 'mean') return undefined;
      const rater = read.rater(rating);
      for (let before = first; before < at; before++) {
        const other = ratings[before] as LoweredRecord;
        if (read.rater(other) === rater && read.source(other) === name) return undefined;
      }
    } else first = at;
    sum += (read.score(rating) as number) - offset;
    raters++;
  }
  if (raters === 0) return NOBODY;
  const n = sum * source.times;
  return Number.isSafeInteger(n) ? { raters, n, d: source.by * raters, big: undefined, missing: undefined, members: NO_MEMBERS } : undefined;
}

function gatherSource(scheme: GatherScheme, source: GatherSource, ratings: readonly Lowered[]): GatheredSource {
  const { read, members } = scheme;
  const own = (ratings as readonly LoweredRecord[]).filter(
    (rating) => read.source(rating) === source.source && (!members || members.includes(read.criterion(rating) as string)),
  );
  return own.length === 0 ? NOBODY : gatherMany(scheme, source, own);
}

function fits({ read }: GatherScheme, source: GatherSource, rating: LoweredRecord): boolean {
  const scale = read.scale(rating) as LoweredRecord;
  return read.min(scale) === source.low && read.max(scale) === source.high;
}

function gatherMany(scheme: GatherScheme, source: GatherSource, ratings: readonly LoweredRecord[]): GatheredSource {
  const { read, members } = scheme;
  const raters = new Set(ratings.map((rating) => read.rater(rating)));
  const base = { raters: raters.size, n: 0, d: 1, big: undefined, missing: undefined, members: NO_MEMBERS };
  if (!ratings.every((rating) => fits(scheme, source, rating))) return { ...base, missing: WRONG_SCALE };
  const scores = ratings.map((rating) => ({
    rater: read.rater(rating),
    criterion: read.criterion(rating),
    score: { n: ((read.score(rating) as number) - source.offset) * source.times, d: source.by },
  }));
  const byMember = (members ?? []).map((member) =>
    combine(
      source,
      scores.filter((each) => each.criterion === member).map((each) => each.score),
    ),
  );
  const overRaters = (): Quotient =>
    combine(
      source,
      [...raters].map((rater) => mean(scores.filter((each) => each.rater === rater).map((each) => each.score))),
    )!;
  const scored = ({ n, d, big }: Quotient): GatheredSource => ({ ...base, n, d, big, members: byMember });
  const open: GatheredSource = { ...base, missing: unknown(`ratings.${source.source}`), members: byMember };
  if (!members) return scored(overRaters());
  if (scheme.criteriaFirst) {
    const incomplete =
      scheme.holdIncomplete && [...raters].some((rater) => members.some((member) => !scores.some((each) => each.rater === rater && each.criterion === member)));
    return incomplete ? open : scored(overRaters());
  }
  const given = byMember.filter((each) => each !== undefined);
  return scheme.holdIncomplete && given.length < members.length ? open : scored(mean(given));
}

function combine(source: GatherSource, scores: readonly Quotient[]): Quotient | undefined {
  if (scores.length === 0) return undefined;
  if (source.within === 'mean') return mean(scores);
  const sorted = [...scores].sort(order);
  const upper = sorted[sorted.length >> 1]!;
  return sorted.length % 2 === 1 ? upper : mean([sorted[(sorted.length >> 1) - 1]!, upper]);
}

const bigOf = ({ n, d, big }: Quotient): readonly [bigint, bigint] => big ?? [BigInt(n), BigInt(d)];

function order(a: Quotient, b: Quotient): number {
  const [[x, y], [p, q]] = [bigOf(a), bigOf(b)];
  const [left, right] = [x * q, p * y];
  return left < right ? -1 : left > right ? 1 : 0;
}

function mean(scores: readonly Quotient[]): Quotient {
  const [first] = scores as readonly [Quotient];
  if (scores.length === 1) return first;
  if (scores.every((each) => each.d === first.d && !each.big)) {
    const n = scores.reduce((sum, each) => sum + each.n, 0);
    const d = first.d * scores.length;
    if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return { n, d };
  }
  const [n, d] = scores.map(bigOf).reduce(([n1, d1], [n2, d2]) => [n1 * d2 + n2 * d1, d1 * d2]);
  return settle(n, d * BigInt(scores.length));
}

function settle(n: bigint, d: bigint): Quotient {
  const common = commonOfBig(n < 0n ? -n : n, d);
  const [top, under] = [n / common, d / common];
  const [small, least] = [Number(top), Number(under)];
  return Number.isSafeInteger(small) && Number.isSafeInteger(least) ? { n: small, d: least } : { n: small, d: least, big: [top, under] };
}
