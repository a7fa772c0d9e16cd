import { describe, expect, it } from 'vitest';
import { resolveRuleset } from '../../ruleset/resolve.ts';
import { compile } from '../compile.ts';

const NOTE = { from: '2023-01-01', standing: 'placeholder', note: 'made up for a test' };
const title = { id: 'Uji', en: 'Test' };

describe('a condition that is a fault whatever the record', () => {
  const ruleset = resolveRuleset(
    {
      manifest: { id: 'uji', title, issuer: 'kinerja', version: '1', from: '2023-01-01' },
      facts: { 'f.yes': { type: 'boolean', absence: 'unknown' } },
      parameters: { 'p.month': { title, type: 'month', ...NOTE, value: 'none' } },
      rules: {
        'r.case': {
          title,
          stage: 'score',
          ...NOTE,
          conditions: { not: { not: { fact: 'p.month', operator: 'in', value: ['-1', '3'] } } },
          event: { kind: 'sanction', code: 'a', key: [{ fact: 'f.yes' }], imposed: 'byDecree', starts: 'nextPayment', meets: 'heaviest' },
        },
      },
    },
    { assessed: '2024-05' },
  );

  it.each(['closures', 'generated', 'exact'] as const)('is a fault of its rule in %s: what is never there is not read as a number', (code) => {
    const { status, faults } = compile(ruleset, { code })({ employee: { id: '1', status: 'pns' }, assessed: '2024-05' });
    expect([status, faults]).toEqual(['faulted', [{ code: 'value/none', node: 'r.case' }]]);
  });
});
