/**
 * Compiled code writes down the same effects as the exact engine, and finds the same faults of their rules.
 */
import { describe, expect, it } from 'vitest';
import { EFFECT_CASES, FIRED_BEFORE } from '../engine/effect-cases.fixture.ts';
import { BACK_ENDS, EXACT, type Subject, answerOf } from './differential/back-end.fixture.ts';
import type { CompiledOutcome } from './compiled-outcome.ts';
import { outcomeDifference } from './differential/outcome-difference.fixture.ts';

describe.each(BACK_ENDS)('effects by $name code', ({ build }) => {
  it.each(EFFECT_CASES.map((each) => [each.name, each] as const))('%s', (name, { ruleset, appraisal, faults }) => {
    const subject = { name, ruleset } as Subject;
    const exact = answerOf(EXACT.build(subject), appraisal);
    const compiled = answerOf(build(subject), appraisal);
    expect(outcomeDifference(exact, compiled)).toBeUndefined();
    const told = compiled.kind === 'outcome' ? (compiled.outcome as CompiledOutcome).faults : [];
    expect(told.filter(({ node }) => node !== FIRED_BEFORE)).toEqual(faults.map(({ code, node }) => ({ code, node })));
  });
});
