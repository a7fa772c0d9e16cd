/**
 * The catalogue follows from the schemas: ids, types and notes.
 */
import { describe, expect, it } from 'vitest';
import { toText } from '../values/exact.ts';
import type { Type } from '../values/type.ts';
import { CATALOGUE_ENUMERATIONS, CATALOGUE_TYPES, FACT_CATALOGUE } from './catalogue.ts';
import { exampleAppraisal } from './example-appraisal.ts';
import { factsOf } from './facts-of.ts';
import { readAppraisal } from './read-appraisal.ts';

const RESERVED = new Set([
  'and',
  'or',
  'not',
  'if',
  'then',
  'else',
  'for',
  'in',
  'return',
  'some',
  'every',
  'satisfies',
  'between',
  'instance',
  'function',
  'external',
  'true',
  'false',
  'null',
]);
const SEGMENT = /^[a-z][A-Za-z0-9]*$/;
const ids = [...FACT_CATALOGUE.keys()];

describe('the ids of the catalogue', () => {
  it('are these', () => {
    expect(ids).toEqual([
      'employee.id',
      'employee.name',
      'employee.status',
      'employee.golongan',
      'employee.golonganPppk',
      'employee.pangkat',
      'employee.postKind',
      'employee.jenjang',
      'employee.post',
      'employee.class',
      'employee.jobValue',
      'employee.leads',
      'employee.unit',
      'employee.sector',
      'employee.region',
      'employee.place',
      'employee.staffGroup',
      'employee.duty',
      'employee.bornOn',
      'employee.serviceSince',
      'employee.rankSince',
      'employee.postSince',
      'employee.contractUntil',
      'employee.mkg',
      'employee.family.married',
      'employee.family.spouses',
      'employee.family.children',
      'employee.family.dependants',
      'assignments',
      'leaves',
      'documents',
      'indicators',
      'activities',
      'ratings',
      'raters.expected.supervisor',
      'raters.expected.peer',
      'raters.expected.subordinate',
      'raters.expected.self',
      'raters.expected.public',
      'raters.expected.stakeholder',
      'attendance.days',
      'attendance.counts.workdays',
      'attendance.counts.present',
      'attendance.counts.absent',
      'attendance.counts.leave',
      'attendance.counts.permit',
      'attendance.counts.sick',
      'attendance.counts.duty',
      'attendance.counts.study',
      'attendance.counts.cancelled',
      'attendance.counts.late',
      'attendance.counts.early',
      'attendance.counts.lateMinutes',
      'attendance.counts.earlyMinutes',
      'attendance.counts.missingIn',
      'attendance.counts.missingOut',
      'attendance.counts.missed',
      'organisation.rating',
      'organisation.score',
      'organisation.iku',
      'organisation.actionPlan',
      'organisation.physical',
      'organisation.budget',
      'organisation.sakip',
      'organisation.satisfaction',
      'organisation.teamScore',
      'previous',
      'effects.active',
      'period.assessed.from',
      'period.assessed.to',
      'period.paid.from',
      'period.paid.to',
      'period.paid.kind',
      'period.year',
      'period.quarter',
      'period.month',
      'period.days',
    ]);
  });

  it('are made of words that formulas can read', () => {
    const odd = ids.flatMap((id) => id.split('.')).filter((segment) => !SEGMENT.test(segment) || RESERVED.has(segment));
    expect(odd).toEqual([]);
  });

  it('are no prefixes of each other', () => {
    expect(ids.filter((id) => ids.some((other) => other.startsWith(`${id}.`)))).toEqual([]);
  });

  it('are not hidden by a field of a record', () => {
    const fields = recordTypes().flatMap(([, type]) => [...type.fields.keys()]);
    expect(fields.filter((name) => FACT_CATALOGUE.has(name) || !SEGMENT.test(name) || RESERVED.has(name))).toEqual([]);
  });
});

describe('the types of the catalogue', () => {
  it('bound every number below 2^53 steps and every list by a length', () => {
    const loose: string[] = [];
    const look = (type: Type, at: string): void => {
      if (type.kind === 'number') {
        const { min, max, step } = type;
        if (!min || !max || !step) loose.push(at);
        else for (const bound of [min, max]) if (Math.abs(Number(toText(bound.div(step)))) > Number.MAX_SAFE_INTEGER) loose.push(`${at} ${toText(bound)}`);
      }
      if (type.kind === 'list') {
        if (!type.maxItems) loose.push(at);
        look(type.of, `${at}[]`);
      }
      if (type.kind === 'record') for (const [name, field] of type.fields) look(field, `${at}.${name}`);
    };
    for (const { id, type } of FACT_CATALOGUE.values()) look(type, id);
    expect(loose).toEqual([]);
  });

  it('keep keys, units and orders', () => {
    expect(FACT_CATALOGUE.get('attendance.days')!.type).toMatchObject({ kind: 'list', key: 'date', maxItems: 366, each: { text: 'day' } });
    expect(FACT_CATALOGUE.get('indicators')!.type).toMatchObject({ kind: 'list', key: 'id', each: { text: 'count' } });
    expect(FACT_CATALOGUE.get('effects.active')!.type).toMatchObject({ kind: 'list', key: 'key' });
    expect(FACT_CATALOGUE.get('employee.golongan')!.type).toMatchObject({
      kind: 'enum',
      name: 'golongan',
      order: expect.arrayContaining(['I/a', 'IV/e']) as unknown,
    });
    expect(FACT_CATALOGUE.get('employee.sector')!.type).toEqual({ kind: 'text' });
  });

  it('are named, and enumerations have a title for each member in both languages', () => {
    expect([...CATALOGUE_TYPES.keys()].sort()).toEqual([
      'activity',
      'assignment',
      'assignmentKind',
      'dayHalf',
      'dayRecord',
      'dayStatus',
      'document',
      'dutyStatus',
      'effect',
      'effectKind',
      'effectMeeting',
      'effectStatus',
      'employeeStatus',
      'evidence',
      'evidenceKind',
      'expectation',
      'golongan',
      'golonganPppk',
      'indicator',
      'indicatorAspect',
      'indicatorKind',
      'indicatorLevel',
      'jenjang',
      'leave',
      'leaveKind',
      'organisationRating',
      'pangkat',
      'paymentKind',
      'period',
      'polarity',
      'postKind',
      'previousRating',
      'raterSource',
      'rating',
      'scale',
      'workKind',
    ]);
    for (const { members, titles } of CATALOGUE_ENUMERATIONS.values()) expect([...titles.keys()]).toEqual(members);
  });
});

describe('the facts of the catalogue', () => {
  it('say what they mean, in both languages, with unit, bounds and step', () => {
    for (const { id, title, description } of FACT_CATALOGUE.values())
      expect([id, title.id !== '' && title.en !== '' && description.endsWith('.')]).toEqual([id, true]);
    expect(FACT_CATALOGUE.get('employee.class')).toMatchObject({
      title: { id: 'Kelas jabatan', en: 'Job class' },
      description: 'Kelas jabatan of the post. Unit count, 1 to 17, step 1.',
      optional: true,
    });
    expect(FACT_CATALOGUE.get('employee.status')!.optional).toBe(false);
  });

  it('have values of exactly their types', () => {
    const values = factsOf(readAppraisal(exampleAppraisal()));
    for (const [id, value] of values) expect([id, fits(value, FACT_CATALOGUE.get(id)!.type)]).toEqual([id, true]);
    expect([...values.keys()].filter((id) => !FACT_CATALOGUE.has(id))).toEqual([]);
  });
});

const recordTypes = () => [...CATALOGUE_TYPES].filter((entry): entry is [string, Extract<Type, { kind: 'record' }>] => entry[1].kind === 'record');

function fits(value: unknown, type: Type): boolean {
  switch (type.kind) {
    case 'number':
      return typeof value === 'object' && value !== null && 'n' in value;
    case 'enum':
      return type.members.includes(value as string);
    case 'list':
      return Array.isArray(value) && value.every((member) => fits(member, type.of));
    case 'record':
      return (
        value instanceof Map &&
        [...type.fields].every(([name, field]) => (value.get(name) as { kind?: string }).kind === 'none' || fits(value.get(name), field)) &&
        value.size === type.fields.size
      );
    case 'date':
      return typeof value === 'object' && value !== null && 'epochDay' in value;
    default:
      return typeof value === (type.kind === 'boolean' ? 'boolean' : 'string');
  }
}
