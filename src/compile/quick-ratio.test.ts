import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exact, add, compare, denominator, divide, multiply, numerator, ratio, subtract } from '../values/exact.ts';
import { ROUNDING_MODES, round } from '../values/rounding.ts';
import {
  type QuickRatio,
  greaterRatio,
  knownRatio,
  lesserRatio,
  minusRatio,
  orderOfRatios,
  overRatio,
  plusRatio,
  quickRatio,
  roundRatio,
  sizeOfRatio,
  timesRatio,
} from './quick-ratio.ts';

const integer = fc.oneof(fc.integer({ min: -20, max: 20 }), fc.integer(), fc.maxSafeInteger(), fc.constantFrom(2 ** 53 - 1, 1 - 2 ** 53, 0));
const under = integer.filter((d) => d !== 0);
const exact = ({ n, d }: QuickRatio): Exact => ratio(BigInt(n), BigInt(d));
const pair = fc.tuple(integer, under, integer, under).map(([a, b, c, d]) => [quickRatio(a, b)!, quickRatio(c, d)!] as const);

/** In lowest terms, of safe integers, and without a negative zero. */
function sound(made: QuickRatio): void {
  expect(Number.isSafeInteger(made.n) && Number.isSafeInteger(made.d) && made.d > 0).toBe(true);
  expect(Object.is(made.n, -0)).toBe(false);
  expect([BigInt(made.n), BigInt(made.d)]).toEqual([numerator(exact(made)), denominator(exact(made))]);
}

describe('ratios of safe integers', () => {
  it.each([
    ['plus', plusRatio, add],
    ['minus', minusRatio, subtract],
    ['times', timesRatio, multiply],
    ['over', overRatio, divide],
  ] as const)('%s: the exact answer or none', (_, quick, slow) => {
    let answered = 0;
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const made = quick(a, b);
        if (made === undefined) return;
        answered++;
        sound(made);
        expect(compare(exact(made), slow(exact(a), exact(b)))).toBe(0);
      }),
      { numRuns: 2000 },
    );
    expect(answered).toBeGreaterThan(100);
  });

  it('answer whatever small numbers give', () => {
    const small = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 })).map(([n, d]) => quickRatio(n, d)!);
    fc.assert(
      fc.property(small, small, (a, b) => {
        for (const made of [plusRatio(a, b), minusRatio(a, b), timesRatio(a, b), lesserRatio(a, b), greaterRatio(a, b)]) sound(made!);
        expect(overRatio(a, b) === undefined).toBe(b.n === 0);
      }),
    );
  });

  it('compare as exact numbers do', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const order = orderOfRatios(a, b);
        if (order === undefined) return;
        expect(order + 0).toBe(compare(exact(a), exact(b)));
        expect(exact(lesserRatio(a, b)!)).toEqual(order <= 0 ? exact(a) : exact(b));
        expect(exact(greaterRatio(a, b)!)).toEqual(order >= 0 ? exact(a) : exact(b));
        sound(sizeOfRatio(a)!);
      }),
    );
  });

  it.each(ROUNDING_MODES)('round %s as exact numbers do', (mode) => {
    const scales = fc.constantFrom(1, 10, 100, 10 ** 6, 10 ** 12);
    fc.assert(
      fc.property(integer, fc.integer({ min: 1, max: 400 }), fc.constantFrom(1, 5, 10, 25, 100, 1000), scales, (n, d, step, scale) => {
        const steps = roundRatio(quickRatio(n, d), step, scale, mode);
        if (steps === undefined) return;
        const size = ratio(BigInt(step), BigInt(scale));
        expect(compare(multiply(ratio(BigInt(steps)), size), round(ratio(BigInt(n), BigInt(d)), size, mode))).toBe(0);
      }),
    );
  });

  it.each(ROUNDING_MODES)('round %s at the far end of the safe integers, on both sides of zero', (mode) => {
    for (const n of [Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, -Number.MAX_SAFE_INTEGER + 1]) {
      for (let d = 1; d <= 400; d++) {
        const steps = roundRatio(quickRatio(n, d), 1, 1, mode)!;
        expect(BigInt(steps)).toBe(numerator(round(ratio(BigInt(n), BigInt(d)), ratio(1n), mode)));
      }
    }
  });

  it('are known from a carried number only where its error leaves one numerator', () => {
    expect(knownRatio(87_500_000_000.0004, 1, 1e-3, 10 ** 9)).toEqual({ n: 175, d: 2 });
    expect(knownRatio(33.333333333333336, 3, 1e-14, 1)).toEqual({ n: 100, d: 3 });
    expect(knownRatio(33.333333333333336, 3, 0.1, 1)).toBeUndefined();
    expect(knownRatio(1e15, 100, 1e-3, 1)).toBeUndefined();
    expect(knownRatio(1, Infinity, 0, 1)).toBeUndefined();
    expect(knownRatio(NaN, 1, 0, 1)).toBeUndefined();
    expect(knownRatio(1, 1, 0, 1e20)).toBeUndefined();
  });
});
