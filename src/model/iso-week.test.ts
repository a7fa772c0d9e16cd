/**
 * Weeks by year and number.
 */
import { getISOWeek, getISOWeekYear } from 'date-fns';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CalendarDate, addDays } from '../values/calendar-date.ts';
import { isoWeek } from './iso-week.ts';

it.each([
  ['2024-12-30', 202501],
  ['2021-01-03', 202053],
  ['2024-06-03', 202423],
  ['1900-01-01', 190001],
])('%s lies in week %i', (text, week) => {
  expect(isoWeek(CalendarDate.parse(text)!)).toBe(week);
});

it('agrees with date-fns on every day, and is the same from Monday to Sunday', () => {
  const first = CalendarDate.parse('1900-01-01')!;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 109_000 }), (days) => {
      const date = addDays(first, days);
      const noon = new Date(date.year, date.month - 1, date.day, 12);
      expect(isoWeek(date)).toBe(getISOWeekYear(noon) * 100 + getISOWeek(noon));
      expect(isoWeek(addDays(date, 7 - date.weekday))).toBe(isoWeek(date));
    }),
  );
});
