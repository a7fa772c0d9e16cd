/**
 * The second opinion: json-rules-engine and the engine agree on generated rules, and it judges by itself.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { appraise } from '../engine/appraise.ts';
import type { Trace } from '../engine/trace.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { type DatesInput, resolveRuleset } from '../ruleset/resolve.ts';
import { NONE, Fault, type Result, unknown } from '../values/result.ts';
import { fromDecimalText, ratio } from '../values/exact.ts';
import { appraisalOf, generatedFacts, generatedRules, rulesetOf, version } from './generated-rules.fixture.ts';
import { secondOpinion } from './second-opinion.ts';
import type { Verdict } from './verdict.ts';

const DATES = { assessed: '2025-Q1' } as const;

function judged(trace: Trace): ReadonlyMap<string, Verdict> {
  return new Map(
    trace.steps
      .filter((step) => step.kind === 'rule')
      .map((step) => [step.key, step.verdict === true ? 'fired' : step.verdict === false ? 'notFired' : 'unknown']),
  );
}

async function opinions(
  data: RulesetData,
  facts: Record<string, unknown>,
  more: Record<string, unknown> = {},
  dates: DatesInput = DATES,
): Promise<{ ours: readonly Verdict[]; theirs: readonly Verdict[] }> {
  const { plan, ...ruleset } = resolveRuleset(data, dates);
  const { trace } = appraise({ plan, ...ruleset }, { ...appraisalOf(facts), ...more });
  return { ours: [...judged(trace).values()], theirs: [...(await secondOpinion(plan, trace)).values()] };
}

describe('json-rules-engine and the engine', () => {
  test('agree on generated rules of every operator, nesting and type, with unknown facts, none and faults among them', async () => {
    const seen: Record<Verdict, number> = { fired: 0, notFired: 0, unknown: 0 };
    await fc.assert(
      fc.asyncProperty(generatedRules(30), fc.array(generatedFacts, { minLength: 3, maxLength: 3 }), async ({ named, rules }, cases) => {
        const ruleset = resolveRuleset(rulesetOf(rules, named), DATES);
        for (const facts of cases) {
          const { trace } = appraise(ruleset, appraisalOf(facts));
          const ours = judged(trace);
          expect(await secondOpinion(ruleset.plan, trace)).toEqual(ours);
          for (const verdict of ours.values()) seen[verdict]++;
        }
      }),
      { numRuns: 60 },
    );
    // Of 5400 verdicts each kind must be met often, or the property says little.
    expect(Math.min(seen.fired, seen.notFired, seen.unknown)).toBeGreaterThan(500);
  }, 60_000);

  test('agree on the scores and presences of a rater scheme', async () => {
    const source = { scale: '0..100', within: 'mean', quorum: 1, below: 'absent' };
    const data: RulesetData = {
      ...rulesetOf([
        { fact: 'conduct.score', operator: 'equal', value: '70' },
        { fact: 'conduct.peer.score', operator: 'greaterThan', value: '70' },
        { fact: 'conduct.peer.present', operator: 'equal', value: false },
        { not: { fact: 'conduct.supervisor.score', operator: 'lessThan', value: { fact: 'conduct.score' } } },
      ]),
      raters: {
        conduct: {
          ...version,
          sources: { supervisor: { ...source, below: 'hold' }, peer: source },
          combine: ['raters', 'sources'],
          weights: { rows: [{ supervisor: 60, peer: 40 }, { supervisor: 100 }], otherwise: 'hold' },
        },
      },
    };
    const ratings = { items: [{ source: 'supervisor', rater: 'a', score: '70', scale: { min: '0', max: '100' } }] };
    expect(await opinions(data, {}, { ratings })).toEqual({ ours: ['fired', 'unknown', 'fired', 'fired'], theirs: ['fired', 'unknown', 'fired', 'fired'] });
    expect(await opinions(data, {})).toEqual({ ours: ['unknown', 'unknown', 'fired', 'unknown'], theirs: ['unknown', 'unknown', 'fired', 'unknown'] });
  });

  test('agree on rules that read which rules fired before, and on a condition that the law of pay knows otherwise', async () => {
    const rule = (stage: string, conditions: unknown): Record<string, unknown> => ({ stage, ...version, conditions, event: { kind: 'flag', code: stage } });
    const data: RulesetData = {
      ...rulesetOf([]),
      conditions: {
        heavy: {
          versions: [
            { ...version, when: { fact: 'n.a', operator: 'greaterThan', value: '10' } },
            { ...version, from: '2025-04-01', when: { fact: 'n.a', operator: 'greaterThan', value: '20' } },
          ],
        },
      },
      rules: {
        early: rule('assessment', { condition: 'heavy' }),
        late: rule('award', { all: [{ fact: 'fired.flag.code', operator: 'contains', value: 'assessment' }] }),
        paid: rule('incentive', { condition: 'heavy' }),
      },
    };
    const dates = { assessed: '2025-Q1', paid: '2025-05' };
    const paid = { paid: { period: '2025-05', kind: 'regular' } };
    const expected: readonly (readonly [string | undefined, readonly Verdict[]])[] = [
      ['15', ['fired', 'fired', 'notFired']],
      ['25', ['fired', 'fired', 'fired']],
      ['5', ['notFired', 'notFired', 'notFired']],
      [undefined, ['unknown', 'unknown', 'unknown']],
    ];
    for (const [value, verdicts] of expected)
      expect(await opinions(data, value === undefined ? {} : { 'n.a': value }, paid, dates)).toEqual({ ours: verdicts, theirs: verdicts });
  });
});

describe('the second opinion', () => {
  const ruleset = resolveRuleset(
    rulesetOf([
      { fact: 'n.a', operator: 'greaterThanInclusive', value: '9.5' },
      { fact: 'entries.grade', operator: 'contains', value: 'high' },
    ]),
    DATES,
  );
  const { trace } = appraise(ruleset, appraisalOf({ 'n.a': '10', entries: [{ grade: 'low' }] }));
  const of = async (key: string, value: Result): Promise<readonly Verdict[]> => [
    ...(await secondOpinion(ruleset.plan, { ...trace, values: new Map([...trace.values, [key, value]]) })).values(),
  ];

  test('looks at values, not at the verdicts that the engine wrote into the trace', async () => {
    const steps = trace.steps.map((step) => (step.kind === 'rule' ? { ...step, verdict: false, result: false, leaves: [] } : step));
    const tampered: Trace = {
      steps,
      byKey: new Map(steps.map((step) => [step.key, step])),
      values: new Map([...trace.values].map(([key, value]) => [key, key.startsWith('rule') ? false : value])),
    };
    expect([...(await secondOpinion(ruleset.plan, tampered)).values()]).toEqual(['fired', 'notFired']);
  });
  test.each<readonly [string, Result, Verdict]>([
    ['19/2', ratio(19n, 2n), 'fired'],
    ['28/3', ratio(28n, 3n), 'notFired'],
    ['-10', fromDecimalText('-10'), 'notFired'],
    ['9.500000000001', fromDecimalText('9.500000000001'), 'fired'],
    ['9.499999999999', fromDecimalText('9.499999999999'), 'notFired'],
    ['unknown', unknown('n.a'), 'unknown'],
    ['none', NONE, 'unknown'],
    ['a fault', new Fault('table/no-row', 'No row answers.'), 'unknown'],
    ['a value of another kind', 'ten', 'unknown'],
  ])('finds that %s compared with 9.5 leaves the rule %s', async (_, value, verdict) => {
    expect((await of('n.a', value))[0]).toBe(verdict);
  });
  test.each<readonly [string, Result, Verdict]>([
    ['a list with the member sought', [new Map([['grade', 'high']]), unknown('x')], 'fired'],
    ['a list without it', [new Map([['grade', 'low']])], 'notFired'],
    ['an empty list', [], 'notFired'],
    ['a member that is unknown', [new Map([['grade', 'low']]), unknown('x')], 'unknown'],
    ['a field that is none', [new Map<string, Result>([['grade', NONE]])], 'unknown'],
    ['a record without the field', [new Map<string, Result>()], 'unknown'],
    ['no list', new Map<string, Result>(), 'unknown'],
  ])('of %s answers', async (_, value, verdict) => {
    expect((await of('entries', value))[1]).toBe(verdict);
  });
  test('is a verdict for each rule of the plan, by its key', async () => {
    expect([...(await secondOpinion(ruleset.plan, trace)).keys()]).toEqual(['rule rule0', 'rule rule1']);
  });
  test('compares and follows paths by code of its own: nothing of the evaluator is imported', () => {
    const imports = (file: string): readonly string[] =>
      [...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/^import (type )?.* from '(.*)';$/gm)]
        .filter(([, type]) => type === undefined)
        .map(([, , from]) => from!);
    expect(['number-text.ts', 'operand-kind.ts', 'exact-operators.ts', 'follow-path.ts'].map((file) => [file, imports(file)])).toEqual([
      ['number-text.ts', []],
      ['operand-kind.ts', ['./number-text.ts']],
      ['exact-operators.ts', []],
      ['follow-path.ts', ['../values/result.ts']],
    ]);
  });
});
