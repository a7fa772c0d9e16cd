// An application that runs json-rules-engine takes the rules of a ruleset along, with facts that it fetches itself.
// Run: node examples/09-json-rules-engine.mjs
import { resolveRuleset } from 'kinerja';
import { toEngine } from 'kinerja/json-rules-engine';
import { nasional } from 'kinerja/rulesets/nasional';

const ruleset = resolveRuleset(nasional, { assessed: '2024-06', paid: '2024-06' });
const rules = toEngine(ruleset, {
  facts: { 'absence.longestRun': async () => 10 },
  rules: [{ name: 'own.call', conditions: { all: [{ fact: 'absence.longestRun', operator: 'greaterThanInclusive', value: '5' }] }, event: { type: 'call' } }],
});

const verdicts = await rules.run({ 'absence.code': 'potong6', 'absence.cut': 25, 'absence.months': 6, 'period.year': 2024 });
const told = verdicts.filter(({ rule }) => rule.startsWith('sanction.') || rule === 'own.call' || rule === 'award.talentPool');
for (const { rule, verdict, lacking } of told) console.log(`${rule}: ${verdict}${lacking ? `, lacking ${lacking}` : ''}`);

// A misspelt fact is refused before anything runs.
try {
  await rules.run({ 'absence.longestRum': 10 });
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
