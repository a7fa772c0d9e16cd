/**
 * The chain of documents that a ruleset extends, and their manifests.
 * In: {@link RulesetData} with its base inside. Out: the documents from the base upwards; a ruleset that extends itself is an error.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import type { RulesetData } from './document.ts';
import { guardDocument } from './guard-document.ts';
import { readEntry } from './read-entry.ts';
import { type Place, type Report, below } from './report.ts';
import { MANIFEST_SCHEMA, type Manifest } from './schema.ts';

export interface ReadManifest {
  readonly data: Manifest;
  readonly from: CalendarDate;
  readonly place: Place;
}

const MAX_CHAIN = 8;

export function chainOf(data: RulesetData, report: Report): readonly RulesetData[] | undefined {
  const chain: RulesetData[] = [];
  const seen = new Set<unknown>();
  for (let current: RulesetData | undefined = data; current; current = current.base) {
    const id = (current.manifest as { id?: unknown } | undefined)?.id;
    const place: Place = { document: current, ruleset: String(id ?? 'unnamed'), path: ['manifest'] };
    if (typeof current.manifest !== 'object' || current.manifest === null) {
      report.error({ ...place, path: [] }, 'document/missing', 'The ruleset has no manifest.', 'Write ruleset.yaml with id, title, issuer, version and from.');
      return undefined;
    }
    const wanted = current.manifest['extends'];
    if (seen.has(current) || seen.has(id) || chain.length >= MAX_CHAIN || (wanted !== undefined && (wanted === id || seen.has(wanted)))) {
      report.error(
        { ...place, path: ['manifest', 'extends'] },
        'document/extends-itself',
        `The ruleset "${String(id)}" extends itself${byWayOf(chain, id, wanted)}.`,
        'Remove "extends", or name another base.',
      );
      return undefined;
    }
    if (!guardDocument(current, place, report)) return undefined;
    seen.add(current).add(id);
    const base = current.base?.manifest?.['id'];
    if (wanted !== undefined && wanted !== base) {
      report.error(
        { ...place, path: ['manifest', 'extends'] },
        'document/base-missing',
        base === undefined
          ? `The ruleset extends "${String(wanted)}", which was not given.`
          : `The ruleset extends "${String(wanted)}", but its base is "${String(base)}".`,
        'Give the base beside it.',
      );
      return undefined;
    }
    chain.unshift(current);
  }
  return chain;
}

/** The rulesets between one and itself, in the order in which they extend each other. */
function byWayOf(chain: readonly RulesetData[], id: unknown, wanted: unknown): string {
  const ids = chain.map((each) => each.manifest['id']).reverse();
  const between = wanted === id ? [] : ids.slice(ids.includes(wanted) ? ids.indexOf(wanted) : ids.indexOf(id) + 1);
  return between.length === 0 ? '' : `, by way of ${between.map((each) => `"${String(each)}"`).join(', ')}`;
}

export function readManifest(document: RulesetData, report: Report): ReadManifest | undefined {
  const place: Place = { document, ruleset: String(document.manifest['id'] ?? 'unnamed'), path: ['manifest'] };
  const data = readEntry(document.manifest, MANIFEST_SCHEMA, place, report, 'the manifest');
  if (!data) return undefined;
  const from = CalendarDate.parse(String(data.from));
  if (!from) {
    report.error(below(place, 'from'), 'date/unreadable', `"${String(data.from)}" is no day of the calendar.`, 'Write YYYY-MM-DD.');
    return undefined;
  }
  return { data, from, place };
}
