/**
 * Reads a whole document and the chain it extends into one set of nodes, with the region's versions beside the nation's.
 * In: {@link RulesetData}. Out: {@link ReadRuleset}; everything that is wrong with names, shapes and citations goes to the report.
 */
import { FACT_CATALOGUE, CATALOGUE_TYPES } from '../model/catalogue.ts';
import { type Calendar, readCalendar } from '../model/calendar.ts';
import { InputError } from '../model/input-error.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import type { Type } from '../values/type.ts';
import { didYouMean } from '../values/suggest.ts';
import { type ReadManifest, chainOf, readManifest } from './chain.ts';
import { checkCitation, checkVersion } from './check-version.ts';
import { SECTIONS, type RulesetData, entriesOf } from './document.ts';
import { idFinding, prefixClashes } from './names.ts';
import { readEntry, shown } from './read-entry.ts';
import { readTypes } from './read-types.ts';
import { type ReadNode, type ReadVersion, readNode, readOverride } from './read-node.ts';
import { type Place, type Report, below } from './report.ts';
import { ENTRY_SCHEMAS, NODE_SECTIONS, type FactData, type NodeSection, type SourceData, type Title } from './schema.ts';

export interface ReadFact {
  readonly id: string;
  readonly data: FactData;
  readonly place: Place;
  /** Whether the library's model supplies it. */
  readonly catalogue: boolean;
}

/** A node with, for each level of the chain above its own, the versions that level adds. */
export interface LayeredNode<S extends NodeSection = NodeSection> extends ReadNode<S> {
  /** The ruleset that declares the node. */
  readonly ruleset: string;
  readonly layers: readonly { readonly ruleset: string; readonly versions: readonly ReadVersion<S>[] }[];
}

export interface ReadRuleset {
  readonly id: string;
  /** From the base upwards; the last one is the ruleset itself. */
  readonly manifests: readonly ReadManifest[];
  readonly sources: ReadonlyMap<string, SourceData>;
  readonly sourcePlaces: ReadonlyMap<string, Place>;
  readonly types: ReadonlyMap<string, Type>;
  readonly typeTitles: ReadonlyMap<string, { readonly title?: Title | undefined; readonly members: ReadonlyMap<string, Title> }>;
  readonly facts: ReadonlyMap<string, ReadFact>;
  readonly calendars: ReadonlyMap<string, { readonly calendar: Calendar; readonly place: Place }>;
  readonly nodes: ReadonlyMap<string, LayeredNode>;
  /** Ids of entries that could not be read, or not in full; what reads them is not blamed for it. */
  readonly broken: ReadonlySet<string>;
}

/**
 * The key of a node: what formulas may name shares one namespace; rules, conditions and payments have one each.
 * A carry is read as `carry.<id>`, so it may be called like the term that it hands on.
 */
export function nodeKey(section: NodeSection, id: string): string {
  if (section === 'carry') return `carry.${id}`;
  return section === 'rules' || section === 'conditions' || section === 'payments' ? `${section} ${id}` : id;
}

const isShared = (key: string): boolean => !key.includes(' ') && !key.startsWith('carry.');

export function readDocument(data: RulesetData, report: Report): ReadRuleset | undefined {
  const chain = chainOf(data, report);
  if (!chain) return undefined;
  const manifests: ReadManifest[] = [];
  const sources = new Map<string, SourceData>();
  const sourcePlaces = new Map<string, Place>();
  const types = new Map<string, Type>(CATALOGUE_TYPES);
  const typeTitles = new Map<string, { title?: Title | undefined; members: ReadonlyMap<string, Title> }>();
  const facts = new Map<string, ReadFact>();
  const calendars = new Map<string, { calendar: Calendar; place: Place }>();
  const nodes = new Map<string, LayeredNode & { layers: { ruleset: string; versions: readonly ReadVersion[] }[] }>();
  const declared = new Map<string, Place>();
  const broken = new Set<string>();

  for (const document of chain) {
    const manifest = readManifest(document, report);
    if (!manifest) continue;
    const ruleset = manifest.data.id;
    const place = (...path: string[]): Place => ({ document, ruleset, path });
    for (const key of Object.keys(document)) {
      if (!['manifest', 'base', 'locate', ...SECTIONS].includes(key))
        report.error(
          place(key),
          'document/unknown-section',
          `"${key}" is no section of a ruleset.`,
          didYouMean(key, SECTIONS, `The sections are: ${SECTIONS.join(', ')}.`),
        );
    }
    manifests.push(manifest);
    for (const [id, raw] of entriesOf(document.sources)) {
      const read = readEntry(raw, ENTRY_SCHEMAS.sources, place('sources', id), report, `the source "${id}"`);
      if (!read) continue;
      if (!/^[a-z0-9][a-z0-9-]*$/.test(id))
        report.error(place('sources', id), 'name/malformed', `"${id}" is no source id.`, 'Write small letters, digits and hyphens, such as "pp-94-2021".', {
          key: true,
        });
      const first = sourcePlaces.get(id);
      if (first)
        report.error(place('sources', id), 'name/twice', `The source "${id}" is listed twice.`, 'Remove one, or give it another id.', {
          key: true,
          related: { message: 'first listed here', place: first },
        });
      checkDays(read as unknown as Record<string, unknown>, place('sources', id), report);
      sources.set(id, read);
      sourcePlaces.set(id, place('sources', id));
    }
    readTypes(document, ruleset, types, typeTitles, broken, report);
    for (const [id, raw] of entriesOf(document.facts)) {
      const isFree = declare(id, place('facts', id), declared, report);
      const read = readEntry(raw, ENTRY_SCHEMAS.facts, place('facts', id), report, `the fact "${id}"`);
      if (!isFree) continue;
      if (read) facts.set(id, { id, data: read, place: place('facts', id), catalogue: FACT_CATALOGUE.has(id) });
      else broken.add(id);
    }
    for (const [id, calendar] of entriesOf(document.calendars)) {
      const isFree = declare(id, place('calendars', id), declared, report);
      const read = calendarOf({ id, ...calendar }, place('calendars', id), report);
      if (!isFree) continue;
      if (read) calendars.set(id, { calendar: read, place: place('calendars', id) });
      else broken.add(id);
    }
    for (const section of NODE_SECTIONS) {
      for (const [id, raw] of entriesOf(document[section])) {
        const at = place(section, id);
        const key = nodeKey(section, id);
        const isFree = declare(id, at, declared, report, key);
        const node = readNode(id, section, raw, at, report);
        if (!isFree) continue;
        if (node && node.versions.length === writtenVersions(raw)) nodes.set(key, { ...node, ruleset, layers: [] });
        else broken.add(key);
      }
    }
    for (const [id, raw] of entriesOf(document.overrides)) {
      const at = place('overrides', id);
      const keys = NODE_SECTIONS.map((section) => nodeKey(section, id));
      const key = keys.find((each) => nodes.has(each) || broken.has(each));
      if (key !== undefined && broken.has(key)) continue;
      const target = key === undefined ? undefined : nodes.get(key);
      if (!target || target.ruleset === ruleset) {
        report.error(
          at,
          'override/unknown',
          target
            ? `"${id}" is this ruleset's own node, so it cannot be overridden here.`
            : `There is no "${id}" to override in "${String(manifest.data.extends ?? 'the base')}".`,
          target
            ? 'Add the version to the node itself.'
            : didYouMean(
                id,
                [...nodes.values()].map((node) => node.id),
              ),
          { key: true },
        );
        continue;
      }
      const versions = readOverride(id, target.section, raw, at, report);
      target.layers.push({ ruleset, versions });
      if (versions.length < writtenVersions(raw)) broken.add(key!);
    }
  }
  for (const [shorter, longer] of prefixClashes([...declared.keys()].filter(isShared))) {
    report.error(
      declared.get(longer)!,
      'name/prefix',
      `"${longer}" cannot be declared beside "${shorter}": one id is the beginning of the other.`,
      `Rename one, for example "${shorter}.value".`,
      { key: true, related: { message: `"${shorter}" is declared here`, place: declared.get(shorter)! } },
    );
  }
  for (const node of nodes.values()) for (const version of versionsOf(node)) checkVersion(version, sources, report);
  for (const fact of facts.values()) if (fact.data.cite !== undefined) checkCitation(fact.data.cite, below(fact.place, 'cite'), sources, undefined, report);
  const own = manifests.at(-1);
  if (!own || manifests.length < chain.length) return undefined;
  for (const id of broken) nodes.delete(id);
  return { id: own.data.id, manifests, sources, sourcePlaces, types, typeTitles, facts, calendars, nodes, broken };
}

/** How many versions an entry writes; fewer are read when some could not be. */
function writtenVersions(raw: unknown): number {
  const { versions } = raw as { readonly versions?: unknown };
  return Array.isArray(versions) && versions.length > 0 ? versions.length : 1;
}

/** All versions of a node, the nation's and every region's. */
export function versionsOf(node: LayeredNode): readonly ReadVersion[] {
  return [...node.versions, ...node.layers.flatMap((layer) => layer.versions)];
}

/** Whether the id is free; the first of two entries keeps it. */
function declare(id: string, place: Place, declared: Map<string, Place>, report: Report, key = id): boolean {
  const wrong = idFinding(id);
  if (wrong) report.add('error', place, wrong, { key: true });
  const first = declared.get(key);
  if (first)
    report.error(
      place,
      'name/twice',
      `"${id}" is declared twice${first.ruleset === place.ruleset ? '' : `; "${first.ruleset}" has it already`}.`,
      first.ruleset === place.ruleset ? 'Rename one of them.' : 'Vary it under overrides/, or choose another id.',
      { key: true, related: { message: 'first declared here', place: first } },
    );
  else declared.set(key, place);
  return first === undefined;
}

function checkDays(entry: Record<string, unknown>, place: Place, report: Report): void {
  const effective = (entry['effective'] ?? {}) as Record<string, unknown>;
  for (const [written, path] of [
    [entry['enacted'], ['enacted']],
    [effective['from'], ['effective', 'from']],
    [effective['to'], ['effective', 'to']],
  ] as const) {
    if (written !== undefined && !CalendarDate.parse(String(written)))
      report.error(below(place, ...path), 'date/unreadable', `${shown(written)} is no day of the calendar.`, 'Write YYYY-MM-DD.');
  }
}

function calendarOf(raw: unknown, place: Place, report: Report): Calendar | undefined {
  try {
    return readCalendar(raw);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const issue of error.issues) report.add('error', below(place, ...issue.path), issue);
    return undefined;
  }
}
