// Raters who did not rate are missing, never zero: the scheme says what then happens, and the trace shows the weights really used.
// Run: node examples/06-missing-raters.mjs
import { fileURLToPath } from 'node:url';
import { appraise, isUnknown, resolveRuleset, toText } from 'kinerja';
import { readAppraisalFile } from 'kinerja/node';
import { salatiga } from 'kinerja/rulesets/salatiga';

const leader = readAppraisalFile(fileURLToPath(new URL('../rulesets/salatiga/people/infrastructure-project-leader.yaml', import.meta.url)));
const ruleset = resolveRuleset(salatiga, { assessed: leader.assessed, paid: leader.paid.period });

const silent = { everybody: [], 'without stakeholders': ['stakeholder'], 'superior alone': ['stakeholder', 'self'], 'without the superior': ['supervisor'] };
for (const [title, sources] of Object.entries(silent)) {
  const items = leader.ratings.items.filter((rating) => !sources.includes(rating.source));
  const outcome = appraise(ruleset, { ...leader, ratings: { items } });
  const { sources: heard } = outcome.trace.byKey.get('conduct');
  const weights = heard.filter(({ present, weight }) => present && weight).map(({ source, weight }) => `${source} ${toText(weight)}`);
  const conduct = outcome.trace.values.get('conduct');
  console.log(`${title}: weights [${weights.join(', ')}], conduct ${isUnknown(conduct) ? 'not known' : toText(conduct)}`);
  console.log(`  ${outcome.status}, rating ${outcome.rating ?? 'not known'}${outcome.unknownFacts.length > 0 ? `; supply ${outcome.unknownFacts}` : ''}`);
}
