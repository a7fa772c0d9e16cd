/**
 * Where each value of a YAML text stands, kept beside the data.
 * In: the tree of places that `yaml-data.ts` builds. Out: {@link locateIn}, from a path to file, line and column.
 */
import type { DataPath, Locate } from '../ruleset/diagnostic.ts';
import { type WrittenScalar, sourceOffset } from './scalar-offsets.ts';
import type { SourceLines } from './source-lines.ts';

/** One value: the offset where it begins, and what is inside it. */
export interface YamlPlace {
  readonly at: number;
  readonly scalar?: WrittenScalar | undefined;
  readonly entries?: ReadonlyMap<string, YamlEntry> | undefined;
  readonly items?: readonly YamlPlace[] | undefined;
}

export interface YamlEntry {
  /** Offset of the key. */
  readonly key: number;
  readonly value: YamlPlace;
}

/**
 * Makes a {@link Locate} for one file: the start of a value, of its key (`key: true`), or of a character inside a scalar (`offset`).
 * What is not there is answered with its nearest existing parent: the parent's key, where it has one.
 */
export function locateIn(root: YamlPlace | undefined, lines: SourceLines, file: string): Locate {
  const at = (offset: number): { file: string; line: number; column: number } => ({ file, ...lines.position(offset) });
  return (path, options = {}) => {
    if (!root) return at(0);
    const { place, key, found } = walk(root, path);
    if (!found) return at(key ?? place.at);
    if (options.key) return at(key ?? place.at);
    if (options.offset !== undefined && place.scalar) return at(sourceOffset(lines.text, place.scalar, options.offset));
    return at(place.at);
  };
}

function walk(root: YamlPlace, path: DataPath): { place: YamlPlace; key: number | undefined; found: boolean } {
  let place = root;
  let key: number | undefined;
  for (const part of path) {
    const entry = place.entries?.get(String(part));
    const item = typeof part === 'number' ? place.items?.[part] : undefined;
    if (!entry && !item) return { place, key, found: false };
    key = entry?.key;
    place = entry ? entry.value : item!;
  }
  return { place, key, found: true };
}
