import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDecimal } from '../values/decimal.ts';
import { ratio, toText } from '../values/exact.ts';
import { CompiledScore, carriedText } from './compiled-score.ts';
import { exactOf } from './exact-of.ts';

const carried = fc.oneof(
  fc.maxSafeInteger(),
  fc.integer({ min: -2000, max: 2000 }),
  fc.integer({ min: -90, max: 90 }).map((n) => n * 10 ** 12),
);

describe('a score of a compiled outcome', () => {
  it('has the exact text of its carried number', () => {
    fc.assert(fc.property(carried, fc.integer({ min: 0, max: 20 }), (n, places) => carriedText(n, places) === toText(exactOf(n, places))));
    expect(carriedText(-0, 2)).toBe('0');
    expect(carriedText(-0, 0)).toBe('0');
  });

  it('says decimal, exact text and unit, in that order', () => {
    const score = new CompiledScore(-8750, 2, 'points');
    expect([score.exact, score.value.toFixed(), score.unit]).toEqual(['-87.5', '-87.5', 'points']);
    expect(JSON.stringify(score)).toBe('{"value":"-87.5","exact":"-87.5","unit":"points"}');
    expect(inspect(score)).toContain("exact: '-87.5', unit: 'points'");
  });

  it('cannot be changed', () => {
    const score = new CompiledScore(5, 0, 'points');
    for (const field of ['value', 'exact', 'unit']) expect(() => Object.assign(score, { [field]: 'other' })).toThrow(TypeError);
  });

  it('says an exact ratio as the exact evaluator does', () => {
    const third = ratio(200n, 3n);
    expect(new CompiledScore(third, 0, 'points').toJSON()).toEqual({ value: toDecimal(third), exact: '200/3', unit: 'points' });
  });
});
