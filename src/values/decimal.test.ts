/**
 * Numbers on their way out: decimal.js values that the host's settings cannot touch.
 */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { KinerjaDecimal, toDecimal } from './decimal.ts';
import { fromDecimalText, multiply, ratio, toText } from './exact.ts';

const settings = { precision: Decimal.precision, rounding: Decimal.rounding, toExpPos: Decimal.toExpPos };
afterEach(() => {
  Decimal.set(settings);
});

describe('a decimal', () => {
  test('is exact when a finite decimal of 60 digits exists', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 59n), max: 10n ** 59n }), fc.nat(59), (digits, places) => {
        const exact = ratio(digits, 10n ** BigInt(places));
        expect(toDecimal(exact).toFixed()).toBe(toText(exact));
      }),
    );
  });
  test('without one is cut at 60 digits, half-even', () => {
    expect(toDecimal(ratio(200n, 3n)).toFixed()).toBe(`66.${'6'.repeat(57)}7`);
    expect(toDecimal(ratio(-1n, 3n)).toFixed()).toBe(`-0.${'3'.repeat(60)}`);
  });
  test('is what dividing at 60 digits gives, however long the numbers', () => {
    const part = fc.oneof(fc.bigInt({ min: 1n, max: 300n }), fc.bigInt({ min: 1n, max: 10n ** 90n }));
    const whole = fc.oneof(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), fc.bigInt({ min: -(10n ** 90n), max: 10n ** 90n }));
    fc.assert(
      fc.property(whole, fc.oneof(fc.constant(1n), part), (n, d) => {
        expect(toDecimal(ratio(n, d)).toFixed()).toBe(new KinerjaDecimal(n.toString()).div(d.toString()).toFixed());
      }),
    );
  });
  test('of zero has no sign', () => {
    expect(Object.is(toDecimal(multiply(ratio(0n), ratio(-1n))).toNumber(), 0)).toBe(true);
  });
  test('does not change when the host changes decimal.js', () => {
    Decimal.set({ precision: 3, rounding: Decimal.ROUND_UP, toExpPos: 2 });
    expect(toDecimal(fromDecimalText('123456789.123456')).toString()).toBe('123456789.123456');
    expect(
      toDecimal(ratio(10n ** 30n))
        .plus(1)
        .toString(),
    ).toBe(`1${'0'.repeat(29)}1`);
  });
  test('is of the library, and still a Decimal to whoever asks', () => {
    expect(toDecimal(ratio(1n))).toBeInstanceOf(KinerjaDecimal);
    expect(Decimal.isDecimal(toDecimal(ratio(1n)))).toBe(true);
    expect(KinerjaDecimal).not.toBe(Decimal);
  });
});
