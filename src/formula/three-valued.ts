/**
 * `and`, `or` and `not` where a truth may be unknown or a fault.
 * In: truths. Out: a truth. A false conjunct decides whatever the others are, and so does a true disjunct; then a fault, then what is unknown.
 * Both are commutative and associative; of several faults the first in the text is kept.
 */
import type { Unknown } from '../values/result.ts';
import { Fault, unknown } from '../values/result.ts';

export type Truth = boolean | Unknown | Fault;

export const conjunction = (a: Truth, b: Truth): Truth => (a === false || b === false ? false : open(a, b, true));
export const disjunction = (a: Truth, b: Truth): Truth => (a === true || b === true ? true : open(a, b, false));
export const negation = (a: Truth): Truth => (typeof a === 'boolean' ? !a : a);

/** Two truths neither of which decides; `neutral` is the one that leaves the other as it is. */
function open(a: Truth, b: Truth, neutral: boolean): Truth {
  if (a === neutral) return b;
  if (b === neutral) return a;
  if (a instanceof Fault) return a;
  if (b instanceof Fault) return b;
  return unknown(...(a as Unknown).facts, ...(b as Unknown).facts);
}
