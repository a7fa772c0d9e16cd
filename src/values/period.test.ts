/**
 * Periods: reading them, and which days and periods they hold.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate, addDays, addMonths } from './calendar-date.ts';
import { PERIOD_LENGTHS, type Period, includesDay, isCalendarPeriod, overlaps, parsePeriod, periodAround, samePeriod } from './period.ts';

const dates = fc
  .integer({ min: CalendarDate.of(1900, 1, 1)!.epochDay, max: CalendarDate.of(2200, 12, 31)!.epochDay })
  .map((epochDay) => CalendarDate.fromEpochDay(epochDay));
const periods = fc.tuple(dates, fc.nat(500)).map(([from, days]): Period => ({ from, to: addDays(from, days) }));
const text = (period: Period | undefined): string => (period ? `${period.from.toString()} to ${period.to.toString()}` : 'no period');

describe('a period', () => {
  test.each<readonly [string, string]>([
    ['2024', '2024-01-01 to 2024-12-31'],
    ['2024-S1', '2024-01-01 to 2024-06-30'],
    ['2024-S2', '2024-07-01 to 2024-12-31'],
    ['2024-Q1', '2024-01-01 to 2024-03-31'],
    ['2024-Q2', '2024-04-01 to 2024-06-30'],
    ['2024-Q4', '2024-10-01 to 2024-12-31'],
    ['2024-02', '2024-02-01 to 2024-02-29'],
    ['2023-02', '2023-02-01 to 2023-02-28'],
    ['2024-12', '2024-12-01 to 2024-12-31'],
    ['1900', '1900-01-01 to 1900-12-31'],
    ['2200', '2200-01-01 to 2200-12-31'],
    ['2200-12', '2200-12-01 to 2200-12-31'],
    ...['1899', '2201', '2024-13', '2024-00', '2024-Q5', '2024-Q0', '2024-S3', '2024-6', '2024-06-30', '', '24', ' 2024', '2024-', '2024\n', 'Q1-2024'].map(
      (none) => [none, 'no period'] as const,
    ),
  ])('%j is %s', (written, read) => {
    expect(text(parsePeriod(written))).toBe(read);
  });

  test('around a day is the calendar period that holds it, and its neighbours begin where it ends', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...PERIOD_LENGTHS), (date, length) => {
        const period = periodAround(date, length);
        expect(includesDay(period, date)).toBe(true);
        expect(isCalendarPeriod(period, length)).toBe(true);
        expect(samePeriod(periodAround(period.to, length), period)).toBe(true);
        const next = addDays(period.to, 1);
        if (next.year <= 2200) expect(periodAround(next, length).from).toEqual(next);
        expect(addMonths(period.from, { month: 1, quarter: 3, halfYear: 6, year: 12 }[length])).toEqual(next);
      }),
    );
  });

  test('is a calendar period of its own length only', () => {
    expect(PERIOD_LENGTHS.map((length) => isCalendarPeriod(parsePeriod('2024-Q2')!, length))).toEqual([false, true, false, false]);
    const { from, to } = parsePeriod('2024')!;
    expect(isCalendarPeriod({ from, to: addDays(to, -1) }, 'year')).toBe(false);
    expect(isCalendarPeriod({ from: addDays(from, 1), to }, 'year')).toBe(false);
  });

  test('overlaps another exactly when some day lies in both, and is the same only as itself', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -600, max: 600 }), fc.nat(30), (a, shift, length) => {
        const from = addDays(a.from, shift);
        const b = { from, to: addDays(from, length) };
        const days = Array.from({ length: length + 1 }, (_, at) => addDays(from, at));
        expect(overlaps(a, b)).toBe(days.some((date) => includesDay(a, date)));
        expect(overlaps(b, a)).toBe(overlaps(a, b));
        expect(samePeriod(a, b)).toBe(text(a) === text(b));
      }),
    );
  });
});
