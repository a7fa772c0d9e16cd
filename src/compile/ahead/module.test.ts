/**
 * Modules made ahead of time: they answer as the exact evaluator does, in every field, with nothing beside them.
 * In: the shipped rulesets, the task of the benchmark, random rulesets, nearest misses. Out: a failing test names the record and the first difference.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DATA_SETS } from '../../../bench/data/employees.mjs';
import { TASK_DATES, TASK_FOLDER } from '../../../bench/peers/library.mjs';
import type { AppraisalInput } from '../../model/appraisal.ts';
import { loadRuleset } from '../../node/load-ruleset.ts';
import { shippedIds, openRuleset, shippedFolder } from '../../node/ruleset-folder.ts';
import { Attack, disagreementText } from '../differential/attack.fixture.ts';
import type { Subject } from '../differential/back-end.fixture.ts';
import { Chance } from '../differential/chance.fixture.ts';
import { mutations } from '../differential/mutated-appraisals.fixture.ts';
import { nearestMissSubject, nearestMisses } from '../differential/nearest-misses.fixture.ts';
import { RandomAppraisals } from '../differential/random-appraisals.fixture.ts';
import { randomRuleset } from '../differential/random-ruleset.fixture.ts';
import { type CaseSubject, caseSubjects } from '../differential/shipped-subjects.fixture.ts';
import { SEED, runs } from '../differential/test-runs.fixture.ts';
import { lowerPlan } from '../lower-plan.ts';
import { aheadOfTime, imported, textFor } from './ahead.fixture.ts';
import { CannotCompile } from './cannot-compile.ts';

const DATES_OF_EACH = 3;

/** The first dates, the last, and one between. */
function someOf(subjects: readonly CaseSubject[]): readonly CaseSubject[] {
  return subjects.length <= DATES_OF_EACH ? subjects : [subjects[0]!, subjects[subjects.length >> 1]!, subjects.at(-1)!];
}

async function attacked(subject: Subject, records: readonly AppraisalInput[]): Promise<{ differences: readonly string[]; taken: number; declined: number }> {
  const backEnd = await aheadOfTime(subject);
  const attack = new Attack([backEnd]);
  attack.on(subject, records);
  return {
    differences: attack.tally.differences.get(backEnd.name)!.slice(0, 3).map(disagreementText),
    taken: backEnd.taken,
    declined: backEnd.declined,
  };
}

describe.each(shippedIds())('%s ahead of time', (id) => {
  it.each(someOf(caseSubjects(`${shippedFolder()}/${id}`)).map((subject) => [subject.name, subject] as const))(
    '%s answers as the exact evaluator does',
    async (_, subject) => {
      const chance = new Chance(SEED);
      const random = new RandomAppraisals(subject.ruleset, chance);
      const records = [
        ...subject.appraisals,
        ...mutations(subject.ruleset, subject.appraisals, runs(20), chance),
        ...Array.from({ length: runs(20) }, () => random.draw()),
      ];
      const { differences, taken, declined } = await attacked(subject, records);
      console.log(subject.name, subject.appraisals.length, taken, declined, textFor(subject.ruleset).length);
      expect(differences).toEqual([]);
      expect(taken - declined).toBeGreaterThan(0);
    },
  );
});

it('the task of the benchmark', async () => {
  const ruleset = loadRuleset(TASK_FOLDER, TASK_DATES);
  const { data } = openRuleset(TASK_FOLDER);
  const records = [...DATA_SETS['realistic']!(200, 5), ...DATA_SETS['uniform']!(200, 5)] as unknown as AppraisalInput[];
  const { differences, taken, declined } = await attacked({ name: 'task', data, dates: TASK_DATES, ruleset }, records);
  console.log('task', taken, declined, textFor(ruleset).length);
  expect({ differences, taken, declined }).toEqual({ differences: [], taken: 400, declined: 0 });
});
