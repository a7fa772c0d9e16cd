/**
 * The attack can fail: each likely mistake of a compiled evaluator is found by it.
 * In: the engine with one mistake in it. Out: a failing test names the mistake that got through.
 */
import { describe, expect, it } from 'vitest';
import { Attack } from './attack.fixture.ts';
import { Chance } from './chance.fixture.ts';
import { MUTANTS, mutantBackEnd } from './mutants.fixture.ts';
import { nearestMissSubject, nearestMisses } from './nearest-misses.fixture.ts';
import { RandomAppraisals } from './random-appraisals.fixture.ts';
import { randomRuleset } from './random-ruleset.fixture.ts';

function foundByMisses(attack: Attack): boolean {
  const subject = nearestMissSubject();
  for (let seed = 1; seed <= 8; seed++) if (attack.on(subject, nearestMisses(15, new Chance(seed))) > 0) return true;
  return false;
}

function foundByRulesets(attack: Attack): boolean {
  for (let seed = 1; seed <= 40; seed++) {
    const { subject } = randomRuleset(seed);
    const random = new RandomAppraisals(subject.ruleset, new Chance(seed));
    const records = Array.from({ length: 12 }, () => random.draw());
    if (attack.on(subject, records) > 0) return true;
  }
  return false;
}

describe('the attack', () => {
  it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))('finds %s', async (_name, mutant) => {
    const attack = new Attack([await mutantBackEnd(mutant)], mutant.ignored);
    expect((mutant.foundBy === 'nearest misses' ? foundByMisses : foundByRulesets)(attack)).toBe(true);
  });

  it('finds nothing in the engine loaded a second time without a mistake', async () => {
    const sound = await mutantBackEnd({ name: 'no mistake', module: 'exact', foundBy: 'nearest misses', mistake: () => ({}) });
    const attack = new Attack([sound]);
    attack.on(nearestMissSubject(), nearestMisses(20, new Chance(2)));
    const { subject } = randomRuleset(3);
    const random = new RandomAppraisals(subject.ruleset, new Chance(3));
    attack.on(
      subject,
      Array.from({ length: 10 }, () => random.draw()),
    );
    expect(attack.tally.differences.get('no mistake')).toEqual([]);
  });
});
