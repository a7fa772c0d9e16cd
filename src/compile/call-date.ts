/**
 * Functions of dates in compiled code, where a date is the number of its day.
 * In: days, a number of months times its scale, or the closed days of a calendar. Out: a number, a day, or a fault.
 */
import { CalendarDate, addMonths, wholeMonths, wholeYears } from '../values/calendar-date.ts';
import { Fault } from '../values/result.ts';
import type { Closed, DateCall } from './ir.ts';

const NOT_WHOLE = new Fault('formula/whole-number', '');
const OUT_OF_RANGE = new Fault('formula/date-range', '');
const REVERSED = new Fault('formula/dates-reversed', '');
const MOST_MONTHS = 3_612;

export function callDate(name: DateCall, args: readonly number[], closed?: Closed, scale = 1): number | Fault {
  const [a, b] = args as readonly [number, number];
  switch (name) {
    case 'daysBetween':
      return b - a;
    case 'wholeMonths':
      return wholeMonths(CalendarDate.fromEpochDay(a), CalendarDate.fromEpochDay(b));
    case 'wholeYears':
      return wholeYears(CalendarDate.fromEpochDay(a), CalendarDate.fromEpochDay(b));
    case 'addMonths': {
      if (b % scale !== 0) return NOT_WHOLE;
      const months = b / scale;
      if (Math.abs(months) > MOST_MONTHS) return OUT_OF_RANGE;
      const moved = addMonths(CalendarDate.fromEpochDay(a), months);
      return moved.year >= 1900 && moved.year <= 2200 ? moved.epochDay : OUT_OF_RANGE;
    }
    case 'workingDays':
      return a > b ? REVERSED : countDays(a, b, closed!);
  }
}

/** 1970-01-01 was a Thursday; Monday is 1. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Whole weeks have the same working days each; the rest of the days is counted one by one, and holidays on working days are taken off. */
function countDays(from: number, to: number, closed: Closed): number {
  const days = to - from + 1;
  const weeks = Math.floor(days / 7);
  let count = weeks * [1, 2, 3, 4, 5, 6, 7].filter((day) => !closed.weekend.has(day)).length;
  for (let day = weeks * 7; day < days; day++) if (!closed.weekend.has(weekdayOf(from + day))) count++;
  for (const holiday of closed.holidays) if (holiday >= from && holiday <= to && !closed.weekend.has(weekdayOf(holiday))) count--;
  return count;
}
