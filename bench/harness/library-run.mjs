/**
 * A ruleset by one of the three ways of the library.
 * In: the way, a resolved ruleset. Out: a function from appraisal to outcome; whether a way exists; and how any outcome is consumed.
 */
import * as library from 'kinerja';

export const LIBRARY_WAYS = /** @type {const} */ (['generated', 'closures', 'exact']);

/** Whether this build has that way. @param {string} way */
export const exists = (way) => way === 'exact' || 'compile' in library;

/**
 * @param {string} way one that exists
 * @param {any} ruleset
 * @returns {(appraisal: any) => any}
 */
export function runner(way, ruleset) {
  const { appraise, compile } = /** @type {any} */ (library);
  if (way === 'exact') return (appraisal) => appraise(ruleset, appraisal);
  return way === 'closures' ? compile(ruleset) : compile(ruleset, { code: 'generated' });
}

/** Status, scores as text, lines of pay, how many rules fired. @param {any} outcome */
export function consume(outcome) {
  let sum = outcome.status.length + outcome.awards.length + outcome.sanctions.length + outcome.development.length + outcome.flags.length;
  for (const id in outcome.scores) sum += outcome.scores[id].exact.length;
  for (const line of outcome.payments) sum += line.status.length;
  return sum;
}
