/**
 * The traps of json-rules-engine: for each, what the stock engine does, and that ours does not.
 */
import { type DynamicFactCallback, Engine, type RuleProperties } from 'json-rules-engine';
import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import { resolveRuleset, tryResolve } from '../ruleset/resolve.ts';
import { KinerjaDecimal } from '../values/decimal.ts';
import { EngineRefused } from './engine-refused.ts';
import { exactOperator } from './exact-operators.ts';
import { rulesetOf } from './generated-rules.fixture.ts';
import type { AnyCondition } from './lean-condition.ts';
import { ANY_KIND } from './operand-kind.ts';
import { SafeEngine } from './safe-engine.ts';
import { toEngine } from './to-engine.ts';

const event = { type: 'flag' };
const rulesetWith = (...conditions: AnyCondition[]) => toEngine(resolveRuleset(rulesetOf(conditions), { assessed: '2025-Q1' }));
const later =
  <T>(value: T, turns: number): DynamicFactCallback =>
  async () => {
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    return value;
  };
const all = (...conditions: AnyCondition[]): RuleProperties['conditions'] => ({ all: conditions as never });
const names = (results: readonly { readonly name: string }[]): readonly string[] => results.map((result) => result.name);

describe('numbers', () => {
  const below9 = { fact: 'n.a', operator: 'lessThan', value: '9' };
  test.each([
    ['decimal text', '10', '9'],
    ['Decimals', new Decimal(10), new Decimal(9)],
  ])('the stock engine compares %s letter by letter: 10 < 9', async (_, fact, value) => {
    const engine = new Engine([{ name: 'below', conditions: all({ ...below9, value }), event }]);
    expect(names((await engine.run({ 'n.a': fact })).results)).toEqual(['below']);
  });
  test.each([
    ['decimal text', '10'],
    ['a Decimal', new KinerjaDecimal(10)],
    ['a number', 10],
    ['a BigInt', 10n],
    ['a ratio', '30/3'],
  ])('here %s is compared as the number it is', async (_, fact) => {
    expect((await rulesetWith(below9, { not: below9 }).run({ 'n.a': fact })).map(({ verdict }) => verdict)).toEqual(['notFired', 'fired']);
  });
  test('here an own rule compares decimal text and Decimals as numbers, too', async () => {
    const engine = new SafeEngine();
    for (const operator of ['lessThan', 'greaterThan'] as const) engine.addDecision(operator, exactOperator(operator, ANY_KIND));
    engine.addRule({ name: 'text below', conditions: all(below9), event });
    engine.addRule({ name: 'text above', conditions: all({ ...below9, operator: 'greaterThan' }), event });
    engine.addRule({ name: 'Decimal above', conditions: all({ fact: 'n.b', operator: 'greaterThan', value: new Decimal('9') }), event });
    expect(names((await engine.run({ 'n.a': '10', 'n.b': new Decimal('10') })).results)).toEqual(['text above', 'Decimal above']);
  });
});

describe('overlapping runs', () => {
  const rule = (name: string, priority: number): RuleProperties => ({ name, priority, conditions: all({ fact: name, operator: 'equal', value: true }), event });
  test('the stock engine skips rules of the slower run in silence', async () => {
    const engine = new Engine([rule('b.a', 2), rule('b.b', 1)]);
    const [slow, quick] = await Promise.all([engine.run({ 'b.a': later(true, 50), 'b.b': true }), engine.run({ 'b.a': true, 'b.b': true })]);
    expect([names(slow.results), names(quick.results)]).toEqual([['b.a'], ['b.a', 'b.b']]);
  });
  test('here every run decides every rule', async () => {
    const rules = rulesetWith({ fact: 'b.a', operator: 'equal', value: true }, { fact: 'b.b', operator: 'equal', value: true });
    const both = await Promise.all([rules.run({ 'b.a': later(true, 50), 'b.b': true }), rules.run({ 'b.a': true, 'b.b': true })]);
    expect(both.map((run) => run.map(({ verdict }) => verdict))).toEqual([
      ['fired', 'fired'],
      ['fired', 'fired'],
    ]);
  });
  test('here a second run on one engine is refused while the first is under way, and taken afterwards', async () => {
    const engine = rulesetWith({ fact: 'b.a', operator: 'equal', value: true }).engine();
    const first = engine.run({ 'b.a': later(true, 50) });
    await expect(engine.run({ 'b.a': true })).rejects.toThrow(
      new EngineRefused('engine/busy', 'This engine is running already.', 'Wait for that run to end, or make a new engine for each run.'),
    );
    expect(names((await first).results)).toEqual(['rule0']);
    expect(names((await engine.run({ 'b.a': true })).results)).toEqual(['rule0']);
  });
});

describe('the order of results', () => {
  const facts = { 'b.a': later(true, 50), 'b.b': true };
  test('the stock engine gives them as they come', async () => {
    const engine = new Engine(['b.a', 'b.b'].map((fact) => ({ name: fact, conditions: all({ fact, operator: 'equal', value: true }), event: { type: fact } })));
    const { results, events } = await engine.run(facts);
    expect([names(results), events.map(({ type }) => type)]).toEqual([
      ['b.b', 'b.a'],
      ['b.b', 'b.a'],
    ]);
  });
  test('here they come in the order of the ruleset', async () => {
    const rules = rulesetWith(
      { fact: 'b.a', operator: 'equal', value: true },
      { fact: 'b.b', operator: 'equal', value: true },
      { fact: 'b.a', operator: 'equal', value: false },
      { fact: 'b.b', operator: 'equal', value: false },
    );
    const { results, failureResults, events, failureEvents } = await rules.engine().run(facts);
    expect([names(results), names(failureResults)]).toEqual([
      ['rule0', 'rule1'],
      ['rule2', 'rule3'],
    ]);
    expect([events, failureEvents].map((list) => list.map(({ params }) => params?.['code']))).toEqual([
      ['code0', 'code1'],
      ['code2', 'code3'],
    ]);
    expect((await rules.run(facts)).map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['rule0', 'fired'],
      ['rule1', 'fired'],
      ['rule2', 'notFired'],
      ['rule3', 'notFired'],
    ]);
  });
});

describe('misspelt keys', () => {
  const written = {
    name: 'x',
    conditions: all({ fact: 'b.a', operator: 'equal', value: true, parms: { year: 2025 } } as AnyCondition),
    event: { type: 'flag', parms: { code: 'a' } },
  } as RuleProperties;
  test('the stock engine passes over them in silence', async () => {
    const { results } = await new Engine([written]).run({ 'b.a': true });
    expect(results[0]!.event).toEqual({ type: 'flag' });
  });
  test('here they are refused', () => {
    expect(() => rulesetWith().engine().addRule(written)).toThrow(
      new EngineRefused(
        'rule/key',
        'The event of the rule "x" has the key "parms", which json-rules-engine would pass over in silence.',
        'Did you mean "params"?',
      ),
    );
    expect(() =>
      rulesetWith()
        .engine()
        .addRule({ ...written, event }),
    ).toThrow(new EngineRefused('rule/key', 'The rule "x" has the key "parms", which json-rules-engine would pass over in silence.', 'Did you mean "params"?'));
  });
});

describe('unknown operators', () => {
  const written: RuleProperties = { name: 'x', conditions: all({ fact: 'b.a', operator: 'equals', value: true }), event };
  test('the stock engine finds them only at the run', async () => {
    const engine = new Engine([written]);
    await expect(engine.run({ 'b.a': true })).rejects.toThrow(new Error('Unknown operator: equals'));
  });
  test('here they are refused when the rule is added', () => {
    const refusal = new EngineRefused('rule/operator', 'The rule "x" uses the operator "equals", and there is none.', 'Did you mean "equal"?');
    expect(() => rulesetWith().engine().addRule(written)).toThrow(refusal);
    expect(() => toEngine(resolveRuleset(rulesetOf([]), { assessed: '2025-Q1' }), { rules: [written] })).toThrow(refusal);
  });
});

describe('empty lists of conditions', () => {
  test.each(['any', 'all'] as const)('the stock engine fires a rule with an empty "%s"', async (form) => {
    const engine = new Engine([{ name: 'x', conditions: { [form]: [] } as never, event }]);
    expect(names((await engine.run()).results)).toEqual(['x']);
  });
  test.each(['any', 'all'] as const)('here an empty "%s" is refused', (form) => {
    expect(() =>
      rulesetWith()
        .engine()
        .addRule({ name: 'x', conditions: { not: { [form]: [] } } as never, event }),
    ).toThrow(
      new EngineRefused('rule/empty', `The rule "x" has an empty "${form}", which json-rules-engine takes for true.`, 'Add a condition, or remove it.'),
    );
  });
});

describe('a leaf at the root of a rule', () => {
  const leaf = { fact: 'b.a', operator: 'equal', value: true };
  test('the stock engine refuses it', () => {
    expect(() => new Engine([{ name: 'x', conditions: leaf as never, event }])).toThrow(
      new Error('"conditions" root must contain a single instance of "all", "any", "not", or "condition"'),
    );
  });
  test('here it is a condition like any other', async () => {
    expect((await rulesetWith(leaf).run({ 'b.a': true })).map(({ verdict }) => verdict)).toEqual(['fired']);
  });
});

describe('"not" over a fact that is not there', () => {
  const condition: AnyCondition = { not: { fact: 'b.a', operator: 'equal', value: true } };
  test('the stock engine fires the rule, when undefined facts are allowed', async () => {
    const engine = new Engine([{ name: 'x', conditions: condition, event }], { allowUndefinedFacts: true });
    expect(names((await engine.run()).results)).toEqual(['x']);
  });
  test('the stock engine rejects the whole run, with the rules that are decided, when they are not', async () => {
    const engine = new Engine([
      { name: 'x', conditions: condition, event },
      { name: 'decided', conditions: all({ fact: 'b.b', operator: 'equal', value: true }), event },
    ]);
    await expect(engine.run({ 'b.b': true })).rejects.toThrow(/^Undefined fact: b\.a$/);
  });
  test('here that rule is unknown, and names the fact; the others are decided', async () => {
    const rules = rulesetWith(
      condition,
      { fact: 'b.b', operator: 'equal', value: true },
      { any: [condition, { fact: 'b.b', operator: 'equal', value: true }] },
    );
    expect(await rules.run({ 'b.b': true })).toEqual([
      { rule: 'rule0', event: 'flag', verdict: 'unknown', lacking: ['b.a'] },
      { rule: 'rule1', event: 'flag', verdict: 'fired', params: { rule: 'rule1', code: 'code1' } },
      { rule: 'rule2', event: 'flag', verdict: 'fired', params: { rule: 'rule2', code: 'code2' } },
    ]);
  });
  test('here neither the rule nor its opposite fires on the engine itself', async () => {
    const engine = rulesetWith(condition, { not: condition }).engine();
    expect(names((await engine.run()).results)).toEqual([]);
  });
});

describe('event params from facts', () => {
  const params = { code: { fact: 't.a' }, key: [{ fact: 't.a' }, 'year'], deep: { in: { fact: 'n.a' } } };
  const written: RuleProperties = { name: 'x', conditions: all({ fact: 'b.a', operator: 'equal', value: true }), event: { type: 'flag', params } };
  const facts = { 'b.a': true, 't.a': 'late', 'n.a': '85.50' };
  test('the stock engine leaves them as written unless told, and then reaches the first level only', async () => {
    const results = await Promise.all([new Engine([written]).run(facts), new Engine([written], { replaceFactsInEventParams: true }).run(facts)]);
    expect(results.map(({ events }) => events[0]!.params)).toEqual([params, { code: 'late', key: [{ fact: 't.a' }, 'year'], deep: { in: { fact: 'n.a' } } }]);
  });
  test('here they hold values at every level, for listeners and results', async () => {
    const engine = rulesetWith().engine();
    engine.addRule(written);
    const heard: unknown[] = [];
    engine.on('flag', (heardParams) => void heard.push(heardParams));
    const expected = { code: 'late', key: ['late', 'year'], deep: { in: { fact: 'n.a' } } };
    const { events, results } = await engine.run(facts);
    expect([events[0]!.params, results[0]!.event!.params, heard[0]]).toEqual([0, 1, 2].map(() => ({ ...expected, deep: { in: '85.5' } })));
    expect(written.event.params).toEqual({ code: { fact: 't.a' }, key: [{ fact: 't.a' }, 'year'], deep: { in: { fact: 'n.a' } } });
  });
  test('here the params of one run are not those of the next', async () => {
    const engine = rulesetWith().engine();
    engine.addRule(written);
    const codes: unknown[] = [];
    for (const code of ['first', 'second']) codes.push((await engine.run({ ...facts, 't.a': code })).events[0]!.params!['code']);
    expect(codes).toEqual(['first', 'second']);
  });
});

describe('facts with short names', () => {
  // The two names have one hash, under which the stock engine keeps what functions return.
  const [first, second] = ['fact.22', 'fact.p0'];
  const written: RuleProperties = {
    name: 'x',
    conditions: all({ fact: first!, operator: 'equal', value: 1 }, { fact: second!, operator: 'equal', value: 2 }),
    event,
  };
  test('the stock engine takes the value of one for the other', async () => {
    const engine = new Engine([written]).addFact(first!, async () => 1).addFact(second!, async () => 2);
    expect(names((await engine.run()).results)).toEqual([]);
  });
  test('here each fact has its own value, and is asked once in a run', async () => {
    const engine = rulesetWith().engine();
    let asked = 0;
    engine.addFact(first!, async () => ++asked).addFact(second!, async () => 2);
    engine.addRule(written);
    engine.addRule({ ...written, name: 'y', conditions: { not: written.conditions } });
    expect(names((await engine.run()).results)).toEqual(['x']);
    expect(asked).toBe(1);
  });
});

describe('values of unlike kinds', () => {
  const written = (operator: string, value: unknown): RuleProperties => ({ name: operator, conditions: all({ fact: 'mine', operator, value }), event });
  test('the stock engine finds a text inside a text, and a text neither below nor above a number', async () => {
    const engine = new Engine([written('in', 'abc'), written('lessThan', 9), written('greaterThanInclusive', 9)]);
    expect(names((await engine.run({ mine: 'b' })).results)).toEqual(['in']);
  });
  test.each<readonly [string, unknown, string]>([
    ['in', 'abc', 'A rule compares "abc", where it needs a list.'],
    ['lessThan', 9, 'A rule compares 9, where it needs a text, number, date or truth of the kind it is compared with.'],
    ['contains', 'b', 'A rule compares "b", where it needs a list.'],
  ])('here the operator "%s" refuses them in an own rule', async (operator, value, finding) => {
    const engine = rulesetWith().engine();
    engine.addRule(written(operator, value));
    await expect(engine.run({ mine: 'b' })).rejects.toThrow(
      new EngineRefused('fact/value', finding, 'Give numbers as whole numbers or decimal text, dates as YYYY-MM-DD, and compare like with like.'),
    );
  });
  test('here a rule of the ruleset that compares them does not load', () => {
    const [found] = tryResolve(rulesetOf([{ fact: 'n.a', operator: 'in', value: 'abc' }]), { assessed: '2025-Q1' }).diagnostics.filter(
      ({ severity }) => severity === 'error',
    );
    expect(found?.message).toBe('"abc" is no list.');
  });
});

describe('path expressions and decorators', () => {
  const leaf = { fact: 'entry', operator: 'equal', value: 1 };
  test('are refused in conditions, values and params', () => {
    const refusal = new EngineRefused('rule/path', 'The rule "x" reads a part of "entry" by a path expression.', 'Name the part as a fact of its own.');
    for (const written of [
      { name: 'x', conditions: all({ ...leaf, path: '$.score' }), event },
      { name: 'x', conditions: all({ ...leaf, value: { fact: 'entry', path: '$.score' } }), event },
      { name: 'x', conditions: all(leaf), event: { type: 'flag', params: { deep: [{ fact: 'entry', path: '$.score' }] } } },
    ])
      expect(() => rulesetWith().engine().addRule(written)).toThrow(refusal);
  });
  test('the stock engine lets a decorator answer for what is not there', async () => {
    const engine = new Engine([{ name: 'x', conditions: all({ fact: 'b.a', operator: 'not:equal', value: true }), event }], { allowUndefinedFacts: true });
    expect(names((await engine.run()).results)).toEqual(['x']);
  });
  test('decorators are refused', () => {
    expect(() =>
      rulesetWith()
        .engine()
        .addRule({ name: 'x', conditions: all({ ...leaf, operator: 'not:equal' }), event }),
    ).toThrow(new EngineRefused('engine/decorator', 'The rule "x" decorates an operator: "not:equal".', 'Add an operator that says it by its own name.'));
    expect(() => rulesetWith().engine().addOperatorDecorator()).toThrow(
      new EngineRefused('engine/decorator', 'This engine takes no operator decorators.', 'Add an operator that says it by its own name.'),
    );
  });
});
