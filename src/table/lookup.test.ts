/**
 * Looking up: the outputs, the row that gave them, and what happens where no row or more than one answers.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from '../values/calendar-date.ts';
import { add, compare, divide, fromCanonicalText, fromDecimalText, multiply, ratio, subtract } from '../values/exact.ts';
import { Fault, NONE, type Result, unknown } from '../values/result.ts';
import { type Type, enumType } from '../values/type.ts';
import { valueText } from './describe-cell.ts';
import { type Lookup, buildLookup, lookup } from './lookup.ts';
import { readTable } from './read-table.ts';
import type { TableData } from './table.ts';

const NAMED = new Map<string, Type>([['kind', enumType('kind', ['sakit', 'izin', 'alpa'])]]);
const DAYS = { unit: 'day', step: 1, min: 0, max: 366 };

function prepare(data: TableData): Lookup {
  const read = readTable(data, NAMED);
  if ('findings' in read) throw new Error(read.findings.map(({ message }) => message).join('\n'));
  return buildLookup(read.table);
}
const n = fromCanonicalText;
const day = (text: string): CalendarDate => CalendarDate.parse(text)!;
/** The answer in one line. */
function ask(prepared: Lookup, ...inputs: Result[]): string {
  const found = lookup(prepared, inputs);
  if (found instanceof Fault) return `${found.code}: ${found.message}`;
  if (found.kind === 'gap') return `gap ${found.gap.cite ?? ''}`;
  const from = found.otherwise ? 'otherwise' : `rows ${found.rows.map(({ index }) => index + 1).join(' ')}`;
  return `${found.outputs.map(valueText).join(' ')} (${from}${found.row ? ', one' : ''})`;
}

const LADDER: TableData = {
  inputs: { days: DAYS },
  outputs: { cut: 'percent', months: 'month' },
  rows: [
    { days: '3..10', cut: '0', months: 'none' },
    { days: '11..13', cut: '25', months: '6' },
    { days: '14..16', cut: '25', months: '9' },
    { days: '>= 17', cut: '25', months: '12' },
  ],
  gaps: [{ range: { days: '1..2' }, gives: 'unknown', cite: 'inst-1#art-2' }],
};

describe('a unique table', () => {
  const ladder = prepare(LADDER);
  test.each([
    ['3', '0 none (rows 1, one)'],
    ['10', '0 none (rows 1, one)'],
    ['11', '25 6 (rows 2, one)'],
    ['13', '25 6 (rows 2, one)'],
    ['14', '25 9 (rows 3, one)'],
    ['366', '25 12 (rows 4, one)'],
  ])('answers %s days with the row that holds it', (days, answer) => {
    expect(ask(ladder, n(days))).toBe(answer);
  });
  test('answers a declared gap with the gap', () => {
    expect(ask(ladder, n('2'))).toBe('gap inst-1#art-2');
  });
  test.each<readonly [Result, string]>([
    [n('0'), 'table/no-row: No row answers days 0.'],
    [n('367'), 'table/outside-domain: days is 367, outside its domain 0..366.'],
    [n('-1'), 'table/outside-domain: days is -1, outside its domain 0..366.'],
    [n('10.5'), 'table/outside-domain: days is 10.5, which is not a multiple of its step 1.'],
    [n('200/3'), 'table/outside-domain: days is 200/3, which is not a multiple of its step 1.'],
    ['11', 'table/wrong-kind: days is 11, and the table looks up a number of day.'],
    [true, 'table/wrong-kind: days is true, and the table looks up a number of day.'],
    [[n('1')], 'table/wrong-kind: days is a list, and the table looks up a number of day.'],
    [new Map(), 'table/wrong-kind: days is a record, and the table looks up a number of day.'],
    [day('2024-01-01'), 'table/wrong-kind: days is 2024-01-01, and the table looks up a number of day.'],
    [NONE, 'table/no-value: days has no value to look up.'],
    [unknown('attendance.days'), 'table/no-value: days has no value to look up.'],
    [new Fault('formula/division-by-zero', 'Divided by zero.'), 'formula/division-by-zero: Divided by zero.'],
  ])('gives a fault for %o', (value, fault) => {
    expect(ask(ladder, value)).toBe(fault);
  });
  test('gives a fault when an input is left out, or two rows answer', () => {
    expect(ask(ladder)).toBe('table/no-value: days has no value to look up.');
    expect(
      ask(
        prepare({
          inputs: { days: DAYS, kind: 'kind' },
          outputs: { cut: 'percent' },
          rows: [
            { days: '1..5', kind: '-', cut: 1 },
            { days: '5..9', kind: 'sakit', cut: 2 },
          ],
        }),
        n('5'),
        'sakit',
      ),
    ).toBe('table/two-rows: Rows 1 and 2 both answer days 5, kind sakit.');
  });
  test('without min and max says so where it is open', () => {
    const open = prepare({ inputs: { share: { unit: 'percent', min: 0 } }, outputs: { cut: 'percent' }, rows: [{ share: '< 50', cut: 1 }] });
    expect(ask(open, n('-1/3'))).toBe('table/outside-domain: share is -1/3, outside its domain at least 0.');
    expect(ask(open, n('149/3'))).toBe('1 (rows 1, one)');
    expect(ask(open, n('50'))).toBe('table/no-row: No row answers share 50.');
  });
  test('looks up words, texts, truth values and dates', () => {
    const table = prepare({
      inputs: { kind: 'kind', office: 'text', letter: 'boolean', on: 'date' },
      outputs: { cut: 'percent' },
      rows: [
        { kind: 'sakit', office: '-', letter: true, on: '-', cut: 0 },
        { kind: 'sakit', office: 'not("Dinas A, B", C)', letter: false, on: '>= 2024-07-01', cut: 1 },
        { kind: 'not(sakit)', office: 'C', letter: '-', on: '2024-02-29', cut: 2 },
      ],
      otherwise: { cut: 'none' },
    });
    expect(ask(table, 'sakit', 'x', true, day('2020-01-01'))).toBe('0 (rows 1, one)');
    expect(ask(table, 'sakit', 'x', false, day('2024-07-01'))).toBe('1 (rows 2, one)');
    expect(ask(table, 'sakit', 'x', false, day('2024-06-30'))).toBe('none (otherwise)');
    expect(ask(table, 'sakit', 'Dinas A, B', false, day('2024-07-01'))).toBe('none (otherwise)');
    expect(ask(table, 'alpa', 'C', false, day('2024-02-29'))).toBe('2 (rows 3, one)');
    expect(ask(table, 'cuti', 'C', false, day('2024-02-29'))).toBe('table/outside-domain: kind is cuti, which is not a member of kind.');
    expect(ask(table, '__proto__', 'C', false, day('2024-02-29'))).toBe('table/outside-domain: kind is __proto__, which is not a member of kind.');
    expect(ask(table, 'alpa', '__proto__', false, day('2024-02-29'))).toBe('none (otherwise)');
  });
  test('with "otherwise" still leaves declared gaps open', () => {
    const table = prepare({ ...LADDER, otherwise: { cut: 0, months: 0 } });
    expect(ask(table, n('0'))).toBe('0 0 (otherwise)');
    expect(ask(table, n('1'))).toBe('gap inst-1#art-2');
  });
});

describe('the other hit policies', () => {
  const share = { share: { unit: 'percent', min: 0, max: 200 } };
  const rows = [
    { share: '>= 90', gives: '10' },
    { share: '>= 75', gives: '4.5' },
    { share: '>= 50', gives: '-2' },
  ];
  const withHit = (hit: TableData['hit'], more: Partial<TableData> = {}): Lookup =>
    prepare({ inputs: share, outputs: { gives: 'points' }, hit, rows, ...more });

  test('first takes the uppermost row', () => {
    expect(ask(withHit('first'), n('95'))).toBe('10 (rows 1, one)');
    expect(ask(withHit('first'), n('75'))).toBe('4.5 (rows 2, one)');
    expect(ask(withHit('first'), n('10'))).toBe('table/no-row: No row answers share 10.');
  });
  test('collect puts all matching rows together', () => {
    expect(ask(withHit('collect sum'), n('95'))).toBe('12.5 (rows 1 2 3)');
    expect(ask(withHit('collect min'), n('95'))).toBe('-2 (rows 1 2 3)');
    expect(ask(withHit('collect max'), n('80'))).toBe('4.5 (rows 2 3)');
    expect(ask(withHit('collect count', { outputs: {}, rows: rows.map(({ share: cell }) => ({ share: cell })) }), n('80'))).toBe('2 (rows 2 3)');
  });
  test('collect of nothing is 0 for sum and count, a fault for min and max, and "otherwise" or a gap where they are given', () => {
    expect(ask(withHit('collect sum'), n('1'))).toBe('0 (rows )');
    expect(ask(withHit('collect count'), n('1'))).toBe('0 (rows )');
    expect(ask(withHit('collect min'), n('1'))).toBe('table/no-row: No row answers share 1.');
    expect(ask(withHit('collect max', { otherwise: { gives: 7 } }), n('1'))).toBe('7 (otherwise)');
    expect(ask(withHit('collect sum', { otherwise: { gives: 'none' } }), n('1'))).toBe('none (otherwise)');
    expect(ask(withHit('collect sum', { gaps: [{ range: { share: '1' }, gives: 'unknown' }] }), n('1'))).toBe('gap ');
  });
  test('atOrBelow takes the greatest point that is not above', () => {
    const table = withHit('atOrBelow', {
      rows: [
        { share: 75, gives: 2 },
        { share: 50, gives: 1 },
        { share: 90, gives: 3 },
      ],
    });
    expect(['50', '74.999999', '75', '89', '90', '200'].map((at) => ask(table, n(at)))).toEqual([
      '1 (rows 2, one)',
      '1 (rows 2, one)',
      '2 (rows 1, one)',
      '2 (rows 1, one)',
      '3 (rows 3, one)',
      '3 (rows 3, one)',
    ]);
    expect(ask(table, n('49'))).toBe('table/no-row: No row answers share 49.');
    const dated = prepare({
      inputs: { on: 'date', kind: 'kind' },
      outputs: { gives: 'IDR' },
      hit: 'atOrBelow',
      rows: [
        { on: '2023-01-01', kind: '-', gives: 30 },
        { on: '2024-01-01', kind: 'izin', gives: 40 },
      ],
    });
    expect(
      [
        ['2024-05-05', 'izin'],
        ['2024-05-05', 'alpa'],
        ['2023-12-31', 'izin'],
      ].map(([on, kind]) => ask(dated, day(on!), kind!)),
    ).toEqual(['40 (rows 2, one)', '30 (rows 1, one)', '30 (rows 1, one)']);
    expect(ask(dated, day('2022-12-31'), 'izin')).toBe('table/no-row: No row answers on 2022-12-31, kind izin.');
  });
  test('linear goes straight from point to point, and not beyond them', () => {
    const table = withHit('linear', {
      rows: [
        { share: 90, gives: 100 },
        { share: 60, gives: 0 },
        { share: 120, gives: 40 },
      ],
    });
    expect(ask(table, n('60'))).toBe('0 (rows 2, one)');
    expect(ask(table, n('70'))).toBe('100/3 (rows 2 1)');
    expect(ask(table, n('105'))).toBe('70 (rows 1 3)');
    expect(ask(table, n('120'))).toBe('40 (rows 3, one)');
    expect(ask(table, n('59.9'))).toBe('table/no-row: No row answers share 59.9.');
    expect(ask(table, n('120.1'))).toBe('table/no-row: No row answers share 120.1.');
    expect(
      ask(
        withHit('linear', {
          rows: [
            { share: 60, gives: 0 },
            { share: 90, gives: 100 },
          ],
          otherwise: { gives: 'none' },
        }),
        n('10'),
      ),
    ).toBe('none (otherwise)');
  });
  test('linear interpolates exactly, for any points', () => {
    const decimal = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.constantFrom(1n, 10n, 1000n)).map(([top, bottom]) => ratio(BigInt(top), bottom));
    const points = fc.uniqueArray(fc.tuple(decimal, decimal), { minLength: 2, maxLength: 12, selector: ([x]) => valueText(x) });
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: 997 }), fc.nat(), (pairs, share997, which) => {
        const table = prepare({
          inputs: { x: 'points' },
          outputs: { y: 'points' },
          hit: 'linear',
          rows: pairs.map(([x, y]) => ({ x: valueText(x), y: valueText(y) })),
        });
        const sorted = [...pairs].sort(([a], [b]) => compare(a, b));
        const at = which % (sorted.length - 1);
        const [[x0, y0], [x1, y1]] = [sorted[at]!, sorted[at + 1]!];
        const x = add(x0, multiply(subtract(x1, x0), ratio(BigInt(share997), 997n)));
        const found = lookup(table, [x]);
        // Two-point form, with another order of operations.
        const y = divide(add(multiply(y0, subtract(x1, x)), multiply(y1, subtract(x, x0))), subtract(x1, x0));
        expect(found.kind === 'found' && valueText(found.outputs[0]!)).toBe(valueText(y));
      }),
    );
  });
});

test('a table of a hundred thousand rows is looked up in well under the time of looking at every row', () => {
  const count = 100_000;
  const small = prepare({
    inputs: { x: { unit: 'IDR', step: 1, min: 0, max: 99 } },
    outputs: { y: 'percent' },
    rows: Array.from({ length: 10 }, (_, at) => ({ x: `${at * 10}..${at * 10 + 9}`, y: String(at) })),
  });
  const large = prepare({
    inputs: { x: { unit: 'IDR', step: 1, min: 0, max: 10 * count - 1 } },
    outputs: { y: 'percent' },
    rows: Array.from({ length: count }, (_, at) => ({ x: `${at * 10}..${at * 10 + 9}`, y: String(at) })),
  });
  const time = (prepared: Lookup, most: number): number => {
    const start = performance.now();
    for (let at = 0; at < 2_000; at++) expect(lookup(prepared, [fromDecimalText(String((at * 7_919) % most))]).kind).toBe('found');
    return performance.now() - start;
  };
  time(small, 100);
  expect(time(large, 10 * count) / time(small, 100)).toBeLessThan(200);
}, 60_000);
