/**
 * Checks a ruleset at every date: it is resolved wherever its law changes, and every lint looks at the whole.
 * In: {@link RulesetData}. Out: each diagnostic once, and the intervals between changes with the ruleset as it then stands.
 */
import { checkOverrides } from '../ruleset/check-overrides.ts';
import { type Diagnostic, sortDiagnostics } from '../ruleset/diagnostic.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { changeDays } from '../ruleset/in-force.ts';
import { type ReadRuleset, readDocument } from '../ruleset/read-document.ts';
import { Report } from '../ruleset/report.ts';
import { type Ruleset, resolveRead } from '../ruleset/resolve.ts';
import type { Manifest } from '../ruleset/schema.ts';
import { type CalendarDate, addDays } from '../values/calendar-date.ts';
import { periodAround } from '../values/period.ts';
import { LINTS } from './lints/index.ts';

/** The days from one change of law to the next. */
export interface CheckedInterval {
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  /** Last day; the last interval is open. */
  readonly to?: string | undefined;
  /** The ruleset in that interval; missing when it has an error there. */
  readonly ruleset?: Ruleset | undefined;
}

export interface CheckedRuleset {
  /** Errors of the whole chain; warnings and notes of this ruleset, since its base is checked by itself. */
  readonly diagnostics: readonly Diagnostic[];
  readonly intervals: readonly CheckedInterval[];
}

/**
 * Resolves a ruleset in every interval between its version dates and runs all lints. Never throws.
 *
 * @example
 * const { diagnostics } = checkRuleset(data);
 * for (const diagnostic of diagnostics) print(diagnosticText(diagnostic));
 */
export function checkRuleset(data: RulesetData): CheckedRuleset {
  const report = new Report();
  const read = readDocument(data, report);
  if (!read) return { diagnostics: sortDiagnostics(report.diagnostics), intervals: [] };
  checkOverrides(read, report);
  const soundText = !report.hasErrors;
  const days = changeDays(read);
  const found: Diagnostic[] = [...report.diagnostics];
  const resolve = (assessed: CalendarDate, paid: CalendarDate): Ruleset | undefined => {
    const own = new Report();
    const ruleset = resolveRead(data, read, { assessed: { from: assessed, to: assessed }, paid: { from: paid, to: paid } }, own);
    found.push(...(assessed === paid ? own.diagnostics : own.diagnostics.map((diagnostic) => inBothLaws(diagnostic, assessed, paid))));
    return soundText ? ruleset : undefined;
  };
  const rulesets = days.map((day) => resolve(day, day));
  const complete = rulesets.every((ruleset) => ruleset !== undefined);
  const mixed = complete ? mixedDays(days, cycleOf(read)).map(([assessed, paid]) => resolve(assessed, paid)) : [];
  const input = { read, rulesets: [...rulesets, ...mixed].filter((ruleset) => ruleset !== undefined), complete };
  const smells = new Report();
  for (const lint of LINTS) for (const { severity, place, finding, key } of lint.check(input)) smells.add(severity, place, finding, key ? { key } : {});
  return Object.freeze({
    diagnostics: sortDiagnostics(
      onceOverTime([...found, ...smells.diagnostics]).filter((diagnostic) => diagnostic.severity === 'error' || diagnostic.ruleset === read.id),
    ),
    intervals: Object.freeze(days.map((day, index) => intervalOf(day, days[index + 1], rulesets[index]))),
  });
}

const intervalOf = (from: CalendarDate, next: CalendarDate | undefined, ruleset: Ruleset | undefined): CheckedInterval =>
  Object.freeze({ from: from.toString(), ...(next && { to: addDays(next, -1).toString() }), ...(ruleset && { ruleset }) });

const cycleOf = (read: ReadRuleset): Manifest['cycle'] => [...read.manifests].reverse().find((manifest) => manifest.data.cycle)?.data.cycle;

/** Days of two laws that one appraisal can meet: assessed under the one and paid under its neighbour. */
function mixedDays(days: readonly CalendarDate[], cycle: Manifest['cycle']): readonly (readonly [assessed: CalendarDate, paid: CalendarDate])[] {
  return days.slice(1).flatMap((day): readonly (readonly [CalendarDate, CalendarDate])[] => {
    if (cycle?.ratingActs !== 'samePeriod') return [[addDays(day, -1), day]];
    // A payment inside the assessed period ends before it: it may still be under the older law.
    const changesInside = cycle.assesses !== cycle.pays && periodAround(day, cycle.assesses).from.epochDay !== day.epochDay;
    return changesInside ? [[day, addDays(day, -1)]] : [];
  });
}

/** A day alone would mislead where only the two laws together are wrong. */
function inBothLaws(diagnostic: Diagnostic, assessed: CalendarDate, paid: CalendarDate): Diagnostic {
  if (diagnostic.code !== 'version/not-in-force') return diagnostic;
  return { ...diagnostic, message: diagnostic.message.replace(/\.$/, `, where what is assessed on ${assessed} is paid on ${paid}.`) };
}

/** What is wrong on several dates is told once, as of the first of them. */
function onceOverTime(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((diagnostic) => {
    const message = diagnostic.code === 'version/not-in-force' ? diagnostic.message.replace(/ on \d{4}-\d{2}-\d{2}/, '') : diagnostic.message;
    const key = JSON.stringify([diagnostic.code, diagnostic.ruleset, diagnostic.path, diagnostic.position, message.replaceAll('@paid', '')]);
    return !seen.has(key) && seen.add(key);
  });
}
