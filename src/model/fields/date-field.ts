/**
 * Dates, months and periods on the wire: `2024-06-30`, `2024-06`, `2024-Q2` or `{ from, to }`.
 * In: titles and meaning. Out: schemas that yield {@link CalendarDate}s and {@link Period}s.
 */
import type * as z from 'zod';
import { CalendarDate, addDays, addMonths, compareDates } from '../../values/calendar-date.ts';
import { type Period, parsePeriod } from '../../values/period.ts';
import { DATE, recordType } from '../../values/type.ts';
import { type FieldNote, leafField } from './field-note.ts';
import { Refusal, quoted, wrongKind } from './refusal.ts';

const DATE_PATTERN = '^\\d{4}-\\d{2}-\\d{2}$';
const MONTH_PATTERN = '^\\d{4}-\\d{2}$';
const PERIOD_PATTERN = '^\\d{4}(-(Q[1-4]|S[12]|\\d{2}))?$';

/** A period as written. */
export type PeriodInput = string | { from: string; to: string };

/** The type of a period inside a record. */
export const PERIOD_TYPE = recordType('period', [
  ['from', DATE],
  ['to', DATE],
]);

/** A day of the calendar, 1900 to 2200. */
export const dateField = (note: FieldNote): z.ZodType<CalendarDate, string> =>
  leafField(readDate, { form: 'date', type: DATE, json: { type: 'string', pattern: DATE_PATTERN } }, note);

/** A month; `edge` says which of its days is the value: the first or the last. */
export const monthField = (edge: 'first' | 'last', note: FieldNote): z.ZodType<CalendarDate, string> =>
  leafField((written) => readMonth(written, edge), { form: 'month', type: DATE, json: { type: 'string', pattern: MONTH_PATTERN } }, note);

/** A period: `2024`, `2024-S1`, `2024-Q2`, `2024-06`, or its first and last day. */
export const periodField = (note: FieldNote): z.ZodType<Period, PeriodInput> =>
  leafField(readPeriod, { form: 'period', type: PERIOD_TYPE, json: PERIOD_JSON }, note);

const PERIOD_JSON = {
  anyOf: [
    { type: 'string', pattern: PERIOD_PATTERN },
    {
      type: 'object',
      properties: { from: { type: 'string', pattern: DATE_PATTERN }, to: { type: 'string', pattern: DATE_PATTERN } },
      required: ['from', 'to'],
      additionalProperties: false,
    },
  ],
};

export function readDate(written: unknown): CalendarDate | Refusal {
  if (typeof written !== 'string') return wrongKind(written, 'a date such as "2024-06-30"');
  const date = CalendarDate.parse(written);
  if (date) return date;
  return /^\d{4}-\d{2}-\d{2}$/.test(written)
    ? new Refusal('input/date', `${written} is no day of the calendar between 1900 and 2200.`, 'Give a day that exists.')
    : new Refusal('input/date', `${quoted(written)} is not a date.`, 'Write it as year-month-day, such as "2024-06-30".');
}

function readMonth(written: unknown, edge: 'first' | 'last'): CalendarDate | Refusal {
  if (typeof written !== 'string') return wrongKind(written, 'a month such as "2024-07"');
  const first = /^\d{4}-\d{2}$/.test(written) ? CalendarDate.parse(`${written}-01`) : undefined;
  if (!first) return new Refusal('input/month', `${quoted(written)} is not a month.`, 'Write it as year-month, such as "2024-07".');
  return edge === 'first' ? first : addDays(addMonths(first, 1), -1);
}

export function readPeriod(written: unknown): Period | Refusal {
  if (typeof written === 'string') {
    const period = parsePeriod(written);
    return period
      ? Object.freeze(period)
      : new Refusal('input/period', `${quoted(written)} is not a period.`, 'Write "2024", "2024-S1", "2024-Q2", "2024-06", or { from, to } with two dates.');
  }
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return wrongKind(written, 'a period such as "2024-Q2"');
  const stranger = Object.keys(written).find((key) => key !== 'from' && key !== 'to');
  if (stranger !== undefined)
    return new Refusal('input/unknown-key', `${quoted(stranger)} is no field of a period.`, 'A period has the fields from and to.', [stranger]);
  const { from: firstDay, to: lastDay } = written as { from?: unknown; to?: unknown };
  const from = readDate(firstDay);
  if (from instanceof Refusal) return new Refusal(from.code, from.message, from.mend, ['from']);
  const to = readDate(lastDay);
  if (to instanceof Refusal) return new Refusal(to.code, to.message, to.mend, ['to']);
  if (compareDates(from, to) > 0)
    return new Refusal('input/reversed', `This period begins on ${from}, after its end on ${to}.`, 'Exchange the two dates, or correct one of them.');
  return Object.freeze({ from, to });
}
