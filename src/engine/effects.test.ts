/**
 * Effects of sanctions and blocks: what can be written down, and what is a fault of its rule.
 */
import { describe, expect, it } from 'vitest';
import { appraise } from './appraise.ts';
import { EFFECT_CASES, FIRED_BEFORE } from './effect-cases.fixture.ts';

describe('an effect', () => {
  it.each(EFFECT_CASES.map((each) => [each.name, each] as const))('%s', (_name, { ruleset, appraisal, effects, faults }) => {
    const outcome = appraise(ruleset, appraisal);
    const fresh = outcome.effects.slice(appraisal.effects?.length ?? 0);
    expect(fresh.map(({ key, months, starts, ends }) => `${key}: ${String(months)} from ${String(starts)} to ${String(ends)}`)).toEqual(effects);
    expect(outcome.faults.filter(({ node }) => node !== FIRED_BEFORE)).toEqual(faults);
    expect(outcome.status).toBe(faults.length > 0 ? 'faulted' : 'complete');
    expect(outcome.sanctions.length + outcome.blocks.length).toBe(effects.length);
  });

  it.each(EFFECT_CASES.filter(({ faults }) => faults.length > 0).map((each) => [each.name, each] as const))(
    'that cannot be (%s) is not among the rules that fired',
    (_name, { ruleset, appraisal, faults }) => {
      const { terms, trace } = appraise(ruleset, appraisal);
      const [{ code, node, message }] = faults as [(typeof faults)[number]];
      expect(trace.byKey.get(`rule ${node}`)!.result).toMatchObject({ kind: 'fault', code, message });
      expect(terms[FIRED_BEFORE]).toEqual(
        node === 'shut' ? { status: 'value', kind: 'number', value: expect.anything(), exact: '0', unit: 'count' } : { status: 'fault', code, message },
      );
    },
  );
});
