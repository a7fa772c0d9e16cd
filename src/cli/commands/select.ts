/**
 * `kinerja select`: candidates in the order of their competence, with ties and reasons.
 * In: a ruleset, appraisal files or folders, the terms to compare by, how many vacancies. Out: a list, as text, Markdown or JSON.
 */
import { Option } from 'commander';
import type { CriterionInput } from '../../cohort/criteria.ts';
import { renderSelectionMarkdown, renderSelectionText } from '../../cohort/render-selection.ts';
import { selectByCompetence } from '../../cohort/select-by-competence.ts';
import type { Language } from '../../page/page.ts';
import { appraiseFiles } from '../appraise-files.ts';
import { type CliCommand, FINDINGS, GOOD } from '../command.ts';
import { Misuse, orMisuse } from '../misuse.ts';
import { jsonText } from '../render/json-text.ts';
import { PLAIN } from '../style.ts';
import { type OutputOptions, writeOutput } from '../write-output.ts';
import { forceOption, formatOption, langOption, listOption, outOption } from './options.ts';

interface Options extends OutputOptions {
  readonly lang: Language;
  readonly format: 'text' | 'markdown' | 'json';
  readonly by?: readonly string[];
  readonly places: string;
  readonly eligible?: readonly string[];
}

export const select: CliCommand = {
  name: 'select',
  summary: 'select by competence: candidates in order, ties told, each place explained',
  about: `The first term of --by decides; a further one only where all before are equal. Higher is better; write term:lower where lower is.
Who is equal in every term shares a place, and the next place counts all before: 1, 2, 2, 4.
A tie over the last vacancy is told, never broken.
A candidate must meet every term of --eligible; who does not, and whose facts are missing, has no place, and the reason is said.
Terms and conditions are those of the ruleset (selection: in ruleset.yaml) when left out.
A file that cannot be appraised stops no other, and is told.
Exit code 0 when the list is settled; 1 when a tie reaches over the last vacancy, or when it is provisional: a file is refused,
a candidate cannot be placed yet.`,
  examples: [
    ['kinerja select andir candidates --places 2', 'by what the ruleset says, in Indonesian'],
    ['kinerja select andir a.yaml b.yaml --by competence.score,erk.score --places 1 --lang en', 'by two terms, in English'],
    ['kinerja select andir candidates --by competence.gaps:lower --places 3 --eligible none', 'lower is better, everybody may stand'],
    ['kinerja select andir candidates --places 2 --format json', 'for a program'],
  ],
  declare: (command) =>
    command
      .argument('<ruleset>', 'id or folder')
      .argument('<paths...>', 'appraisal files, or folders of them')
      .addOption(listOption('-b, --by <terms>', 'terms to compare by, the first one first; those of the ruleset when left out'))
      .addOption(new Option('-p, --places <number>', 'how many vacancies there are').makeOptionMandatory())
      .addOption(listOption('-e, --eligible <terms>', 'terms that must be true, or none; those of the ruleset when left out'))
      .addOption(langOption())
      .addOption(formatOption(['text', 'markdown', 'json']))
      .addOption(outOption())
      .addOption(forceOption()),
  run({ io, style, args, options }) {
    const { lang, format, by, places, eligible, ...output } = options as unknown as Options;
    const [rulesetName, paths] = args as readonly [string, readonly string[]];
    const criteria = by?.map(criterionOf);
    if (!/^[1-9]\d{0,8}$/.test(places)) throw new Misuse(`"${places}" is no number of vacancies.`, 'Give a whole number, 1 or more: --places 2.');
    const { ruleset, members, refused, faults } = appraiseFiles(io, rulesetName, paths);
    for (const fault of faults) io.stderr(`${fault}\n`);
    if (!ruleset) {
      io.stderr('kinerja: None of the files could be appraised.\n');
      return FINDINGS;
    }
    const conditions = eligible?.length === 1 && eligible[0] === 'none' ? [] : eligible;
    const selection = orMisuse(() => selectByCompetence(ruleset, members, { by: criteria, places: Number(places), eligible: conditions, refused }));
    const text = {
      text: () => renderSelectionText(selection, lang, output.out === undefined ? style : PLAIN),
      markdown: () => renderSelectionMarkdown(selection, lang),
      json: () => jsonText(selection),
    }[format]();
    writeOutput(io, text, output);
    const told = new Set(refused.map(({ source }) => source));
    for (const { source, code, message, mend } of selection.refused) if (!told.has(source)) io.stderr(`${source}: error ${code}: ${message} ${mend}\n`);
    return selection.provisional || selection.tie ? FINDINGS : GOOD;
  },
};

function criterionOf(written: string): CriterionInput {
  const [term, better = 'higher', ...more] = written.split(':');
  if (more.length > 0 || (better !== 'higher' && better !== 'lower'))
    throw new Misuse(`"${written}" is no term to compare by.`, 'Write the term alone, term:higher or term:lower.');
  return { term: term!, better };
}
