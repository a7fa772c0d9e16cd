import { describe, expect, it } from 'vitest';
import { readAppraisal } from '../model/read-appraisal.ts';
import { caseSubjects, shippedPaths } from './differential/shipped-subjects.fixture.ts';
import { functionOf } from './generated.ts';
import { loadLowered } from './load-lowered.ts';
import type { Lowered } from './lowered.ts';
import { lowerPlan } from './lower-plan.ts';
import { isOpen } from './missing.ts';
import { sureProgram } from './sure-program.ts';
import { textOf } from './text-back-end.ts';

type Run<Out> = (facts: readonly Lowered[]) => Out;

function printed<Out>(program: Parameters<typeof textOf>[0]): Run<Out> {
  const { text, constants } = textOf(program);
  return (functionOf(text) as (constants: readonly unknown[]) => Run<Out>)(constants);
}

function answer(sure: Run<readonly Lowered[] | undefined>, facts: readonly Lowered[]): readonly Lowered[] | undefined {
  try {
    return sure(facts);
  } catch {
    return undefined;
  }
}

describe('a program for the usual record', () => {
  it.each(shippedPaths())('gives the outputs of the whole program of %s, or gives the record up', (path) => {
    let answered = 0;
    let met = 0;
    for (const { ruleset, appraisals } of caseSubjects(path)) {
      const program = lowerPlan(ruleset);
      const [general, sure] = [printed<readonly Lowered[]>(program), printed<readonly Lowered[] | undefined>(sureProgram(program))];
      for (const input of appraisals) {
        const facts = loadLowered(ruleset, program, readAppraisal(input));
        if (!facts) continue;
        met++;
        const [whole, out] = [general(facts), answer(sure, facts)];
        if (out === undefined) continue;
        answered++;
        expect(out).toEqual([...whole, true]);
        expect(whole.some(isOpen)).toBe(false);
      }
    }
    expect(met).toBeGreaterThan(0);
    if (path.endsWith('18-minutes-against-target')) expect(answered).toBeGreaterThan(0);
  });
});
