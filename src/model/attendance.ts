/**
 * Attendance: a record per dated day, or counts where an office has only those.
 * In: nothing. Out: the zod schemas; facts `attendance.days` and `attendance.counts.<name>`.
 * Minutes of a day are always given (0 when on time): nothing missing is zero.
 */
import type * as z from 'zod';
import { DAY } from '../values/unit.ts';
import { choiceField, enumeration, yesNoField } from './fields/choice-field.ts';
import { dateField } from './fields/date-field.ts';
import type { FieldNote } from './fields/field-note.ts';
import { listField, recordField } from './fields/list-field.ts';
import { type NumberField, decimalField } from './fields/number-field.ts';
import { idField, textField } from './fields/text-field.ts';
import { LEAVE_KIND } from './leave.ts';

export const DAY_STATUS = enumeration('dayStatus', [
  ['present', 'Hadir', 'Present'],
  ['absent', 'Tanpa keterangan', 'Absent without excuse'],
  ['leave', 'Cuti', 'On leave'],
  ['permit', 'Izin', 'Excused'],
  ['sick', 'Sakit', 'Sick'],
  ['duty', 'Dinas luar', 'On duty elsewhere'],
  ['study', 'Pendidikan dan pelatihan', 'In training'],
  ['cancelled', 'Kehadiran dibatalkan', 'Attendance cancelled by the superior'],
  ['off', 'Bukan hari kerja', 'No working day'],
]);
export const DAY_HALF = enumeration('dayHalf', [
  ['morning', 'Pagi', 'Morning'],
  ['afternoon', 'Sore', 'Afternoon'],
]);

const dayMinutes = (note: FieldNote): NumberField => decimalField({ ...note, unit: 'minute', min: '0', max: '1440', step: '1' });
const nameOf = (id: string, en: string) => idField({ id, en, about: 'A name, as the calendar and the ruleset write it.' });

export const daySchema = recordField(
  {
    /** The day. */
    date: dateField({ id: 'Tanggal', en: 'Date', about: 'The day.' }),
    /** Whether it is a working day for this employee. */
    workday: yesNoField({ id: 'Hari kerja', en: 'Working day', about: 'Whether it is a working day for this employee.' }),
    /** Present, absent, on leave, excused, sick, on duty elsewhere, in training, cancelled, off. */
    status: choiceField(DAY_STATUS, { id: 'Status kehadiran', en: 'Status', about: 'What the employee did that day.' }),
    /** Half of the day that the status is about; the other half was worked or excused. */
    half: choiceField(DAY_HALF, {
      id: 'Setengah hari',
      en: 'Half day',
      about: 'The half of the day that the status is about, the other half being worked or excused; left out for whole days.',
    }).optional(),
    /** Late: minute, 0 to 1440, step 1. */
    lateMinutes: dayMinutes({ id: 'Menit terlambat', en: 'Minutes late', about: 'Minutes late; 0 when not late, not present, or without a clock-in.' }),
    /** Left early: minute, 0 to 1440, step 1. */
    earlyMinutes: dayMinutes({
      id: 'Menit pulang cepat',
      en: 'Minutes left early',
      about: 'Minutes left before the end; 0 when not early, not present, or without a clock-out.',
    }),
    /** Away without leave in between: minute, 0 to 1440, step 1. */
    awayMinutes: dayMinutes({
      id: 'Menit meninggalkan kantor',
      en: 'Minutes away',
      about: 'Minutes away from the office without leave, between arriving and going.',
    }).optional(),
    /** Worked: minute, 0 to 1440, step 1. */
    workedMinutes: dayMinutes({ id: 'Menit bekerja', en: 'Minutes worked', about: 'Minutes at work, rest not counted.' }).optional(),
    /** Present without a clock-in. */
    missingIn: yesNoField({ id: 'Tanpa rekam datang', en: 'No clock-in', about: 'Whether the clock-in is missing on a day with a clock-out.' }).optional(),
    /** Present without a clock-out. */
    missingOut: yesNoField({ id: 'Tanpa rekam pulang', en: 'No clock-out', about: 'Whether the clock-out is missing on a day with a clock-in.' }).optional(),
    /** Whether lateness or leaving early was excused by the superior. */
    excused: yesNoField({ id: 'Diizinkan atasan', en: 'Excused', about: 'Whether being late or leaving early was excused by the superior.' }).optional(),
    /** Kind of leave, on days of leave. */
    leaveKind: choiceField(LEAVE_KIND, { id: 'Jenis cuti', en: 'Kind of leave', about: 'The kind of leave, on days of leave.' }).optional(),
    /** Week as year and ISO week (202405): count, 190001 to 220101, step 1; worked out when left out. */
    week: decimalField({
      id: 'Minggu',
      en: 'Week',
      about: 'The week as year and ISO week number, such as 202405; worked out from the date when left out.',
      unit: 'count',
      min: '190001',
      max: '220101',
      step: '1',
    }).optional(),
    /** Day of the week, 1 Monday to 7 Sunday: count, 1 to 7, step 1; worked out when left out. */
    weekday: decimalField({
      id: 'Hari',
      en: 'Day of the week',
      about: 'The day of the week, 1 for Monday to 7 for Sunday; worked out from the date when left out.',
      unit: 'count',
      min: '1',
      max: '7',
      step: '1',
    }).optional(),
    /** What the day is, such as the first after Lebaran. */
    marks: listField(nameOf('Tanda hari', 'Mark'), {
      id: 'Tanda hari',
      en: 'Marks',
      about: 'What the day is, as the calendar marks it, such as the first after Lebaran or a day of ceremony.',
      maxItems: 20,
    }).optional(),
    /** Duties of that day that were missed, such as assembly. */
    missed: listField(nameOf('Kewajiban', 'Duty'), {
      id: 'Kewajiban yang ditinggalkan',
      en: 'Missed',
      about: 'Duties of that day that were missed, such as assembly or ceremony.',
      maxItems: 20,
    }).optional(),
    /** How it was recorded: machine, application, by hand. */
    recordedBy: textField({ id: 'Cara rekam', en: 'Recorded by', about: 'How attendance was recorded: machine, application, by hand.' }).optional(),
  },
  { name: 'dayRecord', id: 'Hari kehadiran', en: 'Day record', about: 'The attendance of one day.' },
);

const dayCount = (id: string, en: string, about: string): NumberField => decimalField({ id, en, about, unit: 'day', min: '0', max: '366', step: '0.5' });
const minuteCount = (id: string, en: string, about: string): NumberField => decimalField({ id, en, about, unit: 'minute', min: '0', max: '527040', step: '1' });
const timesCount = (id: string, en: string, about: string): NumberField => decimalField({ id, en, about, unit: 'count', min: '0', max: '366', step: '1' });

export const countsSchema = recordField(
  {
    /** Working days: day, 0 to 366, step 0.5. */
    workdays: dayCount('Jumlah hari kerja', 'Working days', 'Working days of the period.').optional(),
    /** Days present, halves counted as halves: day, 0 to 366, step 0.5. */
    present: dayCount('Jumlah hadir', 'Days present', 'Days present; a half day counts as a half.').optional(),
    /** Days absent without excuse: day, 0 to 366, step 0.5. */
    absent: dayCount('Jumlah tanpa keterangan', 'Days absent', 'Days absent without excuse; a half day counts as a half.').optional(),
    /** Days on leave: day, 0 to 366, step 0.5. */
    leave: dayCount('Jumlah cuti', 'Days on leave', 'Days on leave.').optional(),
    /** Days excused: day, 0 to 366, step 0.5. */
    permit: dayCount('Jumlah izin', 'Days excused', 'Days excused.').optional(),
    /** Days sick: day, 0 to 366, step 0.5. */
    sick: dayCount('Jumlah sakit', 'Days sick', 'Days sick without being on sick leave.').optional(),
    /** Days on duty elsewhere: day, 0 to 366, step 0.5. */
    duty: dayCount('Jumlah dinas luar', 'Days on duty elsewhere', 'Days on duty elsewhere.').optional(),
    /** Days in training: day, 0 to 366, step 0.5. */
    study: dayCount('Jumlah pendidikan dan pelatihan', 'Days in training', 'Days in training.').optional(),
    /** Days whose attendance was cancelled: day, 0 to 366, step 0.5. */
    cancelled: dayCount('Jumlah kehadiran dibatalkan', 'Days cancelled', 'Days whose attendance the superior cancelled.').optional(),
    /** Times late: count, 0 to 366, step 1. */
    late: timesCount('Jumlah terlambat', 'Times late', 'How often the employee was late.').optional(),
    /** Times left early: count, 0 to 366, step 1. */
    early: timesCount('Jumlah pulang cepat', 'Times left early', 'How often the employee left early.').optional(),
    /** Minutes late in all: minute, 0 to 527040, step 1. */
    lateMinutes: minuteCount('Jumlah menit terlambat', 'Minutes late', 'Minutes late in all.').optional(),
    /** Minutes left early in all: minute, 0 to 527040, step 1. */
    earlyMinutes: minuteCount('Jumlah menit pulang cepat', 'Minutes left early', 'Minutes left early in all.').optional(),
    /** Days without a clock-in: count, 0 to 366, step 1. */
    missingIn: timesCount('Jumlah tanpa rekam datang', 'Clock-ins missing', 'How often a clock-in is missing.').optional(),
    /** Days without a clock-out: count, 0 to 366, step 1. */
    missingOut: timesCount('Jumlah tanpa rekam pulang', 'Clock-outs missing', 'How often a clock-out is missing.').optional(),
    /** Assemblies and ceremonies missed: count, 0 to 366, step 1. */
    missed: timesCount('Jumlah kewajiban ditinggalkan', 'Duties missed', 'How many assemblies, ceremonies and the like were missed.').optional(),
  },
  { name: 'attendanceCounts', id: 'Rekap kehadiran', en: 'Attendance counts', about: 'Counts of the period; worked out from the days when those are given.' },
);

export const attendanceSchema = recordField(
  {
    days: listField(daySchema, {
      id: 'Hari kehadiran',
      en: 'Days',
      about: 'A record for each day of the period; at least for each working day.',
      maxItems: 366,
      key: 'date',
      each: DAY,
    }).optional(),
    counts: countsSchema.optional(),
  },
  { name: 'attendance', id: 'Kehadiran', en: 'Attendance', about: 'Attendance as days, as counts, or both where they agree.' },
);

/** A day record as written: plain JSON. */
export type DayRecordInput = z.input<typeof daySchema>;
