/**
 * Every function of the language, in the order of the reference.
 * In: nothing. Out: {@link BUILT_INS} and {@link findBuiltIn}. `not(x)` is an operator and stands with `and` and `or`.
 */
import { mean, median } from './averages.ts';
import type { BuiltIn } from './built-in.ts';
import { count } from './count.ts';
import { addMonths, daysBetween, wholeMonths, wholeYears } from './dates.ts';
import { distinctValues } from './distinct-values.ts';
import { max, min } from './extremes.ts';
import { last } from './last.ts';
import { longestRun } from './longest-run.ts';
import { modulo } from './modulo.ts';
import { present } from './present.ts';
import { abs, ceiling, floor } from './single-numbers.ts';
import { sum } from './sum.ts';
import { workingDays } from './working-days.ts';

export const BUILT_INS: readonly BuiltIn[] = Object.freeze([
  sum,
  count,
  min,
  max,
  mean,
  median,
  distinctValues,
  last,
  longestRun,
  floor,
  ceiling,
  modulo,
  abs,
  present,
  daysBetween,
  wholeMonths,
  wholeYears,
  addMonths,
  workingDays,
]);

const BY_NAME: ReadonlyMap<string, BuiltIn> = new Map(BUILT_INS.map((builtIn) => [builtIn.name, builtIn]));

export const BUILT_IN_NAMES: readonly string[] = Object.freeze([...BY_NAME.keys()]);
export const findBuiltIn = (name: string): BuiltIn | undefined => BY_NAME.get(name);
export const isBuiltIn = (name: string): boolean => BY_NAME.has(name);
