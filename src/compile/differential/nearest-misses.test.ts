/**
 * Nearest misses and exact ties: every back end decides them as the exact engine does, and a float or a tolerance does not.
 * In: records aimed at thresholds and at halves of a rounding step. Out: a failing test names the first difference and the record.
 */
import { describe, expect, it } from 'vitest';
import { appraise } from '../../engine/appraise.ts';
import { disagreementText } from './attack.fixture.ts';
import { BACK_ENDS } from './back-end.fixture.ts';
import { attackNearestMisses } from './campaign.fixture.ts';
import { Chance } from './chance.fixture.ts';
import { nearestMissSubject, nearestMisses } from './nearest-misses.fixture.ts';
import { SEED, runs } from './test-runs.fixture.ts';

describe('nearest misses', () => {
  const attack = attackNearestMisses(BACK_ENDS, SEED, runs(150));

  it.each(BACK_ENDS.map(({ name }) => name))('are decided by %s as by the exact engine', (name) => {
    expect(attack.tally.differences.get(name)!.slice(0, 3).map(disagreementText)).toEqual([]);
  });

  it('are all complete: nothing hides behind an unknown or a fault', () => {
    expect(attack.tally.status).toEqual({ complete: attack.tally.records });
  });

  it('lie below, at and above a threshold, most of them nearer than a tolerance of 1e-9 could tell', () => {
    const { ruleset } = nearestMissSubject();
    const ratings: Record<string, number> = {};
    let near = 0;
    for (const record of nearestMisses(120, new Chance(SEED))) {
      const { rating, scores } = appraise(ruleset, record);
      ratings[rating!] = (ratings[rating!] ?? 0) + 1;
      const value = Number(scores['sumplain' in scores ? 'sumplain' : 'sum']!.value);
      if (Math.abs(value - Math.round(value)) < 1e-9) near++;
    }
    expect(Object.keys(ratings).sort()).toEqual(['above', 'at', 'below']);
    expect(near).toBeGreaterThan(50);
  });
});
