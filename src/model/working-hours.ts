/**
 * Which working hours hold on a day, and what a pair of punches means under them.
 * In: a calendar, a day, a group of staff, clock-in and clock-out. Out: hours; minutes late, left early and worked.
 */
import { type CalendarDate, compareDates } from '../values/calendar-date.ts';
import { type Exact, toText } from '../values/exact.ts';
import type { Calendar, WorkingHours } from './calendar.ts';
import type { TimeOfDay } from './time-of-day.ts';

/** Whether somebody of that group works on that day: no holiday, and no weekend unless the group has hours of its own then. */
export function isWorkday(calendar: Calendar, date: CalendarDate, group: string | undefined): boolean {
  if (calendar.holidays.some((holiday) => holiday.date.epochDay === date.epochDay)) return false;
  return !holds(calendar.weekend, date) || hoursOn(calendar, date, group)?.group !== undefined;
}

/** The hours that hold: of the own group before those of all staff, then those that began last, then those listed last. */
export function hoursOn(calendar: Calendar, date: CalendarDate, group: string | undefined): WorkingHours | undefined {
  let best: WorkingHours | undefined;
  for (const hours of calendar.hours) {
    if (hours.group !== undefined && hours.group !== group) continue;
    if (compareDates(hours.from, date) > 0 || (hours.to && compareDates(date, hours.to) > 0) || !holds(hours.weekdays, date)) continue;
    if (!best || goesBefore(hours, best)) best = hours;
  }
  return best;
}

function goesBefore(hours: WorkingHours, best: WorkingHours): boolean {
  if ((hours.group === undefined) !== (best.group === undefined)) return hours.group !== undefined;
  return compareDates(hours.from, best.from) >= 0;
}

const holds = (weekdays: readonly Exact[], date: CalendarDate): boolean => weekdays.some((weekday) => plain(weekday) === date.weekday);
const plain = (whole: Exact): number => Number(toText(whole));

/** A time as the recording window takes it; undefined when it does not count. */
export function windowed(time: TimeOfDay | undefined, { opens, closes, outside }: WorkingHours): TimeOfDay | undefined {
  if (time === undefined) return undefined;
  const edge = opens !== undefined && time < opens ? opens : closes !== undefined && time > closes ? closes : time;
  return edge === time || outside !== 'missing' ? edge : undefined;
}

/** What the punches of a day come to; a missing one leaves its minutes at 0. */
export interface Worked {
  readonly late: number;
  readonly early: number;
  /** Undefined unless both punches are there. */
  readonly worked: number | undefined;
}

/** Minutes late beyond start and flex; minutes left before the end, moved by the flex that was used; minutes worked without rests. */
export function workedUnder(hours: WorkingHours, clockIn: TimeOfDay | undefined, clockOut: TimeOfDay | undefined): Worked {
  const flex = hours.flex ? plain(hours.flex) : 0;
  const after = clockIn === undefined ? 0 : Math.max(0, clockIn - hours.start);
  return {
    late: Math.max(0, after - flex),
    early: clockOut === undefined ? 0 : Math.max(0, hours.end + Math.min(after, flex) - clockOut),
    worked: clockIn === undefined || clockOut === undefined ? undefined : Math.max(0, clockOut - clockIn - rested(hours, clockIn, clockOut)),
  };
}

/** Minutes of rest between two times; rests that overlap are counted once. */
function rested({ rests }: WorkingHours, from: TimeOfDay, to: TimeOfDay): number {
  let minutes = 0;
  let reached = from;
  for (const rest of [...(rests ?? [])].sort((a, b) => a.start - b.start)) {
    const start = Math.max(rest.start, reached);
    const end = Math.min(rest.end, to);
    if (end <= start) continue;
    minutes += end - start;
    reached = end;
  }
  return minutes;
}
