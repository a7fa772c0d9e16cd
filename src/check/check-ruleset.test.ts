import { describe, expect, it } from 'vitest';
import { law, sample } from '../engine/sample.fixture.ts';
import { openRuleset, shippedIds, textDiagnostics } from '../node/ruleset-folder.ts';
import { diagnosticText } from '../ruleset/diagnostic.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { checkRuleset } from './check-ruleset.ts';
import { placeholdersOf } from './placeholders.ts';

const title = { id: 'Judul', en: 'Title' };
const version = (from: string, value: unknown, more: Record<string, unknown> = {}) => ({ ...law, from, value, ...more });
const said = (data: RulesetData): readonly string[] => checkRuleset(data).diagnostics.map(diagnosticText);
const intervals = (data: RulesetData) => checkRuleset(data).intervals.map(({ from, to, ruleset }) => [from, to, ruleset ? 'sound' : 'refused']);

const paid = {
  terms: { 'pay.paid': { title, unit: 'IDR', stage: 'incentive', ...law, formula: 'base.pay', round: { to: 1, mode: 'half-up' } } },
  payments: { tpp: { title, ...law, amount: 'pay.paid' } },
} as const;

describe('the intervals of a ruleset', () => {
  it('run from its first day to the next change of law, and the last is open', () => {
    const data = sample({
      ...paid,
      parameters: { 'base.pay': { title, unit: 'IDR', versions: [version('2024-01-01', 1), version('2025-01-01', 2), version('2026-07-01', 3)] } },
    });
    expect(intervals(data)).toEqual([
      ['2024-01-01', '2024-12-31', 'sound'],
      ['2025-01-01', '2026-06-30', 'sound'],
      ['2026-07-01', undefined, 'sound'],
    ]);
    expect(checkRuleset(data).intervals.map(({ ruleset }) => String(ruleset?.dates.assessed.from))).toEqual(['2024-01-01', '2025-01-01', '2026-07-01']);
  });
  it('lack the ruleset only where it has an error', () => {
    const data = sample({ ...paid, parameters: { 'base.pay': { title, unit: 'IDR', ...version('2024-01-01', 1, { to: '2025-06-30' }) } } });
    expect(intervals(data)).toEqual([
      ['2024-01-01', '2025-06-30', 'sound'],
      ['2025-07-01', undefined, 'refused'],
    ]);
    expect(said(data)).toEqual([
      'sample:terms.pay.paid.formula: error version/not-in-force: "base.pay" has no version in force on 2025-07-01. Give it a version from that day, or end what reads it.',
    ]);
  });
  it('are none when the document cannot be read', () => {
    expect(checkRuleset({ manifest: {} })).toMatchObject({ intervals: [] });
    expect(said({ manifest: undefined } as never)).toEqual([
      'unnamed:: error document/missing: The ruleset has no manifest. Write ruleset.yaml with id, title, issuer, version and from.',
    ]);
  });
});

describe('what is wrong on several dates', () => {
  it('is told once, as of the first of them', () => {
    const data = sample({
      ...paid,
      parameters: {
        'base.pay': { title, unit: 'IDR', versions: [version('2024-01-01', 1), version('2025-01-01', 2), version('2026-01-01', 3)] },
        late: { title, unit: 'IDR', ...version('2026-01-01', 1) },
      },
      terms: { ...paid.terms, early: { title, unit: 'IDR', stage: 'score', ...law, formula: 'late' } },
    });
    expect(said(data)).toEqual([
      'sample:terms.early.formula: error version/not-in-force: "late" has no version in force on 2024-01-01. Give it a version from that day, or end what reads it.',
    ]);
  });
  it('is told for each stretch of dates on its own only where the sentence differs', () => {
    const data = sample({
      ...paid,
      parameters: { 'base.pay': { title, unit: 'IDR', versions: [version('2024-01-01', 'few'), version('2025-01-01', 'some'), version('2026-01-01', 3)] } },
    });
    expect(said(data)).toEqual(
      ['few', 'some'].map(
        (word, index) =>
          `sample:parameters.base.pay.versions[${index}].value: error number/text: "${word}" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals.`,
      ),
    );
  });
});

describe('a region', () => {
  const nation = sample({
    ...paid,
    parameters: {
      'base.pay': { title, unit: 'IDR', ...version('2024-01-01', 1, { delegate: { to: 'region', cite: 'law' } }) },
      idle: { title, unit: 'IDR', ...version('2024-01-01', 1) },
    },
    terms: { ...paid.terms, odd: { title, unit: 'IDR', stage: 'score', ...law, formula: '2 * base.pay' } },
  });
  const region = (more: Partial<RulesetData>): RulesetData => ({
    manifest: { id: 'region', title, issuer: 'R', extends: 'sample', version: '1', from: '2024-01-01' },
    ...more,
    base: nation,
  });

  it('is not blamed for what its base could do better', () => {
    expect(said(nation).map((line) => line.split(' ')[2])).toEqual(['formula/literal:', 'unused/parameter:', 'unused/term:']);
    expect(said(region({}))).toEqual([]);
  });
  it('is told the errors of its base, since it cannot be used with them', () => {
    const broken = { ...region({}), base: { ...nation, terms: { ...nation.terms, odd: { title, unit: 'IDR', stage: 'score', ...law, formula: 'base.pey' } } } };
    expect(said(broken)).toEqual(['sample:terms.odd.formula: error formula/unknown-name: "base.pey" is not declared here. Did you mean "base.pay"?']);
  });
  it('is told of an entry of its own that nothing reads', () => {
    const own = { parameters: { extra: { title, unit: 'IDR', ...version('2024-01-01', 5) } } };
    expect(said(region(own))).toEqual(['region:parameters.extra: warning unused/parameter: Nothing reads the parameter "extra". Use it, or remove it.']);
  });
});

describe('what an outcome reads counts as used', () => {
  it('by its scores and its rating', () => {
    const data = sample({
      manifest: { outputs: { scores: { points: 'score.it' }, rating: 'rate.it' } } as never,
      types: { grade: { members: { low: title, high: title } } },
      terms: {
        'score.it': { title, unit: 'points', stage: 'score', ...law, formula: '0' },
        'rate.it': { title, type: 'grade', stage: 'rating', ...law, formula: '"low"' },
      },
    });
    expect(said(data)).toEqual([]);
  });
});

describe('the placeholders of a ruleset', () => {
  it('are listed once for each version, with roundings and rows apart', () => {
    const placeholder = { standing: 'placeholder', cite: undefined };
    const data = sample({
      ...paid,
      parameters: {
        'base.pay': {
          title,
          unit: 'IDR',
          versions: [
            version('2024-01-01', 1),
            version('2025-01-01', 2, { ...placeholder, note: 'no circular seen' }),
            version('2026-01-01', 3, { ...placeholder, note: 'none seen either' }),
          ],
        },
      },
      terms: { 'pay.paid': { ...paid.terms['pay.paid'], round: { to: 1, mode: 'half-up', standing: 'placeholder', note: 'n' } } },
    });
    expect(placeholdersOf(checkRuleset(data).intervals)).toEqual([
      { id: 'pay.paid', ruleset: 'sample', from: '2024-01-01', part: 'round' },
      { id: 'base.pay', ruleset: 'sample', from: '2025-01-01', note: 'no circular seen' },
      { id: 'base.pay', ruleset: 'sample', from: '2026-01-01', note: 'none seen either' },
    ]);
  });
});

describe('the shipped rulesets', () => {
  it.each(shippedIds())('%s is clean in every interval of dates', (id) => {
    const folder = openRuleset(id);
    const { diagnostics, intervals: checked } = checkRuleset(folder.data);
    expect([...textDiagnostics(folder), ...diagnostics].map(diagnosticText)).toEqual([]);
    expect(checked.every(({ ruleset }) => ruleset !== undefined)).toBe(true);
  });
});
