/**
 * What is read without its text is what its text says; anything else is left to be looked at.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimalPlaces, fromDecimalText, isMultiple, toText } from '../../values/exact.ts';
import { numberType } from '../../values/type.ts';
import { PERCENT } from '../../values/unit.ts';
import { shortNumberReader } from './short-number.ts';

const STEPS = ['0.001', '0.0001', '0.000001', '0.0000001', '0.5', '0.25', '1', '2.5', '3'];
const BOUNDS: readonly (readonly [min: string, max: string])[] = [
  ['-9000000000000', '9000000000000'],
  ['0.5', '3'],
  ['-999999999999999.9', '999999999999999.9'],
  ['0', '100'],
];
const typeOf = ([min, max]: readonly [string, string], step: string): ReturnType<typeof numberType> =>
  numberType(PERCENT, { min: fromDecimalText(min), max: fromDecimalText(max), step: fromDecimalText(step) });
const cases = STEPS.flatMap((step) => BOUNDS.map((bounds) => [step, ...bounds] as const));

/** Numbers on steps, beside steps, at bounds and beside them, and any others. */
const beside = (numbers: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.tuple(numbers, fc.constantFrom(0, 0, 1, -1)).map(([number, by]) => number + by * Number.EPSILON * Math.abs(number));
const numbers = beside(
  fc.oneof(
    fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 7 })).map(([top, places]) => top / 10 ** places),
    fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 7 })).map(([top, places]) => top / 10 ** places),
    fc.constantFrom(0.5, 3, 100, 9e12, 999999999999999.9, 0.1 + 0.2, 1e-6, 1e-7, -0, NaN, Infinity, 2 ** 53, 8999999999999.999, 9000000000000.001),
    fc.double(),
  ),
);

describe('the short way of numbers', () => {
  it.each(cases)('on the step %s from %s to %s', (step, min, max) => {
    const type = typeOf([min, max], step);
    const read = shortNumberReader(type);
    fc.assert(
      fc.property(numbers, (written) => {
        const value = read(written);
        if (value === undefined) return;
        const said = fromDecimalText(String(written + 0));
        expect(toText(value)).toBe(toText(said));
        expect(value).toEqual(said);
        expect(isMultiple(value, type.step!)).toBe(true);
        expect(compare(value, type.min!)).toBeGreaterThanOrEqual(0);
        expect(compare(value, type.max!)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('is taken by all that is short and on the step', () => {
    const read = shortNumberReader(typeOf(['0.5', '3'], '0.0001'));
    for (let top = 5_000; top <= 30_000; top++) expect(toText(read(top / 10_000)!)).toBe(toText(fromDecimalText(String(top / 10_000))));
    expect([0.4999, 3.0001, 1.00005, NaN].map(read)).toEqual([undefined, undefined, undefined, undefined]);
    expect(decimalPlaces(read(1.25)!)).toBe(2);
  });
});
