/**
 * Types as they are written in a ruleset or a table: `percent`, `predikat`, `{ unit: day, step: 1, min: 0, max: 366 }`.
 * In: the written type and the names declared around it. Out: a {@link Type}, or a {@link Finding}.
 */
import { NumberRefused, type Exact, ONE, fromDecimalText, fromNumber } from './exact.ts';
import type { Finding } from './finding.ts';
import { didYouMean } from './suggest.ts';
import { BOOLEAN, DATE, TEXT, CALENDAR, type Type, listType, numberType } from './type.ts';
import { BASE_UNITS, COUNT, RATIO, parseUnit } from './unit.ts';

/** A number as data: decimal text (preferred), or a JavaScript number with a short exact text. */
export type NumberText = string | number;

/** A type as written: a word, or an object that adds bounds or says what a list holds. */
export type TypeExpression =
  | string
  | { unit?: string | undefined; type?: string | undefined; min?: NumberText | undefined; max?: NumberText | undefined; step?: NumberText | undefined }
  | { list: TypeExpression; maxItems?: NumberText | undefined; each?: string | undefined; key?: string | undefined };

/** Named types in reach: enumerations and records. */
export type NamedTypes = ReadonlyMap<string, Type>;

const WORDS: Readonly<Record<string, Type>> = { boolean: BOOLEAN, date: DATE, text: TEXT, calendar: CALENDAR, number: numberType(RATIO), integer: numberType(COUNT, { step: ONE }) };

/** Reads a written type. Never throws: what it cannot read it answers with a finding. */
export function readType(written: unknown, named: NamedTypes): Type | Finding {
  if (typeof written === 'string') return readWord(written, named);
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return refused('A type is a word such as "percent", or an object with unit, min, max and step.');
  const map = written as Record<string, unknown>;
  return Object.hasOwn(map, 'list') ? readList(map, named) : readBounded(map, named);
}

export const isFinding = (read: Type | Finding): read is Finding => 'code' in read;

function readWord(word: string, named: NamedTypes): Type | Finding {
  if (Object.hasOwn(WORDS, word)) return WORDS[word]!;
  const declared = named.get(word);
  if (declared) return declared;
  const unit = parseUnit(word);
  if (unit) return numberType(unit);
  return refused(`"${word}" is neither a type nor a unit.`, didYouMean(word, [...Object.keys(WORDS), ...named.keys(), 'ratio', ...BASE_UNITS]));
}

function readBounded(map: Record<string, unknown>, named: NamedTypes): Type | Finding {
  const extra = Object.keys(map).find((key) => !['unit', 'type', 'min', 'max', 'step'].includes(key));
  if (extra !== undefined) return refused(`"${extra}" is no part of a type.`, didYouMean(extra, ['unit', 'type', 'min', 'max', 'step', 'list', 'maxItems', 'each', 'key']));
  const word = map['unit'] ?? map['type'];
  if (typeof word !== 'string') return refused('A type needs a unit (such as "IDR") or the name of a type.');
  const base = readWord(word, named);
  if ('code' in base || base.kind !== 'number') {
    const bound = ['min', 'max', 'step'].find((key) => map[key] !== undefined);
    return 'code' in base || bound === undefined ? base : refused(`"${bound}" belongs to numbers, and ${word} is not one.`);
  }
  try {
    const bounds = { min: bound(map['min']), max: bound(map['max']), step: bound(map['step']) ?? base.step };
    if (bounds.min && bounds.max && bounds.min.compare(bounds.max) > 0) return refused('The min of this type lies above its max.');
    if (bounds.step && bounds.step.compare(0) <= 0) return refused('The step of a type must be above zero.');
    return numberType(base.unit, bounds);
  } catch (error) {
    if (error instanceof NumberRefused) return refused(error.message);
    throw error;
  }
}

function readList(map: Record<string, unknown>, named: NamedTypes): Type | Finding {
  const extra = Object.keys(map).find((key) => !['list', 'maxItems', 'each', 'key'].includes(key));
  if (extra !== undefined) return refused(`"${extra}" is no part of a list type.`, didYouMean(extra, ['list', 'maxItems', 'each', 'key']));
  const of = readType(map['list'], named);
  if ('code' in of) return of;
  const each = map['each'] === undefined ? COUNT : typeof map['each'] === 'string' ? parseUnit(map['each']) : undefined;
  if (!each) return refused('The "each" of a list is the unit in which its members are counted, such as "day".');
  const maxItems = map['maxItems'] === undefined ? undefined : Number(map['maxItems']);
  if (maxItems !== undefined && !(Number.isSafeInteger(maxItems) && maxItems > 0)) return refused('The "maxItems" of a list is a whole number above zero.');
  return listType(of, { each, maxItems, key: typeof map['key'] === 'string' ? map['key'] : undefined });
}

function bound(written: unknown): Exact | undefined {
  if (written === undefined) return undefined;
  return typeof written === 'number' ? fromNumber(written) : fromDecimalText(String(written));
}

const refused = (message: string, mend?: string): Finding => ({ code: 'type/unreadable', message, mend });
