/**
 * Reads a node with versions: inline or as a list, oldest first, each with its days, standing and source.
 * In: a raw entry of a section. Out: {@link ReadNode}; what is wrong goes to the report.
 */
import { CalendarDate, addDays } from '../values/calendar-date.ts';
import { readEntry, sentence, shown } from './read-entry.ts';
import { type Place, type Report, below } from './report.ts';
import { NODE_SCHEMAS, type NodeOf, type NodeSection, type VersionOf, type DelegateData, type Remark, type Standing, type Title } from './schema.ts';

/** One version, read: its content is still text where it is a formula or a cell. */
export interface ReadVersion<S extends NodeSection = NodeSection> {
  readonly from: CalendarDate;
  readonly to?: CalendarDate | undefined;
  readonly cite?: string | undefined;
  readonly standing: Standing;
  readonly note?: Remark | undefined;
  readonly working?: Remark | undefined;
  readonly checked?: CalendarDate | undefined;
  readonly delegate?: DelegateData | undefined;
  readonly literals: ReadonlyMap<string, string>;
  /** Undefined in an override that goes back to the nation's version. */
  readonly content: VersionOf<S> | undefined;
  readonly place: Place;
}

export interface ReadNode<S extends NodeSection = NodeSection> {
  readonly id: string;
  readonly section: S;
  readonly title?: Title | undefined;
  readonly node: NodeOf<S>;
  /** Oldest first. */
  readonly versions: readonly ReadVersion<S>[];
  readonly place: Place;
}

const isMapping = (raw: unknown): raw is Record<string, unknown> => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

export function readNode<S extends NodeSection>(id: string, section: S, raw: unknown, place: Place, report: Report): ReadNode<S> | undefined {
  const what = `"${id}"`;
  if (!isMapping(raw)) {
    report.error(place, 'document/wrong-kind', `${what} is ${shown(raw)}; it should be a mapping.`);
    return undefined;
  }
  const schema = NODE_SCHEMAS[section];
  const nodeKeys = Object.keys(schema.node.shape);
  const versionKeys = Object.keys(schema.version.shape);
  const inline = !Object.hasOwn(raw, 'versions');
  const nodePart: Record<string, unknown> = {};
  const versionPart: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    if (key === 'versions') continue;
    if (versionKeys.includes(key) && !nodeKeys.includes(key)) versionPart[key] = value;
    else nodePart[key] = value;
  }
  const node = readEntry(nodePart, schema.node, place, report, what, inline ? versionKeys : ['versions']) as NodeOf<S> | undefined;
  if (inline) {
    const version = readVersion(section, versionPart, place, report, what, nodeKeys);
    return node && version && { id, section, title: node.title, node, versions: [version], place };
  }
  const stray = Object.keys(versionPart)[0];
  if (stray !== undefined)
    report.error(
      below(place, stray),
      'document/inline-and-versions',
      `${what} has "${stray}" beside its versions.`,
      `Move "${stray}" into the version that it belongs to.`,
      { key: true },
    );
  const versions = readVersions(section, raw['versions'], below(place, 'versions'), report, what);
  return node && { id, section, title: node.title, node, versions, place };
}

/** The versions of an override: the same form, or `value: national`. */
export function readOverride<S extends NodeSection>(id: string, section: S, raw: unknown, place: Place, report: Report): readonly ReadVersion<S>[] {
  const what = `the override of "${id}"`;
  if (!isMapping(raw)) {
    report.error(place, 'document/wrong-kind', sentence(`${what} is ${shown(raw)}; it should be a mapping with versions.`));
    return [];
  }
  if (!Object.hasOwn(raw, 'versions')) {
    const version = readVersion(section, raw, place, report, what, []);
    return version ? [version] : [];
  }
  for (const key of Object.keys(raw)) {
    if (key !== 'versions')
      report.error(
        below(place, key),
        'document/unknown-key',
        `"${key}" is no key of ${what}.`,
        'An override has only "versions": everything else is the nation\'s.',
        { key: true },
      );
  }
  return readVersions(section, raw['versions'], below(place, 'versions'), report, what);
}

function readVersions<S extends NodeSection>(section: S, raw: unknown, place: Place, report: Report, what: string): readonly ReadVersion<S>[] {
  if (!Array.isArray(raw) || raw.length === 0) {
    report.error(
      place,
      'document/wrong-kind',
      `The versions of ${what} are ${Array.isArray(raw) ? 'empty' : shown(raw)}; they should be a list, oldest first.`,
    );
    return [];
  }
  const versions = raw.map((entry, index) => readVersion(section, entry, below(place, index), report, what, [])).filter((version) => version !== undefined);
  versions.forEach((version, index) => {
    const before = versions[index - 1];
    if (!before) return;
    if (version.from.epochDay === before.from.epochDay) {
      report.error(version.place, 'version/duplicate', `Two versions of ${what} begin on ${version.from}.`, 'Give one of them its own date, or remove it.');
    } else if (version.from.epochDay < before.from.epochDay) {
      report.error(
        version.place,
        'version/unsorted',
        `The version of ${what} from ${version.from} stands after the one from ${before.from}.`,
        'Write versions oldest first.',
      );
    } else if (before.to && before.to.epochDay >= version.from.epochDay) {
      report.error(
        before.place,
        'version/overlap',
        `The version of ${what} from ${before.from} runs to ${before.to}, but the next one begins on ${version.from}.`,
        `End it on ${addDays(version.from, -1)}, or leave "to" out.`,
      );
    }
  });
  return versions;
}

function readVersion<S extends NodeSection>(
  section: S,
  raw: unknown,
  place: Place,
  report: Report,
  what: string,
  nodeKeys: readonly string[],
): ReadVersion<S> | undefined {
  if (!isMapping(raw)) {
    report.error(place, 'document/wrong-kind', `A version of ${what} is ${shown(raw)}; it should be a mapping.`);
    return undefined;
  }
  const back = raw['value'] === 'national' && place.path[0] === 'overrides';
  const schema = NODE_SCHEMAS[section].version;
  const common = back ? Object.fromEntries(Object.entries(raw).filter(([key]) => key !== 'value')) : raw;
  const content = readEntry(common, (back ? schema.partial() : schema) as typeof schema, place, report, what, nodeKeys) as VersionOf<S> | undefined;
  if (!content) return undefined;
  const day = (key: 'from' | 'to' | 'checked'): CalendarDate | undefined => {
    const written = content[key];
    if (written === undefined) return undefined;
    const date = CalendarDate.parse(String(written));
    if (!date) report.error(below(place, key), 'date/unreadable', `"${String(written)}" is no day of the calendar.`, 'Write YYYY-MM-DD.');
    return date;
  };
  const from = day('from');
  const to = day('to');
  const checked = day('checked');
  if (!from) {
    if (content.from === undefined) report.error(place, 'document/missing', sentence(`${what} lacks "from".`), 'Write "from:".');
    return undefined;
  }
  if (to && to.epochDay < from.epochDay)
    report.error(below(place, 'to'), 'version/reversed', `A version of ${what} ends on ${to}, before it begins on ${from}.`, 'Exchange the two dates.');
  return {
    from,
    to,
    checked,
    cite: content.cite,
    standing: content.standing ?? 'placeholder',
    note: content.note,
    working: content.working,
    delegate: content.delegate,
    literals: new Map(Object.entries(content.literals ?? {})),
    content: back ? undefined : content,
    place,
  };
}
