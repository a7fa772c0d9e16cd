/**
 * Hygiene on tables as regulations print them: edges that belong to no band, bands printed twice, rows that cannot be reached.
 */
import { describe, expect, test } from 'vitest';
import { type Type, enumType } from '../values/type.ts';
import { hygiene } from './hygiene.ts';
import { readTable } from './read-table.ts';
import type { TableData } from './table.ts';

const LADDER = ['sangatKurang', 'kurang', 'baik'];
const NAMED = new Map<string, Type>([
  ['kind', enumType('kind', ['sakit', 'izin', 'alpa'])],
  ['predikat', enumType('predikat', LADDER, LADDER)],
]);
const OUT = { cut: 'percent' };
const DAYS = { unit: 'day', step: 1, min: 0, max: 100 };
const SHARE = { unit: 'percent', min: 0, max: 100 };
const rowsOf = (column: string, ...cells: string[]): TableData['rows'] => cells.map((cell, at) => ({ [column]: cell, cut: at }));

/** Each finding as "code rows: message". */
function smells(data: TableData): string[] {
  const read = readTable(data, NAMED);
  if ('findings' in read) throw new Error(read.findings.map(({ message }) => message).join('\n'));
  return hygiene(read.table).map(({ code, rows, message }) => `${code.slice('table/'.length)} [${rows.join()}] ${message}`);
}

const CASES: readonly (readonly [about: string, data: TableData, smells: readonly string[]])[] = [
  ['bands that meet by the step', { inputs: { days: DAYS }, outputs: OUT, rows: rowsOf('days', '0..10', '11..13', '14..16', '>= 17') }, []],
  ['bands that meet at an edge of one', { inputs: { share: SHARE }, outputs: OUT, rows: rowsOf('share', '< 50', '[50..75)', '>= 75') }, []],
  [
    'the same bands without a step',
    { inputs: { share: SHARE }, outputs: OUT, rows: rowsOf('share', '0..13', '14..100') },
    ['gap [] No row answers share (13..14); for example share 13.5.'],
  ],
  [
    'an edge that nobody has (exactly 50)',
    { inputs: { share: SHARE }, outputs: OUT, rows: rowsOf('share', '< 50', '> 50') },
    ['gap [] No row answers share 50; for example share 50.'],
  ],
  [
    'an edge that both have',
    { inputs: { share: SHARE }, outputs: OUT, rows: rowsOf('share', '<= 50', '>= 50') },
    ['overlap [0,1] Rows 1 and 2 both answer share 50; for example share 50.'],
  ],
  [
    'minutes up to "less than 7260" and "more than 7260"',
    { inputs: { minutes: { unit: 'minute', step: 1, min: 0, max: 9999 } }, outputs: OUT, rows: rowsOf('minutes', '< 7260', '> 7260') },
    ['gap [] No row answers minutes 7260; for example minutes 7260.'],
  ],
  [
    'bands as printed with 31 twice and 61..91 never',
    { inputs: { days: DAYS }, outputs: OUT, rows: rowsOf('days', '0..31', '31..60', '92..100') },
    ['gap [] No row answers days 61..91; for example days 61.', 'overlap [0,1] Rows 1 and 2 both answer days 31; for example days 31.'],
  ],
  [
    'the same with the hole declared',
    {
      inputs: { days: DAYS },
      outputs: OUT,
      rows: rowsOf('days', '0..30', '31..60', '92..100'),
      gaps: [{ range: { days: '61..91' }, gives: 'unknown', cite: 'x' }],
    },
    [],
  ],
  [
    'a declared hole that is narrower than the hole',
    { inputs: { days: DAYS }, outputs: OUT, rows: rowsOf('days', '0..60', '92..100'), gaps: [{ range: { days: '61..90' }, gives: 'unknown' }] },
    ['gap [] No row answers days 91; for example days 91.'],
  ],
  [
    'a declared hole that a row reaches into',
    { inputs: { days: DAYS }, outputs: OUT, rows: rowsOf('days', '0..60', '61..100'), gaps: [{ range: { days: '60' }, gives: 'unknown' }] },
    ['gap-covered [0] Gap 1 is declared, but row 1 answers days 60.'],
  ],
  [
    'a declared gap of other texts, which two rows leave out',
    { inputs: { office: 'text' }, outputs: OUT, rows: rowsOf('office', 'A', 'B'), gaps: [{ range: { office: 'not(A, B)' }, gives: 'unknown' }] },
    [],
  ],
  [
    'a declared gap of other texts, which a row of other texts covers',
    { inputs: { office: 'text' }, outputs: OUT, rows: rowsOf('office', 'A', 'not(A)'), gaps: [{ range: { office: 'not(A, B)' }, gives: 'unknown' }] },
    ['gap-covered [1] Gap 1 is declared, but row 2 answers office other.'],
  ],
  [
    'a declared gap of dates, words and truth values, partly covered',
    {
      inputs: { on: 'date', kind: 'kind', letter: 'boolean' },
      outputs: OUT,
      rows: [{ on: '>= 2024-01-01', kind: 'sakit, izin', letter: 'true', cut: 0 }],
      otherwise: { cut: 1 },
      gaps: [
        { range: { on: '<= 2024-01-01', kind: 'not(sakit)', letter: true }, gives: 'unknown' },
        { range: { on: '< 2024-01-01' }, gives: 'unknown' },
        { range: { letter: false }, gives: 'unknown' },
        { range: { kind: 'alpa' }, gives: 'unknown' },
      ],
    },
    ['gap-covered [0] Gap 1 is declared, but row 1 answers on 2024-01-01, kind izin, letter true.'],
  ],
  [
    'a declared gap between the points of a line',
    { inputs: { share: SHARE }, outputs: OUT, hit: 'linear', rows: rowsOf('share', '0', '100'), gaps: [{ range: { share: '40..60' }, gives: 'unknown' }] },
    ['gap-covered [] Gap 1 is declared, but the line between the points answers share 40.'],
  ],
  [
    'an open domain',
    { inputs: { share: 'percent' }, outputs: OUT, rows: rowsOf('share', '0..50', '(50..100]') },
    ['gap [] No row answers share < 0; for example share -1.', 'gap [] No row answers share > 100; for example share 101.'],
  ],
  [
    'an open domain with otherwise',
    { inputs: { share: 'percent' }, outputs: OUT, rows: rowsOf('share', '0..50', '(50..100]'), otherwise: { cut: 'none' } },
    [],
  ],
  [
    'an open domain with a step',
    { inputs: { days: 'integer' }, outputs: OUT, rows: rowsOf('days', '0..50') },
    ['gap [] No row answers days <= -1; for example days -1.', 'gap [] No row answers days >= 51; for example days 51.'],
  ],
  ['an open domain that is covered', { inputs: { share: 'percent' }, outputs: OUT, rows: rowsOf('share', '< 0', '>= 0') }, []],
  [
    'dates',
    { inputs: { on: 'date' }, outputs: OUT, rows: rowsOf('on', '< 2024-01-01', '2024-01-01..2024-06-30', '> 2024-07-01') },
    ['gap [] No row answers on 2024-07-01; for example on 2024-07-01.'],
  ],
  [
    'dates that begin late',
    { inputs: { on: 'date' }, outputs: OUT, rows: rowsOf('on', '>= 2024-01-01') },
    ['gap [] No row answers on 1900-01-01..2023-12-31; for example on 1900-01-01.'],
  ],
  [
    'words',
    { inputs: { kind: 'kind' }, outputs: OUT, rows: rowsOf('kind', 'sakit', 'sakit, izin') },
    ['gap [] No row answers kind alpa; for example kind alpa.', 'overlap [0,1] Rows 1 and 2 both answer kind sakit; for example kind sakit.'],
  ],
  ['words by their order', { inputs: { rating: 'predikat' }, outputs: OUT, rows: rowsOf('rating', '< baik', '>= baik') }, []],
  [
    'texts, which are never all named',
    { inputs: { office: 'text' }, outputs: OUT, rows: rowsOf('office', 'A', 'B') },
    ['gap [] No row answers office not(A, B); for example office other.'],
  ],
  ['texts with the rest named', { inputs: { office: 'text' }, outputs: OUT, rows: rowsOf('office', 'other', 'not(other)') }, []],
  [
    'truth values',
    { inputs: { letter: 'boolean' }, outputs: OUT, rows: rowsOf('letter', 'true') },
    ['gap [] No row answers letter false; for example letter false.'],
  ],
  [
    'two columns',
    {
      inputs: { days: DAYS, kind: 'kind' },
      outputs: OUT,
      rows: [
        { days: '0..10', kind: '-', cut: 1 },
        { days: '11..100', kind: 'sakit', cut: 2 },
        { days: '10..100', kind: 'izin', cut: 3 },
      ],
    },
    [
      'gap [] No row answers days 11..100, kind alpa; for example days 11, kind alpa.',
      'overlap [0,2] Rows 1 and 3 both answer days 10, kind izin; for example days 10, kind izin.',
    ],
  ],
  [
    'two columns with one hole for all',
    {
      inputs: { days: DAYS, kind: 'kind' },
      outputs: OUT,
      rows: [
        { days: '0..10', kind: '-', cut: 1 },
        { days: '12..100', kind: '-', cut: 2 },
      ],
    },
    ['gap [] No row answers days 11; for example days 11, kind sakit.'],
  ],
  [
    'first, where a later row is hidden',
    { inputs: { share: SHARE }, outputs: OUT, hit: 'first', rows: rowsOf('share', '>= 50', '>= 75', '-') },
    ['unreachable-row [1] Row 2 is never reached: rows above it answer all that it admits; for example share 75.'],
  ],
  [
    'first, hidden by two rows together',
    {
      inputs: { days: DAYS, kind: 'kind' },
      outputs: OUT,
      hit: 'first',
      rows: [
        { days: '0..50', kind: '-', cut: 1 },
        { days: '51..100', kind: '-', cut: 2 },
        { days: '40..60', kind: 'izin', cut: 3 },
      ],
    },
    ['unreachable-row [2] Row 3 is never reached: rows above it answer all that it admits; for example days 40, kind izin.'],
  ],
  [
    'first, with a gap',
    { inputs: { share: SHARE }, outputs: OUT, hit: 'first', rows: rowsOf('share', '> 75', '> 50') },
    ['gap [] No row answers share 0..50; for example share 0.'],
  ],
  [
    'a crosstab whose columns overlap',
    { inputs: { days: DAYS, kind: 'kind' }, outputs: OUT, columns: { days: ['0..50', '50..100'] }, rows: [{ kind: '-', cells: [1, 2] }] },
    ['overlap [0] Two columns of the crosstab, in row 1, both answer days 50; for example days 50, kind sakit.'],
  ],
  [
    'atOrBelow that begins above the least value',
    { inputs: { days: DAYS }, outputs: OUT, hit: 'atOrBelow', rows: rowsOf('days', '5', '50') },
    ['gap [] No row answers days 0..4; for example days 0.'],
  ],
  [
    'linear that ends below the greatest value',
    { inputs: { share: SHARE }, outputs: OUT, hit: 'linear', rows: rowsOf('share', '0', '50') },
    ['gap [] No row answers share (50..100]; for example share 75.'],
  ],
  [
    'collect min without a row for all',
    { inputs: { share: SHARE }, outputs: OUT, hit: 'collect min', rows: rowsOf('share', '>= 50', '>= 50') },
    ['gap [] No row answers share [0..50); for example share 0.'],
  ],
  ['collect sum, where no row is 0', { inputs: { share: SHARE }, outputs: OUT, hit: 'collect sum', rows: rowsOf('share', '>= 50', '>= 50') }, []],
];

describe('hygiene', () => {
  test.each(CASES)('of %s', (_, data, wanted) => {
    expect(smells(data)).toEqual(wanted);
  });

  test('says how to mend, gives the example apart, and is frozen', () => {
    const read = readTable({ inputs: { share: SHARE }, outputs: OUT, rows: rowsOf('share', '< 50', '> 50') }, NAMED);
    const [finding] = 'table' in read ? hygiene(read.table) : [];
    expect(finding).toEqual({
      code: 'table/gap',
      message: 'No row answers share 50; for example share 50.',
      mend: 'Add a row, give "otherwise", or, where the source itself leaves the hole, declare it under "gaps".',
      rows: [],
      column: 'share',
      example: { share: '50' },
    });
    expect(Object.isFrozen(finding)).toBe(true);
  });

  test('says once that a table is too large, and does not try', () => {
    const inputs = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, { unit: 'day', step: 1, min: 0, max: 100_000 }]));
    const rows = Array.from({ length: 300 }, (_, at) => ({
      a: String(at * 7),
      b: `${at}..${at * 3 + 900}`,
      c: `>= ${at}`,
      d: `${at * 2}..${at * 2 + 5000}`,
      cut: 0,
    })).map((row) => ({ ...row, a: '-' }));
    expect(smells({ inputs, outputs: OUT, rows })).toEqual([
      'too-large-to-check [] The table has too many combinations of inputs to be checked for gaps and overlaps.',
    ]);
  }, 60_000);

  test('of a hundred thousand rows takes seconds, not hours', () => {
    const count = 100_000;
    const data: TableData = {
      inputs: { x: { unit: 'IDR', step: 1, min: 0, max: 10 * count - 1 } },
      outputs: OUT,
      rows: Array.from({ length: count }, (_, at) => ({ x: `${at * 10}..${at * 10 + (at === 77_777 ? 8 : 9)}`, cut: 0 })),
    };
    expect(smells(data)).toEqual(['gap [] No row answers x 777779; for example x 777779.']);
  }, 60_000);
});
