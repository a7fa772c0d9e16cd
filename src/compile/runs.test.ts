import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknown } from '../values/result.ts';
import type { Lowered } from './lowered.ts';
import { answerPlace, runsOf } from './runs.ts';

/** One cut after another: 2i + 1 on cut i, 2i before it. */
function scanned(cuts: readonly number[], value: number): number {
  for (const [at, cut] of cuts.entries()) if (value <= cut) return 2 * at + (value === cut ? 1 : 0);
  return 2 * cuts.length;
}

/** Even, clustered and hugely uneven steps. */
const step = fc.oneof(fc.constant(1), fc.constant(10), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 ** 12 }));
const uneven = fc.array(step, { maxLength: 300 });
/** Bands as a table has them: from, to, and the next begins one further on, or leaves a gap. */
const bands = fc
  .tuple(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 300 }), fc.constantFrom(1, 1, 7))
  .map(([width, count, gap]) => Array.from({ length: 2 * count }, (_, at) => (at % 2 === 0 ? gap : width)));
const from = fc.oneof(fc.constantFrom(0, -(2 ** 53), -(2 ** 53) + 1), fc.integer({ min: -(10 ** 9), max: 10 ** 9 }));
const cutsOf = fc.tuple(from, fc.oneof(uneven, bands)).map(([first, steps]) => {
  let at = first;
  return [first, ...steps.map((by) => (at += by))].slice(steps.length % 3 === 0 ? 1 : 0);
});
/** Few answers, so that neighbours are often alike; some are missing. */
const MISSING = [unknown('a'), unknown('b')];
const answersOf = (seed: number, pieces: number): readonly Lowered[] =>
  Array.from({ length: pieces }, (_, piece) => {
    const drawn = Math.floor(Math.abs(Math.sin(seed + Math.floor(piece / (1 + (seed % 3)))) * 1e6)) % 7;
    return MISSING[drawn] ?? drawn / 4;
  });
const answerOf = (runs: ReturnType<typeof runsOf>, value: number): Lowered => {
  const place = answerPlace(runs, value);
  const found = runs.pairs[place]!;
  return Number.isNaN(found) ? runs.missing.get(place)! : found;
};

describe('the answer of the run in which a whole number lies', () => {
  it('is the one that a scan of the cuts finds: on every cut, one step beside it, beyond both ends, and anywhere', () => {
    fc.assert(
      fc.property(cutsOf, fc.nat({ max: 1000 }), fc.array(fc.maxSafeInteger(), { maxLength: 10 }), (cuts, seed, others) => {
        const answers = answersOf(seed, 2 * cuts.length + 1);
        const runs = runsOf(cuts, (piece) => answers[piece]!);
        const between = cuts.slice(1).map((cut, at) => Math.floor((cut + cuts[at]!) / 2));
        const values = [...cuts.flatMap((cut) => [cut - 1, cut, cut + 1]), ...between, ...others, -(2 ** 53), 2 ** 53];
        for (const value of values) expect(answerOf(runs, value)).toBe(answers[scanned(cuts, value)]);
      }),
      { numRuns: 500 },
    );
  });

  it('is found in fractions as well where an integer carries them', () => {
    const answers = Array.from({ length: 2 * 200 + 1 }, (_, piece) => piece);
    const cuts = Array.from({ length: 200 }, (_, at) => Math.round(-12.34 * 1000) + at * 125);
    const runs = runsOf(cuts, (piece) => answers[piece]!);
    for (let value = cuts[0]! - 300; value < cuts.at(-1)! + 300; value++) expect(answerOf(runs, value)).toBe(scanned(cuts, value));
  });

  it('is the only one where there is no cut', () => {
    const runs = runsOf([], () => 5);
    expect([-1, 0, 1, NaN, Infinity].map((value) => answerOf(runs, value))).toEqual([5, 5, 5, 5, 5]);
  });
});

describe('runs', () => {
  it('take neighbours of the same answer together, and no room for what holds no whole number', () => {
    const runs = runsOf([0, 9, 10, 19, 20, 29], (piece) => [-1, 1, 1, 1, 7, 1, 1, 1, 7, 3, 3, 3, -1][piece]!);
    expect([...runs.pairs]).toEqual([-1, -1, 19, 1, 29, 3, Infinity, -1]);
  });

  it('have an index that is much smaller than they are, whose guess is right where ends are evenly spread', () => {
    const cuts = Array.from({ length: 100_000 }, (_, at) => at * 10_000);
    const { pairs, knots } = runsOf(cuts, (piece) => Math.floor((piece + 1) / 2));
    expect(knots.byteLength).toBeLessThan(pairs.byteLength / 16);
    for (const [at, knot] of knots.entries()) expect(knot).toBeCloseTo((at * 99_999) / (knots.length - 1), 6);
  });

  it('are found where nearly all ends are heaped up in one bucket', () => {
    const cuts = [...Array.from({ length: 100_000 }, (_, at) => at), 10 ** 12];
    const runs = runsOf(cuts, (piece) => piece);
    for (let value = 0; value < 100_000; value++) expect(runs.pairs[answerPlace(runs, value)]).toBe(2 * value + 1);
  });
});
