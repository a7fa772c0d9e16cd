import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPiece } from './find-piece.ts';

/** One cut after another. */
function scanned(cuts: Float64Array, value: number): number {
  for (let at = 0; at < cuts.length; at++) if (value <= cuts[at]!) return 2 * at + (value === cuts[at] ? 1 : 0);
  return 2 * cuts.length;
}

/** Even, clustered and hugely uneven steps. */
const step = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 ** 9 }));
const cutsOf = fc.tuple(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.array(step, { minLength: 0, maxLength: 400 })).map(([first, steps]) => {
  let at = first;
  return Float64Array.from(steps, (by) => (at += by));
});

describe('the piece of a table in which a number lies', () => {
  it('is the one that a scan finds, on every cut, beside it, and beyond both ends', () => {
    fc.assert(
      fc.property(cutsOf, fc.array(fc.double({ noNaN: true }), { maxLength: 5 }), (cuts, others) => {
        const values = [...Array.from(cuts).flatMap((cut) => [cut - 1, cut - 0.5, cut, cut + 0.5]), ...others, Infinity, -Infinity];
        for (const value of values) expect(findPiece(cuts, value)).toBe(scanned(cuts, value));
      }),
    );
  });

  it('is before the first cut for what is no number', () => {
    expect([
      findPiece(new Float64Array(3), NaN),
      findPiece(
        Float64Array.from({ length: 200 }, (_, at) => at),
        NaN,
      ),
    ]).toEqual([0, 0]);
  });
});
