/**
 * Punches: when somebody clocked in and out, and what is known of days without them.
 * In: plain JSON. Out: the schemas and types that `dayRecords` reads.
 */
import type * as z from 'zod';
import { daysBetween } from '../values/calendar-date.ts';
import { DAY_HALF, DAY_STATUS } from './attendance.ts';
import { intervals } from './checks/intervals.ts';
import { choiceField, yesNoField } from './fields/choice-field.ts';
import { dateField, periodField } from './fields/date-field.ts';
import { listField, recordField } from './fields/list-field.ts';
import { idField } from './fields/text-field.ts';
import { timeField } from './fields/time-field.ts';
import { inputIssue } from './input-error.ts';
import { LEAVE_KIND, leaveSchema } from './leave.ts';
import { type Check, readInput } from './read-input.ts';
import { timeText } from './time-of-day.ts';

const punchSchema = recordField(
  {
    /** The day. */
    date: dateField({ id: 'Tanggal', en: 'Date', about: 'The day.' }),
    /** Clock-in, `07:28`. */
    clockIn: timeField({ id: 'Rekam datang', en: 'Clock-in', about: 'When the employee clocked in.' }).optional(),
    /** Clock-out, `16:31`. */
    clockOut: timeField({ id: 'Rekam pulang', en: 'Clock-out', about: 'When the employee clocked out.' }).optional(),
  },
  {
    name: 'punch',
    id: 'Rekam kehadiran',
    en: 'Punch',
    about: 'Clock-in and clock-out of one day; of several, the earliest clock-in and the latest clock-out count.',
  },
);

const noticeSchema = recordField(
  {
    /** The day. */
    date: dateField({ id: 'Tanggal', en: 'Date', about: 'The day.' }),
    /** What is known of the day. */
    status: choiceField(DAY_STATUS, { id: 'Status', en: 'Status', about: 'What is known of the day, such as duty elsewhere or sick.' }),
    /** Half of the day that it is about. */
    half: choiceField(DAY_HALF, { id: 'Setengah hari', en: 'Half day', about: 'The half of the day that it is about; left out for whole days.' }).optional(),
    /** Kind of leave. */
    leaveKind: choiceField(LEAVE_KIND, { id: 'Jenis cuti', en: 'Kind of leave', about: 'The kind of leave, on days of leave.' }).optional(),
    /** Whether being late or leaving early was excused. */
    excused: yesNoField({ id: 'Diizinkan atasan', en: 'Excused', about: 'Whether being late or leaving early was excused.' }).optional(),
    /** Duties of the day that were missed. */
    missed: listField(idField({ id: 'Kewajiban', en: 'Duty', about: 'A duty of the day.' }), {
      id: 'Kewajiban yang ditinggalkan',
      en: 'Missed',
      about: 'Duties of the day that were missed.',
      maxItems: 20,
    }).optional(),
  },
  { name: 'notice', id: 'Keterangan hari', en: 'Notice', about: 'What is known of a day beside its punches; it goes before them.' },
);

export const punchesSchema = recordField(
  {
    punches: listField(punchSchema, { id: 'Rekam kehadiran', en: 'Punches', about: 'Punches of one employee.', maxItems: 5_000 }),
    /** Days for which records are wanted. */
    period: periodField({ id: 'Periode', en: 'Period', about: 'The days for which records are wanted; at most 366.' }),
    /** Group of staff, where its working hours differ. */
    group: idField({ id: 'Kelompok pegawai', en: 'Group of staff', about: 'The group of staff, where its working hours differ.' }).optional(),
    notices: listField(noticeSchema, {
      id: 'Keterangan hari',
      en: 'Notices',
      about: 'What is known of days beside their punches.',
      maxItems: 366,
      key: 'date',
    }).optional(),
    leaves: listField(leaveSchema, { id: 'Cuti', en: 'Leaves', about: 'Leaves; a notice of the same day goes before them.', maxItems: 100 }).optional(),
  },
  { name: 'punches', id: 'Rekam kehadiran', en: 'Punches', about: 'Punches, notices and leaves of one employee.' },
);

export type PunchInput = z.input<typeof punchSchema>;
export type Notice = z.output<typeof noticeSchema>;
export type Punches = z.output<typeof punchesSchema>;
/** What `dayRecords` is told beside the punches. */
export type DayRecordOptions = Omit<z.input<typeof punchesSchema>, 'punches'>;

/** @throws InputError with all faults, clock-outs before clock-ins and notices given twice among them. */
export function readPunches(data: unknown): Punches {
  return readInput('punch list', punchesSchema, [punchesRunForwards, noticesOnce, leavesRunForwards, periodIsShort], data);
}

const punchesRunForwards: Check<Punches> = ({ punches }, issues) => {
  punches?.forEach((punch, index) => {
    const { clockIn, clockOut } = punch ?? {};
    if (clockIn === undefined || clockOut === undefined || clockIn <= clockOut) return;
    issues.push(
      inputIssue(
        'punch/reversed',
        ['punches', index, 'clockOut'],
        `The clock-out at ${timeText(clockOut)} lies before the clock-in at ${timeText(clockIn)}.`,
        'Correct one of the two; duty over midnight is given as day records.',
      ),
    );
  });
};

const noticesOnce: Check<Punches> = ({ notices }, issues) => {
  const seen = new Set<number>();
  notices?.forEach((notice, index) => {
    if (!notice?.date) return;
    if (seen.has(notice.date.epochDay))
      issues.push(inputIssue('duplicate/day', ['notices', index], `The day ${notice.date} has a notice already.`, 'Keep one notice for each day.'));
    seen.add(notice.date.epochDay);
  });
};

const leavesRunForwards: Check<Punches> = ({ leaves }, issues, faulty) => intervals({ leaves }, issues, faulty);

const periodIsShort: Check<Punches> = ({ period }, issues) => {
  if (!period || daysBetween(period.from, period.to) < GREATEST_DAYS) return;
  issues.push(
    inputIssue(
      'punch/period',
      ['period'],
      `The period has ${daysBetween(period.from, period.to) + 1} days, and at most ${GREATEST_DAYS} are taken.`,
      'Ask for a year or less at a time.',
    ),
  );
};

const GREATEST_DAYS = 366;
