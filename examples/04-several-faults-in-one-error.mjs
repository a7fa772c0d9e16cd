// Faults are told all at once, each with its place and how to mend it.
// Run: node examples/04-several-faults-in-one-error.mjs
import { FormulaError, InputError, RulesetError, appraise, evaluateFormula, resolveRuleset } from 'kinerja';
import { nasional } from 'kinerja/rulesets/nasional';

const ruleset = resolveRuleset(nasional, { assessed: '2025-03', paid: '2025-03' });

attempt(InputError, () =>
  appraise(ruleset, {
    employee: { id: '1', status: 'pnx', class: 18 },
    assessed: '2025-03',
    paid: { period: '2025-03', kind: 'regular' },
    attendance: { counts: { absent: 0.1 + 0.2 } },
  }),
);

attempt(RulesetError, () =>
  resolveRuleset(
    {
      manifest: { id: 'kota', title: { id: 'Kota', en: 'Town' }, issuer: 'Kota', extends: 'nasional', version: '1', from: '2025-01-01' },
      base: nasional,
      overrides: {
        'absence.perDay': { from: '2025-01-01', value: 300, standing: 'placeholder', note: 'an example' },
        'work.ceiling': { from: '2025-01-01', value: 150, standing: 'placeholder', note: 'an example' },
      },
    },
    { assessed: '2025-03', paid: '2025-03' },
  ),
);

attempt(FormulaError, () => evaluateFormula('if a == 1 then b', { a: 1, b: 2 }));

function attempt(kind, act) {
  try {
    act();
  } catch (error) {
    if (!(error instanceof kind)) throw error;
    console.log(`${error.name}: ${error.message}\n`);
  }
}
