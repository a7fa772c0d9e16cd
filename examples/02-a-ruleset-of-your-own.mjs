// A ruleset of your own is data: facts, parameters, tables, terms, rules, payments. Here in one object; on disk it is a folder of YAML.
// Run: node examples/02-a-ruleset-of-your-own.mjs
import { appraise, resolveRuleset } from 'kinerja';

const sources = { 'house-rules': { kind: 'seed', title: 'House rules of the example' } };
const law = { from: '2025-01-01', cite: 'house-rules', standing: 'reported' };
const kota = {
  manifest: {
    id: 'kota',
    title: { id: 'Kota contoh', en: 'Example town' },
    issuer: 'Kota contoh',
    version: '1.0.0',
    from: '2025-01-01',
    outputs: { scores: { total: 'score.total' } },
  },
  sources,
  facts: { indicators: { absence: 'unknown' }, 'attendance.counts.absent': { absence: 'unknown' } },
  parameters: {
    'incentive.full': {
      title: { id: 'Insentif penuh', en: 'Full incentive' },
      unit: 'IDR',
      versions: [
        { ...law, value: 2000000 },
        { ...law, from: '2026-01-01', value: 2100000 },
      ],
    },
  },
  tables: {
    'absence.cut': {
      title: { id: 'Potongan', en: 'Cut' },
      inputs: { days: { unit: 'day', min: 0, max: 31, step: 1 } },
      outputs: { cut: 'percent' },
      versions: [
        {
          ...law,
          rows: [
            { days: 0, cut: 0 },
            { days: '1..3', cut: 10 },
            { days: '>= 4', cut: 50 },
          ],
        },
      ],
    },
  },
  terms: {
    'score.total': { title: { id: 'Nilai', en: 'Score' }, unit: 'points', stage: 'score', ...law, formula: 'mean(indicators.score)' },
    'incentive.paid': {
      title: { id: 'Insentif', en: 'Incentive' },
      unit: 'IDR',
      stage: 'incentive',
      ...law,
      formula: 'incentive.full * (100 - absence.cut(attendance.counts.absent)) / 100',
      round: { to: '1', mode: 'half-up', cite: 'house-rules', standing: 'reported' },
    },
  },
  rules: {
    'award.month': {
      title: { id: 'Pegawai terbaik', en: 'Best of the month' },
      stage: 'award',
      ...law,
      conditions: { all: [{ fact: 'score.total', operator: 'greaterThanInclusive', value: { fact: 'award.least' } }] },
      event: { kind: 'award', code: 'piagam' },
    },
  },
  payments: { incentive: { title: { id: 'Insentif', en: 'Incentive' }, for: ['regular'], ...law, amount: 'incentive.paid' } },
};
kota.parameters['award.least'] = { title: { id: 'Nilai terendah', en: 'Least score' }, unit: 'points', ...law, value: 85 };

const indicator = (id, score) => ({ id, label: id, kind: 'qualitative', score, weight: 50, judgement: 'meets' });
for (const month of ['2025-12', '2026-01']) {
  const ruleset = resolveRuleset(kota, { assessed: month, paid: month });
  const outcome = appraise(ruleset, {
    employee: { id: '1', status: 'pns' },
    assessed: month,
    paid: { period: month, kind: 'regular' },
    indicators: [indicator('service', 84), indicator('records', 86.5)],
    attendance: { counts: { absent: 2 } },
  });
  console.log(
    `${month}: score ${outcome.scores.total.exact}, awards [${outcome.awards.map((award) => award.code)}], paid Rp ${outcome.payments[0].amount.toFixed(0)}`,
  );
}
