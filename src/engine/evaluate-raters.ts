/**
 * Makes one score of many ratings, as a scheme says: within a source, across criteria, across sources.
 * In: a {@link RatersStep}, the ratings, the raters asked. Out: scores and the weights really used. A missing rater is nowhere counted as zero unless the scheme says zero.
 */
import {
  HUNDRED,
  ONE,
  type Exact,
  ZERO,
  add,
  compare,
  divide,
  floorInteger,
  isExact,
  isZero,
  maximum,
  multiply,
  subtract,
  toText,
  whole,
} from '../values/exact.ts';
import { Fault, NONE, type Result, isNoValue, isNone, unknown, worst } from '../values/result.ts';
import type { RaterSourcePlan, RatersStep, WeightRow } from '../ruleset/plan.ts';
import type { Run } from './run.ts';
import type { TraceStep, TracedSource } from './trace.ts';

/** A rating as the engine needs it. */
export interface GivenRating {
  readonly source: string;
  readonly rater: string;
  readonly criterion?: string | undefined;
  readonly score: Exact;
  readonly low: Exact;
  readonly high: Exact;
  readonly index: number;
}

export interface RatersResult {
  readonly score: Result;
  readonly sources: readonly TracedSource[];
  readonly criteria: ReadonlyMap<string, Result>;
  readonly weights: Extract<TraceStep, { kind: 'raters' }>['weights'];
}

export function evaluateRaters(step: RatersStep, ratings: readonly GivenRating[], expected: ReadonlyMap<string, number>, run: Run): RatersResult {
  const criteria = step.criteria?.members;
  const relevant = criteria ? ratings.filter(({ criterion }) => criterion !== undefined && criteria.includes(criterion)) : ratings;
  const gathered: Gathered[] = [];
  const present = new Map<string, Result>();
  for (let at = 0; at < step.sources.length; at++) {
    const plan = step.sources[at]!;
    const source = gather(step, plan, ratingsFrom(plan.source, relevant), expected, run);
    gathered.push(source);
    if (source.present) present.set(plan.source, source.score);
  }
  const perCriterion = new Map<string, Result>();
  for (const member of criteria ?? []) {
    const scores = new Map(gathered.filter((source) => source.present).map((source) => [source.plan.source, source.byCriterion.get(member) ?? NONE]));
    const rated = new Map([...scores].filter(([, score]) => !isNone(score)));
    perCriterion.set(member, rated.size === 0 ? NONE : weigh(step, rated).score);
  }
  const held = worst(gathered.map(({ score }) => score));
  const weighed: Weighed = held ? { score: held, weights: new Map(), how: 'hold' } : weigh(step, present);
  const acrossCriteria = criteria && step.combine.at(-1) === 'criteria' && !held ? overCriteria(step, perCriterion) : undefined;
  return {
    score: acrossCriteria ?? weighed.score,
    sources: Object.freeze(gathered.map((source) => traced(source, weighed.weights.get(source.plan.source)))),
    criteria: perCriterion,
    weights: Object.freeze(Object.assign({ how: weighed.how }, weighed.row && rowNotes(weighed.row))),
  };
}

function ratingsFrom(source: string, ratings: readonly GivenRating[]): readonly GivenRating[] {
  const from: GivenRating[] = [];
  for (let at = 0; at < ratings.length; at++) if (ratings[at]!.source === source) from.push(ratings[at]!);
  return from;
}

function traced({ plan: { source }, raters, present, belowQuorum, score }: Gathered, weight: Exact | undefined): TracedSource {
  return Object.freeze(weight ? { source, raters, present, belowQuorum, score, weight } : { source, raters, present, belowQuorum, score });
}

const NO_CRITERIA: ReadonlyMap<string, Result> = new Map();

interface Gathered {
  readonly plan: RaterSourcePlan;
  readonly raters: number;
  readonly present: boolean;
  readonly belowQuorum: boolean;
  readonly score: Result;
  readonly byCriterion: ReadonlyMap<string, Result>;
}

/** One source: its raters counted against the quorum, its scores converted and combined. */
function gather(step: RatersStep, plan: RaterSourcePlan, ratings: readonly GivenRating[], expected: ReadonlyMap<string, number>, run: Run): Gathered {
  const raters = ratings.length < 2 ? ratings.length : new Set(ratings.map((rating) => rating.rater)).size;
  const absent = (score: Result, belowQuorum = false): Gathered => ({ plan, raters, present: false, belowQuorum, score, byCriterion: NO_CRITERIA });
  const quorum = quorumOf(plan, expected, run);
  if (!isExact(quorum)) return absent(quorum);
  if (compare(whole(raters), maximum(quorum, ONE)) < 0) {
    return absent(plan.below === 'absent' ? NONE : unknown(`ratings.${plan.source}`), raters > 0);
  }
  const results = ratings.map((rating) => convert(plan, rating, run));
  const bad = worst(results);
  if (bad) return absent(bad);
  // No bad one among them, and a conversion that is not applicable is a fault.
  const scores = results as readonly Exact[];
  if (!step.criteria) {
    const score = combineRaters(plan, raters === scores.length ? scores : raterMeans(ratings, scores), run);
    return { plan, raters, present: true, belowQuorum: false, byCriterion: NO_CRITERIA, score };
  }
  const byCriterion = new Map<string, Result>(
    step.criteria.members.map((member) => [
      member,
      combineRaters(
        plan,
        scores.filter((_, at) => ratings[at]!.criterion === member),
        run,
      ),
    ]),
  );
  return { plan, raters, present: true, belowQuorum: false, byCriterion, score: overRatersAndCriteria(step, plan, ratings, scores, byCriterion, run) };
}

function overRatersAndCriteria(
  step: RatersStep,
  plan: RaterSourcePlan,
  ratings: readonly GivenRating[],
  scores: readonly Exact[],
  byCriterion: ReadonlyMap<string, Result>,
  run: Run,
): Result {
  const { incomplete, members } = step.criteria!;
  if (step.combine.indexOf('criteria') < step.combine.indexOf('raters')) {
    if (
      incomplete === 'hold' &&
      [...new Set(ratings.map(({ rater }) => rater))].some((rater) =>
        members.some((member) => !ratings.some((rating) => rating.rater === rater && rating.criterion === member)),
      )
    ) {
      return unknown(`ratings.${plan.source}`);
    }
    return combineRaters(plan, raterMeans(ratings, scores), run);
  }
  const results = [...byCriterion.values()];
  if (incomplete === 'hold' && results.some(isNone)) return unknown(`ratings.${plan.source}`);
  const given = results.filter((result) => !isNone(result));
  return worst(given) ?? mean(given as Exact[]);
}

/** One score a rater: the mean of what the rater gave, over criteria. */
function raterMeans(ratings: readonly GivenRating[], scores: readonly Exact[]): readonly Exact[] {
  const byRater = new Map<string, Exact[]>();
  for (const [at, { rater }] of ratings.entries()) {
    const others = byRater.get(rater);
    if (others) others.push(scores[at]!);
    else byRater.set(rater, [scores[at]!]);
  }
  return Array.from(byRater.values(), mean);
}

function combineRaters(plan: RaterSourcePlan, scores: readonly Exact[], run: Run): Result {
  if (scores.length === 0) return NONE;
  if (plan.within.form === 'mean') return mean(scores);
  const sorted = [...scores].sort(compare);
  switch (plan.within.form) {
    case 'median': {
      const middle = Math.floor(sorted.length / 2);
      return sorted.length % 2 === 1 ? sorted[middle]! : mean([sorted[middle - 1]!, sorted[middle]!]);
    }
    case 'trimmedMean': {
      const trim = run.read(plan.within.trim);
      if (!isExact(trim)) return isNone(trim) || typeof trim !== 'object' ? new Fault('raters/trim', 'The share to trim is no number.') : trim;
      const cut = Number(floorInteger(divide(multiply(trim, whole(sorted.length)), HUNDRED)));
      const kept = sorted.slice(cut, sorted.length - cut);
      return kept.length === 0 ? new Fault('raters/trim', `Trimming ${toText(trim)} percent at each end leaves no rater of ${sorted.length}.`) : mean(kept);
    }
  }
}

function quorumOf(plan: RaterSourcePlan, expected: ReadonlyMap<string, number>, run: Run): Result {
  switch (plan.quorum.form) {
    case 'number':
      return whole(plan.quorum.count);
    case 'parameter':
      return run.read(plan.quorum.key);
    case 'all': {
      const asked = expected.get(plan.source);
      return asked === undefined ? unknown(`raters.expected.${plan.source}`) : whole(asked);
    }
  }
}

function convert(plan: RaterSourcePlan, rating: GivenRating, run: Run): Result {
  if (compare(rating.low, plan.low) !== 0 || compare(rating.high, plan.high) !== 0) {
    return new Fault(
      'raters/scale',
      `The rating of ${rating.source} "${rating.rater}" is on the scale ${toText(rating.low)}..${toText(rating.high)}, and the scheme reads ${toText(plan.low)}..${toText(plan.high)}.`,
    );
  }
  if (plan.convert === 'none') return rating.score;
  if (plan.convert === 'ofTop') return divide(multiply(rating.score, HUNDRED), plan.high);
  if (plan.convert === 'betweenEnds') return divide(multiply(subtract(rating.score, plan.low), HUNDRED), subtract(plan.high, plan.low));
  const found = run.apply(plan.convert.table, [rating.score]);
  return isExact(found) || (isNoValue(found) && !isNone(found))
    ? found
    : new Fault('raters/convert', `The score ${toText(rating.score)} has no number in "${plan.convert.table}".`);
}

interface Weighed {
  readonly score: Result;
  readonly weights: ReadonlyMap<string, Exact>;
  readonly how: RatersResult['weights']['how'];
  readonly row?: WeightRow | undefined;
}

/** The weighted score of the sources that are present, by the row for exactly those, or by what the scheme says otherwise. */
function weigh(step: RatersStep, present: ReadonlyMap<string, Result>): Weighed {
  if (present.size === 0) return { score: unknown(...step.sources.map((source) => `ratings.${source.source}`)), weights: new Map(), how: 'none' };
  const row = step.rows.find((each) => each.weights.size === present.size && [...each.weights.keys()].every((source) => present.has(source)));
  if (row) return total(row.weights, present, 'row', row);
  const missing = step.sources.map((source) => source.source).filter((source) => !present.has(source));
  const full = step.full?.weights;
  if (step.otherwise === 'hold' || !full) return { score: unknown(...missing.map((source) => `ratings.${source}`)), weights: new Map(), how: 'hold' };
  if (step.otherwise === 'zero') {
    const filled = new Map<string, Result>([...full.keys()].map((source) => [source, present.get(source) ?? ZERO]));
    return total(full, filled, 'zero');
  }
  const weights = new Map<string, Exact>();
  for (const [source, weight] of full) if (present.has(source)) weights.set(source, weight);
  if (typeof step.otherwise === 'object') {
    const { substitute } = step.otherwise;
    if (!present.has(substitute)) return { score: unknown(`ratings.${substitute}`), weights: new Map(), how: 'substitute' };
    for (const source of missing) weights.set(substitute, add(weights.get(substitute)!, full.get(source) ?? ZERO));
    return total(weights, present, 'substitute');
  }
  return total(weights, present, 'renormalise');
}

const rowNotes = (row: WeightRow): { row: number; cite?: string | undefined; standing?: WeightRow['standing'] } => ({
  row: row.index,
  ...(row.cite !== undefined && { cite: row.cite }),
  ...(row.standing && { standing: row.standing }),
});

/** Σ weight·score ÷ Σ weight, with the weights as percent of that sum. */
function total(weights: ReadonlyMap<string, Exact>, scores: ReadonlyMap<string, Result>, how: Weighed['how'], row?: WeightRow): Weighed {
  let sum = ZERO;
  for (const weight of weights.values()) sum = add(sum, weight);
  if (isZero(sum)) return { score: new Fault('weights/sum', 'The sources that are present all have the weight 0.'), weights, how, row };
  const counted: Result[] = [];
  for (const [source, weight] of weights) if (!isZero(weight)) counted.push(scores.get(source)!);
  const bad = worst(counted);
  if (bad) return { score: bad, weights, how, row };
  let weighted = ZERO;
  const used = new Map<string, Exact>();
  for (const [source, weight] of weights) {
    if (!isZero(weight)) weighted = add(weighted, multiply(weight, scores.get(source) as Exact));
    used.set(source, divide(multiply(weight, HUNDRED), sum));
  }
  return { score: divide(weighted, sum), weights: used, how, row };
}

function overCriteria(step: RatersStep, perCriterion: ReadonlyMap<string, Result>): Result {
  const results = [...perCriterion.values()];
  if (step.criteria!.incomplete === 'hold' && results.some(isNone)) return unknown('ratings');
  const given = results.filter((result) => !isNone(result));
  if (given.length === 0) return unknown('ratings');
  return worst(given) ?? mean(given as Exact[]);
}

const mean = (scores: readonly Exact[]): Exact => (scores.length === 1 ? scores[0]! : divide(scores.reduce(add, ZERO), whole(scores.length)));
