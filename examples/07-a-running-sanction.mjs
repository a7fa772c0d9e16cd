// A sanction that was imposed runs on by itself: it bars and cuts in the months that it covers, and in no other.
// Run: node examples/07-a-running-sanction.mjs
import { fileURLToPath } from 'node:url';
import { appraise, resolveRuleset } from 'kinerja';
import { readAppraisalFile } from 'kinerja/node';
import { denpasar } from 'kinerja/rulesets/denpasar';

const clerk = readAppraisalFile(fileURLToPath(new URL('../rulesets/denpasar/people/clerk-under-sanction.yaml', import.meta.url)));
const ruleset = resolveRuleset(denpasar, { assessed: clerk.assessed, paid: clerk.paid.period });

// As it stands; as if no decree had been signed; and with a cut of 25 percent for six months beside it.
const cut = { key: 'example', code: 'potong6', kind: 'sanction', status: 'imposed', cut: 25, months: 6, starts: '2025-09', decree: '800/7' };
const cases = {
  imposed: clerk.effects,
  'no sanction': [],
  'with a cut': [...clerk.effects, cut],
  'with a cut that ended in November': [{ ...cut, starts: '2025-06' }],
};
for (const [title, effects] of Object.entries(cases)) {
  const outcome = appraise(ruleset, { ...clerk, effects });
  console.log(`${title}: rated ${outcome.rating}, awards [${outcome.awards.map(({ code }) => code)}], cut ${outcome.terms['tpp.sanctionCut'].exact} percent`);
  for (const { id, status, amount, reasons } of outcome.payments.slice(0, 2))
    console.log(`  ${id}: ${status}${amount ? `, Rp ${amount.toFixed(0)}` : ''}${reasons.length > 0 ? ` (${reasons.map(({ title }) => title.en)})` : ''}`);
}
