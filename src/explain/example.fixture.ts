/**
 * A small ruleset for tests of explanations: raters, a table, parts, branches, a rule, gates, a carry and a placeholder.
 * In: what a test wants different. Out: {@link EXAMPLE}, its employee, and an explanation of both.
 */
import { appraise } from '../engine/appraise.ts';
import type { AppraisalOutcome } from '../engine/appraise.ts';
import type { AppraisalInput } from '../model/appraisal.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { type Ruleset, resolveRuleset } from '../ruleset/resolve.ts';
import { type Explanation, explain } from './explanation.ts';

const law = { from: '2025-01-01', cite: 'perwali-1-2025#art-3(1)', standing: 'confirmed' } as const;

export const EXAMPLE: RulesetData = {
  manifest: {
    id: 'contoh',
    title: { id: 'TPP contoh', en: 'Example pay' },
    issuer: 'Kota Contoh',
    version: '1',
    from: '2025-01-01',
    outputs: { scores: { conduct: 'conduct.score' }, rating: 'rating.final' },
  },
  sources: {
    'perwali-1-2025': {
      kind: 'perkada',
      number: 1,
      year: 2025,
      title: 'TPP ASN',
      issuer: 'Kota Contoh',
      enacted: '2025-01-01',
      effective: { from: '2025-01-01' },
    },
    'report-press': { kind: 'report', title: 'Berita TPP', url: 'https://example.org/tpp' },
  },
  types: {
    predikat: {
      title: { id: 'Predikat', en: 'Rating' },
      members: { kurang: { id: 'Kurang', en: 'Poor' }, baik: { id: 'Baik', en: 'Good' }, istimewa: { id: 'Istimewa', en: 'Excellent' } },
      order: ['kurang', 'baik', 'istimewa'],
    },
  },
  facts: {
    'employee.class': { absence: 'required' },
    ratings: { absence: 'unknown' },
    'attendance.counts.absent': { absence: 'unknown' },
    'leave.unpaid': {
      title: { id: 'Cuti di luar tanggungan', en: 'On unpaid leave' },
      type: 'boolean',
      absence: { default: false, standing: 'placeholder', note: 'taken as no' },
    },
  },
  parameters: {
    'score.full': { title: { id: 'Nilai penuh', en: 'Full score' }, unit: 'points', ...law, value: 100 },
    'cut.most': { title: { id: 'Potongan tertinggi', en: 'Highest cut' }, unit: 'percent', ...law, value: 100 },
    'cut.perDay': { title: { id: 'Potongan per hari', en: 'Cut for a day' }, unit: 'percent/day', ...law, value: '2.5' },
    'part.weight': {
      title: { id: 'Bobot perilaku', en: 'Weight of conduct' },
      unit: 'percent',
      ...law,
      standing: 'placeholder',
      note: 'the weight was not seen',
      value: 60,
    },
  },
  tables: {
    'rating.step': {
      title: { id: 'Tangga predikat', en: 'Ladder of ratings' },
      inputs: { score: { unit: 'points', min: 0, max: 100 } },
      outputs: { rating: 'predikat' },
      ...law,
      rows: [
        { score: '< 70', rating: 'kurang' },
        { score: '[70..90)', rating: 'baik', cite: 'perwali-1-2025#art-4(2)b' },
        { score: '>= 90', rating: 'istimewa' },
      ],
    },
    'pay.base': {
      title: { id: 'TPP kelas', en: 'Pay of the class' },
      inputs: { class: { unit: 'count', min: 1, max: 17, step: 1 } },
      outputs: { amount: 'IDR' },
      from: '2025-01-01',
      cite: 'report-press',
      standing: 'reported',
      rows: [
        { class: '1..8', amount: 3000000 },
        { class: '9..17', amount: 5439503 },
      ],
    },
  },
  raters: {
    conduct: {
      title: { id: 'Perilaku kerja', en: 'Conduct' },
      stage: 'assessment',
      ...law,
      sources: {
        supervisor: { scale: '0..100', convert: 'none', within: 'mean', quorum: 1, below: 'hold' },
        peer: { scale: '1..5', convert: 'ofTop', within: 'mean', quorum: 2, below: 'absent' },
      },
      combine: ['raters', 'sources'],
      weights: { rows: [{ supervisor: 60, peer: 40 }], otherwise: 'renormalise' },
    },
  },
  terms: {
    'rating.final': {
      title: { id: 'Predikat kinerja', en: 'Performance rating' },
      type: 'predikat',
      stage: 'rating',
      ...law,
      formula: 'rating.step(conduct.score)',
    },
    'cut.total': {
      title: { id: 'Potongan', en: 'Cut' },
      unit: 'percent',
      stage: 'incentive',
      ...law,
      formula: 'min(cut.most, attendance.counts.absent * cut.perDay)',
    },
    'pay.conduct': {
      title: { id: 'Bagian perilaku', en: 'Conduct part' },
      unit: 'IDR',
      stage: 'incentive',
      ...law,
      formula: 'if rating.final = "kurang" then 0 else pay.base(employee.class) * part.weight / 100 * conduct.score / score.full',
    },
    'pay.due': {
      title: { id: 'TPP diterima', en: 'Pay due' },
      unit: 'IDR',
      stage: 'payroll',
      ...law,
      formula: 'pay.conduct * (100 - cut.total) / 100',
      round: { to: 1, mode: 'half-up', cite: 'perwali-1-2025#art-5', standing: 'confirmed' },
    },
  },
  rules: {
    'sanction.absence': {
      title: { id: 'Teguran karena tidak masuk', en: 'Reprimand for absence' },
      stage: 'sanction',
      ...law,
      cite: 'perwali-1-2025#art-9',
      conditions: { all: [{ fact: 'attendance.counts.absent', operator: 'greaterThanInclusive', value: 4 }] },
      event: {
        kind: 'sanction',
        key: ['teguran', { fact: 'employee.class' }],
        code: 'teguran',
        cut: 10,
        months: 2,
        imposed: 'byDecree',
        starts: 'nextPayment',
        meets: 'heaviest',
      },
    },
  },
  payments: {
    tpp: {
      title: { id: 'Tambahan penghasilan (TPP)', en: 'Performance pay (TPP)' },
      for: ['regular'],
      ...law,
      amount: 'pay.due',
      literals: { '15': 'the highest class without a wealth report' },
      entitled: [{ unless: 'leave.unpaid', reason: { id: 'Cuti di luar tanggungan negara', en: 'Unpaid leave' }, cite: 'perwali-1-2025#art-7' }],
      hold: [{ when: 'employee.class > 15', until: 'LHKPN', reason: { id: 'LHKPN belum ada', en: 'Wealth report missing' }, cite: 'perwali-1-2025#art-8' }],
    },
  },
  carry: {
    'absent.year': {
      title: { id: 'Hari tidak masuk setahun', en: 'Days absent in the year' },
      unit: 'day',
      from: '2025-01-01',
      cite: 'perwali-1-2025#art-9',
      standing: 'confirmed',
      opening: 0,
      resets: 'year',
      next: 'carry.absent.year + attendance.counts.absent',
    },
  },
};

const PEER = { source: 'peer', scale: { min: 1, max: 5 } } as const;

export const employee = (more: Partial<AppraisalInput> = {}): AppraisalInput => ({
  employee: { id: '1987', name: 'Siti Aminah', status: 'pns', class: 9, post: 'Analis', unit: 'Bappeda' },
  assessed: '2025-01',
  paid: { period: '2025-01', kind: 'regular' },
  ratings: {
    items: [
      { source: 'supervisor', rater: 'a', score: 88, scale: { min: 0, max: 100 } },
      { ...PEER, rater: 'b', score: 4 },
      { ...PEER, rater: 'c', score: 5 },
      { ...PEER, rater: 'd', score: 4 },
    ],
  },
  attendance: { counts: { absent: 3 } },
  ...more,
});

export interface Explained {
  readonly ruleset: Ruleset;
  readonly outcome: AppraisalOutcome;
  readonly explanation: Explanation;
}

export function explained(more: Partial<AppraisalInput> = {}, sections: Partial<RulesetData> = {}): Explained {
  const ruleset = resolveRuleset({ ...EXAMPLE, ...sections }, { assessed: '2025-01', paid: '2025-01' });
  const appraisal = employee(more);
  const outcome = appraise(ruleset, appraisal);
  return { ruleset, outcome, explanation: explain(ruleset, outcome, { appraisal }) };
}
