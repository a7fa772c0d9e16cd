/**
 * Makes the appraisal of a case: a person, moved to the case's date, with what the case gives in its place.
 * In: a case, the people, the ids of the ruleset's own facts. Out: an appraisal as a developer would write it, or a finding.
 */
import type { AppraisalInput } from '../model/appraisal.ts';
import { CalendarDate, addDays, addMonths } from '../values/calendar-date.ts';
import type { Finding } from '../values/finding.ts';
import { PERIOD_LENGTHS, type Period, isCalendarPeriod, parsePeriod, periodAround } from '../values/period.ts';
import { didYouMean } from '../values/suggest.ts';
import type { CaseData } from './case-schema.ts';

type Mapping = { [key: string]: unknown };
type Refusal = Omit<Finding, 'span'> & { readonly path: readonly string[] };

export function prepareCase(
  data: CaseData,
  people: ReadonlyMap<string, unknown>,
  ownFacts: ReadonlySet<string>,
): { readonly appraisal: AppraisalInput } | { readonly finding: Refusal } {
  const { like, ...given } = data.given;
  const person = like === undefined ? {} : people.get(String(like));
  if (person === undefined)
    return refused(
      ['given', 'like'],
      'case/unknown-person',
      `There is no person "${String(like)}".`,
      didYouMean(String(like), people.keys(), 'Write one under people/.'),
    );
  const date = CalendarDate.parse(String(data.date));
  if (!date) return refused(['date'], 'date/unreadable', `"${String(data.date)}" is no day of the calendar.`, 'Write YYYY-MM-DD.');
  const appraisal = structuredClone(person) as Mapping;
  const moved = moveTo(appraisal, date);
  if (moved) return moved;
  for (const [path, value] of Object.entries(given)) {
    const placed = place(appraisal, path, value, ownFacts);
    if (placed) return placed;
  }
  settleCarry(appraisal);
  return { appraisal: appraisal as AppraisalInput };
}

const refused = (path: readonly string[], code: string, message: string, mend?: string): { finding: Refusal } => ({ finding: { path, code, message, mend } });

/** Moves the periods of a person so that the assessed one ends on `date`. */
function moveTo(appraisal: Mapping, date: CalendarDate): { finding: Refusal } | undefined {
  const assessed = readPeriod(appraisal['assessed']);
  if (!assessed) {
    if (appraisal['assessed'] === undefined) appraisal['assessed'] = periodText(periodAround(date, 'month'));
    return undefined;
  }
  if (assessed.to.epochDay === date.epochDay) return undefined;
  const length = PERIOD_LENGTHS.find((each) => isCalendarPeriod(assessed, each));
  const target = length && periodAround(date, length);
  if (!length || !target || target.to.epochDay !== date.epochDay) {
    return refused(
      ['date'],
      'case/date',
      `${date} does not end ${length ? `a period like the person's (a ${length})` : 'the assessed period of the person'}.`,
      'Give the last day of such a period, or write assessed: in given.',
    );
  }
  const months = (target.from.year - assessed.from.year) * 12 + target.from.month - assessed.from.month;
  appraisal['assessed'] = periodText(target);
  const paid = appraisal['paid'] as Mapping | undefined;
  const paidPeriod = paid && readPeriod(paid['period']);
  const paidLength = paidPeriod && PERIOD_LENGTHS.find((each) => isCalendarPeriod(paidPeriod, each));
  if (paidPeriod && paidLength) paid['period'] = periodText(periodAround(addMonths(paidPeriod.from, months), paidLength));
  return undefined;
}

/** Puts one given value in its place: a path of the appraisal, or a fact of the ruleset by its id. */
function place(appraisal: Mapping, path: string, value: unknown, ownFacts: ReadonlySet<string>): { finding: Refusal } | undefined {
  if (ownFacts.has(path)) {
    appraisal['facts'] ??= {} as Mapping;
    (appraisal['facts'] as Mapping)[path] = value;
    return undefined;
  }
  const segments = path.split('.');
  if (segments[0] === 'carry' && segments.length > 1 && path !== 'carry.through') {
    appraisal['carry'] = merged(appraisal['carry'], { values: { [path.slice('carry.'.length)]: value } });
    return undefined;
  }
  const home = segments.slice(0, -1).reduce<Mapping | undefined>((at, segment) => {
    if (at === undefined) return undefined;
    if (at[segment] === undefined) at[segment] = {};
    return isMapping(at[segment]) ? at[segment] : undefined;
  }, appraisal);
  if (!home)
    return refused(['given', path], 'case/given', `"${path}" leads into something that has no fields.`, 'Replace the whole list, or correct the path.');
  const last = segments.at(-1)!;
  if (isMapping(value) && isMapping(home[last])) home[last] = merged(home[last], value);
  else home[last] = value;
  return undefined;
}

/** The carry of a case runs through the day before its assessed period. */
function settleCarry(appraisal: Mapping): void {
  const assessed = readPeriod(appraisal['assessed']);
  const carry = appraisal['carry'];
  if (!assessed || !isMapping(carry)) return;
  appraisal['carry'] = { values: {}, ...carry, through: addDays(assessed.from, -1).toString() };
}

function merged(under: unknown, over: Mapping): Mapping {
  const result: Mapping = isMapping(under) ? { ...under } : {};
  for (const [key, value] of Object.entries(over)) result[key] = isMapping(value) && isMapping(result[key]) ? merged(result[key], value) : value;
  return result;
}

const isMapping = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value);

export function readPeriod(written: unknown): Period | undefined {
  if (typeof written === 'string') return parsePeriod(written);
  if (!isMapping(written)) return undefined;
  const from = CalendarDate.parse(String(written['from']));
  const to = CalendarDate.parse(String(written['to']));
  return from && to && { from, to };
}

const periodText = (period: Period): { from: string; to: string } => ({ from: period.from.toString(), to: period.to.toString() });
