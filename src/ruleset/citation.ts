/**
 * Citations: `pp-94-2021#art-10(2)f` points into a source that the ruleset lists once.
 * In: a citation, the sources, the day on which the cited version begins. Out: findings.
 */
import type { CalendarDate } from '../values/calendar-date.ts';
import { didYouMean } from '../values/suggest.ts';
import type { Finding } from '../values/finding.ts';
import { CalendarDate as Day } from '../values/calendar-date.ts';
import type { SourceData } from './schema.ts';

const CITATION = /^([a-z0-9][a-z0-9-]*)(?:#([A-Za-z0-9()./-]+))?$/;

export interface Citation {
  readonly source: string;
  readonly pinpoint?: string | undefined;
}

export function parseCitation(text: string): Citation | undefined {
  const match = CITATION.exec(text);
  return match ? { source: match[1]!, pinpoint: match[2] } : undefined;
}

/** What is wrong with a citation of a version that begins on `from`. */
export function citationFinding(text: string, sources: ReadonlyMap<string, SourceData>, from: CalendarDate | undefined): Omit<Finding, 'span'> | undefined {
  const citation = parseCitation(text);
  if (!citation) return { code: 'citation/malformed', message: `"${text}" is no citation.`, mend: 'Write source#pinpoint, such as "pp-94-2021#art-10(2)f".' };
  const source = sources.get(citation.source);
  if (!source) {
    return {
      code: 'citation/unknown-source',
      message: `The citation "${text}" names the source "${citation.source}", which sources.yaml does not list.`,
      mend: didYouMean(citation.source, sources.keys(), 'List it in sources.yaml.'),
    };
  }
  const begins = source.effective && Day.parse(source.effective.from);
  if (from && begins && from.epochDay < begins.epochDay) {
    return {
      code: 'citation/not-in-force',
      message: `The version begins on ${from}, but "${citation.source}" is in force only from ${begins}.`,
      mend: 'Correct the date, or cite the instrument that was in force.',
    };
  }
  const ends = source.effective?.to === undefined ? undefined : Day.parse(source.effective.to);
  if (from && ends && from.epochDay > ends.epochDay) {
    return {
      code: 'citation/not-in-force',
      message: `The version begins on ${from}, but "${citation.source}" was in force only until ${ends}.`,
      mend: 'Correct the date, or cite the instrument that replaced it.',
    };
  }
  return undefined;
}
