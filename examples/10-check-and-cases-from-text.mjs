// Rulesets are text: read with positions, checked at every date, and run on their cases, without a disk; this also works in a browser.
// Run: node examples/10-check-and-cases-from-text.mjs
import { diagnosticText } from 'kinerja';
import { checkRuleset, readRulesetFiles, runCases } from 'kinerja/authoring';

const files = (bands) =>
  new Map([
    [
      'ruleset.yaml',
      'id: kota\ntitle: { id: Kota contoh, en: Example town }\nissuer: Kota contoh\nversion: 1.0.0\nfrom: 2025-01-01\noutputs: { scores: { share: share.paid } }\n',
    ],
    ['sources.yaml', 'house: { kind: seed, title: House rules }\n'],
    ['facts.yaml', 'attendance.counts.absent: { absence: unknown }\n'],
    [
      'tables/cut.yaml',
      `absence.cut:
  title: { id: Potongan, en: Cut }
  inputs: { days: { unit: day, min: 0, max: 31, step: 1 } }
  outputs: { cut: percent }
  versions:
    - from: 2025-01-01
      cite: house
      standing: reported
      rows:
${bands.map(([days, cut]) => `        - { days: "${days}", cut: ${cut} }\n`).join('')}`,
    ],
    [
      'terms/pay.yaml',
      `share.paid:
  title: { id: Bagian dibayar, en: Share paid }
  unit: percent
  stage: incentive
  from: 2025-01-01
  formula: 100 - absence.cut(attendance.counts.absent)
  literals: { "100": the whole }
  cite: house
  standing: reported
`,
    ],
    [
      'cases/absence.yaml',
      `- name: Four days cut half
  date: 2025-03-31
  given: { employee: { id: "1", status: pns }, assessed: 2025-03, paid: { period: 2025-03, kind: regular }, attendance: { counts: { absent: 4 } } }
  expect: { terms: { share.paid: 50 } }
`,
    ],
  ]);

const versions = {
  'with a hole': [
    ['0', 0],
    ['1..2', 10],
    ['>= 4', 50],
  ],
  mended: [
    ['0', 0],
    ['1..3', 10],
    ['>= 4', 50],
  ],
};
for (const [title, bands] of Object.entries(versions)) {
  const { data, cases, people, diagnostics } = readRulesetFiles(files(bands), { folder: 'kota' });
  const found = [...diagnostics, ...checkRuleset(data).diagnostics];
  console.log(`${title}: ${found.length} found`);
  for (const diagnostic of found) console.log(`  ${diagnosticText(diagnostic)}`);
  if (found.some(({ severity }) => severity === 'error')) continue;
  const { results } = await runCases(data, cases, { people });
  for (const { name, status } of results) console.log(`  ${status}: ${name}`);
}
