import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleOutcome } from '../model/outcome.ts';
import type { RuleProgram } from './program.ts';
import { RuleGroup, type RuleReading } from './rule-group.ts';

const outcome = (at: number): RuleOutcome => ({ rule: `r${at}`, code: `c${at}`, params: {} });
const rule = (at: number, isAlways = true): RuleReading => ({
  program: {} as RuleProgram,
  verdict: at,
  settled: at,
  always: isAlways ? outcome(at) : undefined,
});

describe('the rules of one list', () => {
  it('say what those say that fired, in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), (out) => {
        const group = new RuleGroup(out.map((_, at) => rule(at)));
        expect(group.known(out)).toEqual(out.flatMap((fired, at) => (fired ? [outcome(at)] : [])));
      }),
    );
  });

  it('share one frozen list among records for which the same rules fired', () => {
    const group = new RuleGroup([rule(0), rule(1), rule(2)]);
    const list = group.known([true, false, true]);
    expect(group.known([true, false, true])).toBe(list);
    expect(Object.isFrozen(list)).toBe(true);
    expect(group.known([false, true, true])).not.toBe(list);
  });

  it('leave to the caller what a rule does not always say', () => {
    const group = new RuleGroup([rule(0), rule(1, false)]);
    expect(group.known([true, false])).toEqual([outcome(0)]);
    expect(group.known([true, true])).toBeUndefined();
    expect(group.fired([true, true]).map(({ verdict }) => verdict)).toEqual([0, 1]);
  });

  it('leave more rules than bits tell apart to the caller', () => {
    const rules = Array.from({ length: 31 }, (_, at) => rule(at));
    expect(new RuleGroup(rules).known(rules.map(() => true))).toBeUndefined();
  });
});
