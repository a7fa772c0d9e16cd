/**
 * The week in which a day lies, so that days of one week can be gathered.
 * In: a date. Out: year and ISO week in one number: 202405 is week 5 of 2024; a week begins on Monday and belongs to the year of its Thursday.
 */
import type { CalendarDate } from '../values/calendar-date.ts';

const DAY_MS = 86_400_000;
const newYear = (year: number): number => Date.UTC(year, 0, 1) / DAY_MS;

export function isoWeek(date: CalendarDate): number {
  const thursday = date.epochDay + 4 - date.weekday;
  const year = thursday < newYear(date.year) ? date.year - 1 : thursday >= newYear(date.year + 1) ? date.year + 1 : date.year;
  return year * 100 + Math.floor((thursday - newYear(year)) / 7) + 1;
}
