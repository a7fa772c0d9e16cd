/**
 * What a file of a ruleset holds, by its place in the folder.
 * In: the path of a file. Out: its {@link FileKind}, or a finding for a place that no file has.
 */
import type { Finding } from '../values/finding.ts';
import { nearest } from '../values/suggest.ts';
import { SECTIONS, type SectionName } from '../ruleset/document.ts';

export type FileKind = 'ruleset' | SectionName | 'cases' | 'people';

/** Kinds that are one file at the top; all others are folders, with subfolders at will. */
export const SINGLE_FILES = ['ruleset', 'sources', 'types', 'facts', 'payments', 'carry'] as const satisfies readonly FileKind[];
export const FILE_KINDS: readonly FileKind[] = ['ruleset', ...SECTIONS, 'cases', 'people'];

const isSingle = (kind: FileKind): boolean => (SINGLE_FILES as readonly FileKind[]).includes(kind);

/** Where files of a kind stand: `sources.yaml`, or `terms/*.yaml`. */
export const placeOfKind = (kind: FileKind): string => (isSingle(kind) ? `${kind}.yaml` : `${kind}/*.yaml`);

/** The kind of a file; undefined for one that is not read: `CHANGELOG.md`, and names that begin with a dot. */
export function kindOfFile(path: string): FileKind | undefined | Finding {
  const parts = path.split('/');
  if (path === 'CHANGELOG.md' || parts.some((part) => part.startsWith('.'))) return undefined;
  const kind = FILE_KINDS.find((candidate) =>
    isSingle(candidate) ? path === `${candidate}.yaml` : parts.length > 1 && parts[0] === candidate && path.endsWith('.yaml'),
  );
  return kind ?? { code: 'files/unknown-place', message: `No file of a ruleset stands at "${path}".`, mend: mendOf(path, parts) };
}

function mendOf(path: string, parts: readonly string[]): string {
  if (/\.(?:yml|YAML|YML)$/.test(path)) return `Name it "${path.replace(/\.\w+$/, '.yaml')}".`;
  const [first = ''] = parts;
  const word = parts.length > 1 ? first : first.replace(/\.\w+$/, '');
  const kind = FILE_KINDS.find((candidate) => candidate === nearest(word, FILE_KINDS));
  if (kind === undefined) return `A ruleset has ${FILE_KINDS.map(placeOfKind).join(', ')} and CHANGELOG.md.`;
  return `Did you mean "${isSingle(kind) ? `${kind}.yaml` : `${kind}/${parts.length > 1 ? parts.slice(1).join('/') : `${kind}.yaml`}`}"?`;
}
