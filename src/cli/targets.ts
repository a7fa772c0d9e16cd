/**
 * Which rulesets and files a command is asked about.
 * In: arguments as typed. Out: paths as the readers of `src/node` take them, relative to the working folder.
 * An id is looked for as a folder, then in the folder `rulesets` here, then among the shipped ones.
 */
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { isFile, isFolder } from '../node/read-folder.ts';
import { type RulesetFolder, findRulesets, openRuleset, shippedIds } from '../node/ruleset-folder.ts';
import type { Io } from './io.ts';
import { Misuse } from './misuse.ts';

/** A path as messages show it: as typed, or from where the process stands. */
export function pathFrom(io: Pick<Io, 'cwd'>, path: string): string {
  return isAbsolute(path) ? path : relative(process.cwd(), resolve(io.cwd, path)) || '.';
}

/** One ruleset by id or path. */
export function rulesetAt(io: Pick<Io, 'cwd'>, idOrPath: string): string {
  const here = pathFrom(io, idOrPath);
  if (basename(here) === 'ruleset.yaml' && isFile(here)) return dirname(here);
  if (isFolder(here)) return here;
  const local = resolve(io.cwd, 'rulesets', idOrPath);
  return /^[a-z][a-z0-9-]*$/.test(idOrPath) && isFile(join(local, 'ruleset.yaml')) ? local : idOrPath;
}

/** All rulesets that the arguments name; without arguments those of the folder `rulesets` here, or else the shipped ones. */
export function rulesetFolders(io: Pick<Io, 'cwd'>, paths: readonly string[]): readonly RulesetFolder[] {
  const local = resolve(io.cwd, 'rulesets');
  const wanted = paths.length > 0 ? paths.map((path) => rulesetAt(io, path)) : isFolder(local) ? [local] : shippedIds();
  const folders = new Set(wanted.flatMap((path) => findRulesets(path)));
  return [...folders].map(openFolder);
}

/** @throws Misuse for a folder that is no ruleset but something larger. */
export function openFolder(path: string): RulesetFolder {
  try {
    return openRuleset(path);
  } catch (error) {
    if (error instanceof RangeError) throw new Misuse(error.message, 'Give the folder that holds ruleset.yaml.');
    throw error;
  }
}
