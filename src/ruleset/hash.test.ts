import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { law, sample } from '../engine/sample.fixture.ts';
import type { RulesetData } from './document.ts';
import { hashOf } from './hash.ts';

const title = { id: 'Judul', en: 'Title' };
const data = sample({
  parameters: { 'base.pay': { title, unit: 'IDR', ...law, value: '5000000' } },
  terms: { 'pay.paid': { title, unit: 'IDR', stage: 'incentive', ...law, formula: 'base.pay', round: { to: '1', mode: 'half-up' } } },
});
const withParameter = (more: Record<string, unknown>): RulesetData => ({ ...data, parameters: { 'base.pay': { ...data.parameters!['base.pay'], ...more } } });
const region = (base: RulesetData): RulesetData => ({
  manifest: { id: 'region', title, issuer: 'R', extends: 'sample', version: '1', from: '2024-01-01' },
  base,
});

/** The same value with the keys of every mapping in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('the hash of a ruleset', () => {
  it('is 64 hex digits', () => expect(hashOf(data)).toMatch(/^[0-9a-f]{64}$/));

  it.each([
    ['a title', { title: { id: 'Lain', en: 'Other' } }],
    ['a description', { description: 'words' }],
    ['a note', { note: 'words' }],
    ['a working', { working: 'words' }],
    ['the day on which it was checked', { checked: '2026-01-01' }],
    ['a number in place of its text', { value: 5000000 }],
  ])('stays under %s', (_, more) => expect(hashOf(withParameter(more))).toBe(hashOf(data)));

  it.each([
    ['a value', { value: '5000001' }],
    ['a date', { from: '2024-01-02' }],
    ['an article', { cite: 'law#art-2' }],
    ['a standing', { standing: 'reported' }],
    ['a unit', { unit: 'points' }],
  ])('changes with %s', (_, more) => expect(hashOf(withParameter(more))).not.toBe(hashOf(data)));

  it('does not depend on the order of keys', () => expect(hashOf(reversed(data) as RulesetData)).toBe(hashOf(data)));
  it('depends on the order of lists', () => expect(hashOf(withParameter({ value: ['a', 'b'] }))).not.toBe(hashOf(withParameter({ value: ['b', 'a'] }))));

  it('is another for every other amount', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0 }),
        fc.integer({ min: 0 }),
        (a, b) => (a === b) === (hashOf(withParameter({ value: a })) === hashOf(withParameter({ value: b }))),
      ),
    );
  });

  it('of a region holds its base', () => {
    expect(hashOf(region(data))).not.toBe(hashOf(data));
    expect(hashOf(region(withParameter({ value: '5000001' })))).not.toBe(hashOf(region(data)));
    expect(hashOf(region(withParameter({ note: 'words' })))).toBe(hashOf(region(data)));
  });

  it('does not hold where the data stands in files', () => expect(hashOf({ ...data, locate: () => ({ file: 'x', line: 1, column: 1 }) })).toBe(hashOf(data)));

  it('tells an own key called __proto__ from none', () => {
    const odd = withParameter({ value: JSON.parse('{ "__proto__": 1 }') as unknown });
    expect(hashOf(odd)).not.toBe(hashOf(withParameter({ value: {} })));
  });
});
