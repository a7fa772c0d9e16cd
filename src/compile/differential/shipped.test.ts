/**
 * The shipped rulesets and the example shapes: every back end answers as the exact engine does.
 * In: all their cases, mutations of these, random appraisals. Out: a failing test names the first difference and the record.
 */
import { describe, expect, it } from 'vitest';
import { type Disagreement, disagreementText } from './attack.fixture.ts';
import { BACK_ENDS } from './back-end.fixture.ts';
import { attackShipped } from './campaign.fixture.ts';
import { shippedPaths } from './shipped-subjects.fixture.ts';
import { SEED, runs } from './test-runs.fixture.ts';

const first = (differences: readonly Disagreement[]): readonly string[] => differences.slice(0, 3).map(disagreementText);

describe('the shipped rulesets and the shapes', () => {
  const attack = attackShipped(BACK_ENDS, SEED, runs(2));

  it.each(BACK_ENDS.map(({ name }) => name))('are answered by %s as by the exact engine', (name) => {
    expect(first(attack.tally.differences.get(name)!)).toEqual([]);
  });

  it('never bring the exact engine to anything but an outcome or a refusal', () => {
    expect(first(attack.tally.crashes)).toEqual([]);
  });

  it('are met on all their cases, in every status', () => {
    const { records, rulesets, status, lines } = attack.tally;
    expect(rulesets).toBeGreaterThan(shippedPaths().length);
    expect(records).toBeGreaterThan(800);
    for (const each of ['complete', 'undetermined', 'faulted', 'refused']) expect([each, (status[each] ?? 0) > 10]).toEqual([each, true]);
    for (const each of ['paid', 'held', 'notEntitled', 'undetermined', 'faulted']) expect([each, (lines[each] ?? 0) > 5]).toEqual([each, true]);
    // Appraisals that are not let in say little.
    expect(status['refused']! / records).toBeLessThan(0.1);
  });
});
