/**
 * The line on which a number or date column lies, and the cuts that divide it.
 * In: a column's type, the intervals of its cells. Out: {@link Line}, {@link Cut}s in one order, and the values between two cuts.
 * A cut lies just below or just above a value, so open and closed ends, and steps, compare alike.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import { type Exact, ONE, ZERO, add, compare, divide, floorInteger, multiply, negate, ratio, subtract, toText } from '../values/exact.ts';
import type { Type } from '../values/type.ts';
import type { Interval } from './table.ts';

/** The domain of a number or date column. */
export interface Line {
  readonly dates: boolean;
  readonly min?: Exact | undefined;
  readonly max?: Exact | undefined;
  readonly step?: Exact | undefined;
}

/** A place between values: before all (-1), beside the value `at` (0), after all (1). `above` says on which side of `at`. */
export interface Cut {
  readonly end: -1 | 0 | 1;
  readonly at: Exact;
  readonly above: boolean;
}

export const BEFORE_ALL: Cut = Object.freeze({ end: -1, at: ZERO, above: false });
export const AFTER_ALL: Cut = Object.freeze({ end: 1, at: ZERO, above: false });
export const cutBelow = (at: Exact): Cut => ({ end: 0, at, above: false });
export const cutAbove = (at: Exact): Cut => ({ end: 0, at, above: true });

const fromDays = (days: number): Exact => ratio(BigInt(days));
const DATE_LINE: Line = Object.freeze({
  dates: true,
  min: fromDays(CalendarDate.of(1900, 1, 1)!.epochDay),
  max: fromDays(CalendarDate.of(2200, 12, 31)!.epochDay),
  step: ONE,
});

/** The line of a type; undefined for words and truth values. Dates are days since 1970-01-01, from 1900 to 2200. */
export function lineOf(type: Type): Line | undefined {
  if (type.kind === 'date') return DATE_LINE;
  return type.kind === 'number' ? { dates: false, min: type.min, max: type.max, step: type.step } : undefined;
}

export function compareCuts(a: Cut, b: Cut): number {
  if (a.end !== 0 || b.end !== 0) return a.end - b.end;
  return compare(a.at, b.at) || Number(a.above) - Number(b.above);
}

/** Whether a cut lies at the left of a value. */
export function cutIsBefore(cut: Cut, value: Exact): boolean {
  if (cut.end !== 0) return cut.end < 0;
  const order = compare(cut.at, value);
  return order < 0 || (order === 0 && !cut.above);
}

const floorStep = (value: Exact, step: Exact): Exact => multiply(ratio(floorInteger(divide(value, step))), step);
const ceilingStep = (value: Exact, step: Exact): Exact => negate(floorStep(negate(value), step));

/** The two cuts between which an interval lies. With a step they stand just below a multiple of it, so 11..13 and 14..16 share one. */
export function cutsOf(interval: Interval, line: Line): readonly [Cut, Cut] {
  return [lowCut(interval, line), highCut(interval, line)];
}

function lowCut({ low, lowIncluded }: Interval, { step }: Line): Cut {
  if (!low) return BEFORE_ALL;
  if (!step) return lowIncluded ? cutBelow(low) : cutAbove(low);
  return cutBelow(lowIncluded ? ceilingStep(low, step) : add(floorStep(low, step), step));
}

function highCut({ high, highIncluded }: Interval, { step }: Line): Cut {
  if (!high) return AFTER_ALL;
  if (!step) return highIncluded ? cutAbove(high) : cutBelow(high);
  return cutBelow(highIncluded ? add(floorStep(high, step), step) : ceilingStep(high, step));
}

/** The two ends of the domain. */
export function endsOf(line: Line): readonly [Cut, Cut] {
  return cutsOf({ low: line.min, high: line.max, lowIncluded: true, highIncluded: true }, line);
}

/** A value that lies between two cuts of a line, `low` before `high`: the least where there is one. */
export function between(low: Cut, high: Cut, line: Line): Exact {
  if (low.end === 0 && !low.above) return low.at;
  if (high.end !== 0) return low.end === 0 ? add(low.at, ONE) : ZERO;
  if (low.end !== 0) return high.above ? high.at : subtract(high.at, line.step ?? ONE);
  return divide(add(low.at, high.at), ratio(2n));
}

/** The values between two cuts as an interval; with a step both ends are included. */
export function intervalBetween(low: Cut, high: Cut, line: Line): Interval {
  const closes = line.step !== undefined && high.end === 0;
  return {
    low: low.end === 0 ? low.at : undefined,
    lowIncluded: low.end === 0 && !low.above,
    high: high.end !== 0 ? undefined : closes ? subtract(high.at, line.step) : high.at,
    highIncluded: high.end === 0 && (closes || high.above),
  };
}

/** Whether a value lies between min and max; the step is another question. */
export const withinBounds = (value: Exact, { min, max }: Line): boolean => !(min && compare(value, min) < 0) && !(max && compare(value, max) > 0);

/** A value of a line as it is written: a decimal or an ISO date. */
export const lineText = (value: Exact, line: Line): string => (line.dates ? CalendarDate.fromEpochDay(Number(value.s * value.n)).toString() : toText(value));

/** The domain in words: `0..366`, `at least 0`. */
export function domainText({ min, max, ...line }: Line): string {
  if (min && max) return `${lineText(min, line)}..${lineText(max, line)}`;
  return min ? `at least ${lineText(min, line)}` : max ? `at most ${lineText(max, line)}` : 'any number';
}
