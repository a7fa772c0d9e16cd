/**
 * Day records from punches, under the hours of real offices.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalendarInput, readCalendar } from './calendar.ts';
import { dayRecords } from './day-records.ts';
import { InputError } from './input-error.ts';
import type { DayRecordOptions, PunchInput } from './punches.ts';
import { readAppraisal } from './read-appraisal.ts';
import { timeText } from './time-of-day.ts';

/** Denpasar since February 2024: rests at fixed hours; teachers work on Saturdays here (invented), and Ramadan has hours of its own (invented). */
const DENPASAR = readCalendar({
  id: 'denpasar',
  weekend: [6, 7],
  hours: [
    { from: '2024-02-01', weekdays: [1, 2, 3, 4], start: '07:30', end: '16:30', rests: [{ start: '12:00', end: '13:00' }] },
    { from: '2024-02-01', weekdays: [5], start: '07:30', end: '14:30', rests: [{ start: '11:30', end: '13:00' }] },
    {
      label: 'Ramadan',
      from: '2024-03-12',
      to: '2024-04-09',
      weekdays: [1, 2, 3, 4, 5],
      start: '08:00',
      end: '15:00',
      rests: [{ start: '12:00', end: '12:30' }],
    },
    { from: '2024-02-01', weekdays: [1, 2, 3, 4, 5, 6], group: 'teacher', start: '07:00', end: '13:00' },
  ],
  holidays: [{ date: '2024-06-17' }],
  marks: [{ date: '2024-04-16', mark: 'afterLebaran' }],
});

/** Maluku Utara: clock in from 08.00 to 09.00 (Friday 07.30 to 09.00), out from 16.00 to 18.00; what lies outside the window is not recorded. */
const WINDOWS = { start: '09:00', end: '16:00', closes: '18:00', outside: 'missing' } as const;
const MALUT: CalendarInput = {
  id: 'malut',
  weekend: [6, 7],
  hours: [
    { from: '2025-08-01', weekdays: [1, 2, 3, 4], opens: '08:00', ...WINDOWS },
    { from: '2025-08-01', weekdays: [5], opens: '07:30', ...WINDOWS },
  ],
  holidays: [],
};

const FLEXIBLE = readCalendar({
  id: 'flexible',
  weekend: [6, 7],
  hours: [{ from: '2024-01-01', weekdays: [1, 2, 3, 4, 5], start: '07:30', end: '16:00', flex: 90 }],
  holidays: [],
});

/** The record of one day, without what every record has. */
function dayOf(
  calendar: ReturnType<typeof readCalendar>,
  date: string,
  punch: Omit<PunchInput, 'date'> | undefined,
  options: Omit<DayRecordOptions, 'period'> = {},
): Record<string, unknown> {
  const [record] = dayRecords(punch ? [{ date, ...punch }] : [], calendar, { ...options, period: { from: date, to: date } });
  const { date: _, week: __, weekday: ___, marks: ____, ...rest } = record!;
  return rest;
}

const present = (more: object): object => ({ workday: true, status: 'present', missingIn: false, missingOut: false, lateMinutes: 0, earlyMinutes: 0, ...more });

describe('a day under fixed hours', () => {
  it.each<[string, string, string | undefined, string | undefined, object]>([
    ['on time', '2024-06-03', '07:30', '16:30', { workedMinutes: 480 }],
    ['before time counts as work', '2024-06-03', '07:00', '16:31', { workedMinutes: 511 }],
    ['one minute late', '2024-06-03', '07:31', '16:30', { lateMinutes: 1, workedMinutes: 479 }],
    ['one minute early', '2024-06-03', '07:30', '16:29', { earlyMinutes: 1, workedMinutes: 479 }],
    ['late and early at once', '2024-06-03', '12:30', '12:45', { lateMinutes: 300, earlyMinutes: 225, workedMinutes: 0 }],
    ['on Friday', '2024-06-07', '07:30', '14:30', { workedMinutes: 330 }],
    ['in Ramadan', '2024-03-13', '08:10', '15:00', { lateMinutes: 10, workedMinutes: 380 }],
    ['after Ramadan', '2024-04-16', '08:00', '16:30', { lateMinutes: 30, workedMinutes: 450 }],
    ['without clock-in', '2024-06-03', undefined, '16:00', { missingIn: true, earlyMinutes: 30 }],
    ['without clock-out', '2024-06-03', '07:45', undefined, { missingOut: true, lateMinutes: 15 }],
  ])('is judged: %s', (_, date, clockIn, clockOut, expected) => {
    expect(dayOf(DENPASAR, date, { ...(clockIn && { clockIn }), ...(clockOut && { clockOut }) })).toEqual(present(expected));
  });

  it('without any punch is absent, and off on weekends and holidays', () => {
    expect(dayOf(DENPASAR, '2024-06-03', undefined)).toEqual({ workday: true, status: 'absent', lateMinutes: 0, earlyMinutes: 0 });
    expect(dayOf(DENPASAR, '2024-06-08', undefined)).toEqual({ workday: false, status: 'off', lateMinutes: 0, earlyMinutes: 0 });
    expect(dayOf(DENPASAR, '2024-06-17', { clockIn: '09:00' })).toEqual({ workday: false, status: 'off', lateMinutes: 0, earlyMinutes: 0 });
  });

  it('of a group with its own hours is judged by those, on Saturdays too', () => {
    expect(dayOf(DENPASAR, '2024-06-08', { clockIn: '07:05', clockOut: '13:00' }, { group: 'teacher' })).toEqual(
      present({ lateMinutes: 5, workedMinutes: 355 }),
    );
    expect(dayOf(DENPASAR, '2024-06-03', { clockIn: '07:05', clockOut: '13:00' }, { group: 'nurse' })).toEqual(
      present({ earlyMinutes: 210, workedMinutes: 295 }),
    );
  });

  it('with several punches counts from the earliest to the latest', () => {
    const punches = [
      { date: '2024-06-03', clockIn: '08:00', clockOut: '11:00' },
      { date: '2024-06-03', clockIn: '07:20' },
      { date: '2024-06-03', clockOut: '16:30' },
      { date: '2024-06-03', clockIn: '12:50', clockOut: '13:00' },
    ];
    expect(dayRecords(punches, DENPASAR, { period: { from: '2024-06-03', to: '2024-06-03' } })[0]).toMatchObject({
      lateMinutes: 0,
      earlyMinutes: 0,
      workedMinutes: 490,
    });
  });

  it('carries date, week, weekday and marks', () => {
    expect(dayRecords([], DENPASAR, { period: { from: '2024-04-16', to: '2024-04-16' } })).toEqual([
      { date: '2024-04-16', workday: true, status: 'absent', week: 202416, weekday: 2, marks: ['afterLebaran'], lateMinutes: 0, earlyMinutes: 0 },
    ]);
  });
});

describe('a day under windows', () => {
  const calendar = readCalendar(MALUT);
  const clamped = readCalendar({ ...MALUT, hours: MALUT.hours.map((hours) => ({ ...hours, outside: 'clamp' as const })) });
  it.each<[string, string | undefined, string | undefined, object]>([
    ['inside both', '09:00', '16:00', { workedMinutes: 420 }],
    ['in after the window', '09:20', '16:00', { lateMinutes: 20, workedMinutes: 400 }],
    ['in before it opens', '07:59', '16:00', { missingIn: true }],
    ['out before it opens', '08:30', '15:59', { earlyMinutes: 1, workedMinutes: 449 }],
    ['out after it closes', '08:00', '18:01', { missingOut: true }],
  ])('is judged: %s', (_, clockIn, clockOut, expected) => {
    expect(dayOf(calendar, '2025-08-04', { ...(clockIn && { clockIn }), ...(clockOut && { clockOut }) })).toEqual(present(expected));
  });

  it('opens earlier on Friday', () => {
    expect(dayOf(calendar, '2025-08-08', { clockIn: '07:30', clockOut: '18:00' })).toEqual(present({ workedMinutes: 630 }));
  });

  it('is absent when both punches lie outside', () => {
    expect(dayOf(calendar, '2025-08-04', { clockIn: '06:00', clockOut: '19:00' })).toEqual({
      workday: true,
      status: 'absent',
      lateMinutes: 0,
      earlyMinutes: 0,
    });
  });

  it('counts at its edges when told to', () => {
    expect(dayOf(clamped, '2025-08-04', { clockIn: '06:00', clockOut: '19:00' })).toEqual(present({ workedMinutes: 600 }));
  });
});

describe('a day under flexible hours', () => {
  it.each<[string, string, object]>([
    ['07:00', '16:00', { workedMinutes: 540 }],
    ['08:30', '17:00', { workedMinutes: 510 }],
    ['08:30', '16:59', { earlyMinutes: 1, workedMinutes: 509 }],
    ['09:00', '17:30', { workedMinutes: 510 }],
    ['09:10', '17:30', { lateMinutes: 10, workedMinutes: 500 }],
    ['09:10', '17:00', { lateMinutes: 10, earlyMinutes: 30, workedMinutes: 470 }],
  ])('from %s to %s moves its end with its start', (clockIn, clockOut, expected) => {
    expect(dayOf(FLEXIBLE, '2024-06-03', { clockIn, clockOut })).toEqual(present(expected));
  });
});

describe('notices and leaves', () => {
  const date = '2024-06-03';
  it('go before punches, and a notice before a leave', () => {
    const leaves = [{ kind: 'annual' as const, from: '2024-06-01', to: '2024-06-05' }];
    expect(dayOf(DENPASAR, date, { clockIn: '09:00' }, { leaves })).toEqual({
      workday: true,
      status: 'leave',
      leaveKind: 'annual',
      lateMinutes: 0,
      earlyMinutes: 0,
    });
    expect(dayOf(DENPASAR, '2024-06-02', undefined, { leaves })).toMatchObject({ workday: false, status: 'off' });
    expect(dayOf(DENPASAR, date, undefined, { leaves, notices: [{ date, status: 'duty' }] })).toMatchObject({ status: 'duty' });
    expect(dayOf(DENPASAR, '2024-06-08', undefined, { notices: [{ date: '2024-06-08', status: 'duty' }] })).toMatchObject({ workday: false, status: 'duty' });
  });

  it('of half a day answer for the punch at that end of the day', () => {
    const notices = [{ date, status: 'duty' as const, half: 'morning' as const }];
    expect(dayOf(DENPASAR, date, { clockIn: '12:50', clockOut: '16:20' }, { notices })).toEqual(
      present({ status: 'duty', half: 'morning', earlyMinutes: 10, workedMinutes: 200 }),
    );
    expect(dayOf(DENPASAR, date, { clockOut: '16:30' }, { notices })).toEqual(present({ status: 'duty', half: 'morning' }));
    expect(dayOf(DENPASAR, date, undefined, { notices })).toEqual({ workday: true, status: 'absent', half: 'afternoon', lateMinutes: 0, earlyMinutes: 0 });
  });

  it('of a present day add that it was excused, or what was missed', () => {
    const notices = [{ date, status: 'present' as const, excused: true, missed: ['assembly'] }];
    expect(dayOf(DENPASAR, date, { clockIn: '07:40', clockOut: '16:30' }, { notices })).toEqual(
      present({ excused: true, missed: ['assembly'], lateMinutes: 10, workedMinutes: 470 }),
    );
  });
});

describe('faulty punches', () => {
  const linesOf = (punches: unknown, options: unknown, calendar = DENPASAR): string[] => {
    try {
      dayRecords(punches as PunchInput[], calendar, options as DayRecordOptions);
    } catch (error) {
      if (error instanceof InputError) return error.message.split('\n');
      throw error;
    }
    return [];
  };

  it.each<[unknown, unknown, string[]]>([
    [
      [{ date: '2024-06-03', clockIn: '07:30:15' }],
      { period: '2024-06' },
      ['- punches[0].clockIn: "07:30:15" is not a time of day. Write hours and minutes, such as "07:30"; cut seconds as your rule says.'],
    ],
    [
      [{ date: '2024-06-03', clockIn: '17:00', clockOut: '07:30' }],
      { period: '2024-06' },
      ['- punches[0].clockOut: The clock-out at 07:30 lies before the clock-in at 17:00. Correct one of the two; duty over midnight is given as day records.'],
    ],
    [
      [{ date: '2024-06-03', in: '07:00' }],
      { period: '2024-06' },
      ['- punches[0].in: "in" is no field of a punch record. Its fields are date, clockIn, clockOut.'],
    ],
    [[], {}, ['- period: This field is missing: it holds a period such as "2024-Q2". Give a period such as "2024-Q2".']],
    [
      [],
      { period: { from: '2024-01-01', to: '2025-01-01' } },
      ['- period: The period has 367 days, and at most 366 are taken. Ask for a year or less at a time.'],
    ],
    [
      [],
      {
        period: '2024-06',
        notices: [
          { date: '2024-06-03', status: 'sick' },
          { date: '2024-06-03', status: 'duty' },
        ],
      },
      ['- notices[1]: The day 2024-06-03 has a notice already. Keep one notice for each day.'],
    ],
    [
      [],
      { period: '2024-06', leaves: [{ kind: 'anual', from: '2024-06-03', to: '2024-06-04' }] },
      ['- leaves[0].kind: "anual" is not one of leaveKind. Did you mean "annual"?'],
    ],
    [
      [],
      { period: '2024-06', leaves: [{ kind: 'annual', from: '2024-06-04', to: '2024-06-03' }] },
      ['- leaves[0]: This leave begins on 2024-06-04, after its end on 2024-06-03. Exchange the two dates, or correct one of them.'],
    ],
  ])('are refused: %#', (punches, options, lines) => {
    expect(linesOf(punches, options)).toEqual(['The punch list has one fault:', ...lines]);
  });

  it('are not judged by a calendar without hours for the day', () => {
    expect(linesOf([], { period: { from: '2024-01-30', to: '2024-02-01' } })).toEqual([
      'The calendar has 2 faults:',
      '- hours: The calendar denpasar has no working hours for 2024-01-30 (day 2 of the week). Add working hours that hold on that day, or give the day as weekend or holiday.',
      '- hours: The calendar denpasar has no working hours for 2024-01-31 (day 3 of the week). Add working hours that hold on that day, or give the day as weekend or holiday.',
    ]);
  });
});

describe('any punches', () => {
  const time = fc.option(fc.integer({ min: 0, max: 1_439 }), { nil: undefined });
  const month = fc.array(fc.tuple(time, time), { minLength: 30, maxLength: 30 });
  const calendars = fc.constantFrom(DENPASAR, FLEXIBLE, readCalendar({ ...MALUT, hours: MALUT.hours.map((hours) => ({ ...hours, from: '2024-01-01' })) }));
  const punchesOf = (times: readonly (readonly [number | undefined, number | undefined])[]): PunchInput[] =>
    times.map(([a, b], index) => {
      const [clockIn, clockOut] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
      return {
        date: `2024-06-${String(index + 1).padStart(2, '0')}`,
        ...(clockIn !== undefined && { clockIn: timeText(clockIn) }),
        ...(clockOut !== undefined && { clockOut: timeText(clockOut) }),
      };
    });

  it('give one record for each day, in order, which an appraisal takes', () => {
    fc.assert(
      fc.property(calendars, month, (calendar, times) => {
        const days = dayRecords(punchesOf(times), calendar, { period: '2024-06' });
        expect(days.map(({ date }) => date)).toEqual(punchesOf(times).map(({ date }) => date));
        expect(() => readAppraisal({ employee: { id: '1', status: 'pns' }, assessed: '2024-06', attendance: { days } })).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it('are never less late for coming later, nor earlier for going later', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 480, max: 900 }), fc.integer({ min: 0, max: 60 }), (calendar, clockIn, more) => {
        const judged = (arrival: number, departure: number) =>
          dayOf(calendar, '2024-06-03', { clockIn: timeText(arrival), clockOut: timeText(departure) }) as { lateMinutes: number; earlyMinutes: number };
        expect(judged(clockIn + more, 1_000).lateMinutes).toBeGreaterThanOrEqual(judged(clockIn, 1_000).lateMinutes);
        expect(judged(480, clockIn + more).earlyMinutes).toBeLessThanOrEqual(judged(480, clockIn).earlyMinutes);
      }),
    );
  });
});
