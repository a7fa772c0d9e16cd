import { describe, expect, it } from 'vitest';
import { resolveRuleset } from '../ruleset/resolve.ts';
import { compile } from './compile.ts';

const NOTE = { from: '2025-01-01', standing: 'placeholder', note: 'made up for a test' };
const title = { id: 'Uji', en: 'Test' };
/** From, to and answer; between the tenth and the eleventh is a gap, the twelfth says none. */
const ROWS = Array.from({ length: 40 }, (_, row) => {
  const from = -60 + row * 3 + (row % 4 === 0 ? 0.5 : 0);
  const to = -60 + (row + 1) * 3 + ((row + 1) % 4 === 0 ? 0.5 : 0) - (row === 9 ? 1 : 0.25);
  return { value: `${from}..${to}`, points: row === 11 ? 'none' : ((row >> 1) * 7) / 4 };
});

const ruleset = (to: string): ReturnType<typeof resolveRuleset> =>
  resolveRuleset(
    {
      manifest: { id: 'uji', title, issuer: 'kinerja', version: '1.0.0', from: '2025-01-01', outputs: { scores: { total: 'total' } } },
      facts: { indicators: { absence: 'required' } },
      tables: {
        bands: {
          title,
          hit: 'first',
          inputs: { value: { unit: 'measure', min: -59.5, max: 60.25, step: 0.25 } },
          outputs: { points: 'points' },
          ...NOTE,
          rows: ROWS,
          gaps: [{ range: { value: '-30.75..-30.25' }, gives: 'unknown' }],
        },
      },
      terms: { total: { title, unit: 'points', stage: 'score', ...NOTE, formula: `sum(for i in indicators return bands(${to}))` } },
    },
    { assessed: '2025-06' },
  );

describe('a table of many rows with a gap, a row that says none, and numbers below zero', () => {
  it.each([
    ['whole where they are carried', 'i.target - 70'],
    ['whole, turned round', '70 - i.target'],
    ['not whole', '(i.target - 70) * 3 / 3'],
  ])(
    'gives the same by every back end: numbers %s',
    (_, formula) => {
      const resolved = ruleset(formula);
      const [exact, closures, generated] = (['exact', 'closures', 'generated'] as const).map((code) => compile(resolved, { code }));
      const answers = new Set<string>();
      for (let target = 9; target <= 131; target += 0.125) {
        const appraisal = {
          employee: { id: '1', status: 'pns' as const },
          assessed: '2025-06',
          indicators: [{ id: 'a', kind: 'quantitative' as const, target }],
        };
        const expected = JSON.stringify(exact!(appraisal));
        expect(JSON.stringify(closures!(appraisal))).toBe(expected);
        expect(JSON.stringify(generated!(appraisal))).toBe(expected);
        answers.add(expected);
      }
      expect(answers.size).toBeGreaterThan(20);
    },
    60_000,
  );
});
