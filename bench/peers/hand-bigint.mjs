/**
 * The task written by hand with ratios of BigInts, nothing reduced and nothing rounded before it is ordered. Exact: the reference of the agreement check.
 * In: a record. Out: a result with whole hundredths (net: whole rupiah).
 */
import { answerOf, consumed, hundredthsText } from './answer.mjs';
import {
  ATTENDANCE,
  CONDUCT_TRAINING,
  FEW_RATERS,
  INNOVATION,
  INSIGHT,
  ON_TARGET,
  PUBLICATION,
  PUBLIC_FLAG,
  WORK_TRAINING,
  absenceSanction,
  bonus,
  performanceSanction,
} from './fired.mjs';
import { BASE_PAY, MINUTE_BANDS, RATINGS, SOURCE_INDEX, SOURCE_WEIGHTS, STATUS_PERCENT, TAX_BANDS, absenceStep, band } from './tables.mjs';

/** A ratio, denominator above 0. @typedef {readonly [bigint, bigint]} Ratio */

/** Half up, for amounts that are not negative. @type {(n: bigint, d: bigint) => bigint} */
const halfUp = (n, d) => (2n * n + d) / (2n * d);
/** @type {(x: Ratio) => bigint} */
const hundredths = ([n, d]) => halfUp(n * 100n, d);
/** @type {(x: Ratio, whole: bigint) => boolean} */
const atLeast = ([n, d], whole) => n >= whole * d;
/** Inputs have at most four decimals. @type {(x: number, scale: number) => bigint} */
const scaled = (x, scale) => BigInt(Math.round(x * scale));

/**
 * @param {import('../data/record.d.mts').TaskRecord} record
 * @returns {import('../data/record.d.mts').Result<bigint>}
 */
export function run(record) {
  const items = record.ratings.items;
  const sums = [0, 0, 0, 0, 0];
  const counts = [0, 0, 0, 0, 0];
  for (const { source, score } of items) {
    const at = SOURCE_INDEX[source];
    sums[at] = /** @type {number} */ (sums[at]) + Math.round(score * 1000);
    counts[at] = /** @type {number} */ (counts[at]) + 1;
  }
  const S = sums.map(BigInt);
  const C = counts.map(BigInt);
  let n = 0n;
  let d = 1n;
  let weights = 0n;
  SOURCE_WEIGHTS.forEach((weight, at) => {
    const [sum, count] = [/** @type {bigint} */ (S[at]), /** @type {bigint} */ (C[at])];
    if (count === 0n) return;
    n = n * count + BigInt(weight) * sum * d;
    d *= count;
    weights += BigInt(weight);
  });
  /** @type {Ratio} */
  const conduct = [n, d * weights * 1000n];

  let workN = 0n;
  let workD = 1n;
  let indicatorWeights = 0n;
  let weak = false;
  let onTarget = record.indicators.length > 0;
  for (const indicator of record.indicators) {
    const target = scaled(indicator.target, 1000);
    const realisation = scaled(indicator.realisation, 1000);
    const weight = scaled(indicator.weight, 10000);
    const points = (indicator.polarity === 'higher' ? realisation : 2n * target - realisation) * 100n;
    indicatorWeights += weight;
    if (points >= 120n * target) workN += 120n * weight * workD;
    else if (points > 0n) {
      workN = workN * target + points * weight * workD;
      workD *= target;
    }
    if (indicator.polarity === 'higher' && 2n * realisation < target) weak = true;
    if (realisation !== target) onTarget = false;
  }
  /** @type {Ratio} */
  const work = [workN, workD * indicatorWeights];

  const { lateMinutes, earlyMinutes, absent } = record.attendance.counts;
  /** In hundredths of a percent. */
  const cuts = BigInt(Math.min(10000, band(MINUTE_BANDS, lateMinutes) + band(MINUTE_BANDS, earlyMinutes) + Math.round(absent * 300)));
  /** @type {Ratio} 75 of conduct, 25 of discipline. */
  const behaviour = [conduct[0] * 7500n + (10000n - cuts) * 25n * conduct[1], conduct[1] * 10000n];
  /** @type {Ratio} */
  const performance = [work[0] * 60n * behaviour[1] + behaviour[0] * 40n * work[1], work[1] * behaviour[1] * 100n];
  const innovation = scaled(record.facts['innovation.points'], 2);
  /** @type {Ratio} */
  const summed = [performance[0] * 2n + innovation * performance[1], performance[1] * 2n];
  /** @type {Ratio} */
  const final = atLeast(summed, 120n) ? [120n, 1n] : summed;
  const { rating, tenths } = /** @type {(typeof RATINGS)[number]} */ (RATINGS.findLast(({ least }) => least === 0 || atLeast(final, BigInt(least))));

  const index = scaled(record.facts['region.index'], 10000);
  const base = BigInt(/** @type {number} */ (BASE_PAY[record.employee.class - 1])) * index;
  /** @type {Ratio} */
  const counted = atLeast(performance, 100n) ? [100n, 1n] : performance;
  // base/10^4 · (30 + 70 · counted/100 · tenths/1000) / 100
  /** @type {Ratio} */
  const gross = [base * (3_000_000n * counted[1] + 70n * counted[0] * BigInt(tenths)), 10_000n * 100_000n * 100n * counted[1]];
  const paid = hundredths([gross[0] * (10000n - cuts) * BigInt(STATUS_PERCENT[record.employee.status]), gross[1] * 1_000_000n]);
  const tax = halfUp(paid * BigInt(band(TAX_BANDS, Number(paid) / 100)), 10000n);
  const net = halfUp(paid - tax, 100n);

  const year = Number(record.assessed.slice(0, 4));
  const month = Number(record.assessed.slice(5, 7));
  const step = absenceStep(absent);
  const sanctions = [];
  if (step.code !== 'nihil') sanctions.push(absenceSanction(step, year, month));
  if (!atLeast(final, 60n)) sanctions.push(performanceSanction(year));
  const awards = [];
  if (rating === 'sangatBaik') awards.push(bonus(halfUp(base * 125n, 10_000_000n) * 100n));
  if ((rating === 'sangatBaik' || rating === 'baik') && cuts === 0n) awards.push(PUBLICATION);
  if (lateMinutes === 0 && earlyMinutes === 0 && absent === 0 && atLeast(conduct, 80n)) awards.push(ATTENDANCE);
  if (innovation >= 4n && atLeast(work, 100n)) awards.push(INNOVATION);
  const development = [];
  if (!atLeast(conduct, 75n)) development.push(CONDUCT_TRAINING);
  if (!atLeast(work, 80n) || weak) development.push(WORK_TRAINING);
  const [supervisor, , self, people] = /** @type {[bigint, bigint, bigint, bigint]} */ (/** @type {unknown} */ (S));
  const [supervisors, , selves, publics] = /** @type {[bigint, bigint, bigint, bigint]} */ (/** @type {unknown} */ (C));
  if (supervisors > 0n && selves > 0n && self * supervisors - supervisor * selves >= 15_000n * supervisors * selves) development.push(INSIGHT);
  const flags = [];
  if (publics > 0n && people < 60_000n * publics) flags.push(PUBLIC_FLAG);
  if (onTarget) flags.push(ON_TARGET);
  if (items.length < 3) flags.push(FEW_RATERS);

  return {
    status: 'complete',
    rating,
    conduct: hundredths(conduct),
    work: hundredths(work),
    behaviour: hundredths(behaviour),
    performance: hundredths(performance),
    final: hundredths(final),
    gross: hundredths(gross),
    paid,
    tax,
    net: net * 100n,
    sanctions,
    awards,
    development,
    flags,
  };
}

/** A BigInt is an amount in hundredths; a number stands for itself. @type {(value: bigint | number) => string} */
export const text = (value) => (typeof value === 'bigint' ? hundredthsText(value) : String(value));

/** @returns {import('../data/record.d.mts').Way<import('../data/record.d.mts').Result<bigint>>} */
export const create = () => ({ run, consume: (result) => consumed(result, Number(result.net)), answer: (result) => answerOf(result, text) });
