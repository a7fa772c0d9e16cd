/**
 * An outcome as plain JSON: numbers as canonical text, dates as ISO text, the trace as a list of entries.
 * In: an outcome. Out: plain data in a fixed order of keys, the same on every machine.
 */
import type { Outcome } from '../model/outcome.ts';
import { type Exact, isExact, toText } from '../values/exact.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { Fault, None, Unknown, toJson } from '../values/result.ts';
import { KinerjaDecimal } from '../values/decimal.ts';
import type { Trace } from './trace.ts';

/** The JSON form; also what `JSON.stringify(outcome)` writes. */
export function outcomeJson(outcome: Outcome<Trace>): unknown {
  const { trace, ...rest } = outcome;
  return { ...(plain(rest) as object), trace: trace.steps.map(plain) };
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (isExact(value)) return toText(value as Exact);
  if (value instanceof KinerjaDecimal) return value.toFixed();
  if (value instanceof CalendarDate) return value.toString();
  if (value instanceof None || value instanceof Unknown || value instanceof Fault) return toJson(value as never);
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [String(key), plain(inner)]));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined && typeof inner !== 'function')
      .map(([key, inner]) => [key, plain(inner)]),
  );
}
