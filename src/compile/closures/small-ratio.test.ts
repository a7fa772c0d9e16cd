import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUNDING_MODES, roundRatio } from '../../values/rounding.ts';
import { SmallRatio, compareRatios, roundSteps } from './small-ratio.ts';

const MOST = Number.MAX_SAFE_INTEGER;
/** Small and large ones, so that some results fit and others do not. */
const whole = fc.oneof(fc.integer({ min: -1000, max: 1000 }), fc.integer(), fc.integer({ min: -MOST, max: MOST }));
const positive = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: MOST }));

describe('a small ratio', () => {
  it.each([
    ['add', (an: bigint, ad: bigint, bn: bigint, bd: bigint) => [an * bd + bn * ad, ad * bd]],
    ['multiply', (an: bigint, ad: bigint, bn: bigint, bd: bigint) => [an * bn, ad * bd]],
    ['divide', (an: bigint, ad: bigint, bn: bigint, bd: bigint) => [an * bd, ad * bn]],
  ] as const)('%s is exact or says that it does not fit', (name, exactly) => {
    fc.assert(
      fc.property(whole, positive, whole, positive, (an, ad, bn, bd) => {
        const result = new SmallRatio();
        if (!result[name](an, ad, bn, bd)) return;
        const [n, d] = exactly(BigInt(an), BigInt(ad), BigInt(bn), BigInt(bd)) as [bigint, bigint];
        expect(BigInt(result.n) * d).toBe(n * BigInt(result.d));
        expect(result.d).toBeGreaterThan(0);
        expect(Number.isSafeInteger(result.n) && Number.isSafeInteger(result.d)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['add', 1, 3, 1, 6, [9, 18]],
    ['add', 2 ** 40, 3 * 2 ** 40, 1, 3 * 2 ** 40, [1099511627777, 3298534883328]],
    ['multiply', 2 ** 30, 3 ** 19, 3 ** 19, 2 ** 30, [1, 1]],
    ['divide', 1, 2, -1, 3, [-3, 2]],
  ] as const)('%s %d/%d %d/%d fits', (name, an, ad, bn, bd, [n, d]) => {
    const result = new SmallRatio();
    expect(result[name](an, ad, bn, bd)).toBe(true);
    expect([result.n, result.d]).toEqual([n, d]);
  });

  it('does not divide by zero', () => {
    expect(new SmallRatio().divide(1, 2, 0, 3)).toBe(false);
  });

  it('is compared exactly, however large the parts', () => {
    fc.assert(
      fc.property(whole, positive, whole, positive, (an, ad, bn, bd) => {
        const apart = BigInt(an) * BigInt(bd) - BigInt(bn) * BigInt(ad);
        expect(compareRatios(an, ad, bn, bd)).toBe(apart < 0n ? -1 : apart > 0n ? 1 : 0);
      }),
    );
    expect(compareRatios(MOST - 1, MOST, MOST - 2, MOST - 1)).toBe(1);
  });

  it.each(ROUNDING_MODES)('is rounded %s exactly, on boundaries too', (mode) => {
    const steps = fc.tuple(whole, positive, fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(1, 10, 100, 1e8, 1e15));
    // Half steps and whole steps themselves.
    const edges = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.constantFrom(1, 2, 4), fc.constantFrom(1, 2, 100), fc.constantFrom(1, 10, 1e15));
    fc.assert(
      fc.property(fc.oneof(steps, edges), ([n, d, top, under]) => {
        const [value, step] = [BigInt(n) * BigInt(under), BigInt(d) * BigInt(top)];
        const wanted = value % step === 0n ? value / step : roundRatio(value, step, mode);
        expect(BigInt(roundSteps(n, d, top, under, mode))).toBe(BigInt(Number(wanted)));
      }),
      { numRuns: 1000 },
    );
  });
});
