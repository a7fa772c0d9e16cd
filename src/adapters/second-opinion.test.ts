/**
 * The second opinion: json-rules-engine and the engine agree on generated rules, and it judges by itself.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appraise } from '../engine/appraise.ts';
import type { Trace, TraceStep } from '../engine/trace.ts';
import { resolveRuleset } from '../ruleset/resolve.ts';
import { fromDecimalText } from '../values/exact.ts';
import { generatedFacts, generatedRules, rulesetOf } from './generated-rules.fixture.ts';
import { secondOpinion } from './second-opinion.ts';
import type { Verdict } from './verdict.ts';

const DATES = { assessed: '2025-Q1' } as const;
const appraisal = (facts: Record<string, unknown>) => ({ employee: { id: '1987', status: 'pns', class: 9 }, ...DATES, facts }) as Parameters<typeof appraise>[1];

function judged(trace: Trace): Map<string, Verdict> {
  return new Map(trace.steps.filter((step) => step.kind === 'rule').map((step) => [step.key, step.verdict === true ? 'fired' : step.verdict === false ? 'notFired' : 'unknown']));
}

describe('json-rules-engine and the engine', () => {
  test('agree on generated rules of every operator, nesting and type, with unknown facts, none and faults among them', async () => {
    const seen: Record<Verdict, number> = { fired: 0, notFired: 0, unknown: 0 };
    await fc.assert(
      fc.asyncProperty(generatedRules(30), fc.array(generatedFacts, { minLength: 3, maxLength: 3 }), async ({ named, rules }, cases) => {
        const ruleset = resolveRuleset(rulesetOf(rules, named), DATES);
        for (const facts of cases) {
          const { trace } = appraise(ruleset, appraisal(facts));
          const ours = judged(trace);
          expect(await secondOpinion(ruleset.plan, trace)).toEqual(ours);
          for (const verdict of ours.values()) seen[verdict]++;
        }
      }),
      { numRuns: 60 },
    );
    // 5400 verdicts; each kind must be met often, or the property says little.
    expect(Math.min(seen.fired, seen.notFired, seen.unknown)).toBeGreaterThan(500);
  }, 60_000);
});
