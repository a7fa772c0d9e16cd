/**
 * Cells of number and date columns.
 * In: text such as `11..13`, `[0..50)`, `>= 28`, `1..3, 7`; the column and its line. Out: intervals, or a thrown {@link CellRefused}.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import { type Exact, NumberRefused, compare, fromDecimalText, fromNumber, isMultiple, ratio, toText } from '../values/exact.ts';
import { CellRefused, quote } from './cell-refused.ts';
import { type Line, compareCuts, cutsOf, domainText, endsOf, lineText, withinBounds } from './line.ts';
import { mendDate, mendNumber } from './line-mends.ts';
import type { Interval } from './table.ts';

const FORMS = {
  numbers: 'Write a number ("3"), a range ("11..13", "[0..50)"), a comparison (">= 28"), several of them ("1..3, 7"), or "-" for any.',
  dates: 'Write a date ("2024-01-31"), a range ("2024-01-01..2024-06-30"), a comparison (">= 2024-07-01"), several of them, or "-" for any.',
};

/** Reads the items of a cell, in the order in which they are written. */
export function readLineCell(written: string | number, line: Line): readonly Interval[] {
  if (typeof written === 'number') return [point(readLineValue(written, line))];
  refuseDecimalComma(written, line);
  return written.split(',').map((item) => readItem(item.trim(), line));
}

/** Reads one number or date of the line: within its domain, on its step. Where `only` one value may stand, no range is proposed. */
export function readLineValue(written: string | number, line: Line, only?: 'one'): Exact {
  const value = line.dates ? readDate(written, only) : readNumber(written, only);
  const text = lineText(value, line);
  if (!withinBounds(value, line)) {
    throw new CellRefused(
      'table/cell-outside-domain',
      `${text} lies outside the domain of the column, ${domainText(line)}.`,
      'Stay within the domain, or widen the min and max of the column.',
    );
  }
  if (line.step && !isMultiple(value, line.step)) {
    throw new CellRefused(
      'table/cell-off-step',
      `${text} is not a multiple of ${toText(line.step)}, the step of the column.`,
      'Write a multiple of the step, or make the step of the column finer.',
    );
  }
  return value;
}

/** `1,5` is neither a list nor a number; a list has a space behind its comma. */
export function refuseDecimalComma(written: string, line: Line): void {
  const found = line.dates ? null : /(-?\d[\d.]*),(\d+)/.exec(written);
  if (!found) return;
  const [, whole = '', decimals = ''] = found;
  throw new CellRefused(
    'table/cell-decimal-comma',
    `${quote(written)} has a comma inside a number.`,
    `Write "${whole}.${decimals}" for a decimal (a point, not a comma), or "${whole}, ${decimals}" with a space for two numbers.`,
  );
}

const point = (value: Exact): Interval => ({ low: value, high: value, lowIncluded: true, highIncluded: true });

function readItem(text: string, line: Line): Interval {
  if (text === '') throw new CellRefused('table/cell-number', 'a value is missing beside a comma.', 'Leave out the comma, or write the value.');
  const interval = readComparison(text, line) ?? readRange(text, line) ?? point(readLineValue(text, line));
  const [low, high] = cutsOf(interval, line);
  const [first, last] = endsOf(line);
  if (compareCuts(low, high) >= 0 || compareCuts(low, last) >= 0 || compareCuts(high, first) <= 0) {
    throw new CellRefused('table/cell-empty', `${quote(text)} admits no value of the column.`, 'Move an edge, or include it with "[" or "]".');
  }
  return interval;
}

function readComparison(text: string, line: Line): Interval | undefined {
  const [, sign, rest] = /^(<=|>=|<(?!\s*=)|>(?!\s*=))\s*(.*)$/s.exec(text) ?? [];
  if (sign === undefined || rest === undefined) return undefined;
  const value = readLineValue(rest, line);
  return sign.startsWith('>')
    ? { low: value, lowIncluded: sign === '>=', high: undefined, highIncluded: false }
    : { low: undefined, lowIncluded: false, high: value, highIncluded: sign === '<=' };
}

function readRange(text: string, line: Line): Interval | undefined {
  const dots = text.indexOf('..');
  if (dots <= 0 || text.startsWith('...', dots)) return undefined;
  const opens = /^[[(\]]/.test(text);
  const closes = /[\])[]$/.test(text);
  const from = text.slice(opens ? 1 : 0, dots).trim();
  const to = text.slice(dots + 2, closes ? -1 : undefined).trim();
  if (from === '' || to === '') return undefined;
  if (opens !== closes || text.startsWith(']') || text.endsWith('[')) {
    throw new CellRefused(
      'table/cell-brackets',
      `${quote(text)} has brackets that do not pair.`,
      `Write "[${from}..${to}]", with "(" or ")" at an end that does not belong to it.`,
    );
  }
  const low = readLineValue(from, line);
  const high = readLineValue(to, line);
  if (compare(low, high) > 0)
    throw new CellRefused('table/cell-reversed', `the range ${quote(text)} runs backwards.`, `Write "${text.replace(/[^[(\])].*[^\])]/s, `${to}..${from}`)}".`);
  return { low, high, lowIncluded: !text.startsWith('('), highIncluded: !text.endsWith(')') };
}

function readNumber(written: string | number, only?: 'one'): Exact {
  try {
    return typeof written === 'number' ? fromNumber(written) : fromDecimalText(written);
  } catch (error) {
    if (!(error instanceof NumberRefused)) throw error;
    if (typeof written === 'number') throw new CellRefused('table/cell-number', error.message);
    throw new CellRefused(
      'table/cell-number',
      `${quote(written)} is not a number.`,
      only ? 'Write one number, such as "25" or "2.5".' : (mendNumber(written) ?? FORMS.numbers),
    );
  }
}

function readDate(written: string | number, only?: 'one'): Exact {
  const date = CalendarDate.parse(String(written));
  if (date) return ratio(BigInt(date.epochDay));
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(written)))
    throw new CellRefused('table/cell-date', `${quote(String(written))} is no day of the calendar (1900 to 2200).`);
  throw new CellRefused(
    'table/cell-date',
    `${quote(String(written))} is not a date.`,
    only ? 'Write one date, such as "2024-01-31".' : (mendDate(String(written)) ?? FORMS.dates),
  );
}
