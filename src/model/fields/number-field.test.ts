/**
 * Numbers at the door.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HUNDRED, ZERO, compare, fromDecimalText, multiply, ratio, toText } from '../../values/exact.ts';
import { numberType } from '../../values/type.ts';
import { PERCENT } from '../../values/unit.ts';
import { numberReader } from './number-field.ts';
import { Refusal } from './refusal.ts';

const percent = numberReader(numberType(PERCENT, { min: fromDecimalText('0'), max: fromDecimalText('100'), step: fromDecimalText('0.01') }));
const free = numberReader(numberType(PERCENT));
const quarterPoints = numberReader(numberType(PERCENT, { min: fromDecimalText('0.5'), max: fromDecimalText('99.5'), step: fromDecimalText('2.5') }));
const textOf = (read: ReturnType<typeof percent>): string => (read instanceof Refusal ? `${read.code}: ${read.message}` : toText(read));

describe('a number field', () => {
  it('takes text and JavaScript numbers alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
        const exact = toText(fromDecimalText(text));
        expect(textOf(percent(text))).toBe(exact);
        expect(textOf(percent(Number(text)))).toBe(exact);
      }),
    );
  });

  it('never yields a number outside its bounds or off its step', () => {
    fc.assert(
      fc.property(fc.oneof(fc.double(), fc.integer(), fc.string(), fc.maxSafeInteger().map(String)), (written) => {
        const read = percent(written);
        if (read instanceof Refusal) return;
        const hundredths = multiply(read, HUNDRED);
        expect(hundredths.d).toBe(1n);
        expect(compare(hundredths, ZERO)).toBeGreaterThanOrEqual(0);
        expect(compare(hundredths, ratio(10_000n))).toBeLessThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    [-0, '0'],
    ['-0', '0'],
    [100, '100'],
    ['100.00', '100'],
    [100.01, 'input/bounds: 100.01 lies outside 0 to 100 percent.'],
    [-1, 'input/bounds: -1 lies outside 0 to 100 percent.'],
    [0.005, 'input/step: 0.005 is not a multiple of 0.01.'],
    [0.1 + 0.2, 'input/binary: 0.30000000000000004 looks like the result of binary arithmetic.'],
    [1.1 * 3, 'input/binary: 3.3000000000000003 looks like the result of binary arithmetic.'],
    [Number.MIN_VALUE, 'input/binary: 5e-324 looks like the result of binary arithmetic.'],
    [-Infinity, 'input/not-finite: -Infinity is not a finite number.'],
    [1e21, 'input/unsafe-integer: 1e+21 is too large to be exact as a JavaScript number.'],
    ['', 'input/number: "" is not a decimal number.'],
    ['1 1/2', 'input/number: "1 1/2" is not a decimal number.'],
    ['1/2', 'input/number: "1/2" is not a decimal number.'],
    ['0x10', 'input/number: "0x10" is not a decimal number.'],
    [' 1', 'input/number: " 1" is not a decimal number.'],
    ['null', 'input/number: "null" is not a decimal number.'],
    [[], 'input/kind: Here stands a list, but a number from 0 to 100 percent is expected.'],
    [Symbol('x'), 'input/kind: Here stands a JavaScript symbol, but a number from 0 to 100 percent is expected.'],
  ])('reads %s as %s', (written, expected) => {
    expect(textOf(percent(written))).toBe(expected);
  });

  it('takes what fits a step greater than one, and refuses integers that do not', () => {
    expect(textOf(quarterPoints(5))).toBe('5');
    expect(textOf(quarterPoints('7.5'))).toBe('7.5');
    expect(textOf(quarterPoints(6))).toBe('input/step: 6 is not a multiple of 2.5.');
    expect(textOf(quarterPoints(0))).toBe('input/bounds: 0 lies outside 0.5 to 99.5 percent.');
  });

  it('without bounds takes every exact number', () => {
    expect(textOf(free(-12.345))).toBe('-12.345');
    expect(textOf(free('123456789012345.123456789012'))).toBe('123456789012345.123456789012');
    expect(textOf(free(1 / 3))).toBe('input/binary: 0.3333333333333333 looks like the result of binary arithmetic.');
    expect(textOf(free(2 ** 53 - 1))).toBe('9007199254740991');
  });
});
