/**
 * Functions over the members of a list, all of which are values.
 * In: carried numbers, exact ratios, words or days. Out: one value; a fault where there is nothing to fold.
 */
import { type Exact, ZERO, add, compare, divide, ratio } from '../values/exact.ts';
import type { Fold } from './ir.ts';
import type { Lowered } from './lowered.ts';
import { EMPTY } from './missing.ts';

export function foldList(fold: Fold, list: readonly Lowered[], exact: boolean, order?: readonly string[]): Lowered {
  switch (fold) {
    case 'count':
      return list.length;
    case 'last':
      return list.at(-1) ?? EMPTY;
    case 'distinct':
      return [...new Set(list)];
    case 'longestRun':
      return longestRun(list);
    case 'sum':
      return exact ? (list as readonly Exact[]).reduce(add, ZERO) : sum(list as readonly number[]);
    case 'mean':
      if (list.length === 0) return EMPTY;
      return exact ? divide((list as readonly Exact[]).reduce(add, ZERO), ratio(BigInt(list.length))) : sum(list as readonly number[]) / list.length;
    case 'median':
      return list.length === 0 ? EMPTY : exact ? exactMedian(list as readonly Exact[]) : median(list as readonly number[]);
    case 'least':
    case 'greatest':
      return list.length === 0 ? EMPTY : extreme(list, fold === 'least' ? -1 : 1, exact, order);
  }
}

export function sum(list: readonly number[]): number {
  let total = 0;
  for (let at = 0; at < list.length; at++) total += list[at]!;
  return total;
}

function longestRun(list: readonly Lowered[]): number {
  let [longest, run] = [0, 0];
  for (const member of list) {
    run = member === true ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

function median(list: readonly number[]): number {
  const sorted = [...list].sort((a, b) => a - b);
  const upper = sorted[sorted.length >> 1]!;
  return sorted.length % 2 === 1 ? upper : (sorted[(sorted.length >> 1) - 1]! + upper) / 2;
}

function exactMedian(list: readonly Exact[]): Exact {
  const sorted = [...list].sort(compare);
  const upper = sorted[sorted.length >> 1]!;
  return sorted.length % 2 === 1 ? upper : divide(add(sorted[(sorted.length >> 1) - 1]!, upper), ratio(2n));
}

function extreme(list: readonly Lowered[], sign: 1 | -1, exact: boolean, order: readonly string[] | undefined): Lowered {
  const rank = (value: Lowered): number => (order ? order.indexOf(value as string) : (value as number));
  return list.reduce((found, member) => ((exact ? compare(member as Exact, found as Exact) : rank(member) - rank(found)) * sign > 0 ? member : found));
}
