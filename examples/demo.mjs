// The demo: an employee of each region, one person under all four regions and why the amounts differ, and one explanation in full.
// Run: npm run demo, or node examples/demo.mjs --lang en
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { appraise, explain, renderText, resolveRuleset } from 'kinerja';
import { readAppraisalFile } from 'kinerja/node';
import { andir } from 'kinerja/rulesets/andir';
import { denpasar } from 'kinerja/rulesets/denpasar';
import { salatiga } from 'kinerja/rulesets/salatiga';
import { sofifi } from 'kinerja/rulesets/sofifi';
import { REGIONS, inRegion } from './demo/one-person.mjs';
import { reasonsOf } from './demo/reasons.mjs';
import { speaker, wrapped } from './demo/words.mjs';

const { lang } = parseArgs({ options: { lang: { type: 'string', default: 'id' } } }).values;
if (lang !== 'id' && lang !== 'en') {
  console.error(`"${lang}" is no language of the demo. Write --lang id or --lang en.`);
  process.exit(1);
}
const { say, value, short, table } = speaker(lang);
const RULESETS = { sofifi, andir, salatiga, denpasar };
const PLACES = { sofifi: 'Maluku Utara (Sofifi)', andir: 'Kota Bandung (Andir)', salatiga: 'Kota Salatiga', denpasar: 'Kota Denpasar' };
const EMPLOYEES = { sofifi: 'puskesmas-nurse', andir: 'immunisation-officer', salatiga: 'infrastructure-project-leader', denpasar: 'complaints-officer' };

const fileOf = (region, person) => readAppraisalFile(fileURLToPath(new URL(`../rulesets/${region}/people/${person}.yaml`, import.meta.url)));
const heading = (text) => console.log(`\n${text}\n${'='.repeat(text.length)}\n`);

function appraised(region, appraisal) {
  const ruleset = resolveRuleset(RULESETS[region], { assessed: appraisal.assessed, paid: appraisal.paid.period });
  const outcome = appraise(ruleset, appraisal);
  return { region, place: PLACES[region], appraisal, outcome, explanation: explain(ruleset, outcome, { appraisal }) };
}

heading(say.employeesTitle);
const employees = REGIONS.map((region) => appraised(region, fileOf(region, EMPLOYEES[region])));
console.log(
  table(
    [say.region, say.employee, say.rating, say.payments],
    employees.map(({ place, appraisal: { employee }, explanation: { result } }) => [
      place,
      `${employee.name}, ${employee.post} (${say.class} ${employee.class})`,
      value(result.rating.value),
      result.payments
        .filter((line) => line.amount)
        .map((line) => `${short(line.title)} ${value(line.amount)}`)
        .join('; '),
    ]),
  ),
);

console.log();
console.log(wrapped(say.invented, 118).join('\n'));

heading(say.oneTitle);
const leader = fileOf('salatiga', EMPLOYEES.salatiga);
console.log(wrapped(say.oneAbout(leader.employee), 118).join('\n'));
console.log();
const same = REGIONS.map((region) => appraised(region, inRegion(region, leader)));
for (const line of reasonsOf(same, lang)) console.log(line);

heading(say.fullTitle);
console.log(`${wrapped(say.fullAbout(leader.employee), 118).join('\n')}\n`);
console.log(renderText(employees.find(({ region }) => region === 'salatiga').explanation, lang));
