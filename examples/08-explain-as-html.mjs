// An explanation is data; text, Markdown and HTML are ways to write it. The page prints on A4 and needs nothing beside it.
// Run: node examples/08-explain-as-html.mjs > notice.html, or as here: what the page holds.
import { fileURLToPath } from 'node:url';
import { appraise, explain, renderHtml, resolveRuleset } from 'kinerja';
import { readAppraisalFile } from 'kinerja/node';
import { salatiga } from 'kinerja/rulesets/salatiga';

const appraisal = readAppraisalFile(fileURLToPath(new URL('../rulesets/salatiga/people/infrastructure-project-leader.yaml', import.meta.url)));
const ruleset = resolveRuleset(salatiga, { assessed: appraisal.assessed, paid: appraisal.paid.period });
const explanation = explain(ruleset, appraise(ruleset, appraisal), { appraisal });

for (const language of ['id', 'en']) {
  const page = renderHtml(explanation, language);
  console.log(/<title>.*<\/title>/.exec(page)[0]);
  for (const [, heading] of page.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)) console.log(`  ${heading.replaceAll(/<[^>]+>/g, '')}`);
  console.log(`  asks for nothing from elsewhere: ${!/(?:src|href)="(?!#|https?:)/.test(page) && !/<(?:script|link|img)/.test(page)}`);
}

// The same as data: what was nearly reached.
for (const { what, now, at, becomes } of explanation.near.slice(0, 2))
  console.log(`${what.en}: ${now.exact}, edge ${at.exact}, then ${becomes.title.en} ${becomes.to?.title?.en ?? ''}`);
