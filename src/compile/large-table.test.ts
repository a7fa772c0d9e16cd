import { describe, expect, it } from 'vitest';
import { resolveRuleset } from '../ruleset/resolve.ts';
import { compile } from './compile.ts';

const ROWS = 100_000;
const NOTE = { from: '2025-01-01', standing: 'placeholder', note: 'made up for a test' };
const title = { id: 'Uji', en: 'Test' };

describe('a table of a hundred thousand rows', () => {
  const ruleset = resolveRuleset(
    {
      manifest: { id: 'uji', title, issuer: 'kinerja', version: '1.0.0', from: '2025-01-01', outputs: { scores: { total: 'total' } } },
      facts: { indicators: { absence: 'required' } },
      tables: {
        steps: {
          title,
          inputs: { value: { unit: 'measure', min: 0, max: ROWS * 10 - 1, step: 1 } },
          outputs: { points: 'points' },
          ...NOTE,
          rows: Array.from({ length: ROWS }, (_, row) => ({ value: `${row * 10}..${row * 10 + 9}`, points: (row * 7919) % 1000 })),
        },
      },
      terms: { total: { title, unit: 'points', stage: 'score', ...NOTE, formula: 'sum(for i in indicators return steps(i.target))' } },
    },
    { assessed: '2025-06' },
  );

  it.each(['closures', 'generated', 'exact'] as const)(
    'is compiled to %s, and gives the row in which a number lies',
    (code) => {
      const run = compile(ruleset, { code });
      const pointsOf = (target: number): string | undefined =>
        run({ employee: { id: '1', status: 'pns' }, assessed: '2025-06', indicators: [{ id: 'a', kind: 'quantitative', target }] }).scores['total']?.exact;
      const targets = [1, 9, 10, 19, 20, 499_999, 500_000, ROWS * 10 - 10, ROWS * 10 - 1];
      expect(targets.map(pointsOf)).toEqual(targets.map((target) => String((Math.floor(target / 10) * 7919) % 1000)));
    },
    60_000,
  );
});
