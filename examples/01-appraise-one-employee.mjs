// Appraise one employee with a shipped ruleset: resolve it for the periods, then appraise.
// Run: node examples/01-appraise-one-employee.mjs
import { fileURLToPath } from 'node:url';
import { appraise, resolveRuleset } from 'kinerja';
import { readAppraisalFile } from 'kinerja/node';
import { salatiga } from 'kinerja/rulesets/salatiga';

const person = readAppraisalFile(fileURLToPath(new URL('../rulesets/salatiga/people/infrastructure-project-leader.yaml', import.meta.url)));
const ruleset = resolveRuleset(salatiga, { assessed: person.assessed, paid: person.paid.period });
const outcome = appraise(ruleset, person);

console.log(`status   ${outcome.status}`);
console.log(`score    ${outcome.scores.kinerja.exact} ${outcome.scores.kinerja.unit}`);
console.log(`rating   ${outcome.rating}`);
for (const line of outcome.payments) console.log(`payment  ${line.id}: ${line.status}, Rp ${line.amount?.toFixed(0) ?? '-'}`);

// What the amount rests on at worst: nothing is dressed as law that no text says.
for (const [standing, rupiah] of Object.entries(outcome.standing.rupiah)) if (!rupiah.isZero()) console.log(`rests on ${standing}: Rp ${rupiah.toFixed(0)}`);
