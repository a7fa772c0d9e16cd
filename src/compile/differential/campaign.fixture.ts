/**
 * The whole campaign: cases and their mutations, random appraisals, random rulesets, nearest misses; as long as is asked for.
 * In: back ends, a seed, how much. Out: the {@link Attack} with its tally; a part at a time, so that a long run can report.
 */
import { Attack } from './attack.fixture.ts';
import type { BackEnd } from './back-end.fixture.ts';
import { Chance } from './chance.fixture.ts';
import { mutations } from './mutated-appraisals.fixture.ts';
import { nearestMissSubject, nearestMisses } from './nearest-misses.fixture.ts';
import { RandomAppraisals } from './random-appraisals.fixture.ts';
import { randomRuleset } from './random-ruleset.fixture.ts';
import { caseSubjects, shippedPaths } from './shipped-subjects.fixture.ts';

/** All cases of the folders as they are, then so many mutations of them and so many random appraisals for each pair of periods. */
export function attackShipped(backEnds: readonly BackEnd[], seed: number, records: number, paths: readonly string[] = shippedPaths()): Attack {
  const attack = new Attack(backEnds);
  for (const [index, path] of paths.entries()) {
    for (const [at, subject] of caseSubjects(path).entries()) {
      const chance = new Chance(seed * 1_000_003 + index * 101 + at);
      const random = new RandomAppraisals(subject.ruleset, chance);
      attack.on(subject, [
        ...subject.appraisals,
        ...mutations(subject.ruleset, subject.appraisals, records, chance),
        ...Array.from({ length: records }, () => random.draw()),
      ]);
    }
  }
  return attack;
}

/** So many random rulesets, each with so many records; `skipped` counts drafts that did not resolve, by what was wrong with them. */
export function attackRandom(
  backEnds: readonly BackEnd[],
  seed: number,
  rulesets: number,
  records: number,
): { readonly attack: Attack; readonly skipped: readonly (readonly string[])[] } {
  const attack = new Attack(backEnds);
  const skipped: (readonly string[])[] = [];
  for (let index = 0; index < rulesets; index++) {
    const drawn = randomRuleset(seed + index);
    skipped.push(...drawn.skipped);
    const random = new RandomAppraisals(drawn.subject.ruleset, new Chance(seed + index));
    attack.on(
      drawn.subject,
      Array.from({ length: records }, () => random.draw()),
    );
  }
  return { attack, skipped };
}

export function attackNearestMisses(backEnds: readonly BackEnd[], seed: number, records: number, ignored: readonly string[] = []): Attack {
  const attack = new Attack(backEnds, ignored);
  attack.on(nearestMissSubject(), nearestMisses(records, new Chance(seed)));
  return attack;
}
