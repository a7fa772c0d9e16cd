/**
 * `kinerja test`: do the cases of a ruleset come out as written, by both opinions, and do they reach everything?
 * In: rulesets. Out: failed cases with their places, and a summary of each ruleset.
 */
import { type CliCommand, FINDINGS, GOOD } from '../command.ts';
import { Misuse } from '../misuse.ts';
import { progressOn } from '../progress.ts';
import { renderGithub } from '../render/github.ts';
import { jsonText } from '../render/json-text.ts';
import { renderJunit } from '../render/junit.ts';
import { renderSarif } from '../render/sarif.ts';
import { renderTested } from '../render/tested.ts';
import { type Warnings, fails, findingsOf } from '../suite.ts';
import { rulesetFolders } from '../targets.ts';
import { suitesOf } from '../tested-suites.ts';
import { type TestedRuleset, testRuleset } from '../tested.ts';
import { REPORT_FORMATS, type ReportFormat, formatOption, warningsOption } from './options.ts';

interface Options {
  readonly format: ReportFormat;
  readonly warnings: Warnings;
  readonly coverage?: boolean;
  readonly case?: string;
}

export const test: CliCommand = {
  name: 'test',
  summary: 'run the cases of rulesets, each rule by two engines; the national cases under a region',
  about: `Every rule of every case is decided twice: by kinerja and by json-rules-engine. Where they differ, the case fails.
A region also runs the cases of its base: what its own versions cannot reach must come out as in the nation; what they reach
is "varied by" an article, and a regional case should show it.
Without paths: the folder ./rulesets, or else the shipped rulesets.
Exit code 1 when a case fails or a warning stands (unless --warnings allow).
With --coverage, all that no case reaches is a warning.`,
  examples: [
    ['kinerja test', 'all cases of ./rulesets'],
    ['kinerja test rulesets/salatiga --case "eleven days"', 'cases with these words in their name'],
    ['kinerja test nasional --coverage', 'also what no case reaches'],
    ['kinerja test --format junit > report.xml', 'for a build server'],
  ],
  declare: (command) =>
    command
      .argument('[paths...]', 'rulesets by id or folder, or folders of rulesets')
      .option('--coverage', 'list the rules, table rows, branches and edges that no case reaches')
      .option('-c, --case <text>', 'only cases with this text in their name')
      .addOption(formatOption(REPORT_FORMATS))
      .addOption(warningsOption()),
  async run({ io, style, args, options }) {
    const { format, warnings, coverage, case: filter } = options as unknown as Options;
    if (coverage && filter !== undefined) throw new Misuse('Coverage is asked of all cases together.', 'Leave out --case, or --coverage.');
    const progress = progressOn(io);
    const tested: TestedRuleset[] = [];
    try {
      for (const folder of rulesetFolders(io, args[0] as readonly string[])) {
        tested.push(await testRuleset(folder, { filter, onProgress: progress.show }));
      }
    } finally {
      progress.clear();
    }
    if (filter !== undefined && tested.every((each) => each.textErrors.length + each.cases.length + (each.base?.cases.length ?? 0) === 0)) {
      throw new Misuse(`No case has "${filter}" in its name.`, 'Capitals do not count. Without --case all cases run.');
    }
    const suites = suitesOf(tested, coverage === true);
    const passed = !findingsOf(suites).some((finding) => fails(finding, warnings));
    switch (format) {
      case 'json':
        io.stdout(jsonText({ passed, rulesets: tested }));
        break;
      case 'junit':
        io.stdout(renderJunit('kinerja test', suites, warnings));
        break;
      case 'sarif':
        io.stdout(renderSarif(findingsOf(suites), io.version));
        break;
      case 'github':
        io.stdout(`${renderGithub(findingsOf(suites))}${renderTested(tested, { style, coverage: coverage === true, countOnly: true })}`);
        break;
      case 'text':
        io.stdout(renderTested(tested, { style, coverage: coverage === true }));
    }
    return passed ? GOOD : FINDINGS;
  },
};
