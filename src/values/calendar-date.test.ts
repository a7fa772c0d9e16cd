/**
 * Dates: the calendar, month ends, and that no time zone of the host can move a day.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CalendarDate, addDays, addMonths, compareDates, daysBetween, lastDayOfMonth, wholeMonths, wholeYears } from './calendar-date.ts';

const day = (text: string): CalendarDate => {
  const date = CalendarDate.parse(text);
  if (!date) throw new Error(`${text} is no date`);
  return date;
};
const [FIRST, LAST] = [day('1900-01-01').epochDay, day('2200-12-31').epochDay];
const dates = fc.integer({ min: FIRST, max: LAST }).map((epochDay) => CalendarDate.fromEpochDay(epochDay));
/** Days near the ends of months, where month arithmetic goes wrong. */
const monthEnds = fc
  .tuple(fc.integer({ min: 1901, max: 2199 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: -4, max: 3 }))
  .map(([year, month, days]) => addDays(CalendarDate.of(year, month, 1)!, days));
const anyDate = fc.oneof(dates, monthEnds);
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number): number => [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;

// Jakarta and New York as asked; Apia left out 2011-12-30 altogether, Kiritimati 1994-12-31, and New York and Lord Howe change their clocks.
const ZONES = ['UTC', 'Asia/Jakarta', 'America/New_York', 'Pacific/Apia', 'Pacific/Kiritimati', 'Australia/Lord_Howe'];

describe.each(ZONES)('in %s', (zone) => {
  const before = process.env['TZ'];
  beforeAll(() => {
    process.env['TZ'] = zone;
  });
  afterAll(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });

  test('the last day of a month lies before the first of the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const { year: itsYear, month: itsMonth, day: itsDay } = lastDayOfMonth(year, month);
        expect([itsYear, itsMonth, itsDay]).toEqual([year, month, lengthOf(year, month)]);
      }),
    );
  });

  test('the host is in that zone', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
  });

  test.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-31', -1, '2024-02-29'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-05-31', 1, '2024-06-30'],
    ['2024-06-30', 1, '2024-07-30'],
    ['2011-11-30', 1, '2011-12-30'],
    ['2012-01-30', -1, '2011-12-30'],
    ['1994-11-30', 1, '1994-12-30'],
    ['1994-10-31', 2, '1994-12-31'],
    ['2024-01-15', 0, '2024-01-15'],
    ['2024-03-10', -12, '2023-03-10'],
  ])('%s and %i months are %s', (from, months, to) => {
    expect(addMonths(day(from), months).toString()).toBe(to);
  });

  test.each([
    ['2024-01-31', '2024-02-28', 0],
    ['2024-01-31', '2024-02-29', 1],
    ['2023-01-31', '2023-02-28', 1],
    ['2023-01-31', '2023-04-30', 3],
    ['2024-01-30', '2024-02-28', 0],
    ['2024-01-15', '2024-02-14', 0],
    ['2024-01-15', '2024-02-15', 1],
    ['2024-02-29', '2025-02-27', 11],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-06-30', '2024-01-31', -5],
    ['2024-06-29', '2024-01-31', -4],
    ['2024-02-28', '2024-01-31', 0],
    ['2024-02-29', '2024-01-31', -1],
    ['2024-01-15', '2024-01-15', 0],
    ['2011-12-29', '2011-12-31', 0],
    ['2011-11-30', '2011-12-30', 1],
  ])('from %s to %s are %i whole months', (from, to, months) => {
    expect(wholeMonths(day(from), day(to))).toBe(months);
  });

  test.each([
    ['1990-05-17', '2024-05-16', 33],
    ['1990-05-17', '2024-05-17', 34],
    ['2024-05-17', '1990-05-17', -34],
    ['2024-05-16', '1990-05-17', -33],
    ['2000-02-29', '2001-02-27', 0],
    ['2000-02-29', '2001-02-28', 1],
    ['2024-03-01', '2024-02-28', 0],
  ])('from %s to %s are %i whole years', (from, to, years) => {
    expect(wholeYears(day(from), day(to))).toBe(years);
  });

  test('a month later is the same day, or the last of a shorter month', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const moved = addMonths(date, months);
        const place = date.year * 12 + date.month - 1 + months;
        const [year, month] = [Math.floor(place / 12), (((place % 12) + 12) % 12) + 1];
        expect([moved.year, moved.month, moved.day]).toEqual([year, month, Math.min(date.day, lengthOf(year, month))]);
      }),
    );
  });

  test('whole months are the most that can be added without passing the end, and the same backwards', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        const [from, to] = compareDates(a, b) <= 0 ? [a, b] : [b, a];
        const months = wholeMonths(from, to);
        expect(compareDates(addMonths(from, months), to)).toBeLessThanOrEqual(0);
        expect(compareDates(addMonths(from, months + 1), to)).toBe(1);
        expect(wholeMonths(to, from) + months).toBe(0);
        expect(wholeYears(from, to)).toBe(Math.floor(months / 12));
        expect(Object.is(wholeMonths(a, a), 0) && Object.is(wholeYears(to, from), -0)).toBe(false);
      }),
    );
  });

  test('text is read back as the same day', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(CalendarDate.parse(date.toString())).toEqual(date);
        expect(CalendarDate.of(date.year, date.month, date.day)).toEqual(date);
        expect(JSON.stringify(date)).toBe(`"${date.toString()}"`);
      }),
    );
  });

  test('days are counted one by one', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const moved = addDays(date, days);
        expect(daysBetween(date, moved)).toBe(days);
        expect(compareDates(date, moved)).toBe(Math.sign(-days) + 0);
        expect(moved.weekday).toBe(((((date.weekday - 1 + days) % 7) + 7) % 7) + 1);
      }),
    );
  });
});

describe('the calendar', () => {
  test('has the days it has, from 1900 to 2200', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1890, max: 2210 }), fc.integer({ min: -1, max: 14 }), fc.integer({ min: -1, max: 33 }), (year, month, date) => {
        const exists = year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && date >= 1 && date <= lengthOf(year, month);
        expect(CalendarDate.of(year, month, date) !== undefined).toBe(exists);
      }),
    );
  });
  test('counts its days one by one, as Date does', () => {
    for (let epochDay = FIRST; epochDay <= LAST; epochDay++) {
      const date = new Date(epochDay * 86_400_000);
      const one = CalendarDate.of(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      if (one?.epochDay !== epochDay) expect.fail(date.toISOString());
    }
  });
  test.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2024-13-01',
    '2024-00-01',
    '2024-04-31',
    '2024-01-00',
    '1899-12-31',
    '2201-01-01',
    '2024-1-1',
    '20240101',
    '2024-01-01T00:00',
    ' 2024-01-01',
    '2024-01-01\n',
    '31-12-2024',
    '',
    '\u0662024-01-01',
  ])('has no %j', (text) => {
    expect(CalendarDate.parse(text)).toBeUndefined();
  });
  test.each([
    [2024.5, 1, 1],
    [2024, 1.5, 1],
    [2024, 1, 1.5],
    [Number.NaN, 1, 1],
    [2024, Number.NaN, 1],
    [2024, 1, Number.NaN],
    [Infinity, 1, 1],
  ])('has no day %d %d %d', (year, month, date) => {
    expect(CalendarDate.of(year, month, date)).toBeUndefined();
  });
  test.each([
    ['2000-02-29', 2],
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2024-08-17', 6],
    ['1945-08-17', 5],
    ['2024-06-30', 7],
    ['1900-01-01', 1],
  ])('gives %s the weekday %i', (text, weekday) => {
    expect(day(text).weekday).toBe(weekday);
  });
  test('ends at the years 1 and 9999, with a fault and not with a date that is none', () => {
    const outside = new RangeError('The date lies outside the calendar (years 1 to 9999).');
    expect(addDays(day('2200-12-31'), 1).toString()).toBe('2201-01-01');
    expect(addMonths(day('1900-01-01'), -12 * 1899).toString()).toBe('0001-01-01');
    expect(() => addMonths(day('1900-01-01'), -12 * 1899 - 1)).toThrow(outside);
    expect(() => addMonths(day('2024-01-01'), 1e9)).toThrow(outside);
    expect(() => addMonths(day('2024-01-01'), Number.NaN)).toThrow(outside);
    expect(() => addDays(day('2024-01-01'), 0.5)).toThrow(outside);
    expect(() => addDays(day('2024-01-01'), Infinity)).toThrow(outside);
  });
  test('gives dates that cannot be changed', () => {
    expect(Object.isFrozen(day('2024-01-01'))).toBe(true);
  });
});
