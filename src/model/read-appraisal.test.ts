/**
 * Faulty and sound appraisals: every kind of fault with its whole message.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarDate } from '../values/calendar-date.ts';
import { toText } from '../values/exact.ts';
import { exampleAppraisal } from './example-appraisal.ts';
import { InputError } from './input-error.ts';
import { readAppraisal } from './read-appraisal.ts';

/** What stands at a path of the example is replaced (undefined: removed); then exactly these lines are reported. */
const FAULTS: [path: string, value: unknown, ...lines: string[]][] = [
  ['employee', undefined, 'employee: This field is missing: it holds an employee record. Give a record with at least id, status.'],
  ['employee', null, 'employee: null stands where an employee record is expected. Leave the field out when there is nothing to say.'],
  ['employee', [], 'employee: Here stands a list, but an employee record is expected. Give a record with at least id, status.'],
  ['employee.id', undefined, 'employee.id: This field is missing: it holds a text. Give a text.'],
  ['employee.id', 5, 'employee.id: Here stands 5, but a text is expected. Give a text.'],
  ['employee.id', ' ', 'employee.id: This text is blank. Write something, or leave the field out when it may be absent.'],
  ['employee.id', 'x'.repeat(101), 'employee.id: This text has 101 characters, and the field holds at most 100. Shorten it.'],
  ['employee.name', 'a\nb', 'employee.name: "a\\nb" holds a control character. Remove line breaks, tabs and the like.'],
  ['employee.name', ' a', 'employee.name: " a" begins or ends with a space. Remove the space: texts are compared character by character.'],
  ['employee.status', undefined, 'employee.status: This field is missing: it holds one of employeeStatus. Give one of pns, cpns, pppk, pppkPartTime.'],
  ['employee.status', 'pnss', 'employee.status: "pnss" is not one of employeeStatus. Did you mean "pns"?'],
  ['employee.status', 7, 'employee.status: Here stands 7, but one of employeeStatus is expected. Give one of pns, cpns, pppk, pppkPartTime.'],
  ['employee.status', 'pppk', 'employee.golongan: III/c is the golongan of a PNS, but the employee is a PPPK. Give golonganPppk instead.'],
  ['employee.class', 18, 'employee.class: 18 lies outside 1 to 17. Give a number from 1 to 17.'],
  ['employee.class', '9a', 'employee.class: "9a" is not a decimal number. Write at most 15 digits, a point (not a comma) and at most 12 decimals.'],
  ['employee.class', 8.5, 'employee.class: 8.5 is not a multiple of 1. Give a multiple of 1; nothing is rounded here.'],
  ['employee.class', true, 'employee.class: Here stands true, but a number from 1 to 17 is expected. Give a number from 1 to 17.'],
  [
    'employee.kelas',
    9,
    'employee.kelas: "kelas" is no field of an employee record. Its fields are id, name, status, golongan, golonganPppk, pangkat, postKind, jenjang, post, class, jobValue, leads, unit, sector, region, place, staffGroup, duty, bornOn, serviceSince, rankSince, postSince, contractUntil, mkg, family.',
  ],
  ['employee.golongann', 'III/c', 'employee.golongann: "golongann" is no field of an employee record. Did you mean "golongan"?'],
  ['employee.golongan', 'III/f', 'employee.golongan: "III/f" is not one of golongan. Did you mean "III/a"?'],
  ['employee.golonganPppk', 'IX', 'employee.golonganPppk: IX is the golongan of a PPPK, but the employee is a PNS. Give golongan instead.'],
  [
    'employee.pangkat',
    'pembina',
    'employee.pangkat: Pembina is not the pangkat of golongan III/c (Penata). Leave pangkat out: it is worked out from the golongan.',
  ],
  [
    'employee.postKind',
    'pelaksana',
    'employee.jenjang: Only functional posts have a jenjang, and this post is of the kind pelaksana. Leave jenjang out, or give postKind fungsional.',
  ],
  ['employee.leads', 'yes', 'employee.leads: Here stands the text "yes", but true or false is expected. Give true or false.'],
  ['employee.serviceSince', '2023-02-29', 'employee.serviceSince: 2023-02-29 is no day of the calendar between 1900 and 2200. Give a day that exists.'],
  ['employee.serviceSince', '1/2/2023', 'employee.serviceSince: "1/2/2023" is not a date. Write it as year-month-day, such as "2024-06-30".'],
  ['employee.serviceSince', '1899-12-31', 'employee.serviceSince: 1899-12-31 is no day of the calendar between 1900 and 2200. Give a day that exists.'],
  [
    'employee.serviceSince',
    20230101,
    'employee.serviceSince: Here stands 20230101, but a date such as "2024-06-30" is expected. Give a date such as "2024-06-30".',
  ],
  [
    'employee.serviceSince',
    new Date(0),
    'employee.serviceSince: Here stands a JavaScript Date, which is not plain JSON. Give plain records, lists, texts, numbers and booleans; dates as text.',
  ],
  [
    'employee.family',
    'two children',
    'employee.family: Here stands the text "two children", but a family record is expected. Give a record with some of married, spouses, children, dependants.',
  ],
  ['assessed', undefined, 'assessed: This field is missing: it holds a period such as "2024-Q2". Give a period such as "2024-Q2".'],
  ['assessed', '2024-13', 'assessed: "2024-13" is not a period. Write "2024", "2024-S1", "2024-Q2", "2024-06", or { from, to } with two dates.'],
  ['assessed', 2024, 'assessed: Here stands 2024, but a period such as "2024-Q2" is expected. Give a period such as "2024-Q2".'],
  [
    'assessed',
    { from: '2024-06-30', to: '2024-06-01' },
    'assessed: This period begins on 2024-06-30, after its end on 2024-06-01. Exchange the two dates, or correct one of them.',
  ],
  ['assessed', { from: '2024-06-01' }, 'assessed.to: This field is missing: it holds a date such as "2024-06-30". Give a date such as "2024-06-30".'],
  ['assessed', { from: '2024-06-01', to: '2024-06-31' }, 'assessed.to: 2024-06-31 is no day of the calendar between 1900 and 2200. Give a day that exists.'],
  ['assessed', { from: '2024-06-01', until: '2024-06-30' }, 'assessed.until: "until" is no field of a period. A period has the fields from and to.'],
  ['paid.kind', 'thr13', 'paid.kind: "thr13" is not one of paymentKind. Give one of regular, thr, thirteenth.'],
  [
    'paid.period',
    '2024-Q3',
    'effects[0].starts: This effect holds from 2024-02 to 2024-07 and so for a part of the paid period only. Pay month by month, so that each month is cut or not.',
  ],
  ['indicators', {}, 'indicators: Here stands a record, but a list is expected. Give a list.'],
  [
    'indicators',
    Array.from({ length: 101 }, (_, index) => ({ id: `i${index}`, kind: 'qualitative' })),
    'indicators: This list holds 101 members, and at most 100 are taken. Check for members that are listed twice, or shorten the period.',
  ],
  ['indicators.1', 5, 'indicators[1]: Here stands 5, but an indicator record is expected. Give a record with at least id, kind.'],
  ['indicators.1.id', 'iki-1', 'indicators[1]: The id "iki-1" is already that of indicators[0]. Give each its own id, or remove one.'],
  [
    'indicators.0.realisation',
    '1,5',
    'indicators[0].realisation: "1,5" is not a decimal number. Write at most 15 digits, a point (not a comma) and at most 12 decimals.',
  ],
  ['indicators.0.realisation', NaN, 'indicators[0].realisation: NaN is not a finite number. Leave the field out when the number is not known.'],
  ['indicators.0.realisation', 1e400, 'indicators[0].realisation: Infinity is not a finite number. Leave the field out when the number is not known.'],
  [
    'indicators.0.realisation',
    '1e400',
    'indicators[0].realisation: "1e400" is not a decimal number. Write at most 15 digits, a point (not a comma) and at most 12 decimals.',
  ],
  [
    'indicators.0.realisation',
    0.1 + 0.2,
    'indicators[0].realisation: 0.30000000000000004 looks like the result of binary arithmetic. Round it as your rule orders, or give the exact number as text.',
  ],
  ['indicators.0.realisation', 2 ** 53, 'indicators[0].realisation: 9007199254740992 is too large to be exact as a JavaScript number. Give it as text.'],
  ['indicators.0.realisation', '0.0001', 'indicators[0].realisation: 0.0001 is not a multiple of 0.001. Give a multiple of 0.001; nothing is rounded here.'],
  [
    'indicators.0.realisation',
    1e-7,
    'indicators[0].realisation: 1e-7 looks like the result of binary arithmetic. Round it as your rule orders, or give the exact number as text.',
  ],
  [
    'indicators.0.realisation',
    null,
    'indicators[0].realisation: null stands where a number from -9000000000000 to 9000000000000 is expected. Leave the field out when there is nothing to say.',
  ],
  [
    'indicators.0.realisation',
    3n,
    'indicators[0].realisation: Here stands a JavaScript bigint, but a number from -9000000000000 to 9000000000000 is expected. Give a number from -9000000000000 to 9000000000000.',
  ],
  [
    'indicators.0.realisation',
    '1'.repeat(50),
    'indicators[0].realisation: "1111111111111111111111111111111111111111..." is not a decimal number. Write at most 15 digits, a point (not a comma) and at most 12 decimals.',
  ],
  ['indicators.0.weight', -5, 'indicators[0].weight: -5 lies outside 0 to 100 percent. Give a number from 0 to 100.'],
  [
    'indicators.0.target',
    undefined,
    'indicators[0].realisation: A realisation of 3 stands without a target. Give the target that was agreed, or leave the realisation out.',
  ],
  [
    'indicators.0.target',
    'four',
    'indicators[0].target: "four" is not a decimal number. Write at most 15 digits, a point (not a comma) and at most 12 decimals.',
  ],
  [
    'indicators.0.target',
    0,
    'indicators[0].target: A target of 0 with polarity higher cannot be compared with: the realisation would be divided by zero. Agree on a target above zero, or leave the indicator out.',
  ],
  [
    'indicators.0',
    { id: 'iki-1', kind: 'quantitative', polarity: 'lower', target: '0', realisation: 1 },
    'indicators[0].target: A target of 0 with polarity lower cannot be compared with: the realisation would be divided by zero. Agree on a range (polarity range, with targetLow and targetHigh), or count what went well and use polarity higher.',
  ],
  [
    'indicators.0',
    { id: 'iki-1', kind: 'quantitative', polarity: 'near', target: '0.0', realisation: 1 },
    'indicators[0].target: A target of 0 with polarity near cannot be compared with: the realisation would be divided by zero. Give a tolerance, or agree on a range (polarity range, with targetLow and targetHigh).',
  ],
  [
    'indicators.0',
    { id: 'iki-1', kind: 'quantitative', polarity: 'near', target: 0, realisation: 1, tolerance: -1 },
    'indicators[0].tolerance: A tolerance of -1 is negative. A tolerance is a distance: give 0 or more.',
  ],
  [
    'indicators.0',
    { id: 'iki-1', kind: 'quantitative', previousRealisation: 1 },
    'indicators[0].previousRealisation: A previous realisation of 1 stands without any target. Give previousTarget or target, or leave the previous realisation out.',
  ],
  [
    'indicators.1.targetLow',
    13,
    'indicators[1].targetLow: The target range begins at 13, above its end at 12. Exchange targetLow and targetHigh, or correct one of them.',
  ],
  [
    'indicators.1.targetLow',
    undefined,
    'indicators[1].realisation: A realisation of 10.25 stands without a whole target range. Give targetLow and targetHigh, or leave the realisation out.',
  ],
  [
    'ratings.items.0.source',
    'boss',
    'ratings.items[0].source: "boss" is not one of raterSource. Give one of supervisor, peer, subordinate, self, public, stakeholder.',
  ],
  ['ratings.items.1.score', 6, 'ratings.items[1].score: The score 6 lies off its scale of 1 to 5. Correct the score, or the scale on which it was given.'],
  [
    'ratings.items.1.score',
    '0.999',
    'ratings.items[1].score: The score 0.999 lies off its scale of 1 to 5. Correct the score, or the scale on which it was given.',
  ],
  ['ratings.items.1.scale', { min: 5, max: 5 }, 'ratings.items[1].scale: A scale from 5 to 5 has no extent. Give a max above the min.'],
  [
    'ratings.items.1',
    { source: 'supervisor', rater: 'u1', criterion: 'cooperation', score: 1, scale: { min: 0, max: 100 }, on: '2024-06-28' },
    'ratings.items[1]: The supervisor "u1" already rated the same in ratings.items[0]. Keep one of the two, or tell them apart by criterion, aspect or day.',
  ],
  [
    'ratings.expected.boss',
    1,
    'ratings.expected.boss: "boss" is no field of an expectedRaters record. Its fields are supervisor, peer, subordinate, self, public, stakeholder.',
  ],
  ['ratings.expected.peer', -1, 'ratings.expected.peer: -1 lies outside 0 to 1000 person. Give a number from 0 to 1000.'],
  [
    'assignments.0.to',
    '2024-04-30',
    'assignments[0]: This assignment begins on 2024-05-01, after its end on 2024-04-30. Exchange the two dates, or correct one of them.',
  ],
  ['leaves.0.to', '2024-06-01', 'leaves[0]: This leave begins on 2024-06-13, after its end on 2024-06-01. Exchange the two dates, or correct one of them.'],
  ['leaves.0.days', 3, 'leaves[0].days: 3 days are given, but from 2024-06-13 to 2024-06-14 there are 2. Leave days out: they are worked out from the dates.'],
  [
    'leaves.0.workdays',
    3,
    'leaves[0].workdays: 3 working days are given, but from 2024-06-13 to 2024-06-14 there are only 2 days. Correct the working days or the dates.',
  ],
  [
    'activities.0.submitted',
    '2024-06-02',
    'activities[0].submitted: This activity was submitted on 2024-06-02, before it was done on 2024-06-03. Correct one of the two dates.',
  ],
  [
    'activities.0.approved',
    '2024-06-03',
    'activities[0].approved: This activity was approved on 2024-06-03, before it was submitted on 2024-06-04. Correct one of the two dates.',
  ],
  ['activities.0.rejected', '2024-06-07', 'activities[0].rejected: This activity is both approved and rejected. Keep what was decided last.'],
  ['activities.0.indicator', 'iki-l', 'activities[0].indicator: No indicator has the id "iki-l". Did you mean "iki-1"?'],
  ['attendance.days.1.date', '2024-06-03', 'attendance.days[1]: The day 2024-06-03 is already given by attendance.days[0]. Keep one record for each day.'],
  [
    'attendance.days.0.date',
    '2024-07-01',
    'attendance.days[0].date: 2024-07-01 lies outside the period assessed (2024-06-01..2024-06-30) and the period paid (2024-06-01..2024-06-30). Leave such days out, or correct the period.',
  ],
  ['attendance.days.0.week', 202422, 'attendance.days[0].week: 2024-06-03 lies in week 202423, not 202422. Leave week out: it is worked out from the date.'],
  ['attendance.days.0.weekday', 2, 'attendance.days[0].weekday: 2024-06-03 is day 1 of its week, not 2. Leave weekday out: it is worked out from the date.'],
  [
    'attendance.days.3',
    { date: '2024-06-15', workday: true, status: 'off', lateMinutes: 0, earlyMinutes: 0 },
    'attendance.days[3].status: A working day cannot have the status off. Give what the employee did that day, or workday false.',
    'attendance.counts.workdays: 3 is given, but the days add up to 4. Leave the counts out: they are worked out from the days.',
  ],
  [
    'attendance.days.2.lateMinutes',
    5,
    'attendance.days[2].lateMinutes: 5 minutes are given for a day with the status leave. Give 0, or the status present, or say which half of the day the status is about.',
    'attendance.counts.late: 1 is given, but the days add up to 2. Leave the counts out: they are worked out from the days.',
  ],
  [
    'attendance.days.0.leaveKind',
    'sick',
    'attendance.days[0].leaveKind: A kind of leave is given for a day with the status present. Leave leaveKind out, or give the status leave.',
  ],
  [
    'attendance.days.0.lateMinutes',
    undefined,
    'attendance.days[0].lateMinutes: This field is missing: it holds a number from 0 to 1440 minute. Give a number from 0 to 1440 minute.',
  ],
  ['attendance.days.0.lateMinutes', 1.5, 'attendance.days[0].lateMinutes: 1.5 is not a multiple of 1. Give a multiple of 1; nothing is rounded here.'],
  ['attendance.counts.late', 2, 'attendance.counts.late: 2 is given, but the days add up to 1. Leave the counts out: they are worked out from the days.'],
  ['effects.0.starts', undefined, 'effects[0].starts: This effect is imposed, but the month in which it starts is missing. Give starts, such as "2024-07".'],
  ['effects.0.starts', '2024-02-01', 'effects[0].starts: "2024-02-01" is not a month. Write it as year-month, such as "2024-07".'],
  ['effects.0.ends', '2024-01', 'effects[0].ends: This effect ends in 2024-01, before it starts in 2024-02. Exchange the two months, or correct one of them.'],
  [
    'effects.0.ends',
    '2024-08',
    'effects[0].months: 6 months are given, but from 2024-02 to 2024-08 there are 7. Leave one of months and ends out, or correct it.',
  ],
  ['effects.0.cut', 101, 'effects[0].cut: 101 lies outside 0 to 100 percent. Give a number from 0 to 100.'],
  [
    'effects.1.key',
    'potong6/2023',
    'effects[1]: The key "potong6/2023" is already that of effects[0]. One case is one effect: keep the one with the latest status.',
  ],
  ['previous.1.period', '2022', 'previous[1]: The period 2022-01-01..2022-12-31 is already rated by previous[0]. Keep one rating for each period.'],
  [
    'previous.1.period',
    '2024-06',
    'previous[1].period: The period 2024-06-01..2024-06-30 does not end before the assessed one (2024-06-01..2024-06-30). List only ratings of earlier periods here.',
  ],
  [
    'carry.through',
    '2024-06-30',
    'carry.through: The carry reaches to 2024-06-30, not to a day before the end of the assessed period on 2024-06-30. Give the carry that the outcome of the period before returned.',
  ],
  ['carry.values', 3, 'carry.values: Here stands 3, but a record of values by id is expected. Give a record of values by id.'],
  [
    'carry.values.Absence days',
    1,
    'carry.values["Absence days"]: "Absence days" is not an id. An id is made of words such as absence.yearDays: each begins with a small letter and holds letters and digits.',
  ],
  [
    'carry.values.absence',
    '1/0',
    'carry.values.absence: "1/0" is neither a decimal number nor a ratio such as "200/3". Give it as the outcome of the period before wrote it: a point (not a comma), or a slash between two whole numbers.',
  ],
  [
    'facts.survey',
    new Map(),
    'facts.survey: Here stands an object of a class, which is not plain JSON. Give plain records, lists, texts, numbers and booleans; dates as text.',
  ],
  [
    'facts.a-b',
    1,
    'facts["a-b"]: "a-b" is not an id. An id is made of words such as absence.yearDays: each begins with a small letter and holds letters and digits.',
  ],
  ['prototype', 1, 'prototype: "prototype" may not be the name of a field. Choose another name.'],
];

describe('a faulty field', () => {
  it.each(FAULTS)('is reported with its place and its mend: %s', (path, value, ...lines) => {
    expect(linesOf(changed(path, value))).toEqual(lines);
  });
});

describe('a sound appraisal', () => {
  it('is read into exact numbers, dates and periods', () => {
    const appraisal = readAppraisal(exampleAppraisal());
    expect(toText(appraisal.indicators![1]!.realisation!)).toBe('10.25');
    expect(toText(appraisal.employee.class!)).toBe('9');
    expect(appraisal.assessed.to).toEqual(CalendarDate.parse('2024-06-30'));
    expect(appraisal.employee.serviceSince).toEqual(CalendarDate.parse('2010-03-01'));
    expect(appraisal.effects![0]!.starts).toEqual(CalendarDate.parse('2024-02-01'));
    expect([...appraisal.carry!.values].map(([id, value]) => [id, toText(value)])).toEqual([
      ['absence.yearDays', '2'],
      ['settlement.share', '200/3'],
    ]);
    expect(appraisal.facts!.get('survey')).toEqual({ score: 81.5 });
  });

  it('needs no more than an employee and a period', () => {
    expect(Object.keys(readAppraisal({ employee: { id: '1', status: 'cpns' }, assessed: '2024' }))).toEqual(['employee', 'assessed']);
  });

  it('may state its period by the first and the last day', () => {
    const { assessed } = readAppraisal({ employee: { id: '1', status: 'pns' }, assessed: { from: '2021-07-01', to: '2021-12-31' } });
    expect(`${assessed.from} ${assessed.to}`).toBe('2021-07-01 2021-12-31');
  });

  it('is frozen all the way down', () => {
    const appraisal = readAppraisal(exampleAppraisal());
    const thawed: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null || value instanceof Map || 'epochDay' in value || 'n' in value) return;
      if (!Object.isFrozen(value)) thawed.push(path);
      for (const [key, part] of Object.entries(value)) look(part, `${path}.${key}`);
    };
    look(appraisal, '');
    expect(thawed).toEqual([]);
  });

  it('leaves what it was given as it was', () => {
    const data = exampleAppraisal();
    readAppraisal(data);
    expect(data).toEqual(exampleAppraisal());
    expect(Object.isFrozen(data.employee)).toBe(false);
  });

  it('keeps its own copy of the facts of the ruleset', () => {
    const data = exampleAppraisal();
    const appraisal = readAppraisal(data);
    (data.facts!['survey'] as Record<string, unknown>)['score'] = 0;
    expect(appraisal.facts!.get('survey')).toEqual({ score: 81.5 });
    expect(Object.isFrozen(appraisal.facts!.get('survey'))).toBe(true);
  });

  it('may rate the same rater again on another day, and a target of zero near a tolerance', () => {
    const data = exampleAppraisal();
    data.ratings!.items.push({ ...data.ratings!.items[0]!, on: '2024-06-21' });
    data.indicators!.push({ id: 'z', kind: 'quantitative', polarity: 'near', target: 0, tolerance: '0.5', realisation: '0.2' });
    expect(() => readAppraisal(data)).not.toThrow();
  });
});

describe('several faults', () => {
  it('are reported together, those between the sound fields too, and none of them twice', () => {
    const data = {
      employee: { id: '7', status: 'PNSS', golongan: 'III/c', pangkat: 'pembina', constructor: 1 },
      indicators: [
        { id: 'a', kind: 'quantitative', realisation: 1, weight: -5, target: 0 },
        { id: 'a', kind: 'quantitative', realisation: 1, target: '1,5' },
      ],
      ratings: { items: [{ source: 'peer', rater: 'x', score: 120, scale: { min: 0, max: 100 } }] },
      effects: [{ key: 'k', code: 'c', kind: 'sanction', status: 'imposed', starts: '2024' }],
    };
    expect(messageOf(data)).toBe(
      [
        'The appraisal has 10 faults:',
        '- employee.constructor: "constructor" may not be the name of a field. Choose another name.',
        '- employee.status: "PNSS" is not one of employeeStatus. Did you mean "pns"?',
        '- assessed: This field is missing: it holds a period such as "2024-Q2". Give a period such as "2024-Q2".',
        '- indicators[0].weight: -5 lies outside 0 to 100 percent. Give a number from 0 to 100.',
        '- indicators[1].target: "1,5" is not a decimal number. Write at most 15 digits, a point (not a comma) and at most 12 decimals.',
        '- effects[0].starts: "2024" is not a month. Write it as year-month, such as "2024-07".',
        '- employee.pangkat: Pembina is not the pangkat of golongan III/c (Penata). Leave pangkat out: it is worked out from the golongan.',
        '- indicators[0].target: A target of 0 with polarity higher cannot be compared with: the realisation would be divided by zero. Agree on a target above zero, or leave the indicator out.',
        '- ratings.items[0].score: The score 120 lies off its scale of 0 to 100. Correct the score, or the scale on which it was given.',
        '- indicators[1]: The id "a" is already that of indicators[0]. Give each its own id, or remove one.',
      ].join('\n'),
    );
  });

  it('are counted, and the first fifty shown', () => {
    const items = Array.from({ length: 60 }, () => ({ source: 'peer' }));
    const lines = messageOf({ ...exampleAppraisal(), ratings: { items } }).split('\n');
    expect(lines).toHaveLength(52);
    expect(lines[0]).toBe('The appraisal has 180 faults:');
    expect(lines[51]).toBe('- and 130 more.');
  });

  it('carry code, path and field for programs', () => {
    const { issues, subject } = errorOf(changed('indicators.0.weight', -5));
    expect(subject).toBe('appraisal');
    expect(issues).toEqual([
      {
        code: 'input/bounds',
        path: ['indicators', 0, 'weight'],
        field: 'indicators[0].weight',
        message: '-5 lies outside 0 to 100 percent.',
        mend: 'Give a number from 0 to 100.',
      },
    ]);
  });
});

describe('anything at all', () => {
  it('is read or refused with an InputError, and never crashes', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }), fc.jsonValue()),
        (data) => {
          expect(() => readAppraisal(data)).toThrow(InputError);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('may stand anywhere in an appraisal', () => {
    const paths = fc.constantFrom(
      'employee',
      'employee.class',
      'assessed',
      'paid',
      'indicators',
      'indicators.0',
      'indicators.0.target',
      'ratings',
      'ratings.items.0.scale',
      'attendance.days',
      'attendance.days.0.marks',
      'effects.0.starts',
      'carry',
      'carry.values',
      'facts',
      'previous.0.period',
    );
    fc.assert(
      fc.property(paths, fc.anything({ withBigInt: true, withDate: true, withMap: true }), (path, value) => {
        try {
          readAppraisal(changed(path, value));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          expect((error as InputError).issues.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** The example with one place changed. */
function changed(path: string, value: unknown): unknown {
  const data: unknown = exampleAppraisal();
  const parts = path.split('.');
  let at = data as Record<string, unknown>;
  for (const part of parts.slice(0, -1)) at = at[part] as Record<string, unknown>;
  if (value === undefined) delete at[parts.at(-1)!];
  else at[parts.at(-1)!] = value;
  return data;
}

function errorOf(data: unknown): InputError {
  try {
    readAppraisal(data);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('Nothing was found.');
}

const messageOf = (data: unknown): string => errorOf(data).message;

/** The lines below the head, without their dashes. */
const linesOf = (data: unknown): string[] =>
  messageOf(data)
    .split('\n')
    .slice(1)
    .map((line) => line.slice(2));

describe('a wrong period', () => {
  it('is told once, not once a day', () => {
    const days = Array.from({ length: 20 }, (_, index) => ({
      date: `2024-07-${String(index + 1).padStart(2, '0')}`,
      workday: true,
      status: 'present' as const,
      lateMinutes: 0,
      earlyMinutes: 0,
    }));
    expect(() => readAppraisal({ employee: { id: '1', status: 'pns' }, assessed: '2024-06', attendance: { days } })).toThrow(
      'The appraisal has one fault:\n- attendance.days[0].date: 2024-07-01 and 19 more days lie outside the period assessed (2024-06-01..2024-06-30). Leave such days out, or correct the period.',
    );
  });
});

describe('things given twice', () => {
  const appraisal = (count: number, twice: readonly [first: number, again: number]): object => ({
    employee: { id: '1', status: 'pns' },
    assessed: '2024-Q2',
    ratings: {
      items: Array.from({ length: count }, (_, index) => ({
        source: 'peer',
        rater: `p${index === twice[1] ? twice[0] : index}`,
        score: 80,
        scale: { min: 0, max: 100 },
      })),
    },
  });
  it.each([2, 3, 15, 16, 17, 40])('are found among %i', (count) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: count - 1 }), fc.integer({ min: 0, max: count - 1 }), (first, again) => {
        const read = (): unknown => readAppraisal(appraisal(count, [first, again]));
        if (first === again) expect(read).not.toThrow();
        else expect(read).toThrow(`already rated the same in ratings.items[${Math.min(first, again)}]`);
      }),
      { numRuns: 30 },
    );
  });
});
