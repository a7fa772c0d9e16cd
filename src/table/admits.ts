/**
 * Whether a cell admits a value, and whether two cells have a value in common.
 * In: cells as understood, values as they arrive. Out: true or false.
 */
import { type Exact, compare, isExact, whole } from '../values/exact.ts';
import { type Result, isDate } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import { type Cut, type Line, compareCuts, cutsOf, endsOf, lineOf } from './line.ts';
import type { Cell, Interval } from './table.ts';

/** A looked-up value as cells see it: a date is its day's number. */
export type Key = Exact | string | boolean;

/** Undefined for what no cell can admit: none, unknown, a fault, a list, a record. */
export const keyOf = (value: Result): Key | undefined => {
  if (isDate(value)) return whole(value.epochDay);
  return isExact(value) || typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
};

export function admits(cell: Cell, key: Key): boolean {
  switch (cell.kind) {
    case 'any':
      return true;
    case 'truth':
      return cell.value === key;
    case 'words':
      return typeof key === 'string' && cell.words.has(key);
    case 'except':
      return typeof key === 'string' && !cell.words.has(key);
    case 'intervals':
      return isExact(key) && anyIncludes(cell.intervals, key);
  }
}

function anyIncludes(intervals: readonly Interval[], value: Exact): boolean {
  for (let at = 0; at < intervals.length; at++) if (includes(intervals[at]!, value)) return true;
  return false;
}

function includes({ low, high, lowIncluded, highIncluded }: Interval, value: Exact): boolean {
  const fromLow = low ? compare(value, low) : 1;
  if (fromLow < 0 || (fromLow === 0 && !lowIncluded)) return false;
  const toHigh = high ? compare(value, high) : -1;
  return toHigh < 0 || (toHigh === 0 && highIncluded);
}

/** What two cells of a column both admit; undefined when that is nothing. */
export function common(a: Cell, b: Cell, type: Type): Cell | undefined {
  if (a.kind === 'any') return b;
  if (b.kind === 'any') return a;
  if (a.kind === 'truth' && b.kind === 'truth') return a.value === b.value ? a : undefined;
  if (a.kind === 'words') return wordsIn(a.words, b);
  if (b.kind === 'words') return wordsIn(b.words, a);
  if (a.kind === 'except' && b.kind === 'except') return { kind: 'except', words: new Set([...a.words, ...b.words]) };
  const line = lineOf(type);
  return a.kind === 'intervals' && b.kind === 'intervals' && line ? commonIntervals(a.intervals, b.intervals, line) : undefined;
}

function wordsIn(words: ReadonlySet<string>, cell: Cell): Cell | undefined {
  const both = [...words].filter((word) => admits(cell, word));
  return both.length === 0 ? undefined : { kind: 'words', words: new Set(both) };
}

function commonIntervals(a: readonly Interval[], b: readonly Interval[], line: Line): Cell | undefined {
  const [first, last] = endsOf(line);
  const both = a.flatMap((one) =>
    b.flatMap((two) => {
      const [low, high] = [greater(cutsOf(one, line)[0], cutsOf(two, line)[0]), less(cutsOf(one, line)[1], cutsOf(two, line)[1])];
      if (compareCuts(greater(low, first), less(high, last)) >= 0) return [];
      return [{ ...pick(one, two, line, 'low'), ...pick(one, two, line, 'high') } as Interval];
    }),
  );
  return both.length === 0 ? undefined : { kind: 'intervals', intervals: both };
}

const greater = (a: Cut, b: Cut): Cut => (compareCuts(a, b) >= 0 ? a : b);
const less = (a: Cut, b: Cut): Cut => (compareCuts(a, b) <= 0 ? a : b);

function pick(one: Interval, two: Interval, line: Line, end: 'low' | 'high'): Partial<Interval> {
  const at = end === 'low' ? 0 : 1;
  const order = compareCuts(cutsOf(one, line)[at], cutsOf(two, line)[at]);
  const from = (end === 'low') === order >= 0 ? one : two;
  return end === 'low' ? { low: from.low, lowIncluded: from.lowIncluded } : { high: from.high, highIncluded: from.highIncluded };
}
