/**
 * The version of the library: another version may write other bytes, so no checkpoint of it is taken up.
 * In: nothing. Out: the version in package.json.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shippedFolder } from '../ruleset-folder.ts';

export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(dirname(shippedFolder()), 'package.json'), 'utf8')) as { readonly version?: unknown };
  return String(version);
}
