/**
 * Facts read from an appraisal.
 */
import { describe, expect, it } from 'vitest';
import { NONE, toJson } from '../values/result.ts';
import type { RecordValue } from '../values/result.ts';
import type { AppraisalInput } from './appraisal.ts';
import { exampleAppraisal } from './example-appraisal.ts';
import { factsOf } from './facts-of.ts';
import { readAppraisal } from './read-appraisal.ts';

const MINIMAL: AppraisalInput = { employee: { id: '1', status: 'pns' }, assessed: '2024-Q2' };
const jsonOf = (data: AppraisalInput, id: string): unknown => {
  const value = factsOf(readAppraisal(data)).get(id);
  return value === undefined ? 'absent' : toJson(value);
};

describe('facts of an appraisal', () => {
  it('that is minimal are only what it says and its period', () => {
    const facts = factsOf(readAppraisal(MINIMAL));
    expect(Object.fromEntries([...facts].map(([id, value]) => [id, toJson(value)]))).toEqual({
      'employee.id': '1',
      'employee.status': 'pns',
      'period.assessed.from': '2024-04-01',
      'period.assessed.to': '2024-06-30',
      'period.year': '2024',
      'period.quarter': '2',
      'period.month': '6',
      'period.days': '91',
    });
  });

  it.each<[string, unknown]>([
    ['employee.class', '9'],
    ['employee.pangkat', 'penata'],
    ['employee.leads', false],
    ['employee.serviceSince', '2010-03-01'],
    ['raters.expected.peer', '3'],
    ['raters.expected.self', 'absent'],
    ['organisation.rating', 'baik'],
    ['organisation.iku', '97.5'],
    ['period.paid.kind', 'regular'],
    ['period.paid.to', '2024-06-30'],
    ['attendance.counts.present', '1.5'],
    ['attendance.counts.absent', '0'],
    ['attendance.counts.lateMinutes', '12'],
    ['attendance.counts.missingIn', '0'],
    ['attendance.counts.missed', '1'],
  ])('hold %s as %s', (id, expected) => {
    expect(jsonOf(exampleAppraisal(), id)).toEqual(expected);
  });

  it('are given as they were, when only counts are given', () => {
    const data: AppraisalInput = { ...MINIMAL, attendance: { counts: { absent: '1.5' } } };
    expect([jsonOf(data, 'attendance.counts.absent'), jsonOf(data, 'attendance.counts.late'), jsonOf(data, 'attendance.days')]).toEqual([
      '1.5',
      'absent',
      'absent',
    ]);
  });

  it('are not counted where the days do not tell', () => {
    const day = { date: '2024-04-01', workday: true, status: 'present', lateMinutes: 0, earlyMinutes: 0 } as const;
    expect(jsonOf({ ...MINIMAL, attendance: { days: [day] } }, 'attendance.counts.missed')).toBe('absent');
    expect(jsonOf({ ...MINIMAL, attendance: { days: [day], counts: { missed: 2 } } }, 'attendance.counts.missed')).toBe('2');
  });

  it('complete leaves by their days and days by week and weekday', () => {
    const [leave] = jsonOf(exampleAppraisal(), 'leaves') as Record<string, unknown>[];
    expect(leave).toMatchObject({ kind: 'sick', from: '2024-06-13', days: '2', letter: true });
    const [day] = jsonOf(exampleAppraisal(), 'attendance.days') as Record<string, unknown>[];
    expect(day).toMatchObject({ date: '2024-06-03', week: '202423', weekday: '1', marks: ['assembly'] });
  });

  it('hold records as Maps, in which an absent field is none', () => {
    const indicators = factsOf(readAppraisal(exampleAppraisal())).get('indicators') as readonly RecordValue[];
    expect(indicators[2]).toBeInstanceOf(Map);
    expect(indicators[2]!.get('target')).toBe(NONE);
    expect(indicators[2]!.get('judgement')).toBe('meets');
    expect(toJson(indicators[1]!.get('evidence')!)).toMatchObject([
      { kind: 'survey', score: '81.25', respondents: '40', on: '2024-06-20', label: { none: true } },
    ]);
  });

  it('hold the scale of a rating and the period of an earlier one as records', () => {
    expect(jsonOf(exampleAppraisal(), 'ratings')).toMatchObject([
      { score: '85.5', scale: { min: '0', max: '100' } },
      { score: '4', scale: { min: '1', max: '5' } },
    ]);
    expect(jsonOf(exampleAppraisal(), 'previous')).toMatchObject([
      { period: { from: '2022-01-01', to: '2022-12-31' }, rating: 'baik' },
      { score: { none: true } },
    ]);
  });

  it('do not hold effects when none were given, and an empty list when none is in force', () => {
    expect(jsonOf(MINIMAL, 'effects.active')).toBe('absent');
    expect(jsonOf({ ...MINIMAL, effects: [] }, 'effects.active')).toEqual([]);
    expect(jsonOf(exampleAppraisal(), 'effects.active')).toMatchObject([{ key: 'potong6/2023', cut: '25', starts: '2024-02-01', ends: { none: true } }]);
  });
});
