/**
 * Conformance with the stock json-rules-engine, where its meaning is sound: safe integers, texts and truths, all known.
 * The intended differences stand in docs/reference/conformance.md; hazards.test.ts shows each.
 */
import fc from 'fast-check';
import { Engine } from 'json-rules-engine';
import { expect, test } from 'vitest';
import { appraise } from '../engine/appraise.ts';
import { resolveRuleset } from '../ruleset/resolve.ts';
import { appraisalOf, nested, rulesetOf } from './generated-rules.fixture.ts';
import { type AnyCondition, rootCondition } from './lean-condition.ts';
import { toEngine } from './to-engine.ts';

const integers = fc.oneof(fc.integer({ min: -3, max: 12 }), fc.constantFrom(100_000_000_000_000, -999_999_999_999_999));
const texts = fc.constantFrom('a', 'b', '10', '9', '', 'constructor');
const one = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const leaf: fc.Arbitrary<AnyCondition> = fc.oneof(
  fc.record({
    fact: one('n.a', 'n.b'),
    operator: one('equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'),
    value: fc.oneof(integers, one({ fact: 'n.a' }, { fact: 'n.b' })),
  }),
  fc.record({ fact: one('t.a', 't.b'), operator: one('equal', 'notEqual'), value: fc.oneof(texts, one({ fact: 't.a' }, { fact: 't.b' })) }),
  fc.record({ fact: one('b.a', 'b.b'), operator: one('equal', 'notEqual'), value: fc.oneof(fc.boolean(), one({ fact: 'b.a' }, { fact: 'b.b' })) }),
  fc.record({
    fact: one('n.a', 'n.b'),
    operator: one('in', 'notIn'),
    value: fc.oneof(fc.array(integers, { minLength: 1, maxLength: 4 }), one({ fact: 'ns' })),
  }),
  fc.record({ fact: one('t.a', 't.b'), operator: one('in', 'notIn'), value: fc.oneof(fc.array(texts, { minLength: 1, maxLength: 4 }), one({ fact: 'ts' })) }),
  fc.record({ fact: one('ns'), operator: one('contains', 'doesNotContain'), value: fc.oneof(integers, one({ fact: 'n.a' })) }),
  fc.record({ fact: one('ts'), operator: one('contains', 'doesNotContain'), value: fc.oneof(texts, one({ fact: 't.a' })) }),
) as fc.Arbitrary<AnyCondition>;

const NAMED = ['first', 'second', 'third'];
const facts = fc.record({
  'n.a': integers,
  'n.b': integers,
  't.a': texts,
  't.b': texts,
  'b.a': fc.boolean(),
  'b.b': fc.boolean(),
  ns: fc.array(integers, { maxLength: 4 }),
  ts: fc.array(texts, { maxLength: 4 }),
});

test('on generated conditions over safe integers, texts and truths, the stock engine, ours and the adapter fire the same rules', async () => {
  const seen = { fired: 0, notFired: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(...NAMED.map((_, index) => nested(leaf, NAMED.slice(0, index)))),
      fc.array(nested(leaf, NAMED), { minLength: 30, maxLength: 30 }),
      fc.array(facts, { minLength: 2, maxLength: 2 }),
      async (named, conditions, cases) => {
        const ruleset = resolveRuleset(rulesetOf(conditions, named), { assessed: '2025-Q1' });
        const rules = toEngine(ruleset);
        for (const given of cases) {
          const engine = new Engine(
            conditions.map((condition, index) => ({ name: `rule${index}`, conditions: rootCondition(condition), event: { type: 'flag' } })),
          );
          NAMED.forEach((name, index) => engine.setCondition(name, rootCondition(named[index]!)));
          const fired = new Set((await engine.run(given)).results.map((result) => result.name));
          const stock = conditions.map((_, index) => (fired.has(`rule${index}`) ? 'fired' : 'notFired'));
          expect(appraise(ruleset, appraisalOf(given)).trace.steps.flatMap((step) => (step.kind === 'rule' ? [step.verdict] : []))).toEqual(
            stock.map((verdict) => verdict === 'fired'),
          );
          expect((await rules.run(given)).map(({ verdict }) => verdict)).toEqual(stock);
          for (const verdict of stock) seen[verdict as 'fired']++;
        }
      },
    ),
    { numRuns: 50 },
  );
  expect(Math.min(seen.fired, seen.notFired)).toBeGreaterThan(800);
}, 60_000);
