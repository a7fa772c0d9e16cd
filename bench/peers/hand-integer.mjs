/**
 * The task written by hand with scaled safe integers and ratios of them; a record whose ratio outgrows 2^53 goes whole to the BigInt version. Exact.
 * In: a record. Out: a result with hundredths (net: rupiah times 100), as numbers.
 */
import { FIGURES, answerOf, consumed } from './answer.mjs';
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
import { run as runBig, text } from './hand-bigint.mjs';
import { BASE_PAY, MINUTE_BANDS, RATINGS, STATUS_PERCENT, TAX_BANDS, absenceStep, band } from './tables.mjs';

/** @typedef {import('../data/record.d.mts').Fired} Fired */
/** @typedef {import('../data/record.d.mts').Result<number>} Result */
const SAFE = Number.MAX_SAFE_INTEGER;
/** @type {readonly Fired[]} */
const NOTHING = Object.freeze([]);

/** @type {(a: number, b: number) => number} */
function gcd(a, b) {
  while (b > 0) {
    const rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

/** n/d, half up, n and d safe and 2n + d too: % of safe integers is exact. @type {(n: number, d: number) => number} */
function halfUp(n, d) {
  const rest = n % d;
  return (n - rest) / d + (2 * rest >= d ? 1 : 0);
}

/** n/d, half up, where they outgrow 2^53 and the result does not. @type {(n: bigint, d: bigint) => number} */
const bigHalfUp = (n, d) => Number((2n * n + d) / (2n * d));

/**
 * @param {import('../data/record.d.mts').TaskRecord} record
 * @returns {Result | import('../data/record.d.mts').Result<bigint>}
 */
function run(record) {
  const items = record.ratings.items;
  let supervisor = 0;
  let supervisors = 0;
  let peer = 0;
  let peers = 0;
  let self = 0;
  let selves = 0;
  let people = 0;
  let publics = 0;
  let stakeholder = 0;
  let stakeholders = 0;
  for (let index = 0; index < items.length; index++) {
    const rating = /** @type {(typeof items)[number]} */ (items[index]);
    const score = Math.round(rating.score * 1000);
    switch (rating.source) {
      case 'supervisor':
        supervisor += score;
        supervisors++;
        break;
      case 'peer':
        peer += score;
        peers++;
        break;
      case 'self':
        self += score;
        selves++;
        break;
      case 'public':
        people += score;
        publics++;
        break;
      case 'stakeholder':
        stakeholder += score;
        stakeholders++;
        break;
    }
  }
  // One denominator for all counts of raters; five of them at most.
  const raters = (supervisors || 1) * (peers || 1) * (selves || 1) * (publics || 1) * (stakeholders || 1);
  let weights = 0;
  let conductN = 0;
  if (supervisors > 0) {
    weights += 40;
    conductN += 40 * supervisor * (raters / supervisors);
  }
  if (peers > 0) {
    weights += 20;
    conductN += 20 * peer * (raters / peers);
  }
  if (selves > 0) {
    weights += 10;
    conductN += 10 * self * (raters / selves);
  }
  if (publics > 0) {
    weights += 15;
    conductN += 15 * people * (raters / publics);
  }
  if (stakeholders > 0) {
    weights += 15;
    conductN += 15 * stakeholder * (raters / stakeholders);
  }
  let conductD = 1000 * weights * raters;
  if (conductN > SAFE / 10_000_000) return runBig(record);
  let common = gcd(conductN, conductD);
  conductN /= common;
  conductD /= common;

  const indicators = record.indicators;
  let workN = 0;
  let workD = 1;
  let indicatorWeights = 0;
  let weak = false;
  let onTarget = true;
  for (let index = 0; index < indicators.length; index++) {
    const indicator = /** @type {(typeof indicators)[number]} */ (indicators[index]);
    const higher = indicator.polarity === 'higher';
    const target = Math.round(indicator.target * 1000);
    const realisation = Math.round(indicator.realisation * 1000);
    const weight = Math.round(indicator.weight * 10000);
    indicatorWeights += weight;
    if (higher && 2 * realisation < target) weak = true;
    if (realisation === target) {
      workN += 100 * weight * workD;
    } else {
      onTarget = false;
      const points = (higher ? realisation : 2 * target - realisation) * 100;
      if (points >= 120 * target) workN += 120 * weight * workD;
      else if (points > 0) {
        const shared = gcd(points, target);
        const top = points / shared;
        const bottom = target / shared;
        const over = gcd(workD, bottom);
        const factor = bottom / over;
        workN = workN * factor + top * weight * (workD / over);
        workD *= factor;
        if (workN > SAFE / 400) return runBig(record);
      }
    }
  }
  workD *= indicatorWeights;
  common = gcd(workN, workD);
  workN /= common;
  workD /= common;

  const { lateMinutes, earlyMinutes, absent } = record.attendance.counts;
  const cuts = Math.min(10000, band(MINUTE_BANDS, lateMinutes) + band(MINUTE_BANDS, earlyMinutes) + Math.round(absent * 300));
  // 0.75 conduct + 0.25 (100 − cuts), over 10000·conductD
  let behaviourN = conductN * 7500 + (10000 - cuts) * 25 * conductD;
  let behaviourD = conductD * 10000;
  common = gcd(behaviourN, behaviourD);
  behaviourN /= common;
  behaviourD /= common;
  const over = gcd(workD, behaviourD);
  let performanceN = 3 * workN * (behaviourD / over) + 2 * behaviourN * (workD / over);
  let performanceD = (workD / over) * behaviourD * 5;
  if (performanceN > SAFE / 400 || performanceD > SAFE / 50_000) return runBig(record);
  common = gcd(performanceN, performanceD);
  performanceN /= common;
  performanceD /= common;
  const innovation = Math.round(record.facts['innovation.points'] * 2);
  let finalN = performanceN * 2 + innovation * performanceD;
  let finalD = performanceD * 2;
  if (finalN >= 120 * finalD) {
    finalN = 120;
    finalD = 1;
  }
  let grade = 4;
  while (grade > 0 && finalN < /** @type {(typeof RATINGS)[number]} */ (RATINGS[grade]).least * finalD) grade--;
  const { rating, tenths } = /** @type {(typeof RATINGS)[number]} */ (RATINGS[grade]);

  const index = Math.round(record.facts['region.index'] * 10000);
  const shared = gcd(index, 10000);
  const base = /** @type {number} */ (BASE_PAY[record.employee.class - 1]) * (index / shared);
  const baseD = 10000 / shared;
  const capped = performanceN >= 100 * performanceD;
  const countedN = capped ? 100 : performanceN;
  const countedD = capped ? 1 : performanceD;
  const status = STATUS_PERCENT[record.employee.status];
  // Gross in hundredths is base · percent, with percent = 30 + 70 · counted/100 · tenths/1000, over 10^5 · countedD.
  let percentN = 3_000_000 * countedD + 70 * tenths * countedN;
  let gross;
  let paid;
  if (percentN <= SAFE) {
    const percentD = 100_000 * countedD;
    common = gcd(percentN, percentD);
    percentN /= common;
    const bottom = baseD * (percentD / common);
    const cutN = (10000 - cuts) * status;
    if (base * percentN <= SAFE / 2) gross = halfUp(base * percentN, bottom);
    else gross = bigHalfUp(BigInt(base) * BigInt(percentN), BigInt(bottom));
    if (base * percentN <= SAFE / 2 && base * percentN * cutN <= SAFE / 2 && bottom * 1_000_000 <= SAFE / 2)
      paid = halfUp(base * percentN * cutN, bottom * 1_000_000);
    else if (cutN === 1_000_000) paid = gross;
    else paid = bigHalfUp(BigInt(base) * BigInt(percentN) * BigInt(cutN), BigInt(bottom) * 1_000_000n);
  } else {
    const top = BigInt(base) * (3_000_000n * BigInt(countedD) + BigInt(70 * tenths) * BigInt(countedN));
    const bottom = BigInt(baseD) * 100_000n * BigInt(countedD);
    gross = bigHalfUp(top, bottom);
    paid = bigHalfUp(top * BigInt((10000 - cuts) * status), bottom * 1_000_000n);
  }
  const tax = halfUp(paid * band(TAX_BANDS, paid / 100), 10000);
  const net = halfUp(paid - tax, 100) * 100;

  const poor = finalN < 60 * finalD;
  /** @type {readonly Fired[]} */
  let sanctions = NOTHING;
  if (absent >= 3 || poor) {
    const year = Number(record.assessed.slice(0, 4));
    const list = [];
    if (absent >= 3) list.push(absenceSanction(absenceStep(absent), year, Number(record.assessed.slice(5, 7))));
    if (poor) list.push(performanceSanction(year));
    sanctions = list;
  }
  const awards = [];
  if (grade === 4) awards.push(bonus(BigInt(halfUp(base * 125, 1000 * baseD)) * 100n));
  if (grade >= 3 && cuts === 0) awards.push(PUBLICATION);
  if (lateMinutes === 0 && earlyMinutes === 0 && absent === 0 && conductN >= 80 * conductD) awards.push(ATTENDANCE);
  if (innovation >= 4 && workN >= 100 * workD) awards.push(INNOVATION);
  const development = [];
  if (conductN < 75 * conductD) development.push(CONDUCT_TRAINING);
  if (workN < 80 * workD || weak) development.push(WORK_TRAINING);
  if (selves > 0 && supervisors > 0 && self * supervisors - supervisor * selves >= 15_000 * supervisors * selves) development.push(INSIGHT);
  const flags = [];
  if (publics > 0 && people < 60_000 * publics) flags.push(PUBLIC_FLAG);
  if (onTarget && indicators.length > 0) flags.push(ON_TARGET);
  if (items.length < 3) flags.push(FEW_RATERS);

  return {
    status: 'complete',
    rating,
    conduct: halfUp(conductN * 100, conductD),
    work: halfUp(workN * 100, workD),
    behaviour: halfUp(behaviourN * 100, behaviourD),
    performance: halfUp(performanceN * 100, performanceD),
    final: halfUp(finalN * 100, finalD),
    gross,
    paid,
    tax,
    net,
    sanctions,
    awards,
    development,
    flags,
  };
}

/** Figures are whole hundredths, as numbers or BigInts; what rules say is a number for itself, or a BigInt of hundredths. @returns {import('../data/record.d.mts').Way<any>} */
export const create = () => ({
  run,
  consume: (result) => consumed(result, Number(result.net)),
  answer: (result) => {
    const figures = Object.fromEntries(FIGURES.map((figure) => [figure, BigInt(result[figure])]));
    return answerOf({ ...result, ...figures }, text);
  },
});
