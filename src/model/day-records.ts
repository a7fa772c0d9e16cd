/**
 * Day records from punches: the attendance of each day of a period under a calendar.
 * In: punches, a calendar, the period, notices and leaves. Out: plain day records for `attendance.days`, one for each day, in order.
 */
import { type CalendarDate, addDays } from '../values/calendar-date.ts';
import { includesDay } from '../values/period.ts';
import type { DayRecordInput } from './attendance.ts';
import type { Calendar } from './calendar.ts';
import { InputError, type InputIssue, inputIssue } from './input-error.ts';
import { isoWeek } from './iso-week.ts';
import { type DayRecordOptions, type Notice, type PunchInput, type Punches, readPunches } from './punches.ts';
import type { TimeOfDay } from './time-of-day.ts';
import { hoursOn, isWorkday, windowed, workedUnder } from './working-hours.ts';

/**
 * Turns punches into day records. A working day without punch, notice or leave is absent; one with a single punch is present, with
 * `missingIn` or `missingOut`. A notice goes before a leave, and a leave before the punches.
 * @throws InputError for faulty punches or options, and for a working day without working hours in the calendar.
 * @example dayRecords([{ date: '2024-06-03', clockIn: '07:42', clockOut: '16:30' }], calendar, { period: '2024-06' })
 */
export function dayRecords(punches: readonly PunchInput[], calendar: Calendar, options: DayRecordOptions): readonly DayRecordInput[] {
  const read = readPunches({ ...options, punches });
  const merged = mergePunches(read);
  const notices = new Map(read.notices?.map((notice) => [notice.date.epochDay, notice]));
  const records: DayRecordInput[] = [];
  const issues: InputIssue[] = [];
  for (let date = read.period.from; date.epochDay <= read.period.to.epochDay; date = addDays(date, 1)) {
    const known: KnownDay = { date, punch: merged.get(date.epochDay), notice: notices.get(date.epochDay), leave: leaveOn(read, date) };
    const record = dayRecord(known, calendar, read.group);
    if (record) records.push(Object.freeze(record));
    else issues.push(noHours(calendar, date));
  }
  if (issues.length > 0) throw new InputError('calendar', issues);
  return Object.freeze(records);
}

interface Punch {
  readonly clockIn: TimeOfDay | undefined;
  readonly clockOut: TimeOfDay | undefined;
}

interface KnownDay {
  readonly date: CalendarDate;
  readonly punch: Punch | undefined;
  readonly notice: Notice | undefined;
  readonly leave: NonNullable<Punches['leaves']>[number] | undefined;
}

/** The record of one day; undefined when the calendar lacks the hours to judge its punches. */
function dayRecord({ date, punch, notice, leave }: KnownDay, calendar: Calendar, group: string | undefined): DayRecordInput | undefined {
  const workday = isWorkday(calendar, date, group);
  const marks = (calendar.marks ?? []).filter((mark) => mark.date.epochDay === date.epochDay).map(({ mark }) => mark);
  const day = { date: date.toString(), workday, week: isoWeek(date), weekday: date.weekday, marks, lateMinutes: 0, earlyMinutes: 0 };
  const noted = noticed(notice);
  if (notice && notice.status !== 'present' && notice.half === undefined) return { ...day, ...noted, status: notice.status };
  if (leave && !notice && workday) return { ...day, status: 'leave', leaveKind: leave.kind };
  if (!workday) return { ...day, ...noted, status: 'off' };
  const hours = hoursOn(calendar, date, group);
  if (!hours) return undefined;
  const half = notice?.half;
  const clockIn = windowed(punch?.clockIn, hours);
  const clockOut = windowed(punch?.clockOut, hours);
  if (clockIn === undefined && clockOut === undefined)
    return { ...day, ...noted, status: 'absent', ...(half && { half: half === 'morning' ? 'afternoon' : 'morning' }) };
  const { late, early, worked } = workedUnder(hours, clockIn, clockOut);
  return {
    ...day,
    ...noted,
    status: notice?.status ?? 'present',
    // Half a day that is answered for needs no punch at its end of the day.
    lateMinutes: half === 'morning' ? 0 : late,
    earlyMinutes: half === 'afternoon' ? 0 : early,
    missingIn: clockIn === undefined && half !== 'morning',
    missingOut: clockOut === undefined && half !== 'afternoon',
    ...(worked !== undefined && { workedMinutes: worked }),
  };
}

/** What a notice says beside its status. */
function noticed(notice: Notice | undefined): Partial<DayRecordInput> {
  if (!notice) return {};
  const { half, leaveKind, excused, missed } = notice;
  return { ...(half && { half }), ...(leaveKind && { leaveKind }), ...(excused !== undefined && { excused }), ...(missed && { missed: [...missed] }) };
}

/** The earliest clock-in and the latest clock-out of each day. */
function mergePunches({ punches }: Punches): ReadonlyMap<number, Punch> {
  const merged = new Map<number, Punch>();
  for (const { date, clockIn, clockOut } of punches) {
    const earlier = merged.get(date.epochDay);
    merged.set(date.epochDay, { clockIn: choose(Math.min, earlier?.clockIn, clockIn), clockOut: choose(Math.max, earlier?.clockOut, clockOut) });
  }
  return merged;
}

const choose = (of: (a: number, b: number) => number, a: TimeOfDay | undefined, b: TimeOfDay | undefined): TimeOfDay | undefined =>
  a === undefined ? b : b === undefined ? a : of(a, b);

const leaveOn = ({ leaves }: Punches, date: CalendarDate): KnownDay['leave'] => leaves?.find((leave) => includesDay(leave, date));

const noHours = (calendar: Calendar, date: CalendarDate): InputIssue =>
  inputIssue(
    'calendar/no-hours',
    ['hours'],
    `The calendar ${calendar.id} has no working hours for ${date} (day ${date.weekday} of the week).`,
    'Add working hours that hold on that day, or give the day as weekend or holiday.',
  );
