/**
 * What an outcome writes out only when it is read looks like any other part of it: to lists of keys, copies, comparisons, JSON, proxies and the console.
 */
import { inspect, isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { appraise } from './appraise.ts';
import { appraisal, law, resolveSample } from './sample.fixture.ts';
import { makeWhenRead, once, partWhenRead } from './when-read.ts';

const ruleset = resolveSample({
  facts: { 'own.base': { title: { id: 'Dasar', en: 'Base' }, unit: 'IDR', absence: 'required' } },
  terms: {
    'tpp.paid': {
      unit: 'IDR',
      stage: 'incentive',
      ...law,
      formula: 'own.base / 3',
      round: { to: '1', mode: 'half-up', cite: 'law#art-1', standing: 'confirmed' },
    },
  },
  payments: { tpp: { ...law, amount: 'tpp.paid' } },
});
const paying = (base: number) => appraise(ruleset, appraisal({ facts: { 'own.base': base } }));
const NAMES = [
  'status',
  'employee',
  'assessed',
  'paid',
  'scores',
  'terms',
  'awards',
  'sanctions',
  'development',
  'flags',
  'blocks',
  'payments',
  'effects',
  'carry',
  'unknownFacts',
  'faults',
  'ruleset',
  'standing',
  'trace',
];

describe('an outcome', () => {
  it('lists its parts in the order of its JSON, those written when read among them', () => {
    const outcome = paying(1000);
    const named: string[] = [];
    for (const name in outcome) named.push(name);
    expect([Object.keys(outcome), named, Object.keys({ ...outcome }), Object.keys(JSON.parse(JSON.stringify(outcome)) as object)]).toEqual([
      NAMES,
      NAMES,
      NAMES,
      NAMES,
    ]);
  });
  it('gives the same part at every reading, whatever is appraised between', () => {
    const [one, other] = [paying(1000), paying(2000)];
    const { trace } = other;
    expect([one.trace === one.trace, one.terms === one.terms, one.standing === one.standing, other.trace === trace]).toEqual([true, true, true, true]);
    expect([JSON.stringify(one), JSON.stringify(other)]).toEqual([JSON.stringify(paying(1000)), JSON.stringify(paying(2000))]);
    expect(one.trace.byKey.get('tpp.paid')).toBe(one.trace.steps.find(({ id }) => id === 'tpp.paid'));
  });
  it('equals another of the same appraisal, and no other', () => {
    const told = (base: number) => ({ ...paying(base), ruleset: null });
    expect(told(1000)).toEqual(told(1000));
    expect([isDeepStrictEqual(told(1000), told(1000)), isDeepStrictEqual(told(1000), told(1001))]).toEqual([true, false]);
  });
  it('cannot be changed', () => {
    const outcome = paying(1000) as { trace: unknown };
    expect(Object.isFrozen(outcome)).toBe(true);
    expect(() => {
      outcome.trace = undefined;
    }).toThrow(TypeError);
  });
  it('can be read through a proxy, and by what inherits from it', () => {
    const outcome = paying(1000);
    expect([new Proxy(outcome, {}).terms, (Object.create(outcome) as typeof outcome).trace]).toEqual([outcome.terms, outcome.trace]);
  });
  it('shows its parts on the console', () => {
    const outcome = paying(1000);
    expect([inspect(outcome).includes('[Getter]'), inspect(outcome)]).toEqual([false, inspect({ ...outcome })]);
  });
});

describe('a part that is written when read', () => {
  it('is made once, also where it is undefined', () => {
    let made = 0;
    const make = once(() => {
      made++;
    });
    expect([make(), make(), made]).toEqual([undefined, undefined, 1]);
  });
  it('belongs to its own record', () => {
    const part = partWhenRead('sum');
    const records = [1, 2].map((sum) => {
      const record = Object.defineProperty({}, 'sum', part);
      makeWhenRead(record, { sum: () => sum });
      return Object.freeze(record);
    });
    expect(records).toEqual([{ sum: 1 }, { sum: 2 }]);
  });
});
