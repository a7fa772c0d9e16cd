/**
 * Opens a ruleset on disk with its base: document, cases, people and everything its text has wrong.
 * In: an id of a shipped ruleset, or the path of a folder. Out: {@link RulesetFolder}.
 * The base is looked for beside the folder first, then among the shipped rulesets.
 */
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRulesetFiles, type ReadRulesetFiles } from '../authoring/read-ruleset-files.ts';
import { readYaml } from '../authoring/read-yaml.ts';
import type { Diagnostic } from '../ruleset/diagnostic.ts';
import { didYouMean } from '../values/suggest.ts';
import { isFile, isFolder, readFolder } from './read-folder.ts';
import { readFileSync, readdirSync } from 'node:fs';

/** A ruleset read from a folder. */
export interface RulesetFolder extends ReadRulesetFiles {
  readonly id: string;
  /** Absolute path. */
  readonly path: string;
  /** Path as positions show it: relative to the working folder where it lies inside. */
  readonly shown: string;
  readonly base?: RulesetFolder | undefined;
}

/** Nothing stands where a ruleset was looked for. */
export class RulesetNotFound extends Error {
  override readonly name = 'RulesetNotFound';
  readonly code = 'ruleset/not-found';
}

/** The folder of the rulesets that come with the library. */
export function shippedFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!isFile(join(folder, 'rulesets', 'nasional', 'ruleset.yaml'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new RulesetNotFound('The shipped rulesets are not where the library was installed. Install it again.');
    folder = parent;
  }
  return join(folder, 'rulesets');
}

/** The ids of the shipped rulesets, base first. */
export function shippedIds(): readonly string[] {
  const folder = shippedFolder();
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isFile(join(folder, entry.name, 'ruleset.yaml')))
    .map((entry) => entry.name);
  return ids.sort((a, b) => (a === 'nasional' ? -1 : b === 'nasional' ? 1 : a < b ? -1 : 1));
}

/**
 * Opens a ruleset by id or path.
 * @throws RulesetNotFound when there is none.
 */
export function openRuleset(idOrPath: string): RulesetFolder {
  return open(findFolder(idOrPath), []);
}

/** All rulesets in a folder: itself, or the folders right below it, those that others may extend first. */
export function findRulesets(path: string): readonly string[] {
  const folder = resolve(path);
  if (!isFolder(folder)) return [findFolder(path)];
  if (isFile(join(folder, 'ruleset.yaml'))) return [folder];
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isFile(join(folder, entry.name, 'ruleset.yaml')))
    .map((entry) => join(folder, entry.name));
  if (inside.length === 0) throw new RulesetNotFound(`"${path}" holds no ruleset: there is no ruleset.yaml in it or right below it.`);
  const names = new Map(inside.map((path) => [path, manifestOf(path)?.extends === undefined ? '0' : '1'] as const));
  return inside.sort((a, b) => (names.get(a)! + a < names.get(b)! + b ? -1 : 1));
}

function findFolder(idOrPath: string): string {
  const path = resolve(idOrPath);
  if (isFile(join(path, 'ruleset.yaml'))) return path;
  if (/^[a-z][a-z0-9-]*$/.test(idOrPath) && isFile(join(shippedFolder(), idOrPath, 'ruleset.yaml'))) return join(shippedFolder(), idOrPath);
  const alias = shippedIds().find((id) => aliasesOf(join(shippedFolder(), id)).includes(idOrPath.toLowerCase()));
  if (alias !== undefined) return join(shippedFolder(), alias);
  const mend = didYouMean(idOrPath, shippedIds(), `The shipped ones are: ${shippedIds().join(', ')}.`) ?? '';
  throw new RulesetNotFound(
    isFolder(path)
      ? `"${idOrPath}" has no ruleset.yaml. Give the folder that holds it.`
      : `There is no ruleset "${idOrPath}", neither as a folder nor among the shipped ones. ${mend}`,
  );
}

/** Other names of a ruleset: of the place that a reader has in mind. */
function aliasesOf(folder: string): readonly string[] {
  const aliases = manifestOf(folder)?.aliases;
  return Array.isArray(aliases) ? aliases.map((alias) => String(alias).toLowerCase()) : [];
}

type ManifestText = { readonly id?: unknown; readonly extends?: unknown; readonly aliases?: unknown };
const manifestOf = (folder: string): ManifestText | undefined =>
  readYaml(readFileSync(join(folder, 'ruleset.yaml'), 'utf8'), 'ruleset.yaml').data as ManifestText | undefined;

function open(folder: string, below: readonly string[]): RulesetFolder {
  const shown = shownPath(folder);
  const files = readFolder(folder);
  const manifest = readYaml(files.get('ruleset.yaml') ?? '', 'ruleset.yaml').data as { id?: unknown; extends?: unknown } | undefined;
  const wanted = typeof manifest?.extends === 'string' ? manifest.extends : undefined;
  const baseFolder =
    wanted === undefined || below.includes(folder)
      ? undefined
      : [join(dirname(folder), wanted), join(shippedFolder(), wanted)].find((path) => isFile(join(path, 'ruleset.yaml')));
  const base = baseFolder === undefined || baseFolder === folder ? undefined : open(baseFolder, [...below, folder]);
  const read = readRulesetFiles(files, { folder: shown, ...(base && { base: base.data }) });
  return { ...read, id: typeof manifest?.id === 'string' ? manifest.id : shown, path: folder, shown, ...(base && { base }) };
}

function shownPath(folder: string): string {
  const path = relative(process.cwd(), folder);
  return (path === '' ? '.' : path.startsWith('..') ? folder : path).split(sep).join('/');
}

/** Everything wrong with the text of a ruleset and of its base. */
export function textDiagnostics(folder: RulesetFolder): readonly Diagnostic[] {
  return [...(folder.base ? textDiagnostics(folder.base) : []), ...folder.diagnostics];
}
