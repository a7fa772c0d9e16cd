/**
 * Plain data as facts of a formula: values, and the types that they show.
 * In: JSON, CalendarDates and exact numbers. Out: values with inferred types, or a finding that names the place in the data.
 * Inferred numbers are plain; a field that only some members of a list have is unknown in the others.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import { NumberRefused, fromDecimalText, fromNumber, isExact, ratio } from '../values/exact.ts';
import type { Finding } from '../values/finding.ts';
import { type RecordValue, type Result, isList, isRecord, unknown } from '../values/result.ts';
import { BOOLEAN, DATE, TEXT, type Type, listType, numberType, recordType, sameType, typeText } from '../values/type.ts';

/** Thrown and caught inside the standalone use only. */
export class FactRefused extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

const MAX_FACT_DEPTH = 32;

/**
 * A value of the language from plain data.
 * @throws FactRefused for null, functions, unsafe numbers, data nested more than 32 deep.
 */
export function valueOf(data: unknown, path: string, depth = 0): Result {
  if (depth > MAX_FACT_DEPTH) refuse(path, `is nested more than ${MAX_FACT_DEPTH} deep`, 'Give flatter data.');
  if (typeof data === 'boolean' || typeof data === 'string' || isExact(data) || data instanceof CalendarDate) return data;
  if (typeof data === 'bigint') return ratio(data);
  if (typeof data === 'number') return numberOf(data, path);
  if (Array.isArray(data)) return Object.freeze(data.map((member, index) => valueOf(member, `${path}[${index + 1}]`, depth + 1)));
  if (data instanceof Map) return recordOf([...data] as [string, unknown][], path, depth);
  if (typeof data === 'object' && data !== null && isPlain(data)) return recordOf(Object.entries(data), path, depth);
  if (typeof data === 'object' && data !== null)
    return refuse(path, 'is an object of a class, which is no value of the language', 'Give plain objects, or CalendarDate for a date.');
  return refuse(
    path,
    `is ${KINDS[typeof data] ?? 'null'}, which is no value of the language`,
    'Leave it out, or give a number, text, truth, date, list or record.',
  );
}

const KINDS: Readonly<Partial<Record<string, string>>> = { undefined: 'undefined', function: 'a function', symbol: 'a symbol' };

const isPlain = (data: object): boolean => Object.getPrototypeOf(data) === Object.prototype || Object.getPrototypeOf(data) === null;

function recordOf(entries: readonly (readonly [string, unknown])[], path: string, depth: number): RecordValue {
  return new Map(entries.map(([name, field]) => [name, valueOf(field, path === '' ? name : `${path}.${name}`, depth + 1)]));
}

function numberOf(data: number | string, path: string): Result {
  try {
    return typeof data === 'number' ? fromNumber(data) : fromDecimalText(data);
  } catch (error) {
    if (error instanceof NumberRefused)
      return refuse(path, `is no exact number: ${error.message.replace(/\.$/, '')}`, 'Give whole numbers, or numbers with few decimals.');
    throw error;
  }
}

function refuse(path: string, problem: string, mend: string): never {
  throw new FactRefused({ code: 'formula/fact', message: `The fact ${path} ${problem}.`, mend });
}

/** The type that a value shows; an empty list is a list of plain numbers. */
export function typeOf(value: Result, path: string): Type {
  if (isExact(value)) return numberType();
  if (typeof value === 'boolean') return BOOLEAN;
  if (typeof value === 'string') return TEXT;
  if (value instanceof CalendarDate) return DATE;
  if (isRecord(value))
    return recordType(
      path,
      [...value].map(([name, field]) => [name, typeOf(field, `${path}.${name}`)] as const),
    );
  if (isList(value))
    return listType(value.map((member) => typeOf(member, path)).reduce<Type | undefined>((known, next) => merge(known, next, path), undefined) ?? numberType());
  return numberType();
}

function merge(known: Type | undefined, next: Type, path: string): Type {
  if (!known) return next;
  if (known.kind === 'record' && next.kind === 'record') {
    const fields = new Map(known.fields);
    for (const [name, type] of next.fields) fields.set(name, merge(fields.get(name), type, `${path}.${name}`));
    return recordType(path, fields);
  }
  if (known.kind === 'list' && next.kind === 'list') return listType(merge(known.of, next.of, path));
  if (sameType(known, next)) return known;
  return refuse(path, `mixes ${typeText(known)} with ${typeText(next)}`, 'Give all members one type.');
}

/**
 * The value as its type asks for it: decimal text as a number and ISO text as a date where one is declared,
 * and every declared field present (what a record lacks is unknown).
 * @throws FactRefused when the value is of another kind.
 */
export function asType(value: Result, type: Type, path: string): Result {
  if (type.kind === 'list' && isList(value)) return Object.freeze(value.map((member, index) => asType(member, type.of, `${path}[${index + 1}]`)));
  if (type.kind === 'record' && isRecord(value)) {
    return new Map(
      [...type.fields].map(([name, field]) => [name, value.has(name) ? asType(value.get(name)!, field, `${path}.${name}`) : unknown(`${path}.${name}`)]),
    );
  }
  if (type.kind === 'number')
    return isExact(value)
      ? value
      : typeof value === 'string'
        ? numberOf(value, path)
        : refuse(path, `should be ${typeText(type)}`, 'Give a number, or decimal text.');
  if (type.kind === 'date')
    return value instanceof CalendarDate
      ? value
      : (typeof value === 'string' && CalendarDate.parse(value)) || refuse(path, 'should be a date', 'Write it as 2024-06-30.');
  const fits = type.kind === 'boolean' ? typeof value === 'boolean' : (type.kind === 'text' || type.kind === 'enum') && typeof value === 'string';
  return fits || type.kind === 'calendar' ? value : refuse(path, `should be ${typeText(type)}`, 'Give a value of that kind.');
}
