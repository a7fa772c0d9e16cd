/**
 * Calendars: working hours by weekday and group of staff, weekends, holidays and marked days, all dated.
 * In: plain JSON. Out: a {@link Calendar}, and the form in which formulas read one (`working days(from, to, calendar)`).
 */
import type * as z from 'zod';
import { compareDates } from '../values/calendar-date.ts';
import type { ListValue, RecordValue } from '../values/result.ts';
import { choiceField, enumeration } from './fields/choice-field.ts';
import { dateField } from './fields/date-field.ts';
import { listField, recordField } from './fields/list-field.ts';
import { decimalField } from './fields/number-field.ts';
import { idField, textField } from './fields/text-field.ts';
import { timeField } from './fields/time-field.ts';
import { type InputIssue, inputIssue } from './input-error.ts';
import { type Check, readInput } from './read-input.ts';
import { timeText } from './time-of-day.ts';

export const OUTSIDE_WINDOW = enumeration('outsideWindow', [
  ['clamp', 'Dihitung pada batas jendela', 'Counted at the edge of the window'],
  ['missing', 'Dianggap tidak merekam', 'Taken as not recorded'],
]);

const weekdayField = () =>
  decimalField({
    id: 'Hari',
    en: 'Day of the week',
    about: 'The day of the week, 1 for Monday to 7 for Sunday.',
    unit: 'count',
    min: '1',
    max: '7',
    step: '1',
  });

const restSchema = recordField(
  {
    /** Start of the rest, `12:00`. */
    start: timeField({ id: 'Mulai istirahat', en: 'Rest starts', about: 'When the rest starts.' }),
    /** End of the rest, `13:00`. */
    end: timeField({ id: 'Selesai istirahat', en: 'Rest ends', about: 'When the rest ends.' }),
  },
  { name: 'rest', id: 'Istirahat', en: 'Rest', about: 'A rest that is not counted as work.' },
);

const hoursSchema = recordField(
  {
    /** What these hours are, such as Ramadan. */
    label: textField({ id: 'Nama', en: 'Name', about: 'What these hours are, such as Ramadan.' }).optional(),
    /** First day on which they hold. */
    from: dateField({ id: 'Mulai berlaku', en: 'From', about: 'The first day on which these hours hold.' }),
    /** Last day on which they hold; left out while they go on. */
    to: dateField({ id: 'Berlaku sampai', en: 'To', about: 'The last day on which these hours hold; left out while they go on.' }).optional(),
    /** Days of the week, 1 Monday to 7 Sunday: count, 1 to 7, step 1. */
    weekdays: listField(weekdayField(), { id: 'Hari', en: 'Days of the week', about: 'The days of the week on which these hours hold.', maxItems: 7 }),
    /** Group of staff; left out for all staff. */
    group: idField({ id: 'Kelompok pegawai', en: 'Group of staff', about: 'The group of staff with these hours; left out for all staff.' }).optional(),
    /** Who clocks in later than this (and the flex) is late: `07:30`. */
    start: timeField({ id: 'Jam masuk', en: 'Start', about: 'Who clocks in later than this, and the flex, is late.' }),
    /** Who clocks out earlier leaves early: `16:30`. */
    end: timeField({ id: 'Jam pulang', en: 'End', about: 'Who clocks out earlier than this, moved by the flex used, leaves early.' }),
    /** By how much the start may move, the end moving along: minute, 0 to 720, step 1. */
    flex: decimalField({
      id: 'Fleksibilitas',
      en: 'Flex',
      about: 'By how much the start may move, the end moving along.',
      unit: 'minute',
      min: '0',
      max: '720',
      step: '1',
    }).optional(),
    /** Earliest clock-in that counts. */
    opens: timeField({ id: 'Rekam datang dibuka', en: 'Opens', about: 'The earliest clock-in that counts.' }).optional(),
    /** Latest clock-out that counts. */
    closes: timeField({ id: 'Rekam pulang ditutup', en: 'Closes', about: 'The latest clock-out that counts.' }).optional(),
    /** What a punch outside opens and closes counts as; clamp when left out. */
    outside: choiceField(OUTSIDE_WINDOW, {
      id: 'Di luar jendela',
      en: 'Outside the window',
      about: 'What a punch before it opens or after it closes counts as: at the edge (clamp, when left out), or missing.',
    }).optional(),
    /** Rests, not counted as work. */
    rests: listField(restSchema, { id: 'Istirahat', en: 'Rests', about: 'Rests that are not counted as work.', maxItems: 5 }).optional(),
  },
  { name: 'workingHours', id: 'Jam kerja', en: 'Working hours', about: 'Working hours of some days of the week, for some time.' },
);

const namedDay = (name: string, id: string, en: string, about: string) =>
  recordField(
    {
      /** The day. */
      date: dateField({ id: 'Tanggal', en: 'Date', about: 'The day.' }),
      /** Its name. */
      label: textField({ id: 'Nama', en: 'Name', about: 'The name of the day.' }).optional(),
    },
    { name, id, en, about },
  );

const markSchema = recordField(
  {
    /** The day. */
    date: dateField({ id: 'Tanggal', en: 'Date', about: 'The day.' }),
    /** What it is, as rulesets write it, such as afterLebaran. */
    mark: idField({ id: 'Tanda', en: 'Mark', about: 'What the day is, as rulesets write it, such as afterLebaran.' }),
  },
  { name: 'mark', id: 'Hari bertanda', en: 'Marked day', about: 'A day with a meaning of its own.' },
);

export const calendarSchema = recordField(
  {
    /** Told apart by this id. */
    id: idField({ id: 'Kode kalender', en: 'Calendar id', about: 'What tells this calendar from others.' }),
    /** Days of the week without work, 1 Monday to 7 Sunday: count, 1 to 7, step 1. */
    weekend: listField(weekdayField(), { id: 'Akhir pekan', en: 'Weekend', about: 'The days of the week without work.', maxItems: 6 }),
    hours: listField(hoursSchema, {
      id: 'Jam kerja',
      en: 'Working hours',
      about: 'Working hours; of those that hold, hours of the own group go first, then those that began last.',
      maxItems: 500,
    }),
    holidays: listField(namedDay('holiday', 'Hari libur', 'Holiday', 'A holiday.'), {
      id: 'Hari libur',
      en: 'Holidays',
      about: 'Holidays and collective leave.',
      maxItems: 2_000,
      key: 'date',
    }),
    marks: listField(markSchema, {
      id: 'Hari bertanda',
      en: 'Marked days',
      about: 'Days with a meaning of their own, such as the first after Lebaran.',
      maxItems: 2_000,
    }).optional(),
  },
  { name: 'calendar', id: 'Kalender', en: 'Calendar', about: 'Working hours, weekends, holidays and marked days.' },
);

/** A calendar as written: plain JSON. */
export type CalendarInput = z.input<typeof calendarSchema>;
/** A calendar as read. Frozen. */
export type Calendar = z.output<typeof calendarSchema>;
/** One entry of its working hours. */
export type WorkingHours = Calendar['hours'][number];

/** @throws InputError with all faults. */
export function readCalendar(data: unknown): Calendar {
  return readInput('calendar', calendarSchema, [hoursRunForwards, holidaysOnce], data);
}

/** A calendar as formulas see it: `weekend` as numbers of weekdays, `holidays` as dates. */
export function calendarValue(calendar: Calendar): RecordValue {
  return new Map<string, ListValue>([
    ['weekend', calendar.weekend],
    ['holidays', calendar.holidays.map(({ date }) => date)],
  ]);
}

const hoursRunForwards: Check<Calendar> = ({ hours }, issues) => {
  hours?.forEach((entry, index) => {
    if (!entry) return;
    const { from, to, start, end, opens, closes, rests } = entry;
    const add = (field: string, message: string, mend: string, ...inner: number[]): void =>
      void issues.push(inputIssue('calendar/reversed', ['hours', index, field, ...inner], message, mend));
    if (from && to && compareDates(from, to) > 0)
      add('to', `These hours begin on ${from}, after their end on ${to}.`, 'Exchange the two dates, or correct one of them.');
    if (start !== undefined && end !== undefined && start >= end)
      add(
        'end',
        `Work starts at ${timeText(start)} and does not end later, but at ${timeText(end)}.`,
        'Give an end later on the same day; duty over midnight is given as day records.',
      );
    if (opens !== undefined && start !== undefined && opens > start)
      add('opens', `Clocking in opens at ${timeText(opens)}, after the start at ${timeText(start)}.`, 'Give a time not after the start.');
    if (closes !== undefined && end !== undefined && closes < end)
      add('closes', `Clocking out closes at ${timeText(closes)}, before the end at ${timeText(end)}.`, 'Give a time not before the end.');
    rests?.forEach((rest, place) => {
      if (rest?.start !== undefined && rest.end !== undefined && rest.start >= rest.end)
        add(
          'rests',
          `This rest starts at ${timeText(rest.start)} and does not end later, but at ${timeText(rest.end)}.`,
          'Exchange the two times, or correct one of them.',
          place,
        );
    });
  });
};

const holidaysOnce: Check<Calendar> = ({ holidays }, issues: InputIssue[]) => {
  const seen = new Set<number>();
  holidays?.forEach((holiday, index) => {
    if (!holiday?.date) return;
    if (seen.has(holiday.date.epochDay))
      issues.push(inputIssue('duplicate/day', ['holidays', index], `The holiday ${holiday.date} is given twice.`, 'Remove one of the two.'));
    seen.add(holiday.date.epochDay);
  });
};
