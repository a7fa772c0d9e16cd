/**
 * Which appraisal files a path means, and where a field stands in one.
 * In: the path of a file or folder. Out: paths of .json, .yaml and .yml files in the order of their names, each once; places for messages.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readYaml } from '../authoring/read-yaml.ts';
import type { DataPath, Position } from '../ruleset/diagnostic.ts';
import { InputFileError } from './read-appraisal-file.ts';

/**
 * The files of all paths; folders are read with the folders in them, hidden files and links in folders are passed over.
 * @throws InputFileError for a path that is not there, and for a folder without any appraisal file.
 * @example appraisalFiles(['people', 'late/clerk.yaml']) // ['people/a.json', 'people/b.yaml', 'late/clerk.yaml']
 */
export function appraisalFiles(paths: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const path of paths) for (const file of filesAt(path)) if (!found.has(resolve(file))) found.set(resolve(file), file);
  return [...found.values()];
}

function filesAt(path: string): readonly string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return [path];
  if (!stat?.isDirectory()) throw new InputFileError('file/not-found', `There is no file or folder "${path}".`);
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:json|ya?ml)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !file
          .slice(path.length)
          .split(/[/\\]/)
          .some((part) => part.startsWith('.')),
    )
    .sort((a, b) => (a < b ? -1 : 1));
  if (files.length === 0) throw new InputFileError('file/not-found', `The folder "${path}" holds no .json, .yaml or .yml file.`);
  return files;
}

/** Where a field of a file stands; of one that is missing, where its record begins. Undefined where the text gives no place. */
export function placeInFile(file: string, path: DataPath): Position | undefined {
  const { locate } = readYaml(readFileSync(file, 'utf8'), file);
  for (let length = path.length; length >= 0; length--) {
    const place = locate(path.slice(0, length));
    if (place) return place;
  }
  return undefined;
}
