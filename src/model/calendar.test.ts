/**
 * Calendars: sound and faulty.
 */
import { describe, expect, it } from 'vitest';
import { toJson } from '../values/result.ts';
import { type CalendarInput, calendarValue, readCalendar } from './calendar.ts';
import { InputError } from './input-error.ts';

const CALENDAR: CalendarInput = {
  id: 'denpasar',
  weekend: [6, 7],
  hours: [{ from: '2024-02-01', weekdays: [1, 2, 3, 4], start: '07:30', end: '16:30', rests: [{ start: '12:00', end: '13:00' }] }],
  holidays: [{ date: '2024-06-17', label: 'Iduladha' }],
  marks: [{ date: '2024-04-16', mark: 'afterLebaran' }],
};

const linesOf = (data: unknown): string[] => {
  try {
    readCalendar(data);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n').slice(1);
    throw error;
  }
  return [];
};
const withHours = (more: object): unknown => ({ ...CALENDAR, hours: [{ ...CALENDAR.hours[0]!, ...more }] });

describe('a calendar', () => {
  it('is for formulas a record of weekend and holidays', () => {
    expect(toJson(calendarValue(readCalendar(CALENDAR)))).toEqual({ weekend: ['6', '7'], holidays: ['2024-06-17'] });
  });

  it.each<[unknown, string[]]>([
    [{ ...CALENDAR, hollidays: [] }, ['- hollidays: "hollidays" is no field of a calendar record. Did you mean "holidays"?']],
    [{ ...CALENDAR, weekend: [0] }, ['- weekend[0]: 0 lies outside 1 to 7. Give a number from 1 to 7.']],
    [
      { ...CALENDAR, holidays: [{ date: '2024-06-17' }, { date: '2024-06-17' }] },
      ['- holidays[1]: The holiday 2024-06-17 is given twice. Remove one of the two.'],
    ],
    [withHours({ start: '7:30' }), ['- hours[0].start: "7:30" is not a time of day. Write hours and minutes, such as "07:30"; cut seconds as your rule says.']],
    [withHours({ start: 730 }), ['- hours[0].start: Here stands 730, but a time such as "07:30" is expected. Give a time such as "07:30".']],
    [withHours({ end: '24:00' }), ['- hours[0].end: "24:00" is not a time of day. Write hours and minutes, such as "07:30"; cut seconds as your rule says.']],
    [
      withHours({ end: '06:00' }),
      [
        '- hours[0].end: Work starts at 07:30 and does not end later, but at 06:00. Give an end later on the same day; duty over midnight is given as day records.',
      ],
    ],
    [
      withHours({ to: '2024-01-31' }),
      ['- hours[0].to: These hours begin on 2024-02-01, after their end on 2024-01-31. Exchange the two dates, or correct one of them.'],
    ],
    [withHours({ opens: '08:00' }), ['- hours[0].opens: Clocking in opens at 08:00, after the start at 07:30. Give a time not after the start.']],
    [withHours({ closes: '16:00' }), ['- hours[0].closes: Clocking out closes at 16:00, before the end at 16:30. Give a time not before the end.']],
    [
      withHours({ rests: [{ start: '13:00', end: '12:00' }] }),
      ['- hours[0].rests[0]: This rest starts at 13:00 and does not end later, but at 12:00. Exchange the two times, or correct one of them.'],
    ],
    [
      withHours({ flex: '1,5', outside: 'drop' }),
      [
        '- hours[0].flex: "1,5" is not a decimal number. Write at most 15 digits, a point (not a comma) and at most 12 decimals.',
        '- hours[0].outside: "drop" is not one of outsideWindow. Give one of clamp, missing.',
      ],
    ],
  ])('that is faulty is refused: %#', (data, lines) => {
    expect(linesOf(data)).toEqual(lines);
  });
});
