/**
 * The values of the catalogue's facts in an appraisal.
 * In: an appraisal as read. Out: results by fact id; a fact that is absent is not in the map, and the ruleset decides what that means.
 * Inside members of lists an absent optional field is none, so that formulas test it with `present(item.x)`.
 */
import { daysBetween } from '../values/calendar-date.ts';
import { whole } from '../values/exact.ts';
import { type FieldReader, FieldRecord, filled } from '../values/field-record.ts';
import type { Datum, Result } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import { activeEffects } from './active-effects.ts';
import type { Appraisal } from './appraisal.ts';
import { countDays } from './attendance-counts.ts';
import { type CatalogueFact, FACT_CATALOGUE } from './catalogue.ts';
import { PANGKAT_OF } from './golongan.ts';
import { isoWeek } from './iso-week.ts';
import { periodFacts } from './period-facts.ts';

/**
 * All facts of an appraisal.
 * @example factsOf(readAppraisal(data)).get('employee.class')
 */
export function factsOf(appraisal: Appraisal): ReadonlyMap<string, Result> {
  const factOf = factReader(appraisal);
  const values = new Map<string, Result>();
  for (const fact of FACT_CATALOGUE.values()) {
    const value = factOf(fact);
    if (value !== undefined) values.set(fact.id, filled(value));
  }
  return values;
}

/** Reads single facts of an appraisal; undefined for one that is absent. Records in them are filled when they are looked at as a whole. */
export function factReader(appraisal: Appraisal): (fact: CatalogueFact) => Result | undefined {
  const completed: Record<string, unknown> = {};
  const section = (name: string): unknown => {
    const complete = COMPLETED.get(name);
    if (!complete) return (appraisal as unknown as Record<string, unknown>)[name];
    if (!(name in completed)) completed[name] = complete(appraisal);
    return completed[name];
  };
  return ({ path, type }) => {
    let at = section(path[0]!);
    for (let step = 1; step < path.length; step++) {
      if (at === undefined) return undefined;
      at = (at as Record<string, unknown>)[path[step]!];
    }
    return at === undefined ? undefined : resultReader(type)(at);
  };
}

/** What follows from an appraisal, by section: pangkat, days of leave, weeks, counts of attendance, effects in force, periods. */
const COMPLETED: ReadonlyMap<string, (appraisal: Appraisal) => unknown> = new Map<string, (appraisal: Appraisal) => unknown>([
  ['employee', completeEmployee],
  ['leaves', ({ leaves }) => leaves?.map((leave) => (leave.days ? leave : Object.assign({}, leave, { days: whole(daysBetween(leave.from, leave.to) + 1) })))],
  ['attendance', completeAttendance],
  ['effects', (appraisal) => appraisal.effects && activeEffects(appraisal)],
  ['period', periodFacts],
]);

function completeEmployee({ employee }: Appraisal): object {
  const pangkat = employee.pangkat ?? (employee.golongan && PANGKAT_OF.get(employee.golongan));
  return pangkat === employee.pangkat ? employee : Object.assign({}, employee, { pangkat });
}

function completeAttendance({ attendance }: Appraisal): object | undefined {
  if (!attendance) return undefined;
  const { days, counts } = attendance;
  if (!days) return { days, counts };
  return {
    days: days.map((day) => Object.assign({}, day, { week: day.week ?? whole(isoWeek(day.date)), weekday: day.weekday ?? whole(day.date.weekday) })),
    counts: Object.assign({}, counts, Object.fromEntries(countDays(days))),
  };
}

type ResultReader = (value: unknown) => Result;

const READERS = new WeakMap<Type, ResultReader>();

/** How a value of the model becomes a value of the language, by its type; made once. */
function resultReader(type: Type): ResultReader {
  let reader = READERS.get(type);
  if (!reader) {
    reader = readerOf(type);
    READERS.set(type, reader);
  }
  return reader;
}

/** Records become Maps with every field of their type, filled when they are looked at as a whole. */
function readerOf(type: Type): ResultReader {
  if (type.kind === 'list') {
    const member = resultReader(type.of);
    return (value) => Object.freeze((value as readonly unknown[]).map(member));
  }
  if (type.kind !== 'record') return (value) => value as Datum;
  const fields = new Map(Array.from(type.fields, ([name, field]): [string, FieldReader] => [name, { parts: hasParts(field), read: resultReader(field) }]));
  return (value) => new FieldRecord(value as Readonly<Record<string, unknown>>, fields);
}

const hasParts = ({ kind }: Type): boolean => kind === 'list' || kind === 'record';
