/**
 * A ruleset as written: plain data by section, with a way to find each place in its files.
 * In: data from YAML, from a generated module or from a program. Out: {@link RulesetDocument}.
 * Nothing above `ruleset/` reads a document; they read the resolved {@link Ruleset}.
 */
import type { IdsCarrier, RulesetIds } from '../model/ruleset-ids.ts';
import type { Locate } from './diagnostic.ts';

/** Any node as written: read by `read-node.ts`, never trusted. */
export type NodeData = Readonly<Record<string, unknown>>;
export type Section = Readonly<Record<string, NodeData>>;

/**
 * The data of one ruleset, JSON-compatible. Numbers are decimal text, or JavaScript numbers that are short decimals.
 * `Ids` are the literal ids of a typed ruleset: of a shipped module, or as `kinerja types` writes them.
 */
export interface RulesetData<Ids extends RulesetIds = RulesetIds> extends IdsCarrier<Ids> {
  readonly manifest: NodeData;
  readonly sources?: Section | undefined;
  readonly types?: Section | undefined;
  readonly facts?: Section | undefined;
  readonly calendars?: Section | undefined;
  readonly parameters?: Section | undefined;
  readonly tables?: Section | undefined;
  readonly terms?: Section | undefined;
  readonly raters?: Section | undefined;
  readonly conditions?: Section | undefined;
  readonly rules?: Section | undefined;
  readonly payments?: Section | undefined;
  readonly carry?: Section | undefined;
  /** Versions that this ruleset adds to nodes of the one it extends. */
  readonly overrides?: Section | undefined;
  /** The ruleset that the manifest extends, inside. */
  readonly base?: RulesetData | undefined;
  /** Where the data stands in files; absent for data without files. Not part of the hash. */
  readonly locate?: Locate | undefined;
}

/** The sections of a document that hold entries by id, in the order in which they are read. */
export const SECTIONS = [
  'sources',
  'types',
  'facts',
  'calendars',
  'parameters',
  'tables',
  'terms',
  'raters',
  'conditions',
  'rules',
  'payments',
  'carry',
  'overrides',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** The entries of a section; none for a section that is missing. */
export function entriesOf<T>(section: Readonly<Record<string, T>> | undefined): readonly (readonly [string, T])[] {
  return typeof section === 'object' && section !== null ? Object.entries(section) : [];
}
