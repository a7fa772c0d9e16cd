import { describe, expect, it } from 'vitest';
import { law, resolveSample, sample } from '../engine/sample.fixture.ts';
import { toText, isExact } from '../values/exact.ts';
import { RulesetError, diagnosticText } from './diagnostic.ts';
import type { RulesetData } from './document.ts';
import { type DatesInput, resolveRuleset, tryResolve } from './resolve.ts';

const title = { id: 'Judul', en: 'Title' };
const said = (data: RulesetData, dates: DatesInput = { assessed: '2024-06', paid: '2024-06' }): readonly string[] =>
  tryResolve(data, dates).diagnostics.map(diagnosticText);
const versions = (...list: readonly (readonly [from: string, value: unknown])[]) => list.map(([from, value]) => ({ ...law, from, value }));

describe('the dates of a ruleset', () => {
  it('before its first day are refused, with that day', () => {
    expect(said(sample({}), { assessed: '2023-12', paid: '2024-01' })).toEqual([
      'sample:manifest: error date/before-first-version: The assessed period begins on 2023-12-01, and "sample" speaks only from 2024-01-01 on. Choose a later period, or an older ruleset.',
    ]);
  });
  it('that are no period are refused', () => {
    expect(said(sample({}), { assessed: '2024-13' })).toEqual([
      'sample:manifest: error date/unreadable: The assessed period "2024-13" is not readable. Write 2024, 2024-Q1, 2024-06, or { from, to } with days.',
    ]);
  });
  it('throw one error with everything that is wrong', () => {
    const data = sample({
      terms: { a: { title, unit: 'IDR', stage: 'score', ...law, formula: 'b' }, c: { title, unit: 'IDR', stage: 'score', ...law, formula: 'd' } },
    });
    expect(() => resolveRuleset(data, { assessed: '2024-06' })).toThrow(RulesetError);
    expect(said(data, { assessed: '2024-06' })).toHaveLength(2);
  });
});

describe('a ruleset that hands on what was paid', () => {
  const data = sample({
    parameters: { 'pay.rate': { title, unit: 'IDR', ...law, value: 5 } },
    terms: { 'pay.paid': { title, unit: 'IDR', stage: 'incentive', ...law, formula: 'pay.rate' } },
    carry: { advanced: { title, unit: 'IDR', resets: 'year', ...law, opening: 0, next: 'carry.advanced + pay.paid' } },
  });
  it('asks for the paid period', () => {
    expect(said(data)).toEqual([]);
    expect(said(data, { assessed: '2024-06' })).toEqual([
      'sample:carry.advanced.next: error stage/later: "carry.advanced" reads "pay.paid", which is part of payment, and no paid period is given. Give the paid period, too: what this ruleset hands on depends on what is paid.',
    ]);
  });
});

describe('a ruleset under two laws', () => {
  const data = {
    parameters: {
      'shared.rate': { title, unit: 'percent', versions: versions(['2024-01-01', 10], ['2025-01-01', 20]) },
      'steady.rate': { title, unit: 'percent', ...law, value: 5 },
    },
    terms: {
      'score.rate': { title, unit: 'percent', stage: 'score', ...law, formula: 'shared.rate + steady.rate' },
      'pay.rate': { title, unit: 'percent', stage: 'payroll', ...law, formula: 'shared.rate + steady.rate + double(shared.rate) + score.rate' },
      double: { title, unit: 'percent', params: { p: 'percent' }, ...law, formula: 'p + shared.rate' },
    },
  } as const;
  const values = (dates: DatesInput): Record<string, string> =>
    Object.fromEntries(
      resolveSample(data, dates).plan.steps.flatMap((step) => (step.kind === 'parameter' && isExact(step.value) ? [[step.key, toText(step.value)]] : [])),
    );

  it('reads a parameter once while assessing and paying are under one law', () => {
    expect(values({ assessed: '2024-11', paid: '2024-12' })).toEqual({ 'shared.rate': '10', 'steady.rate': '5' });
  });
  it('reads it twice when the law changed between them, and once what did not change', () => {
    const { plan } = resolveSample(data, { assessed: '2024-12', paid: '2025-01' });
    expect(values({ assessed: '2024-12', paid: '2025-01' })).toEqual({ 'shared.rate': '10', 'shared.rate@paid': '20', 'steady.rate': '5' });
    expect([...plan.byKey.get('score.rate')!.reads].sort()).toEqual(['shared.rate', 'steady.rate']);
    expect([...plan.byKey.get('pay.rate')!.reads].sort()).toEqual(['double@paid', 'score.rate', 'shared.rate@paid', 'steady.rate']);
    expect(plan.callables.get('double@paid')).toMatchObject({ reads: ['shared.rate@paid'] });
  });
  it('takes a value at the start of each period where the parameter says so', () => {
    const atStart = {
      ...data,
      parameters: {
        ...data.parameters,
        'shared.rate': { ...data.parameters['shared.rate'], versions: versions(['2024-01-01', 10], ['2024-02-15', 20]), withinPeriod: 'start' },
      },
    };
    const { plan } = resolveSample(atStart, { assessed: '2024-Q1', paid: '2024-03' });
    expect(plan.byKey.get('shared.rate')).toMatchObject({ origin: { from: '2024-01-01' } });
    expect(plan.byKey.get('shared.rate@paid')).toMatchObject({ origin: { from: '2024-02-15' } });
  });
  it('refuses a change inside a period only where that period reads it', () => {
    const paidOnly = sample({
      parameters: { rate: { title, unit: 'percent', versions: versions(['2024-01-01', 10], ['2024-02-01', 20]) } },
      terms: { 'pay.rate': { title, unit: 'percent', stage: 'payroll', ...law, formula: 'rate' } },
    });
    expect(said(paidOnly, { assessed: '2024-Q1', paid: '2024-03' })).toEqual([]);
    expect(said(paidOnly, { assessed: '2024-Q1', paid: '2024-Q1' })).toEqual([
      'sample:parameters.rate.versions[1]: error version/changes-inside: "rate" changes on 2024-02-01, inside the paid period 2024-01-01 to 2024-03-31. Say which value holds: withinPeriod: start, end or perDay.',
    ]);
  });
});

describe('data from a program', () => {
  const deep = (levels: number): unknown => {
    let value: unknown = 'x';
    for (let level = 0; level < levels; level++) value = { not: value };
    return value;
  };
  it('10,000 deep is a sentence, not a stack overflow', () => {
    expect(said(sample({ rules: { r: { title, ...law, conditions: deep(10_000), event: { kind: 'flag', code: 'x' } } } }))).toEqual([
      'sample:rules.r.conditions.not: error document/too-deep: Lists and mappings stand more than 100 deep inside one another here. Name the inner parts and write them beside one another.',
    ]);
  });
  it('that contains itself is the same sentence', () => {
    const round: Record<string, unknown> = {};
    round['not'] = round;
    expect(said(sample({ rules: { r: { title, ...law, conditions: round, event: { kind: 'flag', code: 'x' } } } }))[0]).toContain('document/too-deep');
  });
  it('too large to be a ruleset is refused', () => {
    expect(said(sample({ parameters: { p: { title, unit: 'IDR', ...law, value: Array.from({ length: 2_000_001 }, () => 1) } } }))).toEqual([
      'sample:: error document/too-large: The document holds more than 2000000 values. Check for data that contains itself.',
    ]);
  });
  it('with a section that does not exist names the nearest one', () => {
    expect(said({ ...sample({}), term: {} } as RulesetData)).toEqual([
      'sample:term: error document/unknown-section: "term" is no section of a ruleset. Did you mean "terms"?',
    ]);
  });
  it('that extends itself is refused, also by way of another', () => {
    const data = sample({ manifest: { extends: 'sample' } as never });
    const other: RulesetData = { manifest: { id: 'other', title, issuer: 'O', version: '1', from: '2024-01-01', extends: 'sample' } };
    Object.assign(data, { base: data });
    expect(said(data)).toEqual([
      'sample:manifest.extends: error document/extends-itself: The ruleset "sample" extends itself. Remove "extends", or name another base.',
    ]);
    const first = sample({ manifest: { extends: 'other' } as never });
    Object.assign(first, { base: other });
    Object.assign(other, { base: first });
    expect(said(first)).toEqual([
      'other:manifest.extends: error document/extends-itself: The ruleset "other" extends itself, by way of "sample". Remove "extends", or name another base.',
    ]);
  });

  it('may use names of prototypes as ids, and they are ids like others', () => {
    const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty'];
    const data = sample({
      parameters: Object.fromEntries(names.map((name, index) => [name, { title, unit: 'IDR', ...law, value: index + 1 }])),
      terms: { total: { title, unit: 'IDR', stage: 'score', ...law, formula: names.join(' + ') } },
    });
    expect(said(data)).toEqual([]);
    expect(resolveRuleset(data, { assessed: '2024-06' }).plan.byKey.get('constructor')).toMatchObject({ kind: 'parameter', id: 'constructor' });
  });
  it('that reads a name of a prototype without declaring it is told so', () => {
    expect(said(sample({ terms: { total: { title, unit: 'IDR', stage: 'score', ...law, formula: 'toString' } } }))).toEqual([
      'sample:terms.total.formula: error formula/unknown-name: "toString" is not declared here. Declare it as a fact, parameter or term, or correct its name.',
    ]);
  });
  it.each([
    [
      'as an id',
      '{ "parameters": { "__proto__": { "unit": "IDR", "from": "2024-01-01", "cite": "law", "standing": "confirmed", "value": 1 } } }',
      'sample:parameters.__proto__: error name/malformed: "__proto__" is no id: "__proto__" should begin with a small letter and hold only letters and digits. Write dotted segments such as "discipline.late.rate".',
    ],
    [
      'as a key of a node',
      '{ "parameters": { "p": { "__proto__": { "a": 1 }, "unit": "IDR", "from": "2024-01-01", "cite": "law", "standing": "confirmed", "value": 1 } } }',
      'sample:parameters.p: error name/reserved: "__proto__" cannot be a key. Choose another name.',
    ],
    [
      'as a column of a row',
      '{ "tables": { "t": { "inputs": { "d": "day" }, "outputs": { "o": "IDR" }, "from": "2024-01-01", "cite": "law", "standing": "confirmed", "rows": [ { "__proto__": 1, "d": "-", "o": 1 } ] } } }',
      'sample:tables.t.rows[0]: error name/reserved: "__proto__" cannot be a key. Choose another name.',
    ],
    [
      'as a member of a type',
      '{ "types": { "t": { "members": { "__proto__": { "id": "a", "en": "a" }, "b": { "id": "b", "en": "b" } } } } }',
      'sample:types.t.members: error name/reserved: "__proto__" cannot be a key. Choose another name.',
    ],
  ])('with __proto__ %s is refused and changes nothing', (_, json, message) => {
    expect(said(sample(JSON.parse(json) as Partial<RulesetData>))).toContain(message);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});

describe('a resolved ruleset', () => {
  it('is frozen through and through', () => {
    const ruleset = resolveSample({
      facts: { 'own.share': { title, type: { unit: 'percent', min: 0, max: 100, step: 1 }, absence: 'unknown' } },
      tables: {
        cut: { title, inputs: { share: { unit: 'percent', min: 0, max: 100, step: 1 } }, outputs: { o: 'IDR' }, ...law, rows: [{ share: '-', o: 1 }] },
      },
      terms: {
        'pay.paid': {
          title,
          unit: 'IDR',
          stage: 'incentive',
          ...law,
          choose: [{ when: 'own.share > 0', then: 'cut(own.share)' }, { otherwise: 'none' }],
          round: { to: 1, mode: 'up' },
        },
      },
      payments: { tpp: { title, ...law, amount: 'pay.paid' } },
      rules: { r: { title, ...law, conditions: { fact: 'own.share', operator: 'equal', value: 3 }, event: { kind: 'flag', code: 'x' } } },
    });
    const seen = new Set<object>();
    const unfrozen: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
      if (isPlain && !Object.isFrozen(value)) unfrozen.push(path);
      for (const [key, inner] of value instanceof Map ? value : isPlain ? Object.entries(value) : []) walk(inner, `${path}.${String(key)}`);
    };
    walk(ruleset.plan, 'plan');
    expect(unfrozen).toEqual([]);
    expect(Object.isFrozen(ruleset)).toBe(true);
  });
});
