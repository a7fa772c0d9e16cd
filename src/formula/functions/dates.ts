/**
 * `days between(a, b)`, `whole months(a, b)`, `whole years(a, b)`, `add months(date, n)`.
 * In: dates. Out: days, months and years as numbers of that unit, counted from a to b; a date for `add months`.
 */
import {
  type CalendarDate,
  addMonths as addMonthsTo,
  daysBetween as daysFromTo,
  wholeMonths as monthsFromTo,
  wholeYears as yearsFromTo,
} from '../../values/calendar-date.ts';
import { type Exact, compare, denominator, numerator, toText, whole } from '../../values/exact.ts';
import { Fault } from '../../values/result.ts';
import { DATE, numberType } from '../../values/type.ts';
import { DAY, MONTH, type Unit, YEAR } from '../../values/unit.ts';
import { argumentsOf, giving } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

const counting = (name: string, unit: Unit, steps: (a: CalendarDate, b: CalendarDate) => number): BuiltIn => ({
  name,
  signature: `${name}(a, b)`,
  arity: [2, 2],
  takes: 'values',
  check: (args, call) => giving(argumentsOf(args, [DATE, DATE], call), unit),
  evaluate: ([a, b]) => whole(steps(a as CalendarDate, b as CalendarDate)),
});

export const daysBetween: BuiltIn = counting('days between', DAY, daysFromTo);
export const wholeMonths: BuiltIn = counting('whole months', MONTH, monthsFromTo);
export const wholeYears: BuiltIn = counting('whole years', YEAR, yearsFromTo);

/** The language's calendar runs from 1900 to 2200. */
const MOST_MONTHS = whole(3_612);

export const addMonths: BuiltIn = {
  name: 'add months',
  signature: 'add months(date, n)',
  arity: [2, 2],
  takes: 'values',
  check(args, call) {
    const trees = argumentsOf(args, [DATE, numberType(MONTH)], call);
    return trees && { args: trees, type: DATE, loose: false };
  },
  evaluate(args, { span }) {
    const [date, months] = args as readonly [CalendarDate, Exact];
    if (denominator(months) !== 1n) return new Fault('formula/whole-number', `add months needs whole months, and was given ${toText(months)}.`, span);
    if (compare(months.abs(), MOST_MONTHS) <= 0) {
      const moved = addMonthsTo(date, Number(numerator(months)));
      if (moved.year >= 1900 && moved.year <= 2200) return moved;
    }
    return new Fault('formula/date-range', `${date} and ${toText(months)} months lead outside the years 1900 to 2200.`, span);
  },
};
