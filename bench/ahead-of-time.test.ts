/**
 * The task of the benchmark compiled ahead of time: the module answers as the exact evaluator does, and declines nothing.
 * In: random employees. Out: a failing test names the record and the first difference.
 */
import { expect, it } from 'vitest';
import { attacked } from '../src/compile/ahead/ahead.fixture.ts';
import type { AppraisalInput } from '../src/model/appraisal.ts';
import { openRuleset } from '../src/node/ruleset-folder.ts';
import { loadRuleset } from '../src/node/load-ruleset.ts';
import { DATA_SETS } from './data/employees.mjs';
import { TASK_DATES, TASK_FOLDER } from './peers/library.mjs';

it.each(Object.keys(DATA_SETS))('the task compiled ahead of time agrees with the exact evaluator: %s', async (set) => {
  const subject = { name: 'task', data: openRuleset(TASK_FOLDER).data, dates: TASK_DATES, ruleset: loadRuleset(TASK_FOLDER, TASK_DATES) };
  expect(await attacked(subject, DATA_SETS[set]!(1_000, 11) as unknown as AppraisalInput[])).toEqual({ differences: [], answered: 1_000, declined: [] });
});
