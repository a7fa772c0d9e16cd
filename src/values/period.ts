/**
 * Closed intervals of days, and the calendar periods they may be.
 * In: two dates, or text such as `2024`, `2024-Q2`, `2024-06`. Out: a {@link Period}.
 */
import { CalendarDate, addDays, lastDayOfMonth } from './calendar-date.ts';

/** From the first day to the last, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export const PERIOD_LENGTHS = ['month', 'quarter', 'halfYear', 'year'] as const;
export type PeriodLength = (typeof PERIOD_LENGTHS)[number];
const MONTHS: Record<PeriodLength, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 };

/** Reads `2024`, `2024-S1` (half year), `2024-Q2` or `2024-06`; undefined for any other text. */
export function parsePeriod(text: string): Period | undefined {
  const match = /^(\d{4})(?:-(?:Q([1-4])|S([12])|(\d{2})))?$/.exec(text);
  if (!match) return undefined;
  const [, year, quarter, half, month] = match;
  if (month) return calendarPeriod('month', Number(year), Number(month));
  if (quarter) return calendarPeriod('quarter', Number(year), Number(quarter) * 3 - 2);
  if (half) return calendarPeriod('halfYear', Number(year), Number(half) * 6 - 5);
  return calendarPeriod('year', Number(year), 1);
}

function calendarPeriod(length: PeriodLength, year: number, month: number): Period | undefined {
  const from = CalendarDate.of(year, month, 1);
  return from && { from, to: lastDayOfMonth(year, month + MONTHS[length] - 1) };
}

/** The calendar period of that length in which a day lies. */
export function periodAround(date: CalendarDate, length: PeriodLength): Period {
  const months = MONTHS[length];
  return calendarPeriod(length, date.year, date.month - ((date.month - 1) % months))!;
}

/** Whether a period is exactly one calendar month, quarter, half year or year. */
export function isCalendarPeriod(period: Period, length: PeriodLength): boolean {
  return samePeriod(period, periodAround(period.from, length));
}

export const samePeriod = (a: Period, b: Period): boolean => a.from.epochDay === b.from.epochDay && a.to.epochDay === b.to.epochDay;
export const includesDay = (period: Period, day: CalendarDate): boolean => period.from.epochDay <= day.epochDay && day.epochDay <= period.to.epochDay;
export const overlaps = (a: Period, b: Period): boolean => a.from.epochDay <= b.to.epochDay && b.from.epochDay <= a.to.epochDay;
/** The calendar period right after one. */
export const nextPeriod = (period: Period, length: PeriodLength): Period => periodAround(addDays(period.to, 1), length);
export const periodText = (period: Period): string => `${period.from}..${period.to}`;
