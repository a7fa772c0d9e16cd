/**
 * The four kinds of result: a value, none, unknown, fault. Nothing is ever silently zero, empty or false.
 * In: data. Out: {@link Result}s, told apart by {@link isNone}, {@link isUnknown}, {@link isFault}.
 * A value is carried bare (an {@link Exact}, boolean, text, date, list or record), so that results cost nothing to wrap.
 */
import { CalendarDate } from './calendar-date.ts';
import { type Exact, isExact, toText } from './exact.ts';

/** A record: fields by name; a Map, so that no name can reach a prototype. */
export type RecordValue = ReadonlyMap<string, Result>;
export type ListValue = readonly Result[];
/** A value of the language. Enumeration members are texts. */
export type Datum = Exact | boolean | string | CalendarDate | ListValue | RecordValue;

/** Declared not applicable. `present(x)` is the only test for it. */
export class None {
  readonly kind = 'none';
}
export const NONE: None = Object.freeze(new None());

/** Not known yet; `facts` are the ids to supply, sorted, without repetition. */
export class Unknown {
  readonly kind = 'unknown';
  constructor(readonly facts: readonly string[]) {
    Object.freeze(this);
  }
}

/** The formula cannot be answered: a division by zero, a lookup outside its table. */
export class Fault {
  readonly kind = 'fault';
  constructor(
    /** Stable, such as `formula/division-by-zero`. */
    readonly code: string,
    /** One plain sentence. */
    readonly message: string,
    /** The span of the formula text, when the fault arose in one. */
    readonly span?: readonly [from: number, to: number] | undefined,
  ) {
    Object.freeze(this);
  }
}

export type Result = Datum | None | Unknown | Fault;
/** A result that is no value. */
export type NoValue = None | Unknown | Fault;

export const isNone = (result: Result): result is None => result === NONE;
export const isUnknown = (result: Result): result is Unknown => result instanceof Unknown;
export const isFault = (result: Result): result is Fault => result instanceof Fault;
export const isNoValue = (result: Result): result is NoValue =>
  typeof result === 'object' && !isExact(result) && (result === NONE || result instanceof Unknown || result instanceof Fault);
export const isList = (value: Result): value is ListValue => Array.isArray(value);
export const isRecord = (value: Result): value is RecordValue => value instanceof Map;
export const isDate = (value: Result): value is CalendarDate => value instanceof CalendarDate;

export const unknown = (...facts: string[]): Unknown => new Unknown(Object.freeze([...new Set(facts)].sort()));

/** The result of several that are needed together: the first fault, else one unknown of all facts; undefined if neither is there. */
export function worst(results: Iterable<Result>): Fault | Unknown | undefined {
  let facts: string[] | undefined;
  for (const result of results) {
    if (result instanceof Fault) return result;
    if (result instanceof Unknown) (facts ??= []).push(...result.facts);
  }
  return facts && unknown(...facts);
}

/** A result as plain JSON: numbers as canonical text, dates as ISO text; none, unknown and fault as tagged objects. */
export function toJson(result: Result): unknown {
  if (isExact(result)) return toText(result);
  if (isDate(result)) return result.toString();
  if (isList(result)) return result.map(toJson);
  if (isRecord(result)) return Object.fromEntries([...result].map(([name, value]) => [name, toJson(value)]));
  if (isNone(result)) return { none: true };
  if (isUnknown(result)) return { unknown: result.facts };
  if (isFault(result)) return { fault: result.code, message: result.message };
  return result;
}
