/**
 * The case runner on small rulesets: what it makes of a case, what it compares, what it says is missing.
 * In: inline data. Out: whole results.
 */
import { describe, expect, it } from 'vitest';
import { law, sample } from '../engine/sample.fixture.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { resolveRuleset } from '../ruleset/resolve.ts';
import { runBaseCases } from './base-cases.ts';
import type { CaseData, LocatedCase } from './case-schema.ts';
import { reportCoverage } from './coverage-report.ts';
import { prepareCase } from './prepare-case.ts';
import { runCases } from './run-cases.ts';

const data: RulesetData = sample({
  types: { step: { members: { none0: { id: 'Nihil', en: 'Nil' }, oral: { id: 'Lisan', en: 'Oral' }, cut: { id: 'Potong', en: 'Cut' } } } },
  facts: { 'own.days': { title: { id: 'Hari', en: 'Days' }, unit: 'day', absence: 'unknown' }, 'employee.class': { absence: 'none' } },
  parameters: { 'pay.base': { unit: 'IDR', ...law, value: '1000', delegate: { to: 'region', within: { min: 500, max: 2000 }, cite: 'law#art-9' } } },
  tables: {
    ladder: {
      inputs: { days: { unit: 'day', min: 0, max: 5, step: 1 } },
      outputs: { code: 'step', cut: 'percent' },
      ...law,
      rows: [
        { days: '0..1', code: 'none0', cut: 0 },
        { days: '2..3', code: 'oral', cut: 0 },
        { days: '4..5', code: 'cut', cut: 25 },
      ],
    },
  },
  terms: {
    'step.code': { type: 'step', stage: 'sanction', ...law, formula: 'ladder(own.days).code' },
    'pay.net': {
      unit: 'IDR',
      stage: 'incentive',
      ...law,
      formula: 'pay.base * (100 - ladder(own.days).cut) / 100',
      round: { to: 1, mode: 'half-up', cite: 'law#art-1' },
    },
  },
  rules: {
    'sanction.days': {
      stage: 'sanction',
      ...law,
      conditions: { all: [{ fact: 'step.code', operator: 'notEqual', value: 'none0' }] },
      event: { kind: 'sanction', key: [{ fact: 'step.code' }], code: { fact: 'step.code' }, imposed: 'byDecree', starts: 'nextPayment', meets: 'add' },
    },
  },
  payments: { tpp: { ...law, amount: 'pay.net' } },
});
const people = new Map<string, unknown>([
  ['clerk', { employee: { id: '1', status: 'pns' }, assessed: '2024-06', paid: { period: '2024-06', kind: 'regular' }, facts: { 'own.days': 0 } }],
]);
const located = (...cases: Partial<CaseData>[]): LocatedCase[] =>
  cases.map((each, index) => ({
    data: { name: `case ${index}`, date: '2024-06-30', given: { like: 'clerk' }, expect: {}, ...each } as CaseData,
    file: 'cases/a.yaml',
    index,
    locate: () => undefined,
  }));
const run = async (...cases: Partial<CaseData>[]) =>
  (await runCases(data, located(...cases), { people })).results.map(({ status, mismatches, disagreements, problem }) => ({
    status,
    mismatches: mismatches.map(({ path, expected, actual }) => [path.join('.'), expected, actual]),
    disagreements,
    problem,
  }));
const passed = { status: 'passed', mismatches: [], disagreements: [], problem: undefined };

describe('a case', () => {
  it('passes when everything it expects is met exactly', async () => {
    expect(
      await run({
        given: { like: 'clerk', 'own.days': 4 },
        expect: {
          status: 'complete',
          fired: ['sanction.days'],
          terms: { 'step.code': 'cut', 'pay.net': '750' },
          payments: { tpp: { status: 'paid', amount: 750 } },
          effects: [{ code: 'cut', starts: '2024-07', status: 'proposed' }],
        },
      }),
    ).toEqual([passed]);
  });
  it('says what was expected and what came, each in its place', async () => {
    expect(
      await run({
        given: { like: 'clerk', 'own.days': 2 },
        expect: {
          status: 'faulted',
          fired: [],
          terms: { 'step.code': 'cut', 'no.such': 1 },
          payments: { tpp: 999 },
          effects: [],
          unknown: ['own.days'],
          scores: { kinerja: 1 },
          rating: 'baik',
        },
      }),
    ).toEqual([
      {
        status: 'failed',
        mismatches: [
          ['expect.status', 'faulted', 'complete'],
          ['expect.rating', 'baik', 'none'],
          ['expect.fired', 'nothing', 'sanction.days'],
          ['expect.terms.step.code', 'cut', 'oral'],
          ['expect.terms.no.such', '1', 'no such term'],
          ['expect.scores.kinerja', '1', 'no value'],
          ['expect.payments.tpp.amount', '999', '1000'],
          ['expect.effects', '0 ()', '1 (oral)'],
          ['expect.unknown', 'own.days', 'nothing'],
        ],
        disagreements: [],
        problem: undefined,
      },
    ]);
  });
  it('may expect the unknown and the refused', async () => {
    expect(
      await run(
        { given: { like: 'clerk', facts: { 'own.days': 'none' } }, expect: { payments: { tpp: { status: 'faulted' } } } },
        { given: { like: 'clerk', 'own.dyas': 4 }, expect: { status: 'complete' } },
        { given: { like: 'nobody' }, expect: { status: 'complete' } },
      ),
    ).toEqual([
      passed,
      { ...passed, status: 'failed', problem: expect.stringContaining('"own" is no field of an appraisal') },
      { ...passed, status: 'failed', problem: 'There is no person "nobody". Write one under people/.' },
    ]);
  });
  it('moves its person to its date, the payment by as many months', () => {
    const [moved] = located({ date: '2024-09-30', given: { like: 'clerk', 'carry.days': 3 } });
    expect(prepareCase(moved!.data, people, new Set(['own.days']))).toEqual({
      appraisal: {
        employee: { id: '1', status: 'pns' },
        assessed: { from: '2024-09-01', to: '2024-09-30' },
        paid: { period: { from: '2024-09-01', to: '2024-09-30' }, kind: 'regular' },
        facts: { 'own.days': 0 },
        carry: { values: { days: 3 }, through: '2024-08-31' },
      },
    });
  });
});

describe('coverage', () => {
  it('names the rules, rows and edges that no case reaches', async () => {
    const { coverage } = await runCases(data, located({ given: { like: 'clerk', 'own.days': 1 } }, { given: { like: 'clerk', 'own.days': 2 } }), { people });
    const report = reportCoverage([resolveRuleset(data, { assessed: '2024-06', paid: '2024-06' })], coverage, 'sample');
    expect(report.missing.map((item) => `${item.kind} ${item.id}: ${item.text}`)).toEqual([
      'row ladder: row 3 (4..5)',
      'edge ladder: days at 0',
      'edge ladder: days below 1',
      'edge ladder: days above 2',
      'edge ladder: days at 3',
      'edge ladder: days above 3',
      'edge ladder: days at 4',
      'edge ladder: days below 4',
      'edge ladder: days above 4',
      'edge ladder: days at 5',
      'edge ladder: days below 5',
    ]);
    expect(report.byKind.rule).toEqual({ total: 2, reached: 2 });
  });
});

describe('a region', () => {
  it('re-runs the cases of the nation where its own versions cannot reach', async () => {
    const region: RulesetData = {
      manifest: { id: 'wilayah', title: { id: 'W', en: 'W' }, issuer: 'W', extends: 'sample', version: '1', from: '2024-01-01' },
      sources: { perkada: { kind: 'perkada', title: 'P', effective: { from: '2024-01-01' } } },
      overrides: { 'pay.base': { from: '2024-01-01', value: '1500', cite: 'perkada#art-2', standing: 'confirmed' } },
      base: data,
    };
    const baseCases = located({
      given: { like: 'clerk', 'own.days': 4 },
      expect: { terms: { 'step.code': 'cut', 'pay.net': 750 }, payments: { tpp: 750 }, fired: ['sanction.days'] },
    });
    const result = await runBaseCases({ data: region, baseCases, basePeople: people, regionalCases: [], regionalPeople: new Map() });
    expect(result!.results.map(({ status, mismatches }) => ({ status, mismatches }))).toEqual([{ status: 'passed', mismatches: [] }]);
    expect(result!.variations).toEqual([{ id: 'pay.base', from: '2024-01-01', cite: 'perkada#art-2', expectations: 2, regionalCase: false }]);
  });
});
