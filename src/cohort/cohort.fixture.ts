/**
 * A small ruleset and its people, for tests of cohorts.
 * In: what a test wants of a person. Out: members with their outcomes.
 */
import { appraise } from '../engine/appraise.ts';
import { appraisal, law, resolveSample } from '../engine/sample.fixture.ts';
import type { AppraisalInput } from '../model/appraisal.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { CohortMember, CohortOutcome } from './cohort-shape.ts';

const T = (id: string, en: string) => ({ title: { id, en } });
const score = { type: { unit: 'points', min: 0, max: 100, step: '0.01' }, absence: 'unknown' };

export const RULESET = resolveSample({
  manifest: {
    id: 'sample',
    ...T('Contoh', 'Sample'),
    issuer: 'Test',
    version: '1',
    from: '2024-01-01',
    outputs: { scores: { kerja: 'work.score' }, rating: 'grade' },
    selection: { by: ['work.score', { term: 'away.days', better: 'lower' }], eligible: ['eligible.free'], standing: 'placeholder', note: 'a sample' },
  },
  types: {
    grades: { ...T('Predikat', 'Grade'), members: { kurang: { id: 'Kurang', en: 'Poor' }, baik: { id: 'Baik', en: 'Good' } }, order: ['kurang', 'baik'] },
  },
  facts: {
    'own.work': { ...T('Hasil kerja', 'Work'), ...score },
    'own.away': {
      ...T('Hari pergi', 'Days away'),
      type: { unit: 'day', min: 0, max: 31, step: 1 },
      absence: { default: 0, standing: 'confirmed', cite: 'law#art-9' },
    },
    'own.punished': { ...T('Dihukum', 'Punished'), type: 'boolean', absence: { default: false, standing: 'confirmed', cite: 'law#art-9' } },
    'own.extra': { ...T('Tambahan', 'Extra'), unit: 'points', absence: 'none' },
    'own.since': { ...T('Sejak', 'Since'), type: 'date', absence: 'unknown' },
  },
  terms: {
    'work.score': { ...T('Nilai kerja', 'Work score'), unit: 'points', stage: 'score', ...law, formula: 'own.work' },
    'third.score': { ...T('Sepertiga', 'A third'), unit: 'points', stage: 'score', ...law, formula: 'own.work / 3' },
    'away.days': { ...T('Hari pergi', 'Days away'), unit: 'day', stage: 'score', ...law, formula: 'own.away' },
    'extra.score': {
      ...T('Tambahan', 'Extra'),
      unit: 'points',
      stage: 'score',
      ...law,
      choose: [{ when: 'present(own.extra)', then: 'own.extra' }, { otherwise: 'none' }],
    },
    'broken.score': { ...T('Rusak', 'Broken'), unit: 'points', stage: 'score', ...law, formula: 'own.work * own.work / own.work' },
    'since.day': { ...T('Sejak', 'Since'), type: 'date', stage: 'score', ...law, formula: 'own.since' },
    'eligible.free': { ...T('Tidak dihukum', 'Not punished'), type: 'boolean', stage: 'score', ...law, formula: 'not(own.punished)' },
    grade: {
      ...T('Predikat', 'Grade'),
      type: 'grades',
      stage: 'rating',
      ...law,
      formula: 'if own.work >= 50 then "baik" else "kurang"',
      literals: { 50: 'a sample' },
    },
    'pay.amount': {
      ...T('Tunjangan', 'Allowance'),
      unit: 'IDR',
      stage: 'incentive',
      ...law,
      standing: 'placeholder',
      note: 'a sample',
      formula: 'own.work * pay.perPoint',
      round: { to: '1', mode: 'half-up', cite: 'law#art-1', standing: 'confirmed' },
    },
  },
  parameters: { 'pay.perPoint': { ...T('Rupiah per poin', 'Rupiah a point'), unit: 'IDR/points', ...law, value: 1000 } },
  rules: {
    'award.good': {
      ...T('Piagam', 'Certificate'),
      stage: 'award',
      ...law,
      conditions: { fact: 'grade', operator: 'equal', value: 'baik' },
      event: { kind: 'award', code: 'piagam' },
    },
    'development.work': {
      ...T('Saran pelatihan', 'Training'),
      stage: 'award',
      ...law,
      conditions: { fact: 'grade', operator: 'equal', value: 'kurang' },
      event: { kind: 'development', code: 'latih', aspect: 'hasil', training: 'Kursus' },
    },
    'sanction.away': {
      ...T('Teguran', 'Reprimand'),
      stage: 'sanction',
      ...law,
      conditions: { fact: 'away.days', operator: 'greaterThan', value: 10 },
      event: { kind: 'sanction', key: ['away'], code: 'teguran', imposed: 'byDecree', starts: 'nextPayment', meets: 'add' },
    },
  },
  payments: {
    tpp: {
      ...law,
      ...T('Tunjangan', 'Allowance'),
      amount: 'pay.amount',
      entitled: [{ unless: 'own.punished', reason: { id: 'Dihukum', en: 'Punished' }, cite: 'law#art-2' }],
      hold: [{ when: 'own.away = 31', until: 'laporan', reason: { id: 'Pergi', en: 'Away' }, cite: 'law#art-3' }],
    },
  },
});

export interface Person {
  readonly id: string;
  readonly unit?: string | undefined;
  readonly work?: number | string | undefined;
  readonly facts?: Readonly<Record<string, JsonValue>> | undefined;
  readonly more?: Partial<AppraisalInput> | undefined;
}

export const outcomeOf = ({ id, work, facts, more }: Person) =>
  appraise(
    RULESET,
    appraisal({ employee: { id, status: 'pns' }, facts: { ...(work !== undefined && { 'own.work': work }), ...facts }, ...more } as Partial<AppraisalInput>),
  );

export const member = (person: Person): CohortMember => ({
  outcome: outcomeOf(person),
  ...(person.unit !== undefined && { unit: person.unit }),
  source: `${person.id}.yaml`,
});

/** The same after it was stored as JSON. */
export const stored = (each: CohortMember): CohortMember => ({ ...each, outcome: JSON.parse(JSON.stringify(each.outcome)) as CohortOutcome });
