/**
 * The values of the catalogue's facts in an appraisal.
 * In: an appraisal as read. Out: results by fact id; a fact that is absent is not in the map, and the ruleset decides what that means.
 * Inside members of lists an absent optional field is none, so that formulas test it with `present(item.x)`.
 */
import { daysBetween } from '../values/calendar-date.ts';
import { ratio } from '../values/exact.ts';
import { type Datum, NONE, type Result } from '../values/result.ts';
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
    if (value !== undefined) values.set(fact.id, value);
  }
  return values;
}

/** Reads single facts of an appraisal; undefined for one that is absent. */
export function factReader(appraisal: Appraisal): (fact: CatalogueFact) => Result | undefined {
  const view = completed(appraisal);
  return ({ path, type }) => {
    let at: unknown = view;
    for (const name of path) {
      if (at === undefined) return undefined;
      at = (at as Record<string, unknown>)[name];
    }
    return at === undefined ? undefined : toResult(at, type);
  };
}

/** The appraisal with what follows from it: pangkat, days of leave, weeks, counts of attendance, effects in force, periods. */
function completed(appraisal: Appraisal): object {
  const { employee, leaves, attendance } = appraisal;
  const pangkat = employee.pangkat ?? (employee.golongan && PANGKAT_OF.get(employee.golongan));
  return Object.assign({}, appraisal, {
    employee: pangkat === employee.pangkat ? employee : Object.assign({}, employee, { pangkat }),
    leaves: leaves?.map((leave) => (leave.days ? leave : Object.assign({}, leave, { days: whole(daysBetween(leave.from, leave.to) + 1) }))),
    attendance: attendance && {
      days: attendance.days?.map((day) =>
        Object.assign({}, day, { week: day.week ?? whole(isoWeek(day.date)), weekday: day.weekday ?? whole(day.date.weekday) }),
      ),
      counts: attendance.days ? Object.assign({}, attendance.counts, Object.fromEntries(countDays(attendance.days))) : attendance.counts,
    },
    effects: appraisal.effects && activeEffects(appraisal),
    period: periodFacts(appraisal),
  });
}

const whole = (count: number) => ratio(BigInt(count));

/** A value of the model as a value of the language: records become Maps with every field of their type. */
function toResult(value: unknown, type: Type): Result {
  if (type.kind === 'list') return Object.freeze((value as readonly unknown[]).map((member) => toResult(member, type.of)));
  if (type.kind !== 'record') return value as Datum;
  const record = new Map<string, Result>();
  for (const [name, field] of type.fields) {
    const part = (value as Record<string, unknown>)[name];
    record.set(name, part === undefined ? NONE : toResult(part, field));
  }
  return record;
}
