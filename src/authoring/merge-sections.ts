/**
 * Puts the files of a section together: one mapping from id to entry, each id from one file.
 * In: the files of a ruleset, read. Out: sections, the file of each entry, and diagnostics.
 */
import type { Diagnostic, Position } from '../ruleset/diagnostic.ts';
import { SECTIONS, type NodeData, type Section, type SectionName } from '../ruleset/document.ts';
import type { FileKind } from './file-places.ts';
import type { ReadYaml } from './read-yaml.ts';

/** One file with its kind and what was read from it. */
export interface ReadFile extends ReadYaml {
  /** Its path inside the ruleset's folder. */
  readonly path: string;
  readonly kind: FileKind;
}

export interface MergedSections {
  readonly sections: Readonly<Partial<Record<SectionName, Section>>>;
  /** The file of each entry: by section, then by id. */
  readonly homes: ReadonlyMap<SectionName, ReadonlyMap<string, ReadFile>>;
  readonly diagnostics: readonly Diagnostic[];
}

export const isMapping = (data: unknown): data is Readonly<Record<string, unknown>> => typeof data === 'object' && data !== null && !Array.isArray(data);

export function mergeSections(files: readonly ReadFile[]): MergedSections {
  const diagnostics: Diagnostic[] = [];
  const homes = new Map<SectionName, Map<string, ReadFile>>();
  const sections: Partial<Record<SectionName, Section>> = {};
  for (const section of SECTIONS) {
    const ofSection = files.filter((file) => file.kind === section);
    if (ofSection.length === 0) continue;
    const home = new Map<string, ReadFile>();
    const entries: [string, NodeData][] = [];
    for (const file of ofSection) {
      if (file.data === undefined) continue;
      if (!isMapping(file.data)) {
        diagnostics.push(notMapping(file, section));
        continue;
      }
      for (const [id, entry] of Object.entries(file.data)) {
        const first = home.get(id);
        if (first) diagnostics.push(twice(id, section, first, file));
        else {
          home.set(id, file);
          // Unread until the ruleset stratum checks its shape.
          entries.push([id, entry as NodeData]);
        }
      }
    }
    homes.set(section, home);
    sections[section] = Object.freeze(Object.fromEntries(entries));
  }
  return { sections, homes, diagnostics };
}

function notMapping(file: ReadFile, section: SectionName): Diagnostic {
  return {
    code: 'files/not-a-mapping',
    severity: 'error',
    message: `The file holds ${Array.isArray(file.data) ? 'a list' : 'a single value'}; it should be a mapping from id to entry.`,
    mend: Array.isArray(file.data) ? 'Write "id:" before each entry instead of "-".' : 'Write "id:" before the entry.',
    ruleset: '',
    path: [section],
    position: file.locate([]),
  };
}

function twice(id: string, section: SectionName, first: ReadFile, again: ReadFile): Diagnostic {
  const position = again.locate([id], { key: true });
  const before = first.locate([id], { key: true });
  return {
    code: 'files/duplicate-id',
    severity: 'error',
    message: `"${id}" stands in two files: at ${placeText(before)} and at ${placeText(position)}.`,
    mend: 'Keep one of the two, or give one another id.',
    ruleset: '',
    path: [section, id],
    position,
    related: { message: 'It stands here first.', position: before },
  };
}

const placeText = (position: Position | undefined): string => (position ? `${position.file}:${position.line}` : 'an unknown place');
