/**
 * One cell of a decision table.
 * In: the cell as data, its column, its place. Out: for an input a {@link Cell}, for an output a value or none; or a finding.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import { type Datum, NONE, type None } from '../values/result.ts';
import { CellRefused, type Place, quote, refusalAt } from './cell-refused.ts';
import { readLineCell, readLineValue, refuseDecimalComma } from './line-cell.ts';
import { lineOf } from './line.ts';
import type { Cell, Column, TableFinding } from './table.ts';
import { readWord, readWordCell } from './word-cell.ts';

const LONGEST = 20_000;
const ANY: Cell = Object.freeze({ kind: 'any' });
const TRUTH = 'Write true or false.';

/**
 * Reads an input cell: `"-"`, a bare value, a range, a comparison, a list, `not(...)`.
 * @example readCell('11..13', { name: 'days', type }, { label: 'Row 1', rows: [0] })
 */
export function readCell(written: unknown, column: Column, place: Place): { readonly cell: Cell } | { readonly finding: TableFinding } {
  return caught(place, column, () => ({ cell: Object.freeze(inputCell(written, column)) }));
}

/** Reads an output cell: one value of the column's type, or `none`. */
export function readOutput(written: unknown, column: Column, place: Place): { readonly value: Datum | None } | { readonly finding: TableFinding } {
  return caught(place, column, () => ({ value: outputValue(written, column) }));
}

function caught<T>(place: Place, column: Column, read: () => T): T | { readonly finding: TableFinding } {
  try {
    return read();
  } catch (error) {
    if (error instanceof CellRefused) return { finding: refusalAt(place, column.name, error) };
    throw error;
  }
}

function inputCell(written: unknown, column: Column): Cell {
  const plain = plainCell(written);
  const text = typeof plain === 'string' ? plain.trim() : plain;
  if (text === '-') return ANY;
  if (text === '') throw new CellRefused('table/cell-missing', 'the cell is empty.', 'Write "-" for any value.');
  const line = lineOf(column.type);
  if (line) return { kind: 'intervals', intervals: Object.freeze(readLineCell(notTruth(text, line.dates), line)) };
  if (column.type.kind === 'boolean') return { kind: 'truth', value: truth(text) };
  return column.type.kind === 'enum' ? readWordCell(String(text), column.type) : readWordCell(notValue(text), undefined);
}

function outputValue(written: unknown, { type }: Column): Datum | None {
  const plain = plainCell(written);
  const text = typeof plain === 'string' ? plain.trim() : plain;
  if (text === 'none') return NONE;
  if (text === '' || text === '-')
    throw new CellRefused(
      'table/cell-missing',
      `${quote(String(text))} gives no value.`,
      'Write the value, or "none" where the table declares that there is none.',
    );
  const line = lineOf(type);
  if (line) {
    const one = notTruth(text, line.dates);
    if (typeof one === 'string' && /\.\.|^[<>]/.test(one))
      throw new CellRefused('table/output-not-one', `${quote(one)} is not one value.`, 'An output is one value; ranges belong to inputs.');
    if (typeof one === 'string') refuseDecimalComma(one, line);
    const value = readLineValue(one, line, 'one');
    return line.dates ? CalendarDate.fromEpochDay(Number(value.s * value.n)) : value;
  }
  if (type.kind === 'boolean') return truth(text);
  return type.kind === 'enum' ? readWord(String(text), type) : readText(notValue(text));
}

/** A text output is the whole cell, commas and all; the quotes around it are dropped. */
const readText = (text: string): string => (text.startsWith('"') ? readWord(text, undefined) : text);

function plainCell(written: unknown): string | number | boolean {
  if (typeof written === 'string' && written.length > LONGEST)
    throw new CellRefused('table/cell-too-long', `the cell is longer than ${LONGEST} characters.`, 'Split it into several rows.');
  if (typeof written === 'string' || typeof written === 'number' || typeof written === 'boolean') return written;
  throw new CellRefused(
    'table/cell-kind',
    'a cell is a text, a number, true or false.',
    written === null ? 'Write "-" for any value, or "none" for an output that is declared absent.' : undefined,
  );
}

function notTruth(text: string | number | boolean, dates: boolean): string | number {
  if (typeof text !== 'boolean' && !(dates && typeof text === 'number')) return text;
  throw new CellRefused(dates ? 'table/cell-date' : 'table/cell-number', `${String(text)} is not a ${dates ? 'date' : 'number'}.`);
}

function notValue(text: string | number | boolean): string {
  if (typeof text === 'string') return text;
  throw new CellRefused(
    'table/cell-word',
    `${String(text)} is a ${typeof text === 'number' ? 'number' : 'truth value'}, and this column holds texts.`,
    `Put it into quotes: "${String(text)}".`,
  );
}

function truth(text: string | number | boolean): boolean {
  if (text === true || text === 'true') return true;
  if (text === false || text === 'false') return false;
  throw new CellRefused('table/cell-truth', `${quote(String(text))} is neither true nor false.`, TRUTH);
}
