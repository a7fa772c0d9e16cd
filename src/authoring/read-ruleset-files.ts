/**
 * Puts the files of a ruleset's folder together into one document, its cases and its people.
 * In: texts by path. Out: {@link ReadRulesetFiles}; positions point into the files. Reads no disk, so it works in a browser.
 */
import type { LocatedCase } from '../cases/case-schema.ts';
import { type Diagnostic, type Locate, sortDiagnostics } from '../ruleset/diagnostic.ts';
import { type NodeData, type RulesetData, SECTIONS, type SectionName } from '../ruleset/document.ts';
import { Report } from '../ruleset/report.ts';
import { type FileKind, kindOfFile } from './file-places.ts';
import { isMapping, mergeSections, type MergedSections, type ReadFile } from './merge-sections.ts';
import { readCases } from './read-cases.ts';
import { readYaml } from './read-yaml.ts';

export interface ReadRulesetFiles {
  /** The document, frozen, with `locate`; where diagnostics hold an error, what was refused is missing from it. */
  readonly data: RulesetData;
  readonly cases: readonly LocatedCase[];
  /** Appraisals that cases are like, by file name without folder and ending; not yet read by the model's schema. */
  readonly people: ReadonlyMap<string, unknown>;
  /** Where a path inside a person's appraisal stands; the first part is the person's name. */
  readonly locatePeople: Locate;
  readonly diagnostics: readonly Diagnostic[];
}

export interface RulesetFile {
  /** Path inside the ruleset's folder, with `/`: `terms/tpp.yaml`. */
  readonly path: string;
  readonly text: string;
}

export interface ReadRulesetFilesOptions {
  /** The document of the ruleset that the manifest extends. */
  readonly base?: RulesetData | undefined;
  /** Stands before every path in positions: `rulesets/salatiga`. */
  readonly folder?: string | undefined;
}

/**
 * Reads all files of one ruleset; the order in which they come does not matter.
 *
 * @example
 * const { data, diagnostics } = readRulesetFiles(new Map([['ruleset.yaml', manifestText], ['terms/tpp.yaml', termsText]]));
 */
export function readRulesetFiles(files: ReadonlyMap<string, string> | Iterable<RulesetFile>, options: ReadRulesetFilesOptions = {}): ReadRulesetFiles {
  const inFolder = (path: string): string => (options.folder === undefined ? path : `${options.folder.replace(/\/$/, '')}/${path}`);
  const found: Diagnostic[] = [];
  const read: ReadFile[] = [];
  for (const { path, text } of inOrder(files)) {
    const kind = kindOfFile(path);
    if (kind === undefined) continue;
    if (typeof kind === 'object') {
      const severity = /\.(?:ya?ml|json)$/i.test(path) ? 'error' : 'warning';
      found.push({ ...kind, severity, ruleset: '', path: [], position: { file: inFolder(path), line: 1, column: 1 } });
      continue;
    }
    const file: ReadFile = { ...readYaml(text, inFolder(path)), path, kind };
    read.push(file);
    found.push(...file.diagnostics.map((diagnostic) => ({ ...diagnostic, path: [...prefixOf(file), ...diagnostic.path] })));
    if (file.data === undefined && file.diagnostics.length === 0) found.push(emptyFile(file));
  }

  const manifest = readManifest(read, found, inFolder('ruleset.yaml'));
  const merged = mergeSections(read);
  const report = new Report();
  const cases = read.filter((file) => file.kind === 'cases').flatMap((file) => readCases(file, report));
  const people = new Map<string, ReadFile>();
  for (const file of read) if (file.kind === 'people') people.set(nameOfPerson(file), file);
  found.push(...merged.diagnostics, ...report.diagnostics);

  const locatePeople: Locate = ([name, ...path], at) => people.get(String(name))?.locate(path, at);
  const ruleset = typeof manifest['id'] === 'string' ? manifest['id'] : '';
  return Object.freeze({
    data: Object.freeze({ manifest, ...merged.sections, ...(options.base && { base: options.base }), locate: locateDocument(read, merged) }),
    cases: Object.freeze(cases),
    people: new Map([...people].flatMap(([name, file]) => (file.data === undefined ? [] : [[name, file.data] as const]))),
    locatePeople,
    diagnostics: sortDiagnostics(found.map((diagnostic) => ({ ...diagnostic, ruleset }))),
  });
}

function inOrder(files: ReadonlyMap<string, string> | Iterable<RulesetFile>): readonly RulesetFile[] {
  const list =
    files instanceof Map ? [...(files as ReadonlyMap<string, string>)].map(([path, text]) => ({ path, text })) : [...(files as Iterable<RulesetFile>)];
  const clean = list.map(({ path, text }) => ({ path: path.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, ''), text }));
  return clean.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Where the data of a file stands in the document. */
function prefixOf(file: { readonly kind: FileKind; readonly path: string }): readonly string[] {
  return file.kind === 'ruleset' ? ['manifest'] : file.kind === 'people' ? ['people', nameOfPerson(file)] : [file.kind];
}

const nameOfPerson = (file: { readonly path: string }): string => file.path.replace(/^people\//, '').replace(/\.yaml$/, '');

function readManifest(read: readonly ReadFile[], found: Diagnostic[], place: string): NodeData {
  const file = read.find((candidate) => candidate.kind === 'ruleset');
  if (file && isMapping(file.data)) return file.data;
  if (!file) {
    found.push({
      code: 'files/no-manifest',
      severity: 'error',
      message: 'The ruleset has no file ruleset.yaml.',
      mend: 'Write one with id, title, issuer, version and from.',
      ruleset: '',
      path: ['manifest'],
      position: { file: place, line: 1, column: 1 },
    });
  } else if (file.data !== undefined) {
    found.push({
      code: 'files/not-a-mapping',
      severity: 'error',
      message: 'The manifest should be a mapping.',
      mend: 'Write id, title, issuer, version and from, each with a colon.',
      ruleset: '',
      path: ['manifest'],
      position: file.locate([]),
    });
  }
  return Object.freeze({});
}

function emptyFile(file: ReadFile): Diagnostic {
  const severity = file.kind === 'ruleset' || file.kind === 'people' ? 'error' : 'warning';
  return {
    code: 'files/empty',
    severity,
    message: 'The file holds nothing.',
    mend: 'Write an entry, or remove the file.',
    ruleset: '',
    path: prefixOf(file),
    position: file.locate([]),
  };
}

/** Hands a path of the document to the file that holds it. */
function locateDocument(read: readonly ReadFile[], merged: MergedSections): Locate {
  const manifest = read.find((file) => file.kind === 'ruleset');
  const isSection = (name: unknown): name is SectionName => (SECTIONS as readonly unknown[]).includes(name);
  return ([first, id, ...rest], options) => {
    if (!isSection(first)) return manifest?.locate(first === 'manifest' && id !== undefined ? [id, ...rest] : [], first === 'manifest' ? options : {});
    const home = id === undefined ? undefined : merged.homes.get(first)?.get(String(id));
    if (home && id !== undefined) return home.locate([id, ...rest], options);
    return (read.find((file) => file.kind === first) ?? manifest)?.locate([]);
  };
}
