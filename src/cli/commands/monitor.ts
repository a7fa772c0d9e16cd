/**
 * `kinerja monitor`: what became of many employees, for each unit and over all.
 * In: a ruleset and appraisal files or folders. Out: one summary, as text, Markdown or JSON.
 */
import { Option } from 'commander';
import { monitor as monitorCohort } from '../../cohort/monitor.ts';
import { renderMonitoringMarkdown, renderMonitoringText } from '../../cohort/render-monitoring.ts';
import { unitOf } from '../../cohort/unit-of.ts';
import { FACT_CATALOGUE } from '../../model/catalogue.ts';
import type { Appraisal } from '../../model/appraisal.ts';
import type { Language } from '../../page/page.ts';
import { appraiseFiles } from '../appraise-files.ts';
import { type CliCommand, FINDINGS, GOOD } from '../command.ts';
import { jsonText } from '../render/json-text.ts';
import { orMisuse } from '../misuse.ts';
import { PLAIN } from '../style.ts';
import { type OutputOptions, writeOutput } from '../write-output.ts';
import { forceOption, formatOption, langOption, listOption, outOption } from './options.ts';

const GROUPS = ['unit', 'sector', 'region', 'place', 'post', 'staffGroup'] as const;
type Group = (typeof GROUPS)[number];

interface Options extends OutputOptions {
  readonly lang: Language;
  readonly format: 'text' | 'markdown' | 'json';
  readonly by: Group;
  readonly score?: readonly string[];
}

export const monitor: CliCommand = {
  name: 'monitor',
  summary: 'sum up many appraisals: a summary for each unit and one over all',
  about: `Folders are read with the folders in them (.json, .yaml, .yml). The periods stand in the files; each is read by its law.
A unit is that of the employee, or of the definitive post held on the last day assessed. Means are exact: 200/3 stays 200/3.
A file that cannot be appraised stops no other: its faults go to stderr, and the summary says how many were refused.
Exit code 0 when every file is counted, complete or not; 1 when one is refused.`,
  examples: [
    ['kinerja monitor andir appraisals/2025-03', 'a folder, in Indonesian'],
    ['kinerja monitor andir a.yaml b.json --lang en', 'files, in English'],
    ['kinerja monitor andir appraisals --by sector --score erk', 'by sector, one score'],
    ['kinerja monitor andir appraisals --format markdown --out march.md', 'for a report'],
    ['kinerja monitor andir appraisals --format json', 'for a program'],
  ],
  declare: (command) =>
    command
      .argument('<ruleset>', 'id or folder')
      .argument('<paths...>', 'appraisal files, or folders of them')
      .addOption(new Option('-b, --by <group>', 'what to sum up by').choices(GROUPS).default('unit'))
      .addOption(listOption('-s, --score <names>', 'scores or number terms, with commas; all scores when left out'))
      .addOption(langOption())
      .addOption(formatOption(['text', 'markdown', 'json']))
      .addOption(outOption())
      .addOption(forceOption()),
  run({ io, style, args, options }) {
    const { lang, format, by, score, ...output } = options as unknown as Options;
    const [rulesetName, paths] = args as readonly [string, readonly string[]];
    const { ruleset, members, refused, faults } = appraiseFiles(io, rulesetName, paths, groupOf(by));
    for (const fault of faults) io.stderr(`${fault}\n`);
    if (!ruleset) {
      io.stderr('kinerja: None of the files could be appraised.\n');
      return FINDINGS;
    }
    const title = FACT_CATALOGUE.get(`employee.${by}`)!.title;
    const monitoring = orMisuse(() => monitorCohort(ruleset, members, { scores: score, refused, by: title }));
    const text = {
      text: () => renderMonitoringText(monitoring, lang, output.out === undefined ? style : PLAIN),
      markdown: () => renderMonitoringMarkdown(monitoring, lang),
      json: () => jsonText(monitoring),
    }[format]();
    writeOutput(io, text, output);
    const told = new Set(refused.map(({ source }) => source));
    for (const { source, code, message, mend } of monitoring.refused) if (!told.has(source)) io.stderr(`${source}: error ${code}: ${message} ${mend}\n`);
    return monitoring.refused.length === 0 ? GOOD : FINDINGS;
  },
};

const groupOf = (by: Group): ((appraisal: Appraisal) => string | undefined) => (by === 'unit' ? unitOf : ({ employee }) => employee[by]);
