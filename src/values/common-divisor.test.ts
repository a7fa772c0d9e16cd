import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonOf, commonOfBig } from './common-divisor.ts';

const factor = fc.integer({ min: 1, max: 2 ** 26 });

describe('the greatest common divisor', () => {
  it('divides both, and is divided by whatever does', () => {
    fc.assert(
      fc.property(factor, fc.integer({ min: 0, max: 2 ** 26 }), factor, (by, a, b) => {
        const found = commonOf(a * by, b * by);
        expect([(a * by) % found, (b * by) % found, found % by]).toEqual([0, 0, 0]);
        expect(commonOfBig(BigInt(a * by), BigInt(b * by))).toBe(BigInt(found));
        expect(commonOf(b * by, a * by)).toBe(found);
      }),
    );
  });

  it('of zero and another is the other', () => {
    fc.assert(
      fc.property(fc.nat(), (a) => {
        expect([commonOf(0, a), commonOf(a, 0), commonOfBig(0n, BigInt(a))]).toEqual([a, a, BigInt(a)]);
      }),
    );
  });
});
