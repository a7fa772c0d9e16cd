/**
 * Edges of bands, and what was nearly reached.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from '../values/calendar-date.ts';
import { type Exact, add, compare, fromCanonicalText, isExact, ratio, subtract, toText } from '../values/exact.ts';
import type { Result } from '../values/result.ts';
import { NONE } from '../values/result.ts';
import { type Type, enumType } from '../values/type.ts';
import { edgesOf } from './edges.ts';
import { buildLookup, lookup } from './lookup.ts';
import { nearestEdges } from './nearest-edges.ts';
import { readTable } from './read-table.ts';
import type { Table, TableData } from './table.ts';

const NAMED = new Map<string, Type>([['kind', enumType('kind', ['sakit', 'izin', 'alpa'])]]);
const n = fromCanonicalText;

function tableOf(data: Omit<TableData, 'outputs'>): Table {
  const read = readTable({ ...data, outputs: { cut: 'percent' } }, NAMED);
  if ('findings' in read) throw new Error(read.findings.map(({ message }) => message).join('\n'));
  return read.table;
}
const rowsOf = (column: string, ...cells: string[]): TableData['rows'] => cells.map((cell, at) => ({ [column]: cell, cut: at }));
const text = (value: Exact | undefined): string => (value ? toText(value) : '-');
const edges = (table: Table): string[] =>
  edgesOf(table).map(
    ({ column, at, rows, below, above, step }) => `${column} ${text(below)} < ${text(at)} < ${text(above)} step ${text(step)} rows ${rows.join(' ')}`,
  );
const near = (table: Table, ...inputs: Result[]): string[] =>
  nearestEdges(table, inputs).map(
    ({ column, direction, at, included, distance, rows }) =>
      `${column} ${direction} ${included ? 'at' : 'beyond'} ${toText(at)}, ${toText(distance)} away: ${rows.map(({ index }) => `row ${index + 1}`).join(', ') || 'no row'}`,
  );

const LADDER = tableOf({ inputs: { days: { unit: 'day', step: 1, min: 0, max: 366 } }, rows: rowsOf('days', '0..10', '11..13', '14..16', '>= 17') });
const BANDS = tableOf({ inputs: { share: { unit: 'percent', min: 0, max: 100 } }, rows: rowsOf('share', '< 50', '(50..75)', '>= 75') });

describe('edges', () => {
  test('have the rows that they belong to, and their neighbours by the step, inside the domain', () => {
    expect(edges(LADDER)).toEqual([
      'days - < 0 < 1 step 1 rows 0',
      'days 9 < 10 < 11 step 1 rows 0',
      'days 10 < 11 < 12 step 1 rows 1',
      'days 12 < 13 < 14 step 1 rows 1',
      'days 13 < 14 < 15 step 1 rows 2',
      'days 15 < 16 < 17 step 1 rows 2',
      'days 16 < 17 < 18 step 1 rows 3',
    ]);
  });
  test('without a step have no neighbours', () => {
    expect(edges(BANDS)).toEqual(['share - < 50 < - step - rows 0 1', 'share - < 75 < - step - rows 1 2']);
  });
  test('are given for dates in days, and not for words', () => {
    const table = tableOf({
      inputs: { kind: 'kind', on: 'date' },
      rows: [
        { kind: 'sakit', on: '< 2024-01-01', cut: 1 },
        { kind: 'izin', on: '>= 2024-01-01', cut: 2 },
      ],
    });
    expect(edges(table)).toEqual(['on 19722 < 19723 < 19724 step 1 rows 0 1']);
  });
  test('are the points of a linear table', () => {
    expect(edges(tableOf({ inputs: { share: 'percent' }, hit: 'linear', rows: rowsOf('share', '90', '60') }))).toEqual([
      'share - < 60 < - step - rows 1',
      'share - < 90 < - step - rows 0',
    ]);
  });
});

describe('what was nearly reached', () => {
  test('is the next row below and above, and how far it is', () => {
    expect(near(LADDER, n('12'))).toEqual(['days below at 10, 2 away: row 1', 'days above at 14, 2 away: row 3']);
    expect(near(LADDER, n('10'))).toEqual(['days above at 11, 1 away: row 2']);
    expect(near(LADDER, n('366'))).toEqual(['days below at 16, 350 away: row 3']);
  });
  test('without a step may begin only beyond a value, and may be a gap', () => {
    expect(near(BANDS, n('60'))).toEqual(['share below at 50, 10 away: no row', 'share above at 75, 15 away: row 3']);
    expect(near(BANDS, n('50'))).toEqual(['share below beyond 50, 0 away: row 1', 'share above beyond 50, 0 away: row 2']);
    expect(near(BANDS, n('224/3'))).toEqual(['share below at 50, 74/3 away: no row', 'share above at 75, 1/3 away: row 3']);
  });
  test('changes one column and leaves the others', () => {
    const table = tableOf({
      inputs: { kind: 'kind', days: { unit: 'day', step: 1, min: 0, max: 99 }, hours: { unit: 'hour', step: '0.5', min: 0, max: 9 } },
      rows: [
        { kind: 'sakit', days: '0..9', hours: '-', cut: 0 },
        { kind: 'sakit', days: '>= 10', hours: '< 4', cut: 1 },
        { kind: 'sakit', days: '>= 10', hours: '>= 4', cut: 2 },
        { kind: 'not(sakit)', days: '5..6', hours: '-', cut: 3 },
      ],
    });
    expect(near(table, 'sakit', n('12'), n('3'))).toEqual(['days below at 9, 3 away: row 1', 'hours above at 4, 1 away: row 3']);
    expect(near(table, 'alpa', n('6'), n('3'))).toEqual(['days below at 4, 2 away: no row', 'days above at 7, 1 away: no row']);
  });
  test('passes over edges at which the same row answers', () => {
    const table = tableOf({ inputs: { days: { unit: 'day', step: 1, min: 0, max: 99 } }, hit: 'first', rows: rowsOf('days', '50..60', '40..99', '-') });
    expect(near(table, n('70'))).toEqual(['days below at 60, 10 away: row 1']);
    expect(near(table, n('45'))).toEqual(['days below at 39, 6 away: row 3', 'days above at 50, 5 away: row 1']);
  });
  test('counts the days to a date', () => {
    const table = tableOf({ inputs: { on: 'date' }, rows: rowsOf('on', '< 2024-03-01', '>= 2024-03-01') });
    expect(near(table, CalendarDate.parse('2024-02-28')!)).toEqual([`on above at ${CalendarDate.parse('2024-03-01')!.epochDay}, 2 away: row 2`]);
  });
  test('is nothing for a linear table, for what is no value, and outside the domain', () => {
    expect(near(tableOf({ inputs: { share: 'percent' }, hit: 'linear', rows: rowsOf('share', '90', '60') }), n('70'))).toEqual([]);
    expect(near(LADDER, NONE)).toEqual([]);
    expect(near(LADDER)).toEqual([]);
    expect(near(LADDER, n('-1'))).toEqual([]);
    expect(near(LADDER, n('999'))).toEqual([]);
  });
  test('is where a lookup first changes, for any bands', () => {
    const starts = fc.subarray(
      Array.from({ length: 40 }, (_, at) => at + 1),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(starts, fc.nat(40), (cuts, value) => {
        const all = [0, ...cuts];
        const table = tableOf({
          inputs: { days: { unit: 'day', step: 1, min: 0, max: 40 } },
          rows: rowsOf('days', ...all.map((from, at) => `${from}..${(all[at + 1] ?? 41) - 1}`)),
        });
        const prepared = buildLookup(table);
        const rowAt = (at: Exact): number | undefined => {
          const found = lookup(prepared, [at]);
          return found.kind === 'found' ? found.row?.index : undefined;
        };
        const here = ratio(BigInt(value));
        for (const { at, direction, distance, rows, included } of nearestEdges(table, [here])) {
          const back = direction === 'above' ? subtract(at, ratio(1n)) : add(at, ratio(1n));
          expect(included).toBe(true);
          expect(rows.map(({ index }) => index)).toEqual([rowAt(at)]);
          expect(rowAt(at)).not.toBe(rowAt(here));
          expect(rowAt(back)).toBe(rowAt(here));
          expect(isExact(distance) && compare(distance, direction === 'above' ? subtract(at, here) : subtract(here, at))).toBe(0);
        }
        expect(nearestEdges(table, [here]).length).toBe(Number(rowAt(here) !== 0) + Number(rowAt(here) !== cuts.length));
      }),
    );
  });
});
