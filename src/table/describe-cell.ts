/**
 * Cells as text, for traces and messages.
 * In: a cell as understood, the type of its column. Out: text that could be written in a table: `11..13`, `>= 28`, `[0..50)`, `a, b`.
 */
import type { Datum, None, Result } from '../values/result.ts';
import { isDate, isFault, isNone, isUnknown } from '../values/result.ts';
import { isExact, toText } from '../values/exact.ts';
import type { Type } from '../values/type.ts';
import { type Line, lineOf, lineText } from './line.ts';
import type { Cell, Interval } from './table.ts';

/**
 * The shortest way to write a cell.
 * @example describeCell(cell, column.type) // '[0..50)'
 */
export function describeCell(cell: Cell, type: Type): string {
  switch (cell.kind) {
    case 'any':
      return '-';
    case 'truth':
      return String(cell.value);
    case 'words':
      return wordsText(cell.words);
    case 'except':
      return `not(${wordsText(cell.words)})`;
    case 'intervals': {
      const line = lineOf(type);
      return line ? cell.intervals.map((interval) => describeInterval(interval, line)).join(', ') : '-';
    }
  }
}

export function describeInterval({ low, high, lowIncluded, highIncluded }: Interval, line: Line): string {
  if (low && high) {
    const range = `${lineText(low, line)}..${lineText(high, line)}`;
    if (lowIncluded && highIncluded) return low.equals(high) ? lineText(low, line) : range;
    return `${lowIncluded ? '[' : '('}${range}${highIncluded ? ']' : ')'}`;
  }
  if (low) return `${lowIncluded ? '>=' : '>'} ${lineText(low, line)}`;
  if (high) return `${highIncluded ? '<=' : '<'} ${lineText(high, line)}`;
  return '-';
}

export const wordsText = (words: Iterable<string>): string => [...words].map(wordText).join(', ');

/** A word as a cell writes it: in quotes where it would read as something else. */
export const wordText = (word: string): string => (/^[A-Za-z0-9][^,"()]*$/.test(word) && word === word.trim() ? word : JSON.stringify(word));

/** A value as a message writes it. */
export function valueText(value: Datum | None | Result): string {
  if (isExact(value)) return toText(value);
  if (isDate(value)) return value.toString();
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  if (isNone(value)) return 'none';
  if (isUnknown(value)) return 'unknown';
  return isFault(value) ? 'a fault' : Array.isArray(value) ? 'a list' : 'a record';
}
