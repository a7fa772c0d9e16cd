/**
 * The task written by hand with decimal.js. Exact within the bounds of the generators, and here is why: with targets below 10^7 thousandths, weights
 * in hundredths and at most three raters a source, every value here is a ratio whose denominator stays below 10^70, so what is not on a threshold or a
 * half step is at least 10^-72 away from it, 10^-80 of the largest amount. 90 digits are carried on; a copy of 84 is compared and rounded, which heals
 * what the divisions lost and cannot reach the next ratio. (A healed value must not be carried on: its last digit would be wrong by more than the next heals.)
 * In: a record. Out: a result with Decimals.
 */
import { Decimal } from 'decimal.js';
import { answerOf, consumed } from './answer.mjs';
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
import { BASE_PAY, MINUTE_BANDS, RATINGS, SOURCE_INDEX, SOURCE_WEIGHTS, STATUS_PERCENT, TAX_BANDS, absenceStep } from './tables.mjs';

/** @typedef {import('decimal.js').Decimal} Dec */
/** A constructor of its own, so that nobody else's settings reach it. */
const D = Decimal.clone({ precision: 90, rounding: Decimal.ROUND_HALF_UP });
const HEALED = 84;

const ZERO = new D(0);
const HUNDRED = new D(100);
const MOST = new D(120);
const HALF = new D('0.5');
const WORK_SHARE = new D('0.6');
const BEHAVIOUR_SHARE = new D('0.4');
const CONDUCT_SHARE = new D('0.75');
const DISCIPLINE_SHARE = new D('0.25');
const WEIGHTS = SOURCE_WEIGHTS.map((weight) => new D(weight));
const CUTS = MINUTE_BANDS.map(([from, cut]) => /** @type {const} */ ([from, new D(/** @type {number} */ (cut)).div(100)]));
const TAXES = TAX_BANDS.map(
  ([from, rate]) => /** @type {const} */ ([new D(/** @type {number} */ (from)), new D(/** @type {number} */ (rate)).div(10000)]),
).reverse();
const GRADES = RATINGS.map(({ least, rating, tenths }) => ({ least: new D(least), rating, factor: new D(tenths).div(1000) })).reverse();
const BASES = BASE_PAY.map((base) => new D(base));
const STATUS = Object.fromEntries(Object.entries(STATUS_PERCENT).map(([status, percent]) => [status, new D(percent).div(100)]));

/** @type {(value: Dec) => Dec} */
const healed = (value) => value.toSignificantDigits(HEALED);
/** @type {(minutes: number) => Dec} */
const minutesCut = (minutes) => /** @type {any} */ (CUTS.findLast(([from]) => minutes >= /** @type {number} */ (from)))[1];

/**
 * Every term of the task; what the rules ask and what is printed.
 * @param {import('../data/record.d.mts').TaskRecord} record
 */
export function terms(record) {
  const items = record.ratings.items;
  /** @type {(Dec | undefined)[]} */
  const sums = [undefined, undefined, undefined, undefined, undefined];
  const counts = [0, 0, 0, 0, 0];
  for (const { source, score } of items) {
    const at = SOURCE_INDEX[source];
    const sum = sums[at];
    sums[at] = sum ? sum.plus(score) : new D(score);
    counts[at] = /** @type {number} */ (counts[at]) + 1;
  }
  const means = sums.map((sum, at) => (sum === undefined || counts[at] === 1 ? sum : sum.div(/** @type {number} */ (counts[at]))));
  let weighted = ZERO;
  let weights = 0;
  means.forEach((mean, at) => {
    if (mean === undefined) return;
    weighted = weighted.plus(mean.times(/** @type {Dec} */ (WEIGHTS[at])));
    weights += /** @type {number} */ (SOURCE_WEIGHTS[at]);
  });
  const conduct = weighted.div(weights);

  let points = ZERO;
  let indicatorWeights = ZERO;
  let weak = 0;
  let onTarget = record.indicators.length > 0;
  for (const indicator of record.indicators) {
    const target = new D(indicator.target);
    const realisation = new D(indicator.realisation);
    const higher = indicator.polarity === 'higher';
    let achievement = (higher ? realisation : target.times(2).minus(realisation)).times(HUNDRED).div(target);
    if (achievement.gt(MOST)) achievement = MOST;
    else if (achievement.lt(ZERO)) achievement = ZERO;
    points = points.plus(achievement.times(indicator.weight));
    indicatorWeights = indicatorWeights.plus(indicator.weight);
    if (higher && realisation.lt(target.times(HALF))) weak++;
    if (!realisation.eq(target)) onTarget = false;
  }
  const work = points.div(indicatorWeights);

  const { lateMinutes, earlyMinutes, absent } = record.attendance.counts;
  const cuts = D.min(HUNDRED, minutesCut(lateMinutes).plus(minutesCut(earlyMinutes)).plus(new D(absent).times(3)));
  const behaviour = conduct.times(CONDUCT_SHARE).plus(HUNDRED.minus(cuts).times(DISCIPLINE_SHARE));
  const performance = work.times(WORK_SHARE).plus(behaviour.times(BEHAVIOUR_SHARE));
  const innovation = new D(record.facts['innovation.points']);
  const final = D.min(MOST, healed(performance.plus(innovation)));
  const grade = /** @type {(typeof GRADES)[number]} */ (GRADES.find(({ least }) => final.gte(least)));

  const base = /** @type {Dec} */ (BASES[record.employee.class - 1]).times(record.facts['region.index']);
  const percent = D.min(HUNDRED, performance).times(grade.factor).times(70).div(HUNDRED).plus(30);
  const gross = base.times(percent).div(HUNDRED);
  const paid = healed(
    gross
      .times(HUNDRED.minus(cuts))
      .div(HUNDRED)
      .times(/** @type {Dec} */ (STATUS[record.employee.status])),
  ).toDecimalPlaces(2);
  const rate = /** @type {Dec} */ (TAXES.find(([from]) => paid.gte(from))?.[1]);
  const tax = paid.times(rate).toDecimalPlaces(2);
  return {
    items: items.length,
    conduct: healed(conduct),
    work: healed(work),
    behaviour: healed(behaviour),
    performance: healed(performance),
    final,
    rating: grade.rating,
    cuts,
    lateMinutes,
    earlyMinutes,
    absent,
    innovation,
    weak,
    onTarget,
    base,
    gross: healed(gross),
    paid,
    tax,
    net: paid.minus(tax).toDecimalPlaces(0),
    bonus: base.times('0.125').toDecimalPlaces(0),
    selfGap: means[2] && means[0] ? healed(means[2].minus(means[0])) : ZERO,
    publicLow: means[3] !== undefined && healed(means[3]).lt(60),
    step: absenceStep(absent),
    year: Number(record.assessed.slice(0, 4)),
    month: Number(record.assessed.slice(5, 7)),
  };
}

/** @typedef {ReturnType<typeof terms>} Terms */
/** @typedef {import('../data/record.d.mts').Fired} Fired */

/**
 * The result of terms and of the rules that fired.
 * @param {Terms} t
 * @param {Pick<import('../data/record.d.mts').Result<Dec>, 'sanctions' | 'awards' | 'development' | 'flags'>} fired
 * @returns {import('../data/record.d.mts').Result<Dec>}
 */
export const resultOf = (t, { sanctions, awards, development, flags }) => ({
  status: 'complete',
  rating: t.rating,
  conduct: t.conduct.toDecimalPlaces(2),
  work: t.work.toDecimalPlaces(2),
  behaviour: t.behaviour.toDecimalPlaces(2),
  performance: t.performance.toDecimalPlaces(2),
  final: t.final.toDecimalPlaces(2),
  gross: t.gross.toDecimalPlaces(2),
  paid: t.paid,
  tax: t.tax,
  net: t.net,
  sanctions,
  awards,
  development,
  flags,
});

/** @param {import('../data/record.d.mts').TaskRecord} record */
function run(record) {
  const t = terms(record);
  const sanctions = [];
  if (t.step.code !== 'nihil') sanctions.push(absenceSanction(t.step, t.year, t.month));
  if (t.final.lt(60)) sanctions.push(performanceSanction(t.year));
  const awards = [];
  if (t.rating === 'sangatBaik') awards.push(bonus(t.bonus));
  if ((t.rating === 'sangatBaik' || t.rating === 'baik') && t.cuts.isZero()) awards.push(PUBLICATION);
  if (t.lateMinutes === 0 && t.earlyMinutes === 0 && t.absent === 0 && t.conduct.gte(80)) awards.push(ATTENDANCE);
  if (t.innovation.gte(2) && t.work.gte(100)) awards.push(INNOVATION);
  const development = [];
  if (t.conduct.lt(75)) development.push(CONDUCT_TRAINING);
  if (t.work.lt(80) || t.weak > 0) development.push(WORK_TRAINING);
  if (t.selfGap.gte(15)) development.push(INSIGHT);
  const flags = [];
  if (t.publicLow) flags.push(PUBLIC_FLAG);
  if (t.onTarget) flags.push(ON_TARGET);
  if (t.items < 3) flags.push(FEW_RATERS);
  return resultOf(t, { sanctions, awards, development, flags });
}

/** @param {any} value */
export const decimalText = (value) => (typeof value === 'object' ? value.toFixed() : String(value));

/** @returns {import('../data/record.d.mts').Way<import('../data/record.d.mts').Result<Dec>>} */
export const create = () => ({ run, consume: (result) => consumed(result, result.net.toNumber()), answer: (result) => answerOf(result, decimalText) });
