/**
 * Reads the cases of one file by their schema.
 * In: a file of `cases/`, read. Out: {@link LocatedCase}s; what is no case goes to the report.
 */
import { type LocatedCase, caseSchema } from '../cases/case-schema.ts';
import type { Locate } from '../ruleset/diagnostic.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { readEntry } from '../ruleset/read-entry.ts';
import type { Report } from '../ruleset/report.ts';
import { type Place } from '../ruleset/report.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { isMapping, type ReadFile } from './merge-sections.ts';

export function readCases(file: ReadFile, report: Report): readonly LocatedCase[] {
  const document: RulesetData = { manifest: {}, locate: file.locate };
  const root: Place = { document, ruleset: '', path: [] };
  if (file.data === undefined) return [];
  if (!Array.isArray(file.data)) {
    report.error(root, 'case/no-list', 'The file should hold a list of cases.', 'Begin each case with "- name:".');
    return [];
  }
  return file.data.flatMap((raw: unknown, index) => readCase(raw, index, file, { ...root, path: [index] }, report) ?? []);
}

function readCase(raw: unknown, index: number, file: ReadFile, place: Place, report: Report): LocatedCase | undefined {
  const name = isMapping(raw) && typeof raw['name'] === 'string' ? `the case "${raw['name']}"` : `case ${index + 1} of the file`;
  if (!isMapping(raw)) {
    report.error(place, 'case/no-mapping', `${name} is no mapping.`, 'Begin each case with "- name:".');
    return undefined;
  }
  const data = readEntry(raw, caseSchema, place, report, name);
  if (!data) return undefined;
  if (!CalendarDate.parse(data.date)) {
    report.error({ ...place, path: [index, 'date'] }, 'date/unreadable', `"${data.date}" is no day of the calendar.`, 'Write YYYY-MM-DD.');
    return undefined;
  }
  if (Object.keys(data.expect).length === 0) {
    report.error(
      { ...place, path: [index, 'expect'] },
      'case/no-expectation',
      `${name} expects nothing.`,
      'Write at least one expectation, such as "status: complete".',
    );
    return undefined;
  }
  const locate: Locate = (path, options) => file.locate([index, ...path], options);
  return Object.freeze({ data, file: file.path, index, locate });
}
