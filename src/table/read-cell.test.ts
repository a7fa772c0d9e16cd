/**
 * Cells: what each text means, and the whole sentence for each text that means nothing.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from '../values/calendar-date.ts';
import { isExact, toText } from '../values/exact.ts';
import { NONE } from '../values/result.ts';
import { type Type, enumType } from '../values/type.ts';
import { isFinding, readType } from '../values/type-expression.ts';
import { valueText, describeCell } from './describe-cell.ts';
import { readCell, readOutput } from './read-cell.ts';

const LADDER = ['sangatKurang', 'kurang', 'baik', 'sangatBaik'];
const NAMED = new Map<string, Type>([
  ['predikat', enumType('predikat', LADDER, LADDER)],
  ['half', enumType('half', LADDER, ['kurang', 'baik'])],
  ['leave', enumType('leave', ['sakit', 'izin', 'alpa'])],
]);
const DAYS = { unit: 'day', step: 1, min: 0, max: 366 };
const PLACE = { label: 'Row 3', rows: [2] };

function column(written: unknown): { name: string; type: Type } {
  const type = readType(written, NAMED);
  if (isFinding(type)) throw new Error(type.message);
  return { name: 'x', type };
}

function meaning(written: unknown, cell: unknown): string {
  const on = column(written);
  const read = readCell(cell, on, PLACE);
  return 'cell' in read ? describeCell(read.cell, on.type) : `${read.finding.code}: ${read.finding.message}`;
}

const ADMITTED: readonly (readonly [type: unknown, cells: Readonly<Record<string, string>>])[] = [
  [
    DAYS,
    {
      '-': '-',
      ' - ': '-',
      '3': '3',
      '0': '0',
      '366': '366',
      '11..13': '11..13',
      '[11..13]': '11..13',
      ' 11 .. 13 ': '11..13',
      '[0..50)': '[0..50)',
      '(0..50]': '(0..50]',
      '(0..50)': '(0..50)',
      '>= 28': '>= 28',
      '>28': '> 28',
      '> 5': '> 5',
      '< 50': '< 50',
      '<= 3': '<= 3',
      '1..3, 7': '1..3, 7',
      '< 3, > 5': '< 3, > 5',
      '5..5': '5',
      '3.0': '3',
    },
  ],
  [
    'percent',
    {
      '-5': '-5',
      '-5..-1': '-5..-1',
      '0.5..0.75': '0.5..0.75',
      '1.5, 2': '1.5, 2',
      '(13..14)': '(13..14)',
      '999999999999999.999999999999': '999999999999999.999999999999',
    },
  ],
  [
    'date',
    {
      '2024-01-31': '2024-01-31',
      '2024-01-01..2024-06-30': '2024-01-01..2024-06-30',
      '[2024-01-01..2025-01-01)': '[2024-01-01..2025-01-01)',
      '>= 2024-07-01': '>= 2024-07-01',
      '2024-02-29, < 1950-01-01': '2024-02-29, < 1950-01-01',
    },
  ],
  [
    'predikat',
    {
      baik: 'baik',
      '"baik"': 'baik',
      'baik, kurang': 'baik, kurang',
      'not(baik)': 'sangatKurang, kurang, sangatBaik',
      'not(baik, kurang)': 'sangatKurang, sangatBaik',
      '>= baik': 'baik, sangatBaik',
      '> kurang': 'baik, sangatBaik',
      '<= kurang': 'sangatKurang, kurang',
      '< kurang': 'sangatKurang',
    },
  ],
  [
    'text',
    {
      'Dinas A': 'Dinas A',
      'a, b': 'a, b',
      '"Dinas A, B", C': '"Dinas A, B", C',
      'not("a, b", c)': 'not("a, b", c)',
      '"-"': '"-"',
      'constructor, __proto__': 'constructor, "__proto__"',
      '"a \\"b\\""': '"a \\"b\\""',
    },
  ],
  ['boolean', { true: 'true', false: 'false', '-': '-' }],
];

const NUMBER_FORMS = 'Write a number ("3"), a range ("11..13", "[0..50)"), a comparison (">= 28"), several of them ("1..3, 7"), or "-" for any.';
const DATE_FORMS = 'Write a date ("2024-01-31"), a range ("2024-01-01..2024-06-30"), a comparison (">= 2024-07-01"), several of them, or "-" for any.';
const OUTSIDE = 'Stay within the domain, or widen the min and max of the column.';
const MEMBERS = 'Its members are sangatKurang, kurang, baik, sangatBaik.';
const EDGE = 'Move an edge, or include it with "[" or "]".';
const PAIR = 'Write "[1..3]", with "(" or ")" at an end that does not belong to it.';
const notNumber = (text: string, mend = NUMBER_FORMS): [unknown, string, string, string] => [text, 'table/cell-number', `"${text}" is not a number.`, mend];

const REFUSED: readonly (readonly [type: unknown, cells: readonly (readonly [cell: unknown, code: string, message: string, mend?: string])[]])[] = [
  [
    DAYS,
    [
      notNumber('11-13', 'Write "11..13".'),
      notNumber('11 - 13', 'Write "11..13".'),
      notNumber('11\u201313', 'Write "11..13".'),
      notNumber('11 s/d 13', 'Write "11..13".'),
      notNumber('11 to 13', 'Write "11..13".'),
      notNumber('1...3', 'Write "1..3".'),
      notNumber('1:2', 'Write "1..2".'),
      notNumber('\u2265 28', 'Write ">= 28".'),
      notNumber('=> 28', 'Write ">= 28".'),
      notNumber('> = 5', 'Write ">= 5".'),
      notNumber('\u2264 28', 'Write "<= 28".'),
      notNumber('28+', 'Write ">= 28".'),
      notNumber('11..', 'Write ">= 11".'),
      notNumber('..11', 'Write "<= 11".'),
      notNumber('= 5', 'Write "5".'),
      notNumber('== 5', 'Write "5".'),
      notNumber('5%', 'Write "5": the unit belongs to the column.'),
      notNumber('Rp 5', 'Write "5": the unit belongs to the column.'),
      notNumber('5.000.000', 'Write "5000000", without separators.'),
      notNumber('5 000', 'Write "5000", without separators.'),
      notNumber('not(3)', 'Write what is admitted instead, such as "< 3, > 5".'),
      notNumber('28 ke atas'),
      notNumber('*'),
      notNumber('1;2'),
      notNumber('1e3'),
      notNumber('1e400'),
      notNumber('1/2'),
      notNumber('1 1/2'),
      notNumber('0x10'),
      notNumber('..'),
      notNumber('[]'),
      notNumber('NaN'),
      ['1..2..3', 'table/cell-number', '"2..3" is not a number.', NUMBER_FORMS],
      ['1,', 'table/cell-number', 'a value is missing beside a comma.', 'Leave out the comma, or write the value.'],
      [', 1', 'table/cell-number', 'a value is missing beside a comma.', 'Leave out the comma, or write the value.'],
      [
        '1,5',
        'table/cell-decimal-comma',
        '"1,5" has a comma inside a number.',
        'Write "1.5" for a decimal (a point, not a comma), or "1, 5" with a space for two numbers.',
      ],
      [
        '1,5..2',
        'table/cell-decimal-comma',
        '"1,5..2" has a comma inside a number.',
        'Write "1.5" for a decimal (a point, not a comma), or "1, 5" with a space for two numbers.',
      ],
      ['13..11', 'table/cell-reversed', 'the range "13..11" runs backwards.', 'Write "11..13".'],
      ['[13..11)', 'table/cell-reversed', 'the range "[13..11)" runs backwards.', 'Write "[11..13)".'],
      [
        '10.5',
        'table/cell-off-step',
        '10.5 is not a multiple of 1, the step of the column.',
        'Write a multiple of the step, or make the step of the column finer.',
      ],
      [
        '< 10.5',
        'table/cell-off-step',
        '10.5 is not a multiple of 1, the step of the column.',
        'Write a multiple of the step, or make the step of the column finer.',
      ],
      [400, 'table/cell-outside-domain', '400 lies outside the domain of the column, 0..366.', OUTSIDE],
      ['0..400', 'table/cell-outside-domain', '400 lies outside the domain of the column, 0..366.', OUTSIDE],
      ['-1', 'table/cell-outside-domain', '-1 lies outside the domain of the column, 0..366.', OUTSIDE],
      ['(5..5)', 'table/cell-empty', '"(5..5)" admits no value of the column.', EDGE],
      ['(10..11)', 'table/cell-empty', '"(10..11)" admits no value of the column.', EDGE],
      ['> 366', 'table/cell-empty', '"> 366" admits no value of the column.', EDGE],
      ['< 0', 'table/cell-empty', '"< 0" admits no value of the column.', EDGE],
      ['[1..3', 'table/cell-brackets', '"[1..3" has brackets that do not pair.', PAIR],
      ['1..3)', 'table/cell-brackets', '"1..3)" has brackets that do not pair.', PAIR],
      [']1..3[', 'table/cell-brackets', '"]1..3[" has brackets that do not pair.', PAIR],
      ['', 'table/cell-missing', 'the cell is empty.', 'Write "-" for any value.'],
      [null, 'table/cell-kind', 'a cell is a text, a number, true or false.', 'Write "-" for any value, or "none" for an output that is declared absent.'],
      [{}, 'table/cell-kind', 'a cell is a text, a number, true or false.'],
      [[1], 'table/cell-kind', 'a cell is a text, a number, true or false.'],
      [true, 'table/cell-number', 'true is not a number.'],
      [Number.NaN, 'table/cell-number', 'NaN is not a finite number.'],
      [0.1 + 0.2, 'table/cell-number', '0.30000000000000004 looks like the result of binary arithmetic: give the number as text.'],
      ['1'.repeat(20_001), 'table/cell-too-long', 'the cell is longer than 20000 characters.', 'Split it into several rows.'],
      ['1'.repeat(100), 'table/cell-number', `"${'1'.repeat(60)}..." is not a number.`, NUMBER_FORMS],
    ],
  ],
  ['percent', [['[5..5)', 'table/cell-empty', '"[5..5)" admits no value of the column.', EDGE], notNumber('-5-10', 'Write "-5..10".')]],
  [
    'date',
    [
      ['31/12/2024', 'table/cell-date', '"31/12/2024" is not a date.', 'Write "2024-12-31".'],
      ['31-12-2024', 'table/cell-date', '"31-12-2024" is not a date.', 'Write "2024-12-31".'],
      ['2024-01-01 - 2024-06-30', 'table/cell-date', '"2024-01-01 - 2024-06-30" is not a date.', 'Write "2024-01-01..2024-06-30".'],
      ['\u2265 2024-01-01', 'table/cell-date', '"\u2265 2024-01-01" is not a date.', 'Write ">= 2024-01-01".'],
      ['2023-02-29', 'table/cell-date', '"2023-02-29" is no day of the calendar (1900 to 2200).'],
      ['1899-12-31', 'table/cell-date', '"1899-12-31" is no day of the calendar (1900 to 2200).'],
      ['2024', 'table/cell-date', '"2024" is not a date.', DATE_FORMS],
      [2024, 'table/cell-date', '2024 is not a date.'],
      ['2024-06-30..2024-01-01', 'table/cell-reversed', 'the range "2024-06-30..2024-01-01" runs backwards.', 'Write "2024-01-01..2024-06-30".'],
    ],
  ],
  [
    'predikat',
    [
      ['baaik', 'table/cell-word', '"baaik" is not a member of predikat.', 'Did you mean "baik"?'],
      ['baik kurang', 'table/cell-word', '"baik kurang" is not a member of predikat.', MEMBERS],
      ['__proto__', 'table/cell-word', '"__proto__" is not a member of predikat.', MEMBERS],
      ['constructor', 'table/cell-word', '"constructor" is not a member of predikat.', MEMBERS],
      ['not baik', 'table/cell-word', '"not baik" is not a member of predikat.', 'Write "not(baik)".'],
      ['baik,,kurang', 'table/cell-word', 'in "baik,,kurang" a word is missing.', 'Write "-" for any word.'],
      [3, 'table/cell-word', '"3" is not a member of predikat.', MEMBERS],
      ['> sangatBaik', 'table/cell-empty', '"> sangatBaik" admits no member of the enumeration.', 'Name at least one member that it admits.'],
      [
        'not(sangatKurang, kurang, baik, sangatBaik)',
        'table/cell-empty',
        '"not(sangatKurang, kurang, baik, sangatBaik)" admits no member of the enumeration.',
        'Name at least one member that it admits.',
      ],
    ],
  ],
  [
    'leave',
    [
      ['>= sakit', 'table/cell-order', '">= sakit" compares, but the members of leave have no order.', 'List the words that are admitted, such as "a, b".'],
      ['sakit, Izin', 'table/cell-word', '"Izin" is not a member of leave.', 'Did you mean "izin"?'],
    ],
  ],
  ['half', [['>= sangatBaik', 'table/cell-order', '"sangatBaik" has no place in the order of half.']]],
  [
    'text',
    [
      [3, 'table/cell-word', '3 is a number, and this column holds texts.', 'Put it into quotes: "3".'],
      [true, 'table/cell-word', 'true is a truth value, and this column holds texts.', 'Put it into quotes: "true".'],
      ['> a', 'table/cell-order', '"> a" compares, but texts have no order.', 'List the words that are admitted, such as "a, b".'],
      ['"a" b', 'table/cell-word', 'in ""a" b" a comma is missing behind "a".'],
      ['"a', 'table/cell-word', 'in ""a" a double quote stands alone.', 'Put double quotes around the whole word.'],
      ['"\\x"', 'table/cell-word', '""\\x"" is not a text in double quotes.'],
    ],
  ],
  [
    'boolean',
    [
      ['yes', 'table/cell-truth', '"yes" is neither true nor false.', 'Write true or false.'],
      [1, 'table/cell-truth', '"1" is neither true nor false.', 'Write true or false.'],
    ],
  ],
];

describe('an input cell', () => {
  test.each(ADMITTED.flatMap(([type, cells]) => Object.entries(cells).map(([cell, means]) => ({ type, cell, means }))))(
    '$cell means $means',
    ({ type, cell, means }) => {
      expect(meaning(type, cell)).toBe(means);
    },
  );

  test.each(REFUSED.flatMap(([type, cells]) => cells.map(([cell, code, message, mend]) => ({ type, cell, code, message, mend }))))(
    '$cell is refused: $message',
    ({ type, cell, code, message, mend }) => {
      expect(readCell(cell, column(type), PLACE)).toEqual({ finding: { code, message: `Row 3, x: ${message}`, mend, rows: [2], column: 'x' } });
    },
  );

  test('a JavaScript number and a truth value are taken as they are', () => {
    expect(meaning(DAYS, 3)).toBe('3');
    expect(meaning('percent', 2.5)).toBe('2.5');
    expect(meaning('boolean', true)).toBe('true');
  });

  test('the text of a cell is read back as the same cell', () => {
    const whole = fc
      .tuple(fc.nat(366), fc.nat(366))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const)
      .filter(([a, b]) => b - a > 1 && b <= 366);
    const item = fc.oneof(
      fc.nat(366).map(String),
      whole.chain(([a, b]) => fc.constantFrom(`${a}..${b}`, `[${a}..${b})`, `(${a}..${b}]`, `(${a}..${b})`)),
      fc.nat(366).map((n) => `>= ${n}`),
      fc.nat(365).map((n) => `< ${n + 1}`),
    );
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 5 }), (items) => {
        const on = column(DAYS);
        const text = items.join(', ');
        const first = readCell(text, on, PLACE);
        if (!('cell' in first)) throw new Error(first.finding.message);
        expect(describeCell(first.cell, on.type)).toBe(text);
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }), fc.boolean(), (words, not) => {
        const cell = { kind: not ? 'except' : 'words', words: new Set(words) } as const;
        const on = column('text');
        expect(readCell(describeCell(cell, on.type), on, PLACE)).toEqual({ cell });
      }),
    );
  });

  test('no text whatever makes the reader throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('1', '.', ',', '-', '[', ')', '>', '=', ' ', '"', 'not(') })),
        fc.constantFrom<unknown>(DAYS, 'percent', 'date', 'predikat', 'text', 'boolean'),
        (text, type) => {
          expect(Object.keys(readCell(text, column(type), PLACE))).toHaveLength(1);
          expect(Object.keys(readOutput(text, column(type), PLACE))).toHaveLength(1);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

const GIVEN: readonly (readonly [type: unknown, cell: unknown, means: string])[] = [
  [DAYS, '3', '3'],
  [DAYS, 3, '3'],
  ['percent', '-2.50', '-2.5'],
  ['percent', 0.5, '0.5'],
  ['predikat', 'baik', 'baik'],
  ['text', 'a, b', 'a, b'],
  ['text', '"none"', 'none'],
  ['text', '"a, b"', 'a, b'],
  ['date', '2024-01-31', '2024-01-31'],
  ['boolean', true, 'true'],
  ['boolean', 'false', 'false'],
];
const NOT_GIVEN: readonly (readonly [type: unknown, cell: unknown, code: string, message: string, mend?: string])[] = [
  [DAYS, '-', 'table/cell-missing', '"-" gives no value.', 'Write the value, or "none" where the table declares that there is none.'],
  [DAYS, '', 'table/cell-missing', '"" gives no value.', 'Write the value, or "none" where the table declares that there is none.'],
  [DAYS, '1..3', 'table/output-not-one', '"1..3" is not one value.', 'An output is one value; ranges belong to inputs.'],
  [DAYS, '>= 3', 'table/output-not-one', '">= 3" is not one value.', 'An output is one value; ranges belong to inputs.'],
  [DAYS, '1, 2', 'table/cell-number', '"1, 2" is not a number.', 'Write one number, such as "25" or "2.5".'],
  [
    DAYS,
    '1,5',
    'table/cell-decimal-comma',
    '"1,5" has a comma inside a number.',
    'Write "1.5" for a decimal (a point, not a comma), or "1, 5" with a space for two numbers.',
  ],
  [DAYS, '400', 'table/cell-outside-domain', '400 lies outside the domain of the column, 0..366.', OUTSIDE],
  [
    DAYS,
    0.5,
    'table/cell-off-step',
    '0.5 is not a multiple of 1, the step of the column.',
    'Write a multiple of the step, or make the step of the column finer.',
  ],
  [
    'predikat',
    'baik, kurang',
    'table/cell-word',
    '"baik, kurang" is more than one word.',
    'Write one word here; put a text that holds a comma into double quotes.',
  ],
  ['predikat', 'bayk', 'table/cell-word', '"bayk" is not a member of predikat.', 'Did you mean "baik"?'],
  ['date', '20240131', 'table/cell-date', '"20240131" is not a date.', 'Write one date, such as "2024-01-31".'],
  ['boolean', 'x', 'table/cell-truth', '"x" is neither true nor false.', 'Write true or false.'],
];

describe('an output cell', () => {
  test.each(GIVEN)('of %j, %j gives %s', (type, cell, means) => {
    const read = readOutput(cell, column(type), PLACE);
    expect('value' in read && valueText(read.value)).toBe(means);
  });
  test.each(NOT_GIVEN)('of %j, %j is refused', (type, cell, code, message, mend) => {
    expect(readOutput(cell, column(type), PLACE)).toEqual({ finding: { code, message: `Row 3, x: ${message}`, mend, rows: [2], column: 'x' } });
  });
  test('that says none gives none, in a column of any type', () => {
    for (const type of [DAYS, 'percent', 'predikat', 'text', 'date', 'boolean']) expect(readOutput('none', column(type), PLACE)).toEqual({ value: NONE });
  });
  test('holds numbers exactly and dates as dates', () => {
    const number = readOutput('0.1', column('percent'), PLACE);
    const date = readOutput('2024-01-31', column('date'), PLACE);
    expect('value' in number && isExact(number.value) && toText(number.value)).toBe('0.1');
    expect('value' in date && date.value instanceof CalendarDate).toBe(true);
  });
});
