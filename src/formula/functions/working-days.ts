/**
 * `working days(from, to, calendar)`: both ends included.
 * In: two dates, and a calendar, which at run time is a record of `weekend` (weekdays 1 = Monday to 7 = Sunday) and `holidays` (dates).
 * Out: a number of days; a fault when the first date lies after the second.
 */
import { CalendarDate, addDays, daysBetween } from '../../values/calendar-date.ts';
import { isExact, numerator, whole } from '../../values/exact.ts';
import { Fault, type Result, isList, isRecord, worst } from '../../values/result.ts';
import { CALENDAR, DATE } from '../../values/type.ts';
import { DAY } from '../../values/unit.ts';
import { argumentsOf, giving } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

export const workingDays: BuiltIn = {
  name: 'working days',
  signature: 'working days(from, to, calendar)',
  arity: [3, 3],
  takes: 'values',
  check: (args, call) => giving(argumentsOf(args, [DATE, DATE, CALENDAR], call), DAY),
  evaluate(args, { span }) {
    const [from, to, calendar] = args as readonly [CalendarDate, CalendarDate, Result];
    if (from.epochDay > to.epochDay) return new Fault('formula/dates-reversed', `working days counts from ${from} to ${to}, which lies before it.`, span);
    const read = readCalendar(calendar);
    if (read === undefined)
      return new Fault('formula/calendar', 'The calendar does not say which weekdays are its weekend and which dates are its holidays.', span);
    return 'weekend' in read ? whole(countDays(from, to, read)) : read.missing;
  },
};

interface Closed {
  readonly weekend: ReadonlySet<number>;
  /** Days since 1970-01-01. */
  readonly holidays: ReadonlySet<number>;
}

function readCalendar(calendar: Result): Closed | { readonly missing: Result } | undefined {
  if (!isRecord(calendar)) return undefined;
  const weekend = calendar.get('weekend');
  const holidays = calendar.get('holidays');
  if (weekend === undefined || holidays === undefined) return undefined;
  const missing = worst([weekend, holidays, ...(isList(weekend) ? weekend : []), ...(isList(holidays) ? holidays : [])]);
  if (missing) return { missing };
  if (!isList(weekend) || !isList(holidays) || !weekend.every(isExact) || !holidays.every((day) => day instanceof CalendarDate)) return undefined;
  return { weekend: new Set(weekend.map((day) => Number(numerator(day)))), holidays: new Set(holidays.map((day) => day.epochDay)) };
}

/** Whole weeks have the same working days each; the rest of the days is counted one by one, and holidays on working days are taken off. */
function countDays(from: CalendarDate, to: CalendarDate, closed: Closed): number {
  const days = daysBetween(from, to) + 1;
  const weeks = Math.floor(days / 7);
  let count = weeks * [1, 2, 3, 4, 5, 6, 7].filter((day) => !closed.weekend.has(day)).length;
  for (let day = weeks * 7; day < days; day++) if (!closed.weekend.has(addDays(from, day).weekday)) count++;
  for (const holiday of closed.holidays) {
    if (holiday >= from.epochDay && holiday <= to.epochDay && !closed.weekend.has(CalendarDate.fromEpochDay(holiday).weekday)) count--;
  }
  return count;
}
