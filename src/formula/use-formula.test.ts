/** A formula by itself, over plain facts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from '../values/calendar-date.ts';
import { fromDecimalText } from '../values/exact.ts';
import { Fault, isUnknown, toJson } from '../values/result.ts';
import { FormulaError } from './formula-error.ts';
import { type UseOptions, evaluateFormula } from './use-formula.ts';

const use = (text: string, facts: Readonly<Record<string, unknown>>, options?: UseOptions): unknown => toJson(evaluateFormula(text, facts, options));

function refusal(text: string, facts: Readonly<Record<string, unknown>>, options?: UseOptions): FormulaError {
  try {
    evaluateFormula(text, facts, options);
  } catch (error) {
    if (error instanceof FormulaError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('plain facts', () => {
  test.each<[string, Readonly<Record<string, unknown>>, unknown]>([
    ['sum(lates.minutes) / 60', { lates: [{ minutes: 10 }, { minutes: 35 }] }, '0.75'],
    ['price * 0.1 + 0.2', { price: 1 }, '0.3'],
    ['if grade = "baik" then 1 else 0', { grade: 'baik' }, '1'],
    ['a.b.c + 1', { a: { b: { c: 2.5 } } }, '3.5'],
    ['a.b + 1', { 'a.b': 2 }, '3'],
    ['n + 1', { n: 9007199254740993n }, '9007199254740994'],
    ['n * 3', { n: fromDecimalText('0.1') }, '0.3'],
    ['n = "5"', { n: '5' }, true],
    ['on = "2024-01-01"', { on: '2024-01-01' }, true],
    ['days between(a, b)', { a: CalendarDate.parse('2024-01-01'), b: CalendarDate.parse('2024-03-01') }, '60'],
    ['m.x', { m: new Map([['x', 1]]) }, '1'],
    ['count(xs)', { xs: [] }, '0'],
    ['sum(xs)', { xs: [] }, '0'],
    ['xs[1][2]', { xs: [[1, 2]] }, '2'],
    ['constructor + toString', { constructor: 1, toString: 2 }, '3'],
    ['__proto__', JSON.parse('{"__proto__": 7}') as Record<string, unknown>, '7'],
    ['r.__proto__ + r.constructor', { r: JSON.parse('{"__proto__": 7, "constructor": 1}') as unknown }, '8'],
    ['some x in xs satisfies x.late', { xs: [{ late: false }, { late: true }] }, true],
  ])('%s', (text, facts, result) => {
    expect(use(text, facts)).toEqual(result);
  });
  test('a field that one member lacks is unknown there', () => {
    const xs = [{ a: 1, b: 2 }, { a: 1 }];
    expect(use('sum(xs.a)', { xs })).toBe('2');
    expect(evaluateFormula('sum(xs.b)', { xs })).toMatchObject({ facts: ['xs[2].b'] });
  });
  test('a run-time fault is a result with its place', () => {
    expect(evaluateFormula('1 + a / b', { a: 1, b: 0 })).toEqual(new Fault('formula/division-by-zero', 'The formula divides by zero here.', [4, 9]));
  });
  test('the facts are left as they are', () => {
    const facts = Object.freeze({ xs: Object.freeze([Object.freeze({ a: 1 })]) });
    expect(use('xs[1].a', facts)).toBe('1');
  });
});

describe('declared types', () => {
  test('give units, dates from text, and empty lists their members', () => {
    const types = { base: 'IDR', pct: 'percent', on: 'date', xs: { list: 'date' } };
    expect(use('base * pct / 100', { base: '5000000', pct: 85.5 }, { types })).toBe('4275000');
    expect(use('whole years(on, xs[1])', { on: '2020-01-31', xs: ['2024-03-29'] }, { types })).toBe('4');
    expect(use('count(xs[item > on])', { on: '2020-01-31', xs: [] }, { types })).toBe('0');
    expect(refusal('base + pct', { base: 1, pct: 1 }, { types }).findings[0]!.code).toBe('formula/unit');
  });
  test('a declared fact that is not given is unknown', () => {
    const result = evaluateFormula('base + 1', {}, { types: { base: 'IDR' } });
    expect(isUnknown(result) && result.facts).toEqual(['base']);
  });
});

describe('what is refused', () => {
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  test.each<[string, Readonly<Record<string, unknown>>, UseOptions | undefined, string]>([
    [
      'a',
      { a: null },
      undefined,
      '1:1 The fact a is null, which is no value of the language. Leave it out, or give a number, text, truth, date, list or record. [formula/fact]',
    ],
    [
      'a',
      { a: { b: [1, undefined] } },
      undefined,
      '1:1 The fact a.b[2] is undefined, which is no value of the language. Leave it out, or give a number, text, truth, date, list or record. [formula/fact]',
    ],
    [
      'a',
      { a: () => 1 },
      undefined,
      '1:1 The fact a is a function, which is no value of the language. Leave it out, or give a number, text, truth, date, list or record. [formula/fact]',
    ],
    [
      'a',
      { a: new Date(0) },
      undefined,
      '1:1 The fact a is an object of a class, which is no value of the language. Give plain objects, or CalendarDate for a date. [formula/fact]',
    ],
    [
      'a',
      { a: 0.1 + 0.2 },
      undefined,
      '1:1 The fact a is no exact number: 0.30000000000000004 looks like the result of binary arithmetic: give the number as text. Give whole numbers, or numbers with few decimals. [formula/fact]',
    ],
    [
      'a',
      { a: Number.NaN },
      undefined,
      '1:1 The fact a is no exact number: NaN is not a finite number. Give whole numbers, or numbers with few decimals. [formula/fact]',
    ],
    ['a', { a: [1, 'x'] }, undefined, '1:1 The fact a mixes a plain number with a text. Give all members one type. [formula/fact]'],
    ['a', { a: circular }, undefined, `1:1 The fact a${'.self'.repeat(33)} is nested more than 32 deep. Give flatter data. [formula/fact]`],
    [
      'a',
      { a: 'x' },
      { types: { a: 'IDR' } },
      '1:1 The fact a is no exact number: "x" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals. Give whole numbers, or numbers with few decimals. [formula/fact]',
    ],
    ['a', { a: true }, { types: { a: 'IDR' } }, '1:1 The fact a should be a number of IDR. Give a number, or decimal text. [formula/fact]'],
    ['a', { a: '2023-02-29' }, { types: { a: 'date' } }, '1:1 The fact a should be a date. Write it as 2024-06-30. [formula/fact]'],
    ['a', { a: 1 }, { types: { a: 'text' } }, '1:1 The fact a should be a text. Give a value of that kind. [formula/fact]'],
    ['a', {}, { types: { a: 'persent' } }, '1:1 The type of a: "persent" is neither a type nor a unit. Did you mean "percent"? [type/unreadable]'],
    [
      'a +\n  nott b',
      { a: 1, b: 2 },
      undefined,
      '2:3 "nott b" is read as one name, and no name has a space: an operator is missing. Write an operator between "nott" and "b". [formula/missing-operator]',
    ],
    [
      'b + c',
      { a: 1 },
      undefined,
      '1:1 "b" is not declared here. Did you mean "a"? [formula/unknown-name]\n1:5 "c" is not declared here. Did you mean "a"? [formula/unknown-name]',
    ],
  ])('%s of %o', (text, facts, options, message) => {
    const error = refusal(text, facts, options);
    expect(error.message).toBe(message);
    expect(error.text).toBe(text);
  });
  test('carries each finding with line and column', () => {
    expect(refusal('a +\n  b == c', { a: 1 }).findings).toEqual([
      { code: 'formula/double-equals', message: '"==" is not a comparison of the language.', mend: 'Write "=".', span: [8, 10], line: 2, column: 5 },
    ]);
  });
});

test('any JSON is taken or refused by a FormulaError', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: false }), (facts) => {
      try {
        expect(toJson(evaluateFormula('1 + 1', facts))).toBe('2');
      } catch (error) {
        expect(error).toBeInstanceOf(FormulaError);
      }
    }),
  );
});
