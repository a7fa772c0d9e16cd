/**
 * Sums of the ratings of one scheme, in whole thousandths over a whole divisor, so that nothing is lost.
 * In: a {@link GatherScheme} and lowered ratings. Out: for each source how many rated, its score as a ratio, and by criterion; or why there is none.
 */
import { Fault, type Unknown, unknown } from '../values/result.ts';
import type { GatherScheme, GatherSource } from './ir.ts';
import type { Lowered, LoweredRecord } from './lowered.ts';

/** n ÷ d in thousandths; `big` in their stead where a safe integer does not hold them. */
export interface Quotient {
  readonly n: number;
  readonly d: number;
  readonly big?: readonly [bigint, bigint] | undefined;
}
export interface GatheredSource {
  readonly raters: number;
  readonly score: Quotient | Fault | Unknown | undefined;
  readonly members: readonly (Quotient | undefined)[];
}

const WRONG_SCALE = new Fault('raters/scale', '');
const NOBODY: GatheredSource = Object.freeze({ raters: 0, score: undefined, members: Object.freeze([]) });

export function gather(scheme: GatherScheme, ratings: readonly Lowered[]): readonly GatheredSource[] {
  return scheme.sources.map((source) => gatherSource(scheme, source, ratings));
}

function gatherSource(scheme: GatherScheme, source: GatherSource, ratings: readonly Lowered[]): GatheredSource {
  const { fields, members } = scheme;
  let only: LoweredRecord | undefined;
  let own: LoweredRecord[] | undefined;
  for (const each of ratings) {
    const rating = each as LoweredRecord;
    if (rating[`f${fields.source}`] !== source.source) continue;
    if (members && !members.includes(rating[`f${fields.criterion}`] as string)) continue;
    if (!only) only = rating;
    else (own ??= [only]).push(rating);
  }
  if (!only) return NOBODY;
  if (!own && !members) return { raters: 1, score: fits(scheme, source, only) ? scoreOf(scheme, source, only) : WRONG_SCALE, members: [] };
  return gatherMany(scheme, source, own ?? [only]);
}

function fits({ fields }: GatherScheme, source: GatherSource, rating: LoweredRecord): boolean {
  const scale = rating[`f${fields.scale}`] as LoweredRecord;
  return scale[`f${fields.min}`] === source.low && scale[`f${fields.max}`] === source.high;
}

const scoreOf = ({ fields }: GatherScheme, source: GatherSource, rating: LoweredRecord): Quotient => ({
  n: ((rating[`f${fields.score}`] as number) - source.offset) * source.times,
  d: source.by,
});

function gatherMany(scheme: GatherScheme, source: GatherSource, ratings: readonly LoweredRecord[]): GatheredSource {
  const { fields, members } = scheme;
  const raters = new Set(ratings.map((rating) => rating[`f${fields.rater}`]));
  if (!ratings.every((rating) => fits(scheme, source, rating))) return { raters: raters.size, score: WRONG_SCALE, members: [] };
  const scores = ratings.map((rating) => ({
    rater: rating[`f${fields.rater}`],
    criterion: rating[`f${fields.criterion}`],
    score: scoreOf(scheme, source, rating),
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
  const open = unknown(`ratings.${source.source}`);
  const base = { raters: raters.size, members: byMember };
  if (!members) return { ...base, score: overRaters() };
  if (scheme.criteriaFirst) {
    const incomplete =
      scheme.holdIncomplete && [...raters].some((rater) => members.some((member) => !scores.some((each) => each.rater === rater && each.criterion === member)));
    return { ...base, score: incomplete ? open : overRaters() };
  }
  const given = byMember.filter((each) => each !== undefined);
  return { ...base, score: scheme.holdIncomplete && given.length < members.length ? open : mean(given) };
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
  const common = greatestDivisor(n < 0n ? -n : n, d);
  const [top, under] = [n / common, d / common];
  const [small, least] = [Number(top), Number(under)];
  return Number.isSafeInteger(small) && Number.isSafeInteger(least) ? { n: small, d: least } : { n: small, d: least, big: [top, under] };
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
