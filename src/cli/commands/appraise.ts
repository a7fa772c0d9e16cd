/**
 * `kinerja appraise`: what one employee comes to.
 * In: a ruleset and an appraisal file. Out: the outcome, short for people or whole as JSON.
 */
import { outcomeJson } from '../../engine/outcome-json.ts';
import { appraiseFile } from '../appraise-file.ts';
import { type CliCommand, FINDINGS, GOOD } from '../command.ts';
import { jsonText } from '../render/json-text.ts';
import { renderOutcome } from '../render/outcome.ts';
import type { Lang } from '../render/outcome-words.ts';
import { PLAIN } from '../style.ts';
import { type OutputOptions, writeOutput } from '../write-output.ts';
import { forceOption, formatOption, langOption, outOption } from './options.ts';

interface Options extends OutputOptions {
  readonly lang: Lang;
  readonly format: 'text' | 'json';
  readonly strict?: boolean;
}

export const appraise: CliCommand = {
  name: 'appraise',
  summary: 'appraise one employee: scores, rating, payments, sanctions, awards',
  about: `The periods assessed and paid stand in the file; the ruleset is read as of them.
Exit code 0 when the outcome is complete; 1 when it is undetermined (facts are missing) or faulted, when the file or the
ruleset has errors, and with --strict when the outcome rests on a placeholder.`,
  examples: [
    ['kinerja appraise nasional clerk.yaml', 'in Indonesian'],
    ['kinerja appraise rulesets/salatiga planner.json --lang en', 'a ruleset of your own, in English'],
    ['kinerja appraise nasional clerk.yaml --strict', 'refuse what rests on a placeholder'],
    ['kinerja appraise nasional - --format json < clerk.yaml', 'from stdin, for a program'],
  ],
  declare: (command) =>
    command
      .argument('<ruleset>', 'id or folder')
      .argument('<file>', 'the appraisal: .json, .yaml, or - for stdin')
      .addOption(langOption())
      .addOption(formatOption(['text', 'json']))
      .option('--strict', 'refuse an outcome that rests on a placeholder, and name it')
      .addOption(outOption())
      .addOption(forceOption()),
  async run({ io, style, args, options }) {
    const { lang, format, strict, ...output } = options as unknown as Options;
    const [ruleset, file] = args as readonly [string, string];
    const appraised = await appraiseFile(io, ruleset, file, strict === true);
    const text = format === 'json' ? jsonText(outcomeJson(appraised.outcome)) : renderOutcome(appraised, lang, output.out === undefined ? style : PLAIN);
    writeOutput(io, text, output);
    return appraised.outcome.status === 'complete' ? GOOD : FINDINGS;
  },
};
