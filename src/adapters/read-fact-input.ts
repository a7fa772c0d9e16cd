/**
 * Reads a fact that an application supplies, by the type that the ruleset gives it.
 * In: plain JSON, a JavaScript number or BigInt, a Decimal, or a result of the library. Out: a {@link Result}.
 */
import { KinerjaDecimal } from '../values/decimal.ts';
import { type Exact, NumberRefused, compare, fromCanonicalText, fromNumber, isExact, isMultiple, ratio, toText } from '../values/exact.ts';
import { readDatum } from '../values/read-datum.ts';
import { Fault, NONE, type Result, isDate, isNoValue, unknown } from '../values/result.ts';
import { didYouMean } from '../values/suggest.ts';
import type { NumberType, Type } from '../values/type.ts';
import { EngineRefused } from './engine-refused.ts';

/** `given` by an application, so that bounds and steps are checked; or `encoded` by this adapter from such a value. */
type FactOrigin = 'given' | 'encoded';

/**
 * Nothing at all is unknown, and so is what is tagged so: `{ unknown: [...] }`, as the library's JSON has it.
 * @throws EngineRefused for a value of another type.
 */
export function readFactInput(name: string, value: unknown, type: Type, origin: FactOrigin = 'given'): Result {
  if (value === undefined) return unknown(name);
  if (value === NONE || isNoValue(value as Result)) return value as Result;
  const tagged = readTagged(value, type);
  if (tagged) return tagged;
  switch (type.kind) {
    case 'number':
      return readNumber(name, value, type, origin);
    case 'date':
      return isDate(value as Result) ? (value as Result) : readPlain(name, value, type);
    case 'list':
      if (!Array.isArray(value)) throw refused(name, 'The value is no list.', 'Give a list.');
      return Object.freeze(value.map((member, index) => readFactInput(`${name}[${index}]`, member, type.of, origin)));
    case 'record':
      return readRecord(name, value, type.fields, origin);
    default:
      return readPlain(name, value, type);
  }
}

function readNumber(name: string, value: unknown, type: NumberType, origin: FactOrigin): Exact {
  if (isExact(value)) return value;
  const { min, max, step } = type;
  let number: Exact;
  try {
    if (typeof value === 'bigint') number = ratio(value);
    else if (typeof value === 'number') number = fromNumber(value, step);
    else number = fromCanonicalText(KinerjaDecimal.isDecimal(value) ? value.toFixed() : typeof value === 'string' ? value : '');
  } catch (error) {
    if (error instanceof NumberRefused)
      throw refused(
        name,
        typeof value === 'object' || typeof value === 'boolean' ? 'The value is no number.' : error.message,
        'Give a number, or decimal text such as "85.5".',
      );
    throw error;
  }
  if (origin === 'given') {
    const limits = `Give a number${min ? ` from ${toText(min)}` : ''}${max ? ` to ${toText(max)}` : ''}${step ? ` in steps of ${toText(step)}` : ''}.`;
    if ((min && compare(number, min) < 0) || (max && compare(number, max) > 0)) throw refused(name, `${toText(number)} lies outside its bounds.`, limits);
    if (step && !isMultiple(number, step)) throw refused(name, `${toText(number)} lies between its steps.`, limits);
  }
  return number;
}

function readRecord(name: string, value: unknown, fields: ReadonlyMap<string, Type>, origin: FactOrigin): Result {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refused(name, 'The value is no record.', `Give its fields: ${[...fields.keys()].join(', ')}.`);
  const given = value instanceof Map ? (value as ReadonlyMap<string, unknown>) : new Map(Object.entries(value));
  const stray = [...given.keys()].find((field) => !fields.has(field));
  if (stray !== undefined)
    throw refused(name, `The record has no field "${stray}".`, didYouMean(stray, fields.keys(), `Its fields are: ${[...fields.keys()].join(', ')}.`)!);
  return new Map([...fields].map(([field, type]) => [field, given.has(field) ? readFactInput(`${name}.${field}`, given.get(field), type, origin) : NONE]));
}

function readPlain(name: string, value: unknown, type: Type): Result {
  const read = readDatum(value, type);
  if ('finding' in read) throw refused(name, read.finding.message, read.finding.mend ?? 'Give a value of its type.');
  return read.value;
}

/** None, unknown and fault as `toJson` writes them. */
function readTagged(value: unknown, type: Type): Result | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Map) return undefined;
  const own = (key: string): unknown =>
    Object.hasOwn(value, key) && !(type.kind === 'record' && type.fields.has(key)) ? (value as Record<string, unknown>)[key] : undefined;
  const [facts, fault] = [own('unknown'), own('fault')];
  if (own('none') === true) return NONE;
  if (Array.isArray(facts)) return unknown(...facts.map(String));
  return typeof fault === 'string' ? new Fault(fault, String(own('message') ?? '')) : undefined;
}

const refused = (name: string, finding: string, mend: string): EngineRefused => new EngineRefused('fact/value', `The fact "${name}": ${finding}`, mend);

/** A value as a message shows it. */
export function shownValue(value: unknown): string {
  if (isExact(value)) return toText(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value);
  return typeof value === 'object' ? 'an object' : String(value);
}
