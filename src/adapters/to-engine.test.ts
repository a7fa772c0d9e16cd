/**
 * The door: a ruleset's rules with an application's facts, operators and rules; what it takes, and what it refuses.
 */
import fc from 'fast-check';
import { Rule, type RuleProperties } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { appraise } from '../engine/appraise.ts';
import { resolveRuleset } from '../ruleset/resolve.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { typeText } from '../values/type.ts';
import { EngineRefused } from './engine-refused.ts';
import { appraisalOf, generatedFacts, generatedRules, rulesetOf, version } from './generated-rules.fixture.ts';
import { type ToEngineOptions, toEngine } from './to-engine.ts';

const DATES = { assessed: '2025-Q1' } as const;
const yes = { fact: 'b.a', operator: 'equal', value: true };
const of = (data: RulesetData, options?: ToEngineOptions) => toEngine(resolveRuleset(data, DATES), options);
const rule = (stage: string, conditions: unknown, event: Record<string, unknown>): Record<string, unknown> => ({ stage, ...version, conditions, event });
const ownRule = (conditions: unknown, more: Record<string, unknown> = {}): RuleProperties =>
  ({ name: 'own', conditions, event: { type: 'notify' }, ...more }) as RuleProperties;

describe('a run', () => {
  test('decides generated rules as the engine does, over the values of an appraisal', async () => {
    await fc.assert(
      fc.asyncProperty(generatedRules(20), generatedFacts, fc.boolean(), async ({ named, rules }, facts, asked) => {
        const ruleset = resolveRuleset(rulesetOf(rules, named), DATES);
        const { trace } = appraise(ruleset, appraisalOf(facts));
        const values = asked ? new Map([...trace.values].map(([key, value]) => [key, async () => value])) : trace.values;
        const verdicts = (await toEngine(ruleset).run(values)).map(({ verdict }) => verdict);
        expect(verdicts).toEqual(
          trace.steps.flatMap((step) => (step.kind === 'rule' ? [step.result === true ? 'fired' : step.result === false ? 'notFired' : 'unknown'] : [])),
        );
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('gives parts of a record, parameters of the ruleset and what absence means to the rules by itself', async () => {
    const rules = of(
      rulesetOf([
        { fact: 'entry.score', operator: 'greaterThan', value: { fact: 'plain.limit' } },
        { fact: 'entries.grade', operator: 'contains', value: 'high' },
        { fact: 'n.free', operator: 'equal', value: 1 },
      ]),
    );
    expect([...rules.facts].map(([name, type]) => `${name}: ${typeText(type)}`)).toEqual([
      'entry: a entry record',
      'entries: a list of entry',
      'n.free: a plain number',
    ]);
    const verdicts = await rules.run({ entry: { score: '10.5', grade: 'low' }, entries: async () => [{ grade: 'low' }, { grade: 'high' }] });
    expect(verdicts).toEqual([
      { rule: 'rule0', event: 'flag', verdict: 'fired', params: { rule: 'rule0', code: 'code0' } },
      { rule: 'rule1', event: 'flag', verdict: 'fired', params: { rule: 'rule1', code: 'code1' } },
      { rule: 'rule2', event: 'flag', verdict: 'unknown', lacking: ['n.free'] },
    ]);
  });

  test('gives the params of fired rules: values, parts and lists, numbers as canonical text', async () => {
    const rules = of({
      ...rulesetOf([]),
      rules: {
        cut: rule('sanction', yes, {
          kind: 'sanction',
          key: [{ fact: 't.a' }, 'year'],
          code: { fact: 'entry.grade' },
          blocks: { fact: 'n.a' },
          months: '6',
          imposed: 'byDecree',
          starts: 'nextPayment',
          meets: 'heaviest',
        }),
      },
    });
    const params = {
      rule: 'cut',
      key: ['late', 'year'],
      code: 'low',
      blocks: '200/3',
      months: '6',
      imposed: 'byDecree',
      starts: 'nextPayment',
      meets: 'heaviest',
    };
    expect(await rules.run({ 'b.a': true, 't.a': 'late', entry: { grade: 'low' }, 'n.a': '200/3' })).toEqual([
      { rule: 'cut', event: 'sanction', verdict: 'fired', params },
    ]);
    expect((await rules.engine().run({ 'b.a': true, 't.a': 'late', entry: { grade: 'low' }, 'n.a': '200/3' })).events).toEqual([{ type: 'sanction', params }]);
    expect(await rules.run({ 'b.a': true, 't.a': 'late', entry: { grade: 'low' } })).toEqual([
      { rule: 'cut', event: 'sanction', verdict: 'unknown', lacking: ['n.a'] },
    ]);
  });

  test('knows in each stage which rules fired before, and leaves the list unknown with one of them', async () => {
    const rules = of({
      ...rulesetOf([]),
      rules: {
        second: rule('award', { fact: 'fired.flag.code', operator: 'contains', value: 'b' }, { kind: 'flag', code: 'c' }),
        first: rule('assessment', yes, { kind: 'flag', code: 'b' }),
        other: rule('assessment', { fact: 'b.b', operator: 'equal', value: true }, { kind: 'flag', code: 'a' }),
      },
    });
    const verdicts = async (facts: Record<string, unknown>) =>
      (await rules.run(facts)).map(({ rule: id, verdict, lacking }) => [id, verdict, ...(lacking ? [lacking] : [])]);
    expect(await verdicts({ 'b.a': true, 'b.b': false })).toEqual([
      ['first', 'fired'],
      ['other', 'notFired'],
      ['second', 'fired'],
    ]);
    expect(await verdicts({ 'b.a': false, 'b.b': true })).toEqual([
      ['first', 'notFired'],
      ['other', 'fired'],
      ['second', 'notFired'],
    ]);
    expect(await verdicts({ 'b.a': true })).toEqual([
      ['first', 'fired'],
      ['other', 'unknown', ['b.b']],
      ['second', 'unknown', ['fired.flag@award']],
    ]);
  });

  test('asks a fact once, and hands on what its function throws', async () => {
    let asked = 0;
    const rules = of(rulesetOf([yes, { not: yes }]), { facts: { 'b.a': async () => ++asked > 0 } });
    expect((await rules.run()).map(({ verdict }) => verdict)).toEqual(['fired', 'notFired']);
    expect(asked).toBe(1);
    await expect(rules.run({ 'b.a': async () => Promise.reject(new RangeError('The clock is silent.')) })).rejects.toThrow(
      new RangeError('The clock is silent.'),
    );
  });
});

describe('an application', () => {
  test('adds rules, operators, named conditions and facts of its own, after those of the ruleset', async () => {
    const rules = of(rulesetOf([yes]), {
      operators: { startsWith: (fact: string, value: string) => fact.startsWith(value) },
      conditions: { working: { not: { fact: 'office.closed', operator: 'equal', value: true } } },
      facts: { 'office.closed': async () => false },
      rules: [
        ownRule(
          { all: [{ condition: 'working' }, { fact: 't.a', operator: 'startsWith', value: 'Salatiga' }, { fact: 'n.a', operator: 'greaterThan', value: 9 }] },
          { event: { type: 'notify', params: { to: [{ fact: 't.a' }] } } },
        ),
      ],
    });
    expect((await rules.run({ 'b.a': false, 't.a': 'Salatiga 1', 'n.a': '10' })).slice(1)).toEqual([
      { rule: 'own', event: 'notify', verdict: 'fired', params: { to: ['Salatiga 1'] } },
    ]);
    expect((await rules.run({ 't.a': 'Salatiga 1', 'n.a': '10', 'office.closed': undefined }))[1]).toEqual({
      rule: 'own',
      event: 'notify',
      verdict: 'unknown',
      lacking: ['office.closed'],
    });
    expect((await rules.run({ 't.a': 'Semarang' }))[1]).toEqual({ rule: 'own', event: 'notify', verdict: 'notFired' });
    expect((await rules.run())[1]).toEqual({ rule: 'own', event: 'notify', verdict: 'unknown', lacking: ['t.a', 'n.a'] });
  });

  test('adds them to the engine, too, which asks an operator only about what is known', async () => {
    const engine = of(rulesetOf([yes])).engine();
    const heard: unknown[] = [];
    engine.addOperator('odd', (fact, value) => heard.push([fact, value]) > 0);
    engine.addFact('n.a', async () => 85.5).addFact('b.a', true);
    engine.addRule(
      ownRule({
        any: [
          { fact: 'n.a', operator: 'odd', value: 'x' },
          { fact: 'n.b', operator: 'odd', value: 'x' },
        ],
      }),
    );
    engine.addRule(ownRule({ not: { fact: 'n.b', operator: 'odd', value: 'x' } }, { name: 'never' }));
    expect((await engine.run()).results.map(({ name }) => name)).toEqual(['rule0', 'own']);
    expect(heard).toEqual([['85.5', 'x']]);
  });

  test('takes rules, conditions and operators away again, and puts others in their place', async () => {
    const engine = of(rulesetOf([yes])).engine();
    engine.addOperator('odd', () => true);
    engine.setCondition('working', { all: [{ fact: 'mine', operator: 'odd', value: 1 }] });
    const added = ownRule({ condition: 'working' });
    const run = async () => (await engine.run({ mine: 2, 'b.a': true })).results.map(({ name }) => name);
    engine.addRule(added);
    expect(await run()).toEqual(['rule0', 'own']);
    expect([
      engine.removeRule('rule0'),
      engine.removeRule('rule0'),
      engine.removeRule('own'),
      engine.removeCondition('working'),
      engine.removeCondition('working'),
      engine.removeOperator('odd'),
      engine.removeOperator('odd'),
    ]).toEqual([true, false, true, true, false, true, false]);
    expect(() => engine.addRule(added)).toThrow(
      new EngineRefused(
        'rule/condition',
        'The rule "own" names the condition "working", and there is none.',
        'Set the condition before the rule that names it.',
      ),
    );
    engine.setCondition('working', { all: [{ fact: 'mine', operator: 'greaterThan', value: 1 }] });
    engine.addRule(added);
    engine.addRule({ ...added, name: 'rule0' });
    expect(await run()).toEqual(['own', 'rule0']);
    expect(() => engine.updateRule(new Rule(added))).toThrow(
      new EngineRefused('rule/form', 'The rule "own" cannot be changed in place.', 'Remove it, and add the new one.'),
    );
    expect(await run()).toEqual(['own', 'rule0']);
  });

  test('may call its facts as it likes', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const rules = of(rulesetOf([]), { rules: [ownRule({ all: [{ fact: name, operator: 'equal', value: 'mine' }] })] });
      expect(await rules.run(new Map([[name, 'mine']]))).toEqual([{ rule: 'own', event: 'notify', verdict: 'fired', params: {} }]);
      expect(await rules.run()).toEqual([{ rule: 'own', event: 'notify', verdict: 'unknown', lacking: [name] }]);
    }
  });

  test.each<readonly [string, unknown, unknown, boolean]>([
    ['equal', 10, '10', true],
    ['equal', '10.0', 10, true],
    ['equal', '010', '10', false],
    ['equal', '200/3', '200/3', true],
    ['lessThan', '200/3', 66.7, true],
    ['lessThan', '10', '9', false],
    ['greaterThan', '2025-01-01', '2024-12-31', true],
    ['in', 10, ['9', '10'], true],
    ['notIn', 'c', ['a', 'b'], true],
    ['contains', ['9', '10'], 10, true],
    ['doesNotContain', [], 'a', true],
    ['equal', true, true, true],
  ])('compares by %s its %j with %j: %s', async (operator, fact, value, holds) => {
    const [verdict] = await of(rulesetOf([]), { rules: [ownRule({ all: [{ fact: 'mine', operator, value }] })] }).run({ mine: fact });
    expect(verdict!.verdict).toBe(holds ? 'fired' : 'notFired');
  });
});

describe('is refused at once:', () => {
  const leaf = { fact: 'mine', operator: 'equal', value: 1 };
  const nested = (depth: number): unknown => (depth === 0 ? leaf : { not: nested(depth - 1) });
  test.each<readonly [string, ToEngineOptions, EngineRefused]>([
    [
      'a rule without a name',
      { rules: [{ conditions: { all: [leaf] }, event: { type: 'x' } } as RuleProperties] },
      new EngineRefused('rule/name', 'A rule lacks its name, by which its result is found.', 'Give it a name of its own.'),
    ],
    [
      'a rule of the same name',
      { rules: [ownRule({ all: [leaf] }, { name: 'rule0' })] },
      new EngineRefused('rule/name', 'There are two rules "rule0".', 'Give each rule a name of its own.'),
    ],
    [
      'a misspelt key of a rule',
      { rules: [ownRule({ all: [leaf] }, { priorty: 2 })] },
      new EngineRefused('rule/key', 'The rule "own" has the key "priorty", which json-rules-engine would pass over in silence.', 'Did you mean "priority"?'),
    ],
    [
      'a rule as JSON text',
      { rules: ['{}' as unknown as RuleProperties] },
      new EngineRefused('rule/form', 'A rule is a plain object with conditions and an event.', 'Give the object, not a Rule and not JSON text.'),
    ],
    [
      'a rule without conditions',
      { rules: [ownRule(undefined)] },
      new EngineRefused('rule/form', 'The rule "own" lacks its conditions.', 'Write conditions: { all: [...] }.'),
    ],
    [
      'a misspelt group',
      { rules: [ownRule({ al: [leaf] })] },
      new EngineRefused('rule/key', 'The rule "own" has a condition with none of all, any, not, condition, fact.', 'Did you mean "all"?'),
    ],
    [
      'two groups in one',
      { rules: [ownRule({ all: [leaf], any: [leaf] })] },
      new EngineRefused('rule/key', 'The rule "own" has a condition with all and any.', 'Write one of them.'),
    ],
    [
      'a group that is no list',
      { rules: [ownRule({ all: leaf })] },
      new EngineRefused('rule/form', 'The rule "own" has an "all" that is no list.', 'Write a list of conditions.'),
    ],
    [
      'a condition that is no object',
      { rules: [ownRule({ all: ['x'] })] },
      new EngineRefused('rule/form', 'The rule "own" has a condition that is no plain object.', 'Write an object with one of all, any, not, condition, fact.'),
    ],
    [
      'a leaf without a value',
      { rules: [ownRule({ all: [{ fact: 'mine', operator: 'equal' }] })] },
      new EngineRefused('rule/form', 'The rule "own" compares "mine" with nothing.', 'Write "value".'),
    ],
    [
      'a named condition that is not there',
      { rules: [ownRule({ condition: 'workng' })], conditions: { working: { all: [leaf] } } },
      new EngineRefused('rule/condition', 'The rule "own" names the condition "workng", and there is none.', 'Did you mean "working"?'),
    ],
    [
      'conditions too deep',
      { rules: [ownRule(nested(26))] },
      new EngineRefused('rule/too-deep', 'The rule "own" has conditions nested more than 25 deep.', 'Name the inner part as a condition.'),
    ],
    [
      'an event without a type',
      { rules: [ownRule({ all: [leaf] }, { event: {} })] },
      new EngineRefused('rule/event', 'The rule "own" lacks an event with a type.', 'Write event: { type: ... }.'),
    ],
    [
      'an event of a taken type',
      { rules: [ownRule({ all: [leaf] }, { event: { type: 'error' } })] },
      new EngineRefused('rule/event', 'The rule "own" has an event of the type "error", which json-rules-engine uses itself.', 'Choose another type.'),
    ],
    [
      'params that are no object',
      { rules: [ownRule({ all: [leaf] }, { event: { type: 'x', params: [1] } })] },
      new EngineRefused('rule/event', 'The rule "own" has event params that are no plain object.', 'Write params by name.'),
    ],
    [
      'a reference to no name',
      { rules: [ownRule({ all: [{ ...leaf, value: { fact: 1 } }] })] },
      new EngineRefused('rule/form', 'The rule "own" refers to a fact that is no name.', 'Write the name of a fact.'),
    ],
    [
      'an operator of the library',
      { operators: { equal: () => true } },
      new EngineRefused('operator/name', 'There is an operator "equal" already.', 'Choose another name.'),
    ],
    [
      'an operator that looks decorated',
      { operators: { 'a:b': () => true } },
      new EngineRefused('operator/name', '"a:b" is no name for an operator.', 'Write a name without ":".'),
    ],
    [
      'a condition of the ruleset',
      { conditions: { first: { all: [leaf] } } },
      new EngineRefused('rule/condition', 'There is a condition "first" already.', 'Choose another name.'),
    ],
    [
      'a misspelt fact',
      { facts: { 'n.aa': 1 } },
      new EngineRefused('fact/name', 'There is no fact "n.aa" in the ruleset, and no rule reads it.', 'Did you mean "n.a"?'),
    ],
    [
      'a fact of another type',
      { facts: { 'b.a': 'yes' } },
      new EngineRefused('fact/value', 'The fact "b.a": "yes" is neither true nor false.', 'Give a value of its type.'),
    ],
  ])('%s', (_, options, refusal) => {
    expect(() => of(rulesetOf([{ all: [yes, { condition: 'first' }] }], [yes]), options)).toThrow(refusal);
  });
});

describe('is refused in a run:', () => {
  const bounded: RulesetData = {
    ...rulesetOf([
      { fact: 'n.a', operator: 'equal', value: 1 },
      { fact: 'entry.score', operator: 'equal', value: 1 },
      { fact: 'gs', operator: 'contains', value: 'low' },
      { fact: 'd.a', operator: 'equal', value: '2025-01-01' },
      { fact: 'late', operator: 'equal', value: 1 },
    ]),
  };
  const data: RulesetData = { ...bounded, facts: { ...bounded.facts, late: { type: { unit: 'day', min: 0, max: 31, step: 1 }, absence: 'unknown' } } };
  test.each<readonly [string, Record<string, unknown>, string, string]>([
    [
      'a number of binary arithmetic',
      { 'n.a': 0.1 + 0.2 },
      'The fact "n.a": 0.30000000000000004 looks like the result of binary arithmetic: give the number as text.',
      'Give a number, or decimal text such as "85.5".',
    ],
    [
      'a number with a comma',
      { 'n.a': '1,5' },
      'The fact "n.a": "1,5" is neither a decimal number nor a ratio such as 200/3.',
      'Give a number, or decimal text such as "85.5".',
    ],
    ['null for a number', { 'n.a': null }, 'The fact "n.a": The value is no number.', 'Give a number, or decimal text such as "85.5".'],
    ['a number out of its bounds', { late: '32' }, 'The fact "late": 32 lies outside its bounds.', 'Give a number from 0 to 31 in steps of 1.'],
    ['a number between its steps', { late: '1/2' }, 'The fact "late": 0.5 lies between its steps.', 'Give a number from 0 to 31 in steps of 1.'],
    ['a record with a misspelt field', { entry: { scor: 1 } }, 'The fact "entry": The record has no field "scor".', 'Did you mean "score"?'],
    [
      'a field of another type',
      { entry: { score: true } },
      'The fact "entry.score": The value is no number.',
      'Give a number, or decimal text such as "85.5".',
    ],
    ['text for a record', { entry: 'x' }, 'The fact "entry": The value is no record.', 'Give its fields: score, grade, colour.'],
    ['a member that the enumeration lacks', { gs: ['low', 'hihg'] }, 'The fact "gs[1]": "hihg" is no member of grade.', 'Did you mean "high"?'],
    ['text for a list', { gs: 'low' }, 'The fact "gs": The value is no list.', 'Give a list.'],
    ['a day that is none', { 'd.a': '2025-02-29' }, 'The fact "d.a": "2025-02-29" is no day of the calendar.', 'Write YYYY-MM-DD.'],
  ])('%s, given or fetched', async (_, facts, finding, mend) => {
    const refusal = new EngineRefused('fact/value', finding, mend);
    const fetched = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, async () => value]));
    await expect(of(data).run(facts)).rejects.toThrow(refusal);
    await expect(of(data).run(fetched)).rejects.toThrow(refusal);
    await expect(of(data).engine().run(fetched)).rejects.toThrow(refusal);
  });
  test('another value for a parameter of the ruleset', async () => {
    const rules = of(rulesetOf([{ fact: 'n.a', operator: 'lessThan', value: { fact: 'plain.limit' } }]));
    expect((await rules.run({ 'n.a': 9, 'plain.limit': '10.0' })).map(({ verdict }) => verdict)).toEqual(['fired']);
    await expect(rules.run({ 'n.a': 9, 'plain.limit': 12 })).rejects.toThrow(
      new EngineRefused(
        'fact/value',
        '"plain.limit" is a parameter of the ruleset, which says "10", and "12" was given.',
        'Leave it out, or give the parameter another version in a ruleset.',
      ),
    );
  });
  test('a misspelt fact', async () => {
    await expect(of(data).run({ lat: 1 })).rejects.toThrow(
      new EngineRefused('fact/name', 'There is no fact "lat" in the ruleset, and no rule reads it.', 'Did you mean "late"?'),
    );
  });
  test('a comparison of a text with a number, in an own rule', async () => {
    const rules = of(rulesetOf([]), { rules: [ownRule({ all: [{ fact: 'mine', operator: 'lessThan', value: 9 }] })] });
    await expect(rules.run({ mine: 'ten' })).rejects.toThrow(
      new EngineRefused(
        'fact/value',
        'A rule compares 9, where it needs a text, number, date or truth of the kind it is compared with.',
        'Give numbers as whole numbers or decimal text, dates as YYYY-MM-DD, and compare like with like.',
      ),
    );
    await expect(rules.run({ mine: { a: 1 } })).rejects.toThrow(
      new EngineRefused(
        'fact/value',
        'A rule compares an object, where it needs a text, number, date or truth of the kind it is compared with.',
        'Give numbers as whole numbers or decimal text, dates as YYYY-MM-DD, and compare like with like.',
      ),
    );
  });
  test('an operator that does not answer', async () => {
    const rules = of(rulesetOf([]), { operators: { slow: (async () => true) as never, vague: (() => 1) as never }, rules: [] });
    for (const [operator, answer] of [
      ['slow', 'a promise'],
      ['vague', 'number'],
    ]) {
      const engine = rules.engine();
      engine.addRule(ownRule({ all: [{ fact: 'mine', operator, value: 1 }] }));
      await expect(engine.run({ mine: 1 })).rejects.toThrow(
        new EngineRefused('operator/answer', `The operator "${operator}" answered ${answer}.`, 'Answer true or false; what takes time belongs in a fact.'),
      );
    }
  });
});
