import { describe, expect, it } from 'vitest';
import { ratio } from '../values/exact.ts';
import { functionOf } from './generated.ts';
import { type ScoresOf, scoresAtOnce, scoresInTurn } from './scores-of.ts';

const READINGS = [
  { name: 'net', unit: 'IDR', output: 1, places: 0 },
  { name: 'a score; "of" words', unit: 'points', output: 0, places: 2 },
  { name: '7', unit: 'points', output: 2, places: 0 },
];
const OUT = [8750, 4_500_000, ratio(200n, 3n)];

describe.each([
  ['in turn', scoresInTurn],
  ['at once', scoresAtOnce(functionOf)],
] as const)('scores made %s', (_, made) => {
  const scores: ReturnType<ScoresOf> = made(READINGS)(OUT);

  it('stand by their names, each with its exact text and unit', () => {
    expect(JSON.parse(JSON.stringify(scores))).toMatchObject({
      net: { exact: '4500000', unit: 'IDR' },
      'a score; "of" words': { exact: '87.5', unit: 'points' },
      7: { exact: '200/3', unit: 'points' },
    });
    expect(Object.keys(scores)).toEqual(['7', 'net', 'a score; "of" words']);
  });

  it('cannot be changed', () => {
    expect(() => Object.assign(scores, { net: 0 })).toThrow(TypeError);
  });
});
