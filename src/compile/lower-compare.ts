/**
 * Comparisons of numbers, days, words and truths.
 * In: two nodes that are values, a comparator. Out: a truth; an ordered enumeration compares by the places of its members.
 */
import type { CompareTree } from '../formula/tree.ts';
import { NotCompiled, TRUTH, compareDays, compareNumbers, constantTruth, numberInfo } from './build-ir.ts';
import type { Ir } from './ir.ts';
import { wholeBounds } from './number-bounds.ts';

/** Both are values. */
export function lowerCompare(tree: Pick<CompareTree, 'comparator' | 'order'>, left: Ir, right: Ir): Ir {
  const { comparator, order } = tree;
  const [a, b] = [left.info.rep.kind, right.info.rep.kind];
  const numeric = (kind: string): boolean => kind === 'number' || kind === 'exact';
  if (numeric(a) && numeric(b)) return compareNumbers(comparator, left, right);
  if (a === 'date' && b === 'date') return compareDays(comparator, left, right);
  if (comparator === '=' || comparator === '!=') {
    if (a !== b || (a !== 'word' && a !== 'truth')) throw new NotCompiled(`comparing ${a} with ${b}`);
    if (left.op === 'constant' && right.op === 'constant') return constantTruth((left.value === right.value) === (comparator === '='));
    return { op: 'same', a: left, b: right, negated: comparator === '!=', info: TRUTH };
  }
  if (order && a === 'word' && b === 'word') return compareNumbers(comparator, rank(left, order), rank(right, order));
  throw new NotCompiled(`ordering ${a} and ${b}`);
}

export function rank(a: Ir, order: readonly string[]): Ir {
  if (a.op === 'constant') return { op: 'constant', value: order.indexOf(a.value as string), info: numberInfo(wholeBounds(0, order.length, 0)) };
  return { op: 'rank', a, order, info: numberInfo(wholeBounds(0, order.length, 0)) };
}
