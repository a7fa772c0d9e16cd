// A region is what it does otherwise: it extends the nation, overrides what the nation leaves to it, and adds its own.
// Run: node examples/12-add-a-region.mjs
import { fileURLToPath } from 'node:url';
import { appraise, diagnosticText, resolveRuleset } from 'kinerja';
import { checkRuleset } from 'kinerja/authoring';
import { readAppraisalFile } from 'kinerja/node';
import { nasional } from 'kinerja/rulesets/nasional';

const law = { from: '2025-01-01', cite: 'perbup-1-2025', standing: 'reported' };
const region = {
  manifest: {
    id: 'kabupaten',
    title: { id: 'TPP Kabupaten contoh', en: 'Performance pay of an example regency' },
    issuer: 'Kabupaten contoh',
    extends: 'nasional',
    version: '2025.1.0',
    from: '2025-01-01',
  },
  base: nasional,
  sources: { 'perbup-1-2025': { kind: 'perkada', number: 1, year: 2025, title: 'TPP ASN', issuer: 'Bupati contoh' } },
  parameters: { 'remote.percent': { title: { id: 'Tambahan daerah terpencil', en: 'Addition for remote places' }, unit: 'percent', ...law, value: 10 } },
  overrides: {
    // From 2025 on; before, and wherever the region says nothing, the nation's rule holds.
    'absence.perDay': { versions: [{ ...law, value: 4 }] },
    'tpp.base': { versions: [{ ...law, formula: 'tpp.basic * (100 + remote.percent) / 100', literals: { 100: 'percent of the whole' } }] },
  },
};

const { diagnostics, intervals } = checkRuleset(region);
console.log(`${intervals.length} interval of law; ${diagnostics.length} found`);
for (const diagnostic of diagnostics) console.log(diagnosticText(diagnostic));

const clerk = readAppraisalFile(fileURLToPath(new URL('../rulesets/nasional/people/clerk-class-7.yaml', import.meta.url)));
for (const data of [nasional, region]) {
  const ruleset = resolveRuleset(data, { assessed: clerk.assessed, paid: clerk.paid.period });
  const { rating, terms, payments } = appraise(ruleset, clerk);
  console.log(`${ruleset.id}: rated ${rating}, base Rp ${terms['tpp.base'].exact}, paid Rp ${payments[0].amount.toFixed(0)}`);
}

// What the nation does not leave to a region is refused.
try {
  resolveRuleset({ ...region, overrides: { 'work.ceiling': { ...law, value: 150 } } }, { assessed: '2025-06', paid: '2025-06' });
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
