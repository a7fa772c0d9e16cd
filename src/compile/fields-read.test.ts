import { describe, expect, it } from 'vitest';
import { readAppraisal } from '../model/read-appraisal.ts';
import type { Type } from '../values/type.ts';
import { caseSubjects, shippedPaths } from './differential/shipped-subjects.fixture.ts';
import { ExactBackEnd } from './exact-back-end.ts';
import { withFieldsRead } from './fields-read.ts';
import { loadLowered } from './load-lowered.ts';
import type { Lowered } from './lowered.ts';
import { lowerPlan } from './lower-plan.ts';

/** The same value without the fields that are not among `keep`. */
function thinned(value: Lowered, type: Type, keep: ReadonlySet<string>): Lowered {
  if (Array.isArray(value)) return type.kind === 'list' ? value.map((member: Lowered) => thinned(member, type.of, keep)) : value;
  if (type.kind !== 'record' || typeof value !== 'object' || !('f0' in value)) return value;
  const names = [...type.fields.keys()];
  return Object.fromEntries(Object.entries(value).filter(([key]) => keep.has(names[Number(key.slice(1))]!))) as Lowered;
}

describe('fields that a program does not read', () => {
  it.each(shippedPaths())('of %s change no answer when they are left out', (path) => {
    let compared = 0;
    for (const { ruleset, appraisals } of caseSubjects(path).slice(0, 3)) {
      const program = lowerPlan(ruleset);
      const wanted = withFieldsRead(program);
      const exact = new ExactBackEnd(program);
      for (const input of appraisals.slice(0, 20)) {
        const facts = loadLowered(ruleset, program, readAppraisal(input));
        if (!facts) continue;
        const thin = facts.map((fact, at) => (wanted[at]!.fields ? thinned(fact, wanted[at]!.type, wanted[at]!.fields) : fact));
        expect(exact.run(thin)).toEqual(exact.run(facts));
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  it('are not few', () => {
    const [subject] = shippedPaths().flatMap((path) => caseSubjects(path).slice(0, 1));
    const facts = withFieldsRead(lowerPlan(subject!.ruleset)).filter(({ fields }) => fields);
    expect(facts.length).toBeGreaterThan(0);
    for (const { type, fields } of facts) {
      const of = type.kind === 'list' ? type.of : type;
      expect(of.kind === 'record' ? of.fields.size : 0).toBeGreaterThan(fields!.size);
    }
  });
});
