/**
 * Reading tables: what is refused, with the whole sentence, and that a crosstab is the table it stands for.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toText } from '../values/exact.ts';
import { type Type, enumType } from '../values/type.ts';
import { describeCell, valueText } from './describe-cell.ts';
import { readTable } from './read-table.ts';
import type { Table, TableData } from './table.ts';

const NAMED = new Map<string, Type>([
  ['kind', enumType('kind', ['sakit', 'izin', 'alpa'])],
  [
    'hundred',
    enumType(
      'hundred',
      Array.from({ length: 100 }, (_, at) => `m${at}`),
    ),
  ],
]);
const DAYS = { unit: 'day', step: 1, min: 0, max: 366 };
const LADDER: TableData = {
  inputs: { days: DAYS },
  outputs: { cut: 'percent' },
  rows: [
    { days: '0..10', cut: '0' },
    { days: '>= 11', cut: '25' },
  ],
};

const tableOf = (data: TableData): Table => {
  const read = readTable(data, NAMED);
  if ('findings' in read) throw new Error(read.findings.map(({ message }) => message).join('\n'));
  return read.table;
};
/** Each finding as "code | message | mend". */
const refusals = (data: unknown): string[] => {
  const read = readTable(data as TableData, NAMED);
  return 'findings' in read ? read.findings.map(({ code, message, mend }) => [code, message, mend ?? ''].join(' | ')) : [];
};
const asText = ({ rows, inputs }: Table): string[] =>
  rows.map(({ when, gives }) => [...when.map((cell, at) => describeCell(cell, inputs[at]!.type)), ...gives.map(valueText)].join(' | '));

describe('a table that reads', () => {
  test('has its columns, rows, texts and values in the order of the data', () => {
    const table = tableOf({
      ...LADDER,
      rows: [
        { cut: '0', days: ' 0..10 ', cite: 'x#art-1', standing: 'reported', working: 'w', note: 'n', checked: '2024-01-01' },
        { days: '>= 11', cut: 'none' },
      ],
    });
    expect(asText(table)).toEqual(['0..10 | 0', '>= 11 | none']);
    expect(table.rows.map(({ text, index, cell }) => ({ text, index, cell }))).toEqual([
      { text: ['0..10'], index: 0, cell: undefined },
      { text: ['>= 11'], index: 1, cell: undefined },
    ]);
    expect(table).toMatchObject({ hit: 'unique', gaps: [], otherwise: undefined });
  });

  test('is frozen', () => {
    const table = tableOf({ ...LADDER, otherwise: { cut: 0 }, gaps: [{ range: { days: '5' }, gives: 'unknown' }] });
    for (const part of [
      table,
      table.inputs,
      table.outputs,
      table.rows,
      table.rows[0],
      table.rows[0]!.when,
      table.rows[0]!.when[0],
      table.rows[0]!.gives,
      table.rows[0]!.text,
      table.gaps,
      table.gaps[0],
      table.otherwise,
    ])
      expect(Object.isFrozen(part)).toBe(true);
  });

  test('may name its columns like members of every object', () => {
    const table = tableOf({
      inputs: { constructor: 'day', toString: 'text' },
      outputs: { valueOf: 'percent' },
      rows: [{ constructor: '1', toString: '-', valueOf: '2' }],
    });
    expect(asText(table)).toEqual(['1 | - | 2']);
  });

  test('under atOrBelow has rows that reach to the next point, for each word apart', () => {
    const table = tableOf({
      inputs: { kind: 'kind', days: DAYS },
      outputs: { cut: 'percent' },
      hit: 'atOrBelow',
      rows: [
        { kind: 'sakit, izin', days: 10, cut: 1 },
        { kind: 'sakit', days: 0, cut: 2 },
        { kind: 'not(alpa)', days: 20, cut: 3 },
      ],
    });
    expect(asText(table)).toEqual(['sakit | [10..20) | 1', 'izin | [10..20) | 1', 'sakit | [0..10) | 2', 'sakit | >= 20 | 3', 'izin | >= 20 | 3']);
    expect(table.rows.map(({ index, text }) => [index, ...text])).toEqual([
      [0, 'sakit, izin', '10'],
      [0, 'sakit, izin', '10'],
      [1, 'sakit', '0'],
      [2, 'not(alpa)', '20'],
      [2, 'not(alpa)', '20'],
    ]);
  });

  test('under "collect sum" says how far the sum can go, and under linear forgets the step', () => {
    const percent = { unit: 'percent', min: -50, max: 50, step: '0.5' };
    const sum = tableOf({
      inputs: { days: DAYS },
      outputs: { cut: percent },
      hit: 'collect sum',
      rows: [
        { days: '> 1', cut: 40 },
        { days: '> 2', cut: 50 },
        { days: '> 3', cut: '-0.5' },
      ],
    }).outputs[0]!.type;
    expect(sum.kind === 'number' && [sum.min, sum.max, sum.step].map((bound) => toText(bound!))).toEqual(['-0.5', '90', '0.5']);
    const linear = tableOf({
      inputs: { days: DAYS },
      outputs: { cut: percent },
      hit: 'linear',
      rows: [
        { days: 0, cut: 0 },
        { days: 3, cut: 50 },
      ],
    }).outputs[0]!.type;
    expect(linear.kind === 'number' && [linear.min, linear.max].map((bound) => toText(bound!))).toEqual(['-50', '50']);
    expect(linear.kind === 'number' && linear.step).toBeUndefined();
  });

  test('under "collect count" needs no output', () => {
    const table = tableOf({ inputs: { days: DAYS }, outputs: {}, hit: 'collect count', rows: [{ days: '> 1' }] });
    expect(table.outputs.map(({ name }) => name)).toEqual(['count']);
    expect(table.rows[0]!.gives).toEqual([]);
  });
});

const TABLE_PARTS = 'Its parts are inputs, outputs, hit, rows, columns, otherwise, gaps.';
const OUTPUT_MISSING = 'Write its value, or "none" where the table declares that there is none.';
const CASES: readonly (readonly [about: string, data: unknown, refusals: readonly string[]])[] = [
  ['no object', null, ['table/shape | A table is an object with inputs, outputs and rows. | ']],
  ['a list', [], ['table/shape | A table is an object with inputs, outputs and rows. | ']],
  [
    'an empty object',
    {},
    [
      'table/shape | The inputs of a table are an object of names and types. | ',
      'table/shape | The outputs of a table are an object of names and types. | ',
      'table/shape | The rows of a table are a list. | ',
    ],
  ],
  [
    'an unknown part',
    { ...LADDER, otherwize: {}, zzz: 1 },
    [
      'table/unknown-part | "otherwize" is not a part of a table. | Did you mean "otherwise"?',
      `table/unknown-part | "zzz" is not a part of a table. | ${TABLE_PARTS}`,
    ],
  ],
  [
    'a row that is none',
    { ...LADDER, rows: [{ days: 1, cut: 1 }, null, 'x', [1]] },
    [
      'table/shape | Row 2 is not an object of cells. | ',
      'table/shape | Row 3 is not an object of cells. | ',
      'table/shape | Row 4 is not an object of cells. | ',
    ],
  ],
  ['a hit that is no text', { ...LADDER, hit: { toString: 1 } }, ['table/shape | "hit" is a text, such as "unique". | ']],
  [
    'gaps and columns of the wrong kind',
    { ...LADDER, gaps: {}, columns: [], otherwise: 3 },
    ['table/shape | "columns" is an object. | ', 'table/shape | "otherwise" is an object. | ', 'table/shape | The gaps of a table are a list. | '],
  ],
  ['no rows', { ...LADDER, rows: [] }, ['table/no-rows | The table has no rows. | Write at least one row.']],
  [
    'no inputs, no outputs',
    { ...LADDER, inputs: {}, outputs: {} },
    [
      'table/columns | The table has no inputs. | Name at least one input with its type.',
      'table/columns | The table has no outputs. | Name at least one output with its type.',
    ],
  ],
  [
    'too many inputs',
    { ...LADDER, inputs: Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`x${at}`, 'day'])) },
    ['table/too-large | The table has 13 inputs; the most is 12. | Split it into two tables.'],
  ],
  [
    'too many rows',
    { ...LADDER, rows: Array.from({ length: 100_001 }, () => ({})) },
    ['table/too-large | The table has 100001 rows; the most is 100000. | Split it into several tables.'],
  ],
  [
    'a column called __proto__',
    JSON.parse('{"inputs":{"__proto__":"day"},"outputs":{"cut":"percent"},"rows":[]}'),
    ['table/column-name | The column "__proto__" of inputs has a name that is not a small letter followed by letters and digits. | '],
  ],
  [
    'a column named as a note',
    { ...LADDER, outputs: { cite: 'text' } },
    ['table/column-name | The column "cite" of outputs has a name that a row keeps for its own notes. | '],
  ],
  [
    'a column of an unknown type',
    { ...LADDER, inputs: { days: 'dya' } },
    ['table/column-type | The column days of inputs: "dya" is neither a type nor a unit. | Did you mean "day"?'],
  ],
  [
    'a column of lists',
    { ...LADDER, inputs: { days: { list: 'day' } } },
    ['table/column-name | The column "days" of inputs holds neither numbers, dates, texts, truth values nor members of an enumeration. | '],
  ],
  ['one name twice', { ...LADDER, outputs: { days: 'day' } }, ['table/column-name | days is both an input and an output. | Give one of them another name.']],
  ['a misspelt hit', { ...LADDER, hit: 'uniqe' }, ['table/hit | "uniqe" is not a hit policy. | Did you mean "unique"?']],
  [
    'collect alone',
    { ...LADDER, hit: 'collect' },
    ['table/hit | "collect" is not a hit policy. | Say how to put the rows together: "collect sum", "collect min", "collect max" or "collect count".'],
  ],
  [
    'collect of words',
    { ...LADDER, outputs: { cut: 'kind' }, hit: 'collect max' },
    ['table/hit | The hit policy "collect max" needs numbers, and the output cut is not one. | Give it a unit, or take another hit policy.'],
  ],
  [
    'collect of none',
    { ...LADDER, hit: 'collect sum', rows: [{ days: '-', cut: 'none' }] },
    ['table/output-none | Row 1, cut: a row of a table with the hit policy "collect sum" gives a number, not none. | Write a number, or leave the row out.'],
  ],
  [
    'collect count of two',
    { ...LADDER, hit: 'collect count', outputs: { a: 'count', b: 'text' } },
    ['table/hit | Under "collect count" a table has one output, the count. | Leave out the other outputs.'],
  ],
  [
    'several mistakes at once',
    { ...LADDER, rows: [{ days: '11-13', cut: 'x', dyas: 1 }, { cut: 1 }, { days: '-' }] },
    [
      'table/unknown-column | Row 1: "dyas" is not a column of the table. | Did you mean "days"?',
      'table/cell-number | Row 1, days: "11-13" is not a number. | Write "11..13".',
      'table/cell-number | Row 1, cut: "x" is not a number. | Write one number, such as "25" or "2.5".',
      'table/cell-missing | Row 2, days: the cell is missing. | Write "-" for any value.',
      `table/cell-missing | Row 3, cut: the output is missing. | ${OUTPUT_MISSING}`,
    ],
  ],
  [
    'a key __proto__ in a row',
    { ...LADDER, rows: [JSON.parse('{"days":"1","cut":"1","__proto__":{"x":1}}')] },
    ['table/unknown-column | Row 1: "__proto__" is not a column of the table. | Its columns are days, cut.'],
  ],
  [
    'an incomplete otherwise',
    { ...LADDER, otherwise: { cutt: 1 } },
    [
      'table/unknown-column | Otherwise: "cutt" is not an output of the table. | Did you mean "cut"?',
      `table/cell-missing | Otherwise, cut: the output is missing. | ${OUTPUT_MISSING}`,
    ],
  ],
  [
    'bad gaps',
    {
      ...LADDER,
      gaps: [
        { range: { days: '5', dys: '1' }, gives: 'unknown' },
        { range: {}, gives: 'nothing' },
        { range: { days: '9..5' }, gives: 'unknown', cit: 'x' },
      ],
    },
    [
      'table/gap | Gap 1 names "dys", which is not an input of the table. | Did you mean "days"?',
      'table/gap | Gap 2 must say what it gives. | Write "gives: unknown".',
      'table/gap | Gap 2 has no range. | Name the inputs and the cells that the source leaves out.',
      'table/gap | Gap 3 has "cit", which is not a part of a gap. | Did you mean "cite"?',
      'table/cell-reversed | Gap 3, days: the range "9..5" runs backwards. | Write "5..9".',
    ],
  ],
  [
    'atOrBelow with ranges',
    { ...LADDER, hit: 'atOrBelow' },
    [
      'table/points | Row 1, days: "0..10" is not a point. | Write one value; the hit policy says how far it reaches.',
      'table/points | Row 2, days: ">= 11" is not a point. | Write one value; the hit policy says how far it reaches.',
    ],
  ],
  [
    'atOrBelow with two numbers',
    { ...LADDER, hit: 'atOrBelow', inputs: { days: DAYS, hours: 'hour' }, rows: [{ days: 1, hours: 1, cut: 1 }] },
    [
      'table/points | A table with the hit policy "atOrBelow" has exactly one number or date among its inputs. | Leave out the other inputs, or take the hit policy "unique" with ranges.',
    ],
  ],
  [
    'atOrBelow with a point twice',
    {
      ...LADDER,
      hit: 'atOrBelow',
      rows: [
        { days: 5, cut: 1 },
        { days: 1, cut: 1 },
        { days: '5.0', cut: 1 },
      ],
    },
    ['table/points | Rows 1 and 3 both stand at days 5. | Leave one of them out.'],
  ],
  [
    'atOrBelow for any text',
    { ...LADDER, hit: 'atOrBelow', inputs: { days: DAYS, name: 'text' }, rows: [{ days: 5, name: '-', cut: 1 }] },
    ['table/points | Row 1, name: "-" does not name its words. | Under "atOrBelow" write the words that the row is for.'],
  ],
  [
    'atOrBelow for more combinations of words than can be held',
    {
      inputs: { days: DAYS, a: 'hundred', b: 'hundred', c: 'hundred' },
      outputs: { cut: 'percent' },
      hit: 'atOrBelow',
      rows: [{ days: 5, a: '-', b: '-', c: '-', cut: 1 }],
    },
    ['table/too-large | The rows name more than 200000 combinations of words. | Split the table.'],
  ],
  ['linear with one point', { ...LADDER, hit: 'linear', rows: [{ days: 5, cut: 1 }] }, ['table/points | A linear table has at least two points. | Add a row.']],
  [
    'linear over dates',
    { ...LADDER, hit: 'linear', inputs: { on: 'date' }, rows: [{ on: '2024-01-01', cut: 1 }] },
    ['table/points | A linear table has exactly one input, a number. | Leave out the other inputs, or take the hit policy "unique" with ranges.'],
  ],
];

describe('a table that does not read', () => {
  test.each(CASES)('because of %s', (_, data, wanted) => {
    expect(refusals(data)).toEqual(wanted);
  });

  test('shows the first hundred findings and how many more there are', () => {
    const found = refusals({ ...LADDER, rows: Array.from({ length: 5_000 }, () => ({ days: 'x', cut: 1 })) });
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toBe('table/more-findings | The table has 4900 more findings. | Mend the first ones, and look again.');
  });

  test('never makes the reader throw, whatever the data', () => {
    const json = fc.oneof(fc.jsonValue() as fc.Arbitrary<unknown>, fc.constantFrom<unknown>('day', 'kind', '1..3', '-', 'none', 7));
    const part = fc.oneof(
      json,
      fc.dictionary(fc.constantFrom('days', 'cut', 'kind', '__proto__', 'range', 'gives', 'cells'), json),
      fc.array(fc.dictionary(fc.constantFrom('days', 'cut', 'cells', '__proto__', 'range', 'gives'), json)),
    );
    fc.assert(
      fc.property(
        fc.record({ inputs: part, outputs: part, rows: part, hit: json, gaps: part, columns: part, otherwise: part }, { requiredKeys: [] }),
        fc.boolean(),
        (data, repair) => {
          const whole = repair ? { ...data, inputs: LADDER.inputs, outputs: LADDER.outputs } : data;
          expect(Object.keys(readTable(whole as TableData, NAMED))).toHaveLength(1);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('a crosstab', () => {
  const CROSS: TableData = {
    inputs: { kind: 'kind', days: DAYS },
    outputs: { cut: 'percent' },
    columns: { days: ['0..10', '>= 11'] },
    rows: [
      { kind: 'sakit', cells: [0, 5] },
      { kind: 'not(sakit)', cells: [10, 'none'] },
    ],
  };

  test('is the table that it stands for', () => {
    const table = tableOf(CROSS);
    expect(asText(table)).toEqual(['sakit | 0..10 | 0', 'sakit | >= 11 | 5', 'izin, alpa | 0..10 | 10', 'izin, alpa | >= 11 | none']);
    expect(table.rows.map(({ index, cell, text }) => [index, cell, ...text])).toEqual([
      [0, 0, 'sakit', '0..10'],
      [0, 1, 'sakit', '>= 11'],
      [1, 0, 'not(sakit)', '0..10'],
      [1, 1, 'not(sakit)', '>= 11'],
    ]);
  });

  test('has the meaning of its rows written out, for any cells', () => {
    const band = fc.nat(300).map((n) => `${n}..${n + 5}`);
    fc.assert(
      fc.property(
        fc.array(band, { minLength: 1, maxLength: 4 }),
        fc.array(fc.constantFrom('sakit', 'izin, alpa', '-'), { minLength: 1, maxLength: 4 }),
        (columns, kinds) => {
          const cross = tableOf({
            ...CROSS,
            columns: { days: columns },
            rows: kinds.map((kind, row) => ({ kind, cells: columns.map((_, at) => row * 10 + at) })),
          });
          const plain = tableOf({
            inputs: CROSS.inputs,
            outputs: CROSS.outputs,
            rows: kinds.flatMap((kind, row) => columns.map((days, at) => ({ kind, days, cut: row * 10 + at }))),
          });
          expect(asText(cross)).toEqual(asText(plain));
        },
      ),
    );
  });

  test.each<readonly [string, unknown, readonly string[]]>([
    [
      'two inputs spread',
      { ...CROSS, columns: { days: ['1'], kind: ['sakit'] } },
      ['table/crosstab | The "columns" of a crosstab spread exactly one input. | '],
    ],
    [
      'an unknown input spread',
      { ...CROSS, columns: { day: ['1'] } },
      ['table/crosstab | "day" is not an input that a crosstab can spread. | Did you mean "days"?'],
    ],
    ['no columns', { ...CROSS, columns: { days: [] } }, ['table/crosstab | The columns of days are a list of cells. | ']],
    [
      'a bad column',
      { ...CROSS, columns: { days: ['0..10', '11-20'] } },
      ['table/cell-number | Column 2 of the crosstab, days: "11-20" is not a number. | Write "11..20".'],
    ],
    [
      'two outputs',
      { ...CROSS, outputs: { cut: 'percent', also: 'text' } },
      ['table/crosstab | A crosstab has exactly one output. | Leave out "columns", or the other outputs.'],
    ],
    [
      'too few cells',
      { ...CROSS, rows: [{ kind: 'sakit', cells: [1] }] },
      ['table/crosstab | Row 1 has 1 cells, and the crosstab 2 columns. | Give 2 cells, in the order of the columns.'],
    ],
    [
      'more cells than a table may have',
      { ...CROSS, columns: { days: Array(366).fill('-') }, rows: Array(300).fill({ kind: '-', cells: [] }) },
      ['table/too-large | The crosstab has 109800 cells; the most is 100000. | Split it into several tables.'],
    ],
    ['no cells', { ...CROSS, rows: [{ kind: 'sakit' }] }, ['table/crosstab | Row 1 has no "cells". | Give 2 cells, in the order of the columns.']],
    [
      'a bad cell',
      { ...CROSS, rows: [{ kind: 'sakit', cells: [1, 'x'] }] },
      ['table/cell-number | Row 1, cell 2, cut: "x" is not a number. | Write one number, such as "25" or "2.5".'],
    ],
    [
      'the spread input in a row',
      { ...CROSS, rows: [{ kind: 'sakit', days: '1', cells: [1, 2] }] },
      ['table/unknown-column | Row 1: "days" is not a column of the table. | Its columns are kind, cells.'],
    ],
  ])('is refused for %s', (_, data, wanted) => {
    expect(refusals(data)).toEqual(wanted);
  });
});
