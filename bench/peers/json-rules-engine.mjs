/**
 * The task with json-rules-engine for the twelve rules and decimal.js for the terms. Exact.
 * One engine for all records (safe, because runs follow one another; a fresh engine for each took as much time, within noise), terms handed over as
 * run-time facts, comparisons by operators over Decimals, results put in the ruleset's order afterwards.
 * In: a record. Out: a promise of a result with Decimals.
 */
import { Engine } from 'json-rules-engine';
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
import { decimalText, resultOf, terms } from './hand-decimal.mjs';

/** @typedef {import('./hand-decimal.mjs').Terms} Terms */
/** @type {(fact: string, operator: string, value: unknown) => { fact: string, operator: string, value: unknown }} */
const when = (fact, operator, value) => ({ fact, operator, value });

/** In the ruleset's order: list, conditions, what it says. @type {readonly (readonly ['sanctions' | 'awards' | 'development' | 'flags', any, (t: Terms) => import('../data/record.d.mts').Fired])[]} */
const RULES = [
  ['sanctions', { all: [when('stepCode', 'notEqual', 'nihil')] }, (t) => absenceSanction(t.step, t.year, t.month)],
  ['sanctions', { all: [when('final', 'below', 60)] }, (t) => performanceSanction(t.year)],
  ['awards', { all: [when('rating', 'equal', 'sangatBaik')] }, (t) => bonus(t.bonus)],
  ['awards', { all: [when('rating', 'in', ['sangatBaik', 'baik']), when('cuts', 'same', 0)] }, () => PUBLICATION],
  [
    'awards',
    { all: [when('lateMinutes', 'equal', 0), when('earlyMinutes', 'equal', 0), when('absent', 'equal', 0), when('conduct', 'atLeast', 80)] },
    () => ATTENDANCE,
  ],
  ['awards', { all: [when('innovation', 'atLeast', 2), when('work', 'atLeast', 100)] }, () => INNOVATION],
  ['development', { all: [when('conduct', 'below', 75)] }, () => CONDUCT_TRAINING],
  ['development', { any: [when('work', 'below', 80), when('weak', 'greaterThan', 0)] }, () => WORK_TRAINING],
  ['development', { all: [when('selfGap', 'atLeast', 15)] }, () => INSIGHT],
  ['flags', { all: [when('publicLow', 'equal', true)] }, () => PUBLIC_FLAG],
  ['flags', { all: [when('onTarget', 'equal', true)] }, () => ON_TARGET],
  ['flags', { all: [when('items', 'lessThan', 3)] }, () => FEW_RATERS],
];

/** @returns {import('../data/record.d.mts').Way<import('../data/record.d.mts').Result<import('decimal.js').Decimal>>} */
export function create() {
  const engine = new Engine();
  engine.addOperator('atLeast', (/** @type {any} */ fact, /** @type {number} */ value) => fact.gte(value));
  engine.addOperator('below', (/** @type {any} */ fact, /** @type {number} */ value) => fact.lt(value));
  engine.addOperator('same', (/** @type {any} */ fact, /** @type {number} */ value) => fact.eq(value));
  RULES.forEach(([, conditions], index) => engine.addRule({ conditions, event: { type: String(index) } }));
  return {
    run: async (record) => {
      const t = terms(record);
      const { conduct, work, final, rating, cuts, lateMinutes, earlyMinutes, absent, innovation, weak, selfGap, publicLow, onTarget, items } = t;
      const facts = {
        conduct,
        work,
        final,
        rating,
        cuts,
        lateMinutes,
        earlyMinutes,
        absent,
        innovation,
        weak,
        selfGap,
        publicLow,
        onTarget,
        items,
        stepCode: t.step.code,
      };
      const { events } = await engine.run(facts);
      const fired = {
        sanctions: /** @type {any[]} */ ([]),
        awards: /** @type {any[]} */ ([]),
        development: /** @type {any[]} */ ([]),
        flags: /** @type {any[]} */ ([]),
      };
      // Events come in the order in which promises settle.
      for (const index of events.map((event) => Number(event.type)).sort((a, b) => a - b)) {
        const [list, , says] = /** @type {(typeof RULES)[number]} */ (RULES[index]);
        fired[list].push(says(t));
      }
      return resultOf(t, fired);
    },
    consume: (result) => consumed(result, result.net.toNumber()),
    answer: (result) => answerOf(result, decimalText),
  };
}
