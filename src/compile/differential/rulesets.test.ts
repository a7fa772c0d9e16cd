/**
 * Random rulesets: every back end answers as the exact engine does, and the rulesets are such that this says something.
 * In: rulesets and appraisals from a seed. Out: a failing test names the seed of the ruleset, the first difference and the record.
 */
import { describe, expect, it } from 'vitest';
import { type Disagreement, disagreementText } from './attack.fixture.ts';
import { BACK_ENDS } from './back-end.fixture.ts';
import { attackRandom } from './campaign.fixture.ts';
import { randomRuleset } from './random-ruleset.fixture.ts';
import { SEED, runs } from './test-runs.fixture.ts';

const first = (differences: readonly Disagreement[]): readonly string[] => differences.slice(0, 3).map(disagreementText);
const RULESETS = runs(60);

describe('random rulesets', () => {
  const { attack, skipped } = attackRandom(BACK_ENDS, SEED, RULESETS, 12);
  const { status, faults, lines, events, records } = attack.tally;
  const share = (each: string): number => (status[each] ?? 0) / records;

  it.each(BACK_ENDS.map(({ name }) => name))('are answered by %s as by the exact engine', (name) => {
    expect(first(attack.tally.differences.get(name)!)).toEqual([]);
  });

  it('never bring the exact engine to anything but an outcome or a refusal', () => {
    expect(first(attack.tally.crashes)).toEqual([]);
  });

  it('resolve, nearly all at the first draft', () => {
    expect(attack.tally.rulesets).toBe(RULESETS);
    expect(skipped.length / RULESETS).toBeLessThan(0.1);
  });

  it('end complete, undetermined and faulted, each often, and are rarely refused', () => {
    for (const each of ['complete', 'undetermined', 'faulted']) expect([each, share(each) > 0.12]).toEqual([each, true]);
    expect(share('refused')).toBeLessThan(0.06);
    for (const each of ['paid', 'held', 'notEntitled', 'undetermined', 'faulted']) expect([each, (lines[each] ?? 0) > 10]).toEqual([each, true]);
    for (const each of ['awards', 'sanctions', 'development', 'flags', 'blocks']) expect([each, (events[each] ?? 0) > 10]).toEqual([each, true]);
  });

  it('come by the faults that formulas, tables, weights and raters can have', () => {
    const common = [
      'value/none',
      'formula/division-by-zero',
      'formula/empty-list',
      'table/outside-domain',
      'table/two-rows',
      'raters/scale',
      'raters/trim',
      'raters/convert',
      'weights/negative',
      'weights/sum',
    ];
    expect(common.filter((code) => !(code in faults))).toEqual([]);
    // Faults of the engine itself would mean that a plan was made wrongly.
    expect(Object.keys(faults).filter((code) => code.startsWith('engine/'))).toEqual([]);
  });

  it('are the same from the same seed', () => {
    const again = randomRuleset(SEED);
    expect(again.subject.data).toEqual(randomRuleset(SEED).subject.data);
    expect(again.subject.ruleset.hash).not.toBe(randomRuleset(SEED + 1).subject.ruleset.hash);
  });
});
