/**
 * Reads the text files of a ruleset's folder.
 * In: a folder's path. Out: texts by path inside the folder, with `/`; hidden files and symbolic links are passed over.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAX_FILES = 5_000;
const MAX_DEPTH = 12;

export function readFolder(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const walk = (path: string, prefix: string, depth: number): void => {
    if (depth > MAX_DEPTH || files.size > MAX_FILES)
      throw new RangeError(`The folder "${folder}" holds more than a ruleset: ${MAX_FILES} files or ${MAX_DEPTH} levels.`);
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) walk(join(path, entry.name), `${prefix}${entry.name}/`, depth + 1);
      else if (entry.isFile() && /\.(?:ya?ml|json|md)$/i.test(entry.name)) files.set(prefix + entry.name, readFileSync(join(path, entry.name), 'utf8'));
    }
  };
  walk(folder, '', 0);
  return files;
}

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
