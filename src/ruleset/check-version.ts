/**
 * Checks what a version rests on: its citations, and what its standing asks for.
 * In: a read version, the sources. Out: diagnostics.
 */
import type { CalendarDate } from '../values/calendar-date.ts';
import { citationFinding } from './citation.ts';
import type { ReadVersion } from './read-node.ts';
import { type Place, type Report, below } from './report.ts';
import type { SourceData } from './schema.ts';

export function checkVersion(version: ReadVersion, sources: ReadonlyMap<string, SourceData>, report: Report): void {
  const { place } = version;
  if (version.cite !== undefined) checkCitation(version.cite, below(place, 'cite'), sources, version.from, report);
  if (version.delegate) checkCitation(version.delegate.cite, below(place, 'delegate', 'cite'), sources, undefined, report);
  if (version.content === undefined) return;
  if (version.cite === undefined && version.standing !== 'placeholder' && version.standing !== 'derived') {
    report.error(
      place,
      'citation/missing',
      `A ${version.standing} value needs the place where it was read.`,
      'Write cite: source#pinpoint, or make it a placeholder with a note.',
    );
  }
  if (version.standing === 'placeholder' && version.note === undefined) {
    report.error(place, 'citation/placeholder-note', 'A placeholder must say what is missing.', 'Write note: and a sentence.');
  }
  if (version.standing === 'derived' && version.working === undefined) {
    report.error(place, 'citation/derived-working', 'A derived value must say how it was worked out.', 'Write working: and a sentence.');
  }
  citesInside(version.content, place, sources, version.from, report);
}

/** Citations of rows, branches, roundings and gates: they may point at older instruments. */
function citesInside(content: unknown, place: Place, sources: ReadonlyMap<string, SourceData>, from: CalendarDate, report: Report): void {
  if (typeof content !== 'object' || content === null) return;
  for (const [key, value] of Object.entries(content)) {
    const at = below(place, Array.isArray(content) ? Number(key) : key);
    if (key === 'cite' && typeof value === 'string') {
      if (place.path.length > 0 && at.path.at(-2) !== undefined && !isVersionCite(place)) checkCitation(value, at, sources, from, report);
    } else if (key !== 'delegate') citesInside(value, at, sources, from, report);
  }
}

const isVersionCite = (place: Place): boolean => place.path.length === 2 || (place.path.length === 4 && place.path[2] === 'versions');

export function checkCitation(text: string, place: Place, sources: ReadonlyMap<string, SourceData>, from: CalendarDate | undefined, report: Report): void {
  const wrong = citationFinding(text, sources, from);
  if (wrong) report.add('error', place, wrong);
}
