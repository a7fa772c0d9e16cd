/**
 * `kinerja list`: which rulesets there are, how large and how sure they are, and which facts one asks for.
 * In: rulesets and a date. Out: a table, or JSON.
 */
import { loadRuleset } from '../../node/load-ruleset.ts';
import { type RulesetFolder, textDiagnostics } from '../../node/ruleset-folder.ts';
import { type Diagnostic, diagnosticText } from '../../ruleset/diagnostic.ts';
import { type FactNeeded, factsNeeded } from '../../ruleset/facts-needed.ts';
import { readPeriod, tryResolve } from '../../ruleset/resolve.ts';
import { CalendarDate } from '../../values/calendar-date.ts';
import { type CliCommand, FINDINGS, GOOD } from '../command.ts';
import { Misuse } from '../misuse.ts';
import { counted } from '../render/counted.ts';
import { jsonText } from '../render/json-text.ts';
import { renderTable } from '../render/text-table.ts';
import { type StandingCounts, countsText, standingCounts, totalOf } from '../standing-counts.ts';
import type { Style } from '../style.ts';
import { openFolder, rulesetAt, rulesetFolders } from '../targets.ts';
import { formatOption } from './options.ts';

interface Options {
  readonly format: 'text' | 'json';
  readonly facts?: string;
  readonly date?: string;
}

interface Listed {
  readonly id: string;
  readonly title: unknown;
  readonly issuer: string;
  readonly version: string;
  readonly from: string;
  readonly extends: string | undefined;
  readonly place: string;
  /** The day for which nodes are counted. */
  readonly on: string;
  /** Undefined when it does not resolve. */
  readonly standing: StandingCounts | undefined;
  /** Why it does not resolve. */
  readonly why: string | undefined;
}

export const list: CliCommand = {
  name: 'list',
  summary: 'list rulesets, their size and their standing; or the facts that one needs',
  about: `Without paths: the folder ./rulesets, or else the shipped rulesets.
Nodes are counted as of --date: today, or the first day of a ruleset that begins later.
Exit code 1 when a ruleset cannot be used at that date.`,
  examples: [
    ['kinerja list', 'all rulesets'],
    ['kinerja list --date 2024-06', 'as of June 2024'],
    ['kinerja list --facts salatiga', 'the facts that an appraisal gives'],
    ['kinerja list --facts nasional --date 2024-06 --format json', 'the same for a program'],
  ],
  declare: (command) =>
    command
      .argument('[paths...]', 'rulesets by id or folder, or folders of rulesets')
      .option('--facts <ruleset>', 'list the facts that this ruleset needs')
      .option('-d, --date <period>', 'a day, month, quarter or year: 2024-06-30, 2024-06, 2024-Q2, 2024')
      .addOption(formatOption(['text', 'json'])),
  run({ io, style, args, options }) {
    const { format, facts, date } = options as unknown as Options;
    if (date !== undefined && !readPeriod(date))
      throw new Misuse(`"${date}" is no day, month, quarter or year.`, 'Write --date 2024-06-30, 2024-06, 2024-Q2 or 2024.');
    const paths = args[0] as readonly string[];
    if (facts !== undefined) {
      if (paths.length > 0) throw new Misuse('--facts lists the facts of the one ruleset that it names.', 'Leave out the paths.');
      const folder = openFolder(rulesetAt(io, facts));
      const on = date ?? dayFor(folder, io.today);
      const needed = factsNeeded(loadRuleset(folder.path, { assessed: on, paid: on }));
      io.stdout(format === 'json' ? jsonText({ ruleset: folder.id, on, facts: needed }) : factsText(folder.id, on, needed, style));
      return GOOD;
    }
    const listed = rulesetFolders(io, paths).map((folder) => listedOf(folder, date ?? dayFor(folder, io.today)));
    io.stdout(format === 'json' ? jsonText({ rulesets: listed }) : listText(listed, style));
    return listed.some((each) => each.standing === undefined) ? FINDINGS : GOOD;
  },
};

/** Today, or the first day of a ruleset that begins later. */
function dayFor({ data }: RulesetFolder, today: string): string {
  const from = CalendarDate.parse(String(data.manifest['from']));
  return from && from.toString() > today ? from.toString() : today;
}

function listedOf(folder: RulesetFolder, on: string): Listed {
  const { manifest } = folder.data;
  const ofText = textDiagnostics(folder);
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  const { ruleset, diagnostics } = ofText.some(isError) ? { ruleset: undefined, diagnostics: ofText } : tryResolve(folder.data, { assessed: on, paid: on });
  const errors = diagnostics.filter(isError);
  return {
    id: folder.id,
    title: manifest['title'],
    issuer: String(manifest['issuer'] ?? ''),
    version: String(manifest['version'] ?? ''),
    from: String(manifest['from'] ?? ''),
    extends: manifest['extends'] === undefined ? undefined : String(manifest['extends']),
    place: folder.shown,
    on,
    standing: ruleset && standingCounts(ruleset),
    why: ruleset ? undefined : `${diagnosticText(errors[0]!)}${errors.length > 1 ? ` (and ${errors.length - 1} more: kinerja validate ${folder.shown})` : ''}`,
  };
}

function listText(listed: readonly Listed[], style: Style): string {
  const table = renderTable(
    [
      { title: 'RULESET' },
      { title: 'VERSION' },
      { title: 'FROM' },
      { title: 'EXTENDS' },
      { title: 'NODES', align: 'right' },
      { title: 'ISSUER' },
      { title: 'TITLE' },
    ],
    listed.map((each) => [
      each.id,
      each.version,
      each.from,
      each.extends ?? '-',
      each.standing ? String(totalOf(each.standing)) : '?',
      each.issuer,
      titleOf(each.title),
    ]),
    style,
  );
  const standings = listed.map((each) =>
    each.standing ? `${each.id} on ${each.on}: ${countsText(each.standing)}` : `${style.red(`${each.id} cannot be used on ${each.on}`)}: ${each.why}`,
  );
  return `${table}\n${standings.map((line) => `${line}\n`).join('')}`;
}

const titleOf = (title: unknown): string =>
  typeof title === 'object' && title !== null && Object.hasOwn(title, 'en') ? String((title as { en: unknown }).en) : '';

function factsText(id: string, on: string, facts: readonly FactNeeded[], style: Style): string {
  const table = renderTable(
    [{ title: 'PLACE' }, { title: 'TYPE' }, { title: 'WHEN ABSENT' }, { title: 'TITLE' }],
    facts.map((fact) => [fact.place, fact.type, fact.absence, `${fact.title.id} / ${fact.title.en}`]),
    style,
  );
  return `${counted(facts.length, 'fact')} that ${id} reads on ${on}:\n\n${table}`;
}
