/**
 * `kinerja schema`: JSON Schemas (draft-07) of the files that people write, and an editor that knows a ruleset's names.
 * In: a kind of file, or a ruleset's folder. Out: one schema, or the files of an editor workspace.
 */
import { relative, resolve } from 'node:path';
import { rulesetJsonSchemas } from '../../authoring/json-schema.ts';
import { placeOfKind } from '../../authoring/file-places.ts';
import { appraisalJsonSchema, calendarJsonSchema } from '../../model/json-schema.ts';
import { EditorSettingsError } from '../../node/editor-settings.ts';
import { type WorkspaceChange, removeWorkspace, writeWorkspace } from '../../node/workspace-folder.ts';
import { didYouMean } from '../../values/suggest.ts';
import { type CliCommand, GOOD } from '../command.ts';
import type { Io } from '../io.ts';
import { Misuse } from '../misuse.ts';
import { counted } from '../render/counted.ts';
import { jsonText } from '../render/json-text.ts';
import { renderTable } from '../render/text-table.ts';
import type { Style } from '../style.ts';
import { openFolder, pathFrom, rulesetAt } from '../targets.ts';
import { type OutputOptions, writeOutput } from '../write-output.ts';
import { forceOption, formatOption, outOption } from './options.ts';

interface Options extends OutputOptions {
  readonly format: 'text' | 'json';
  readonly workspace?: string;
  readonly root?: string;
  readonly remove?: boolean;
}

export const schema: CliCommand = {
  name: 'schema',
  summary: 'print a JSON Schema, or set an editor up for a ruleset',
  about: `Without a kind: lists the kinds.
--workspace writes schemas with the real ids of a ruleset into its folder .kinerja/, and points .vscode/settings.json to them,
so that an editor (with a YAML language server) completes cite:, fact:, tables and parameters. Run it again when ids change.
Settings of your own stay; --remove takes back what was written.`,
  examples: [
    ['kinerja schema', 'the kinds of file'],
    ['kinerja schema appraisal --out appraisal.schema.json', 'the schema of an appraisal'],
    ['kinerja schema --workspace rulesets/salatiga', 'an editor that knows its names'],
    ['kinerja schema --workspace rulesets/salatiga --root .', 'when the editor opens this folder'],
    ['kinerja schema --workspace rulesets/salatiga --remove', 'take it back'],
  ],
  declare: (command) =>
    command
      .argument('[kind]', 'appraisal, calendar, or a kind of file of a ruleset')
      .option('-w, --workspace <ruleset>', 'write schemas and editor settings for this ruleset')
      .option('--root <folder>', 'with --workspace: the folder that the editor opens')
      .option('--remove', 'with --workspace: take them back')
      .addOption(formatOption(['text', 'json']))
      .addOption(outOption())
      .addOption(forceOption()),
  run({ io, style, args, options }) {
    const { workspace, root, remove, format, ...output } = options as unknown as Options;
    const [kind] = args as readonly [string | undefined];
    if (workspace !== undefined) {
      if (kind !== undefined) throw new Misuse('--workspace writes the schemas of all kinds.', `Leave out "${kind}".`);
      if (output.out !== undefined) throw new Misuse('--workspace decides itself where files go.', 'Leave out --out.');
      workspaceCommand(io, workspace, root, remove === true);
      return GOOD;
    }
    if (root !== undefined || remove) throw new Misuse(`${remove ? '--remove' : '--root'} belongs to --workspace.`, 'Add --workspace <ruleset>.');
    writeOutput(io, kind === undefined ? kindsText(format, style) : jsonText(schemaOf(kind)), output);
    return GOOD;
  },
};

/** Each kind with where its files stand. */
function kinds(): ReadonlyMap<string, { readonly place: string; readonly schema: () => unknown }> {
  const ofRuleset = Object.entries(rulesetJsonSchemas()).map(
    ([kind, schema]) => [kind, { place: placeOfKind(kind as keyof ReturnType<typeof rulesetJsonSchemas>), schema: () => schema }] as const,
  );
  return new Map<string, { readonly place: string; readonly schema: () => unknown }>([
    ['appraisal', { place: 'what appraise and explain read', schema: appraisalJsonSchema }],
    ['calendar', { place: 'what readCalendar reads', schema: calendarJsonSchema }],
    ...ofRuleset,
  ]);
}

function kindsText(format: Options['format'], style: Style): string {
  const all = [...kinds()].map(([kind, { place }]) => ({ kind, place }));
  if (format === 'json') return jsonText({ kinds: all });
  return `${renderTable(
    [{ title: 'KIND' }, { title: 'FILES' }],
    all.map(({ kind, place }) => [kind, place]),
    style,
  )}\nkinerja schema <kind> prints one.\n`;
}

function schemaOf(kind: string): unknown {
  const all = kinds();
  const found = all.get(kind);
  if (!found) throw new Misuse(`There is no kind of file "${kind}".`, didYouMean(kind, all.keys(), `The kinds are: ${[...all.keys()].join(', ')}.`));
  return found.schema();
}

function workspaceCommand(io: Io, ruleset: string, root: string | undefined, remove: boolean): void {
  const folder = openFolder(rulesetAt(io, ruleset));
  const rootPath = root === undefined ? undefined : resolve(io.cwd, root);
  if (rootPath !== undefined && relative(rootPath, folder.path).startsWith('..'))
    throw new Misuse(`The ruleset "${folder.id}" does not lie inside "${root}".`, 'Give a folder that holds it.');
  if (!remove && Object.keys(folder.data.manifest).length === 0)
    throw new Misuse(`The manifest of "${folder.shown}" cannot be read.`, `kinerja validate ${folder.shown} says why.`);
  let changes: readonly WorkspaceChange[];
  try {
    changes = remove ? removeWorkspace(folder) : writeWorkspace(folder, rootPath);
  } catch (error) {
    if (error instanceof EditorSettingsError) throw new Misuse(error.message);
    throw error;
  }
  const told = changes.filter((change) => change.what !== 'unchanged');
  const lines = told.map(({ what, path, why }) => `${what.padEnd(8)} ${pathFrom(io, relative(io.cwd, path))}${why === undefined ? '' : ` (${why})`}\n`);
  const unchanged = changes.length - told.length;
  const end =
    changes.length === 0
      ? `There is nothing to take back: "${folder.shown}" has no .kinerja folder of this command.\n`
      : unchanged > 0
        ? `${counted(unchanged, 'file')} unchanged.\n`
        : '';
  io.stdout(lines.join('') + end);
}
