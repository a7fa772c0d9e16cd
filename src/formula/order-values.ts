/**
 * Which of two values comes first, and when two are the same.
 * In: two values of one type: numbers, dates, texts, truths, members of an enumeration. Out: a sign, or whether they are equal.
 */
import { CalendarDate, compareDates } from '../values/calendar-date.ts';
import { compare, equals, isExact } from '../values/exact.ts';
import type { Datum } from '../values/result.ts';
import type { Type } from '../values/type.ts';

/** Negative, zero or positive; undefined when the two have no order (an enumeration without one, values of two kinds). */
export function orderOf(a: Datum, b: Datum, order: readonly string[] | undefined): number | undefined {
  if (isExact(a) && isExact(b)) return compare(a, b);
  if (a instanceof CalendarDate && b instanceof CalendarDate) return compareDates(a, b);
  if (order === undefined || typeof a !== 'string' || typeof b !== 'string') return undefined;
  const [left, right] = [order.indexOf(a), order.indexOf(b)];
  return left < 0 || right < 0 ? undefined : left - right;
}

/** Undefined when the two are of different kinds, or lists or records. */
export function sameValue(a: Datum, b: Datum): boolean | undefined {
  if (isExact(a)) return isExact(b) ? equals(a, b) : undefined;
  if (a instanceof CalendarDate) return b instanceof CalendarDate ? a.epochDay === b.epochDay : undefined;
  return typeof a === typeof b && typeof a !== 'object' ? a === b : undefined;
}

/** The order by which values of a type compare. */
export const orderIn = (type: Type): readonly string[] | undefined => (type.kind === 'enum' ? type.order : undefined);
