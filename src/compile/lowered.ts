/**
 * How values are carried in compiled code: numbers as scaled integers, dates as days, records as objects with numbered fields.
 * In: a type of the language, or an exact result. Out: its {@link Shape}, and the lowered value.
 * A number of step 0.001 is carried times 1,000. What does not fit a safe integer that way is carried as an exact ratio.
 */
import { type Exact, compare, decimalPlaces, denominator, isExact, multiply, numerator, ratio } from '../values/exact.ts';
import { type Fault, type None, type Result, type Unknown, isDate, isList, isNoValue, isRecord, NONE } from '../values/result.ts';
import type { NumberType, Type } from '../values/type.ts';

/** A value in compiled code; what shape it has is known beforehand. */
export type Lowered = number | boolean | string | Exact | readonly Lowered[] | LoweredRecord | None | Unknown | Fault;
/** Fields by their place in the record's type: `f0`, `f1`, …; a field that nothing reads may be left out. */
export interface LoweredRecord {
  readonly [field: `f${number}`]: Lowered;
}

export type Shape =
  /** An integer, the value times ten to the power of `places`; `low` and `high` are bounds of that integer. */
  | { readonly kind: 'scaled'; readonly places: number; readonly low: number; readonly high: number }
  | { readonly kind: 'exact' }
  | { readonly kind: 'boolean' }
  /** Text, or a member of an enumeration. */
  | { readonly kind: 'word' }
  /** The number of the day, 1970-01-01 being 0. */
  | { readonly kind: 'date' }
  | { readonly kind: 'calendar' }
  | { readonly kind: 'list'; readonly of: Shape; readonly maxItems: number | undefined }
  | { readonly kind: 'record'; readonly fields: ReadonlyMap<string, { readonly index: number; readonly shape: Shape }> };

const SAFE = ratio(BigInt(Number.MAX_SAFE_INTEGER));

/** How a declared value of this type is carried. */
export function shapeOf(type: Type): Shape {
  switch (type.kind) {
    case 'number':
      return numberShape(type);
    case 'enum':
    case 'text':
      return { kind: 'word' };
    case 'list':
      return { kind: 'list', of: shapeOf(type.of), maxItems: type.maxItems };
    case 'record':
      return { kind: 'record', fields: new Map([...type.fields].map(([name, field], index) => [name, { index, shape: shapeOf(field) }])) };
    default:
      return { kind: type.kind };
  }
}

function numberShape({ min, max, step }: NumberType): Shape {
  const places = step && decimalPlaces(step);
  if (min === undefined || max === undefined || places === undefined) return { kind: 'exact' };
  const scale = ratio(10n ** BigInt(places));
  const [low, high] = [multiply(min, scale), multiply(max, scale)];
  if (compare(low, multiply(SAFE, ratio(-1n))) < 0 || compare(high, SAFE) > 0) return { kind: 'exact' };
  return { kind: 'scaled', places, low: Number(numerator(low)) / Number(denominator(low)), high: Number(numerator(high)) / Number(denominator(high)) };
}

/** An exact result in its lowered form. */
export function lower(result: Result, shape: Shape): Lowered {
  if (isNoValue(result)) return result;
  if (isExact(result)) return shape.kind === 'scaled' ? scaledNumber(result, shape.places) : result;
  if (isDate(result)) return result.epochDay;
  if (isList(result)) {
    const of = shape.kind === 'list' ? shape.of : shape;
    return result.map((member) => lower(member, of));
  }
  if (isRecord(result)) {
    if (shape.kind !== 'record') throw new TypeError('A record was met where none is declared.');
    const record: Record<string, Lowered> = {};
    for (const [name, { index, shape: field }] of shape.fields) record[`f${index}`] = lower(result.get(name) ?? NONE, field);
    return record as LoweredRecord;
  }
  return result;
}

/** The value times ten to the power of `places`; the caller's type promises that this is a safe integer. */
export function scaledNumber(value: Exact, places: number): number {
  const scaled = multiply(value, ratio(10n ** BigInt(places)));
  if (denominator(scaled) !== 1n) throw new RangeError('The number has more decimals than its type declares.');
  return Number(numerator(scaled));
}
