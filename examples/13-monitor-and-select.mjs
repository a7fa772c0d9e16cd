// Many outcomes at once: a summary for each unit, and candidates in the order of their competence, with a tie that stays one.
// Run: node examples/13-monitor-and-select.mjs
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { appraiseRead, monitor, readAppraisal, renderSelectionText, resolveRuleset, selectByCompetence, unitOf } from 'kinerja';
import { readAppraisalFile } from 'kinerja/node';
import { andir } from 'kinerja/rulesets/andir';

const folder = new URL('../rulesets/andir/people/', import.meta.url);
const ruleset = resolveRuleset(andir, { assessed: '2025-03', paid: '2025-03' });
const members = readdirSync(folder)
  .sort()
  .map((file) => {
    const appraisal = readAppraisal(readAppraisalFile(fileURLToPath(new URL(file, folder))));
    return { outcome: appraiseRead(ruleset, appraisal), name: appraisal.employee.name, unit: unitOf(appraisal), source: file };
  });

// Exact sums: an outcome may as well come back from where it was stored as JSON.
const { units, all } = monitor(ruleset, members, { scores: ['conduct.score'] });
for (const { unit, appraised, status, scores, payments } of [...units, all])
  console.log(
    `${unit ?? 'all'}: ${appraised} appraised, ${status.undetermined} undetermined, conduct ${scores[0].mean} on average, TPP Rp ${payments[0].paid}`,
  );
console.log(`training advised: ${all.training.map(({ title, count }) => `${title.en} (${count})`).join(', ')}`);
console.log();

// By the criteria and conditions of the ruleset, which are placeholders: the essay names none.
const selection = selectByCompetence(ruleset, members, { places: 2 });
console.log(renderSelectionText(selection, 'en'));
