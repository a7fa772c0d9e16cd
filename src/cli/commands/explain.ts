/**
 * `kinerja explain`: why an employee comes to this, with every number, its rule and its article.
 * In: a ruleset and an appraisal file. Out: the whole derivation as text, Markdown, one HTML page, or JSON.
 */
import { explain as explainOutcome } from '../../explain/explanation.ts';
import { renderHtml } from '../../explain/render-html.ts';
import { renderMarkdown } from '../../explain/render-markdown.ts';
import { renderText } from '../../explain/render-text.ts';
import { appraiseFile } from '../appraise-file.ts';
import { type CliCommand, FINDINGS, GOOD } from '../command.ts';
import { jsonText } from '../render/json-text.ts';
import type { Lang } from '../render/outcome-words.ts';
import { type OutputOptions, writeOutput } from '../write-output.ts';
import { forceOption, formatOption, langOption, outOption } from './options.ts';

const FORMATS = ['text', 'markdown', 'html', 'json'] as const;

interface Options extends OutputOptions {
  readonly lang: Lang;
  readonly format: (typeof FORMATS)[number];
  readonly strict?: boolean;
}

export const explain: CliCommand = {
  name: 'explain',
  summary: 'explain an outcome: every number, its rule, its article, and what was nearly reached',
  about: `The same appraisal as kinerja appraise, with the whole derivation.
The HTML page stands alone (no script, nothing to load) and prints on A4.
Exit codes as of kinerja appraise.`,
  examples: [
    ['kinerja explain nasional clerk.yaml', 'as text, in Indonesian'],
    ['kinerja explain nasional clerk.yaml --format html --out clerk.html', 'a page to print'],
    ['kinerja explain salatiga planner.yaml --format markdown --lang en', 'Markdown, in English'],
  ],
  declare: (command) =>
    command
      .argument('<ruleset>', 'id or folder')
      .argument('<file>', 'the appraisal: .json, .yaml, or - for stdin')
      .addOption(langOption())
      .addOption(formatOption(FORMATS))
      .option('--strict', 'refuse an outcome that rests on a placeholder, and name it')
      .addOption(outOption())
      .addOption(forceOption()),
  async run({ io, style, args, options }) {
    const { lang, format, strict, ...output } = options as unknown as Options;
    const [rulesetName, file] = args as readonly [string, string];
    const { ruleset, outcome, input } = await appraiseFile(io, rulesetName, file, strict === true);
    const explanation = explainOutcome(ruleset, outcome, { appraisal: input });
    writeOutput(io, textOf(), output);
    return outcome.status === 'complete' ? GOOD : FINDINGS;

    function textOf(): string {
      switch (format) {
        case 'markdown':
          return renderMarkdown(explanation, lang);
        case 'html':
          return renderHtml(explanation, lang);
        case 'json':
          return jsonText(explanation);
        case 'text':
          return renderText(explanation, lang, output.out === undefined ? { style } : {});
      }
    }
  },
};
