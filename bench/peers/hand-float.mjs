/**
 * The task written by hand with plain JavaScript numbers, as fast as it reads well. NOT exact: thresholds and roundings see binary fractions.
 * In: a record. Out: a result with numbers.
 */
import { answerOf, consumed, floatText } from './answer.mjs';
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
import { BASE_PAY, STATUS_PERCENT, absenceStep } from './tables.mjs';

/** @typedef {import('../data/record.d.mts').Fired} Fired */
/** @type {readonly Fired[]} */
const NOTHING = Object.freeze([]);

const hundredths = (/** @type {number} */ x) => Math.round(x * 100) / 100;

/** @param {number} minutes */
function minutesCut(minutes) {
  if (minutes <= 0) return 0;
  if (minutes <= 30) return 0.5;
  if (minutes <= 60) return 1;
  if (minutes <= 90) return 1.25;
  if (minutes <= 150) return 2.5;
  if (minutes <= 240) return 4;
  if (minutes <= 420) return 7.5;
  return 15;
}

/** @param {number} paid */
function taxRate(paid) {
  if (paid < 4500000) return 0;
  if (paid < 6000000) return 0.0025;
  if (paid < 8000000) return 0.015;
  if (paid < 10000000) return 0.0225;
  if (paid < 14000000) return 0.05;
  if (paid < 20000000) return 0.07;
  if (paid < 30000000) return 0.11;
  return 0.15;
}

/**
 * @param {import('../data/record.d.mts').TaskRecord} record
 * @returns {import('../data/record.d.mts').Result<number>}
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
    switch (rating.source) {
      case 'supervisor':
        supervisor += rating.score;
        supervisors++;
        break;
      case 'peer':
        peer += rating.score;
        peers++;
        break;
      case 'self':
        self += rating.score;
        selves++;
        break;
      case 'public':
        people += rating.score;
        publics++;
        break;
      case 'stakeholder':
        stakeholder += rating.score;
        stakeholders++;
        break;
    }
  }
  let weighted = 0;
  let weights = 0;
  if (supervisors > 0) {
    supervisor /= supervisors;
    weighted += 40 * supervisor;
    weights += 40;
  }
  if (peers > 0) {
    peer /= peers;
    weighted += 20 * peer;
    weights += 20;
  }
  if (selves > 0) {
    self /= selves;
    weighted += 10 * self;
    weights += 10;
  }
  if (publics > 0) {
    people /= publics;
    weighted += 15 * people;
    weights += 15;
  }
  if (stakeholders > 0) {
    stakeholder /= stakeholders;
    weighted += 15 * stakeholder;
    weights += 15;
  }
  const conduct = weighted / weights;

  const indicators = record.indicators;
  let points = 0;
  let indicatorWeights = 0;
  let weak = false;
  let onTarget = true;
  for (let index = 0; index < indicators.length; index++) {
    const { polarity, target, realisation, weight } = /** @type {(typeof indicators)[number]} */ (indicators[index]);
    let achievement = polarity === 'higher' ? (realisation / target) * 100 : (2 - realisation / target) * 100;
    if (achievement > 120) achievement = 120;
    else if (achievement < 0) achievement = 0;
    points += achievement * weight;
    indicatorWeights += weight;
    if (polarity === 'higher' && realisation < target * 0.5) weak = true;
    if (realisation !== target) onTarget = false;
  }
  const work = points / indicatorWeights;

  const { lateMinutes, earlyMinutes, absent } = record.attendance.counts;
  let cuts = minutesCut(lateMinutes) + minutesCut(earlyMinutes) + absent * 3;
  if (cuts > 100) cuts = 100;
  const behaviour = conduct * 0.75 + (100 - cuts) * 0.25;
  const performance = work * 0.6 + behaviour * 0.4;
  const innovation = record.facts['innovation.points'];
  const final = Math.min(120, performance + innovation);
  let rating = 'sangatKurang';
  let percent = 0.5;
  if (final >= 110) {
    rating = 'sangatBaik';
    percent = 1.1;
  } else if (final >= 100) {
    rating = 'baik';
    percent = 1;
  } else if (final >= 80) {
    rating = 'butuhPerbaikan';
    percent = 0.925;
  } else if (final >= 60) {
    rating = 'kurang';
    percent = 0.75;
  }

  const base = /** @type {number} */ (BASE_PAY[record.employee.class - 1]) * record.facts['region.index'];
  const gross = base * (0.3 + 0.7 * (Math.min(100, performance) / 100) * percent);
  const paid = hundredths((gross * (100 - cuts) * STATUS_PERCENT[record.employee.status]) / 10000);
  const tax = hundredths(paid * taxRate(paid));
  const net = Math.round(paid - tax);

  /** @type {readonly Fired[]} */
  let sanctions = NOTHING;
  if (absent >= 3 || final < 60) {
    const year = Number(record.assessed.slice(0, 4));
    const list = [];
    if (absent >= 3) list.push(absenceSanction(absenceStep(absent), year, Number(record.assessed.slice(5, 7))));
    if (final < 60) list.push(performanceSanction(year));
    sanctions = list;
  }
  const awards = [];
  if (final >= 110) awards.push(bonus(Math.round(base * 0.125)));
  if (final >= 100 && cuts === 0) awards.push(PUBLICATION);
  if (lateMinutes === 0 && earlyMinutes === 0 && absent === 0 && conduct >= 80) awards.push(ATTENDANCE);
  if (innovation >= 2 && work >= 100) awards.push(INNOVATION);
  const development = [];
  if (conduct < 75) development.push(CONDUCT_TRAINING);
  if (work < 80 || weak) development.push(WORK_TRAINING);
  if (selves > 0 && supervisors > 0 && self - supervisor >= 15) development.push(INSIGHT);
  const flags = [];
  if (publics > 0 && people < 60) flags.push(PUBLIC_FLAG);
  if (onTarget && indicators.length > 0) flags.push(ON_TARGET);
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
    net,
    sanctions,
    awards,
    development,
    flags,
  };
}

/** @returns {import('../data/record.d.mts').Way<import('../data/record.d.mts').Result<number>>} */
export const create = () => ({ run, consume: (result) => consumed(result, result.net), answer: (result) => answerOf(result, floatText) });
