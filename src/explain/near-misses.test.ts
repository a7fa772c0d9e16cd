import { describe, expect, it } from 'vitest';
import { explained } from './example.fixture.ts';
import type { NearTold, Value } from './explanation-shape.ts';

const said = (value: Value): string => (value.kind === 'number' ? `${value.exact} ${value.unit}` : value.kind === 'word' ? value.word : value.kind);
const line = (near: NearTold): string =>
  [
    near.what.en,
    near.direction,
    said(near.distance),
    near.included ? 'to' : 'beyond',
    said(near.at),
    near.becomes.rule ? `rule ${near.becomes.title.en}` : said(near.becomes.to!),
    ...near.then.map((each) => `${each.title.en} ${said(each.to)}`),
  ].join(' | ');
const supervised = (score: number): NearTold[] => [
  ...explained({ ratings: { items: [{ source: 'supervisor', rater: 'a', score, scale: { min: 0, max: 100 } }] }, attendance: { counts: { absent: 0 } } })
    .explanation.near,
];

describe('what was nearly reached', () => {
  it('moves one quantity to the edge of a table, and says what follows for rating and pay', () => {
    expect(explained({ attendance: { counts: { absent: 0 } } }).explanation.near.map(line)).toEqual([
      'Conduct | above | 38/15 points | to | 90 points | istimewa | Performance pay (TPP) 2937332 IDR',
    ]);
  });

  it('tells the nearest first, and both sides of a band', () => {
    expect(supervised(88).map(line)).toEqual([
      'Conduct | above | 2 points | to | 90 points | istimewa | Performance pay (TPP) 2937332 IDR',
      // Below 70 every rupiah depends on how far below, so no amount is told; the word is.
    ]);
    expect(supervised(80).map(line)).toEqual([
      'Conduct | above | 10 points | to | 90 points | istimewa | Performance pay (TPP) 2937332 IDR',
      'Conduct | below | 10 points | beyond | 70 points | kurang',
    ]);
  });

  it('is silent where no edge is near', () => {
    expect(supervised(30)).toEqual([]);
  });

  it('tells a rule that one more day would have set off', () => {
    expect(explained().explanation.near.map(line)).toContain('Days absent | above | 1 day | to | 4 day | rule Reprimand for absence');
  });

  it('takes no class of a post for a quantity that work moves', () => {
    expect(explained().explanation.near.some(({ what }) => what.en === 'Job class')).toBe(false);
  });
});
