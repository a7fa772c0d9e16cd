/**
 * Resolves a ruleset: extends, versions and dates become one frozen {@link Ruleset} that can appraise.
 * In: {@link RulesetData} and the periods it is read for. Out: the ruleset, or a {@link RulesetError} with everything that is wrong.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import { type Period, parsePeriod } from '../values/period.ts';
import { deepFreeze } from '../values/deep-freeze.ts';
import type { Type } from '../values/type.ts';
import { buildPlan } from './build-plan.ts';
import { checkOverrides } from './check-overrides.ts';
import { type Diagnostic, RulesetError, sortDiagnostics } from './diagnostic.ts';
import type { RulesetData } from './document.ts';
import { hashOf } from './hash.ts';
import { changeDays, firstDay, intervalAround } from './in-force.ts';
import type { Plan, ResolveDates } from './plan.ts';
import { type ReadRuleset, readDocument } from './read-document.ts';
import { hasBrokenType } from './read-types.ts';
import type { IdsCarrier, RulesetIds } from '../model/ruleset-ids.ts';
import { Report } from './report.ts';
import type { Manifest, SourceData, Title } from './schema.ts';

/** A period as a caller gives it: `2024-Q1`, `2024-06`, `2024`, or two days. */
export type PeriodInput = string | { readonly from: string | CalendarDate; readonly to: string | CalendarDate };
/** What a ruleset is resolved for: the assessed period, and the paid one when something is paid. */
export interface DatesInput {
  readonly assessed: PeriodInput;
  readonly paid?: PeriodInput | undefined;
}

/** The days on which the same law holds as on the resolved dates. */
export interface Validity {
  readonly from: CalendarDate;
  readonly to: CalendarDate | undefined;
}

/** A ruleset at given dates: resolved, planned, frozen. `Ids` are those of a typed ruleset. */
export interface Ruleset<Ids extends RulesetIds = RulesetIds> extends IdsCarrier<Ids> {
  readonly id: string;
  readonly title: Title;
  readonly issuer: string;
  readonly version: string;
  /** SHA-256 of its documents, base included. */
  readonly hash: string;
  readonly dates: ResolveDates;
  readonly validity: { readonly assessed: Validity; readonly paid?: Validity | undefined };
  readonly cycle: Manifest['cycle'];
  readonly sources: ReadonlyMap<string, SourceData>;
  readonly types: ReadonlyMap<string, Type>;
  readonly typeTitles: ReadRuleset['typeTitles'];
  readonly plan: Plan;
  /** Warnings and notes; a ruleset with errors does not exist. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * Resolves a ruleset for dates.
 * @throws RulesetError with all diagnostics, when the ruleset has an error at these dates.
 * @example
 * const ruleset = resolveRuleset(salatiga, { assessed: '2025-Q1', paid: '2025-03' });
 */
export function resolveRuleset<Ids extends RulesetIds = RulesetIds>(data: RulesetData<Ids>, dates: DatesInput): Ruleset<Ids> {
  const { ruleset, diagnostics } = tryResolve(data, dates);
  if (!ruleset) throw new RulesetError(String(data.manifest?.['id'] ?? 'unnamed'), diagnostics);
  return ruleset;
}

/** As {@link resolveRuleset}, but answers with diagnostics instead of throwing. */
export function tryResolve<Ids extends RulesetIds = RulesetIds>(
  data: RulesetData<Ids>,
  dates: DatesInput,
): { readonly ruleset?: Ruleset<Ids>; readonly diagnostics: readonly Diagnostic[] } {
  const report = new Report();
  const read = readDocument(data, report);
  if (!read) return { diagnostics: sortDiagnostics(report.diagnostics) };
  checkOverrides(read, report);
  const plan = planAt(read, dates, report);
  const diagnostics = sortDiagnostics(report.diagnostics);
  // The ids are a promise of the types alone: nothing of them is in the object.
  return plan ? { ruleset: toRuleset(data, read, plan, diagnostics) as Ruleset<Ids>, diagnostics } : { diagnostics };
}

/** A document read once and resolved for many dates; the ruleset is there only when the report holds no error and every entry could be read. */
export function resolveRead(data: RulesetData, read: ReadRuleset, dates: DatesInput, report: Report): Ruleset | undefined {
  const plan = planAt(read, dates, report);
  return plan && read.broken.size === 0 ? toRuleset(data, read, plan, sortDiagnostics(report.diagnostics)) : undefined;
}

interface DatedPlan {
  readonly plan: Plan;
  readonly dates: ResolveDates;
}

/** Plans even where an entry could not be read, so that the faults of the others are told in the same run. */
function planAt(read: ReadRuleset, input: DatesInput, report: Report): DatedPlan | undefined {
  const dates = readDates(read, input, report);
  if (!dates || hasBrokenType(read)) return undefined;
  const plan = buildPlan(read, dates, report);
  return plan && { plan, dates };
}

function toRuleset(data: RulesetData, read: ReadRuleset, { plan, dates }: DatedPlan, warnings: readonly Diagnostic[]): Ruleset {
  const days = changeDays(read);
  const own = read.manifests.at(-1)!.data;
  return deepFreeze({
    id: own.id,
    title: own.title,
    issuer: own.issuer,
    version: String(own.version),
    hash: hashOf(data),
    dates,
    validity: { assessed: intervalAround(days, dates.assessed.to)!, ...(dates.paid && { paid: intervalAround(days, dates.paid.to)! }) },
    cycle: [...read.manifests].reverse().find((manifest) => manifest.data.cycle)?.data.cycle,
    sources: read.sources,
    types: read.types,
    typeTitles: read.typeTitles,
    plan,
    warnings,
  });
}

function readDates(read: ReadRuleset, dates: DatesInput, report: Report): ResolveDates | undefined {
  const place = read.manifests.at(-1)!.place;
  const first = firstDay(read);
  const one = (name: 'assessed' | 'paid', input: PeriodInput): Period | undefined => {
    const period = readPeriod(input);
    if (!period) {
      report.error(
        place,
        'date/unreadable',
        `The ${name} period ${JSON.stringify(input)} is not readable.`,
        'Write 2024, 2024-Q1, 2024-06, or { from, to } with days.',
      );
      return undefined;
    }
    if (period.from.epochDay < first.epochDay) {
      report.error(
        place,
        'date/before-first-version',
        `The ${name} period begins on ${period.from}, and "${read.id}" speaks only from ${first} on.`,
        'Choose a later period, or an older ruleset.',
      );
      return undefined;
    }
    return period;
  };
  const assessed = one('assessed', dates.assessed);
  const paid = dates.paid === undefined ? undefined : one('paid', dates.paid);
  if (!assessed || (dates.paid !== undefined && !paid)) return undefined;
  return { assessed, ...(paid && { paid }) };
}

export function readPeriod(input: PeriodInput): Period | undefined {
  if (typeof input === 'string') {
    const day = CalendarDate.parse(input);
    return day ? { from: day, to: day } : parsePeriod(input);
  }
  const from = typeof input.from === 'string' ? CalendarDate.parse(input.from) : input.from;
  const to = typeof input.to === 'string' ? CalendarDate.parse(input.to) : input.to;
  return from && to && from.epochDay <= to.epochDay ? { from, to } : undefined;
}
