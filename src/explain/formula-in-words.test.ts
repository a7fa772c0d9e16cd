import { describe, expect, it } from 'vitest';
import { resolveRuleset } from '../ruleset/resolve.ts';
import { appraise } from '../engine/appraise.ts';
import { deriveFrom } from './derivation.ts';
import { employee } from './example.fixture.ts';
import { inNames, inValues } from './formula-in-words.ts';
import { explain } from './explanation.ts';
import { speechOf } from './tell/speech.ts';
import { NO_BREAK } from '../page/numbers.ts';

const law = { from: '2025-01-01', standing: 'confirmed', cite: 'law#art-1' } as const;
const parameter = (id: string, unit: string, value: string): object => ({ title: { id, en: id.toUpperCase() }, unit, ...law, value });

/** A formula over a few parameters and facts, told by names and in numbers, in Indonesian. */
function told(formula: string, type: object, language: 'id' | 'en' = 'id'): readonly [names: string, values: string] {
  const ruleset = resolveRuleset(
    {
      manifest: { id: 'rumus', title: { id: 'Rumus', en: 'Formula' }, issuer: 'Uji', version: '1', from: '2025-01-01' },
      sources: { law: { kind: 'pp', title: 'Law' } },
      facts: { indicators: { absence: 'unknown' }, 'attendance.days': { absence: 'unknown' } },
      parameters: {
        base: parameter('dasar', 'IDR', '5439503') as never,
        share: parameter('bagian', 'percent', '60') as never,
        score: parameter('nilai', 'percent', '87.5') as never,
        debt: parameter('utang', 'IDR', '-2000') as never,
        limit: parameter('batas', 'percent', '100') as never,
      },
      terms: {
        x: {
          title: { id: 'x', en: 'x' },
          stage: 'incentive',
          ...type,
          ...law,
          formula,
          literals: { '2': 'a test', '3': 'a test', '5': 'a test', '1000': 'a test' },
        },
      },
    },
    { assessed: '2025-01', paid: '2025-01' },
  );
  const appraisal = employee({
    indicators: [
      { id: 'a', label: 'Jalan', kind: 'qualitative', score: 90, weight: 40 },
      { id: 'b', label: 'Drainase', kind: 'qualitative', score: 80, weight: 60 },
    ],
    attendance: {
      days: Array.from({ length: 9 }, (_, at) => ({
        date: `2025-01-0${at + 1}`,
        workday: true,
        status: 'present' as const,
        lateMinutes: at === 4 ? 20 : 0,
        earlyMinutes: 0,
      })),
    },
  });
  const outcome = appraise(ruleset, appraisal);
  const { telling } = deriveFrom(ruleset, outcome.trace);
  const speech = speechOf(explain(ruleset, outcome), language);
  const step = ruleset.plan.byKey.get('x');
  if (step?.kind !== 'term' || step.body.form !== 'formula') throw new Error('The term is no formula.');
  const text = (phrase: ReturnType<typeof inNames>): string =>
    speech
      .phrase(phrase)
      .map((span) => span.text)
      .join('')
      .replaceAll(NO_BREAK, ' ');
  return [text(inNames(step.body.tree, telling)), text(inValues(step.body.tree, telling))];
}

const IDR = { unit: 'IDR' };
const PERCENT = { unit: 'percent' };

describe('formulas in words', () => {
  it.each([
    ['base * share / 100 * score / 100', IDR, 'dasar × bagian × nilai', 'Rp5.439.503 × 60 % × 87,5 %'],
    ['base * (100 - share) / 100', IDR, 'dasar × (100 % − bagian)', 'Rp5.439.503 × (100 % − 60 %)'],
    ['base * (share * score) / 100 / 100', IDR, 'dasar × (bagian × nilai)', 'Rp5.439.503 × (60 % × 87,5 %)'],
    ['base - (debt - base)', IDR, 'dasar − (utang − dasar)', 'Rp5.439.503 − (−Rp2.000 − Rp5.439.503)'],
    ['base - debt', IDR, 'dasar − utang', 'Rp5.439.503 − (−Rp2.000)'],
    ['base / 2', IDR, 'dasar ÷ 2', 'Rp5.439.503 ÷ 2'],
    ['if share > score then base else debt', IDR, 'utang', '−Rp2.000'],
    ['min(limit, share + score)', PERCENT, 'yang terkecil dari (batas; bagian + nilai)', 'yang terkecil dari (100 %; 60 % + 87,5 %)'],
    [
      'share > score or not(base > 1000)',
      { type: 'boolean' },
      'bagian > nilai atau tidak (dasar > Rp1.000)',
      '60 % > 87,5 % atau tidak (Rp5.439.503 > Rp1.000)',
    ],
    ['share in [2..5]', { type: 'boolean' }, 'bagian antara 2 % dan 5 %', '60 % antara 2 % dan 5 %'],
    ['share in (2..5]', { type: 'boolean' }, 'bagian > 2 % dan ≤ 5 %', '60 % > 2 % dan ≤ 5 %'],
    ['share in (2, 3)', { type: 'boolean' }, 'bagian salah satu dari (2 %; 3 %)', '60 % salah satu dari (2 %; 3 %)'],
    ['count(indicators[item.score > 85])', { unit: 'count' }, 'banyaknya (Indikator dengan Nilai > 85 poin)', '1'],
    [
      'sum(for i in indicators return i.score * i.weight) / sum(indicators.weight)',
      { unit: 'points' },
      'jumlah (Nilai × Bobot untuk setiap Indikator) ÷ jumlah (Bobot dari Indikator)',
      '(90 poin × 40 % + 80 poin × 60 %) ÷ (40 % + 60 %)',
    ],
    ['sum(attendance.days.lateMinutes)', { unit: 'minute' }, 'jumlah (Menit terlambat dari Hari kehadiran)', '8 × 0 menit + 20 menit'],
    [
      'some d in attendance.days satisfies present(d.lateMinutes) and d.lateMinutes > 5',
      { type: 'boolean' },
      'sekurang-kurangnya satu dari Hari kehadiran memenuhi: Menit terlambat > 5 menit',
      'ya',
    ],
  ])('tells %s', (formula, type, names, values) => {
    expect(told(formula, type)).toEqual([names, values]);
  });

  it('tells the same in English', () => {
    expect(told('min(limit, share)', PERCENT, 'en')).toEqual(['the least of (BATAS; BAGIAN)', 'the least of (100 %; 60 %)']);
  });
});
