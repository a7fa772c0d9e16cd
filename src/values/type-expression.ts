/**
 * Types as they are written in a ruleset or a table: `percent`, `predikat`, `{ unit: day, step: 1, min: 0, max: 366 }`.
 * In: the written type and the names declared around it. Out: a {@link Type}, or a {@link Finding}.
 */
import { NumberRefused, type Exact, ONE, ZERO, compare, fromDecimalText, fromNumber } from './exact.ts';
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

const WORDS: Readonly<Record<string, Type>> = {
  boolean: BOOLEAN,
  date: DATE,
  text: TEXT,
  calendar: CALENDAR,
  number: numberType(RATIO),
  integer: numberType(COUNT, { step: ONE }),
};

/** Reads a written type. Never throws: what it cannot read it answers with a finding. */
export function readType(written: unknown, named: NamedTypes): Type | Finding {
  return readNested(written, named, 0);
}

const DEEPEST = 8;

function readNested(written: unknown, named: NamedTypes, depth: number): Type | Finding {
  if (depth > DEEPEST) return refused(`Lists lie more than ${DEEPEST} deep in this type.`);
  if (typeof written === 'string') return readWord(written, named);
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return refused('A type is a word such as "percent", or an object with unit, min, max and step.');
  const map = written as Record<string, unknown>;
  return Object.hasOwn(map, 'list') ? readList(map, named, depth) : readBounded(map, named);
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
  if (extra !== undefined)
    return refused(`"${extra}" is no part of a type.`, didYouMean(extra, ['unit', 'type', 'min', 'max', 'step', 'list', 'maxItems', 'each', 'key']));
  const word = own(map, 'unit') ?? own(map, 'type');
  if (typeof word !== 'string') return refused('A type needs a unit (such as "IDR") or the name of a type.');
  const base = own(map, 'unit') === undefined || own(map, 'type') === undefined ? readWord(word, named) : readBoth(word, own(map, 'type'));
  if ('code' in base || base.kind !== 'number') {
    const bound = ['min', 'max', 'step'].find((key) => own(map, key) !== undefined);
    return 'code' in base || bound === undefined ? base : refused(`"${bound}" belongs to numbers, and ${word} is not one.`);
  }
  try {
    const bounds = { min: bound(own(map, 'min')) ?? base.min, max: bound(own(map, 'max')) ?? base.max, step: bound(own(map, 'step')) ?? base.step };
    if (bounds.min && bounds.max && compare(bounds.min, bounds.max) > 0) return refused('The min of this type lies above its max.');
    if (bounds.step && compare(bounds.step, ZERO) <= 0) return refused('The step of a type must be above zero.');
    return numberType(base.unit, bounds);
  } catch (error) {
    if (error instanceof NumberRefused) return refused(error.message);
    throw error;
  }
}

function readList(map: Record<string, unknown>, named: NamedTypes, depth: number): Type | Finding {
  const extra = Object.keys(map).find((key) => !['list', 'maxItems', 'each', 'key'].includes(key));
  if (extra !== undefined) return refused(`"${extra}" is no part of a list type.`, didYouMean(extra, ['list', 'maxItems', 'each', 'key']));
  const of = readNested(map['list'], named, depth + 1);
  if ('code' in of) return of;
  const written = { each: own(map, 'each'), maxItems: own(map, 'maxItems'), key: own(map, 'key') };
  const each = written.each === undefined ? COUNT : typeof written.each === 'string' ? parseUnit(written.each) : undefined;
  if (!each) return refused('The "each" of a list is the unit in which its members are counted, such as "day".');
  const maxItems = written.maxItems === undefined ? undefined : wholeNumber(written.maxItems);
  if (maxItems === 0) return refused('The "maxItems" of a list is a whole number above zero.');
  if (written.key !== undefined && typeof written.key !== 'string')
    return refused('The "key" of a list is the name of the field that tells its members apart.');
  return listType(of, { each, maxItems, key: written.key });
}

/** A unit beside `type: number` or `type: integer`. */
function readBoth(unitText: string, type: unknown): Type | Finding {
  if (type !== 'number' && type !== 'integer') return refused('A type has a unit, or the name of a type: beside a unit only "number" and "integer" may stand.');
  const unit = parseUnit(unitText);
  if (!unit) return refused(`"${unitText}" is no unit.`, didYouMean(unitText, ['ratio', ...BASE_UNITS]));
  return numberType(unit, type === 'integer' ? { step: ONE } : {});
}

/** The whole number above zero that was written, or 0. */
function wholeNumber(written: unknown): number {
  const read = typeof written === 'string' && /^\d{1,15}$/.test(written) ? Number(written) : written;
  return typeof read === 'number' && Number.isSafeInteger(read) && read > 0 ? read : 0;
}

const own = (map: Record<string, unknown>, key: string): unknown => (Object.hasOwn(map, key) ? map[key] : undefined);

function bound(written: unknown): Exact | undefined {
  if (written === undefined) return undefined;
  if (typeof written === 'number') return fromNumber(written);
  if (typeof written === 'string') return fromDecimalText(written);
  throw new NumberRefused('number/kind', 'A min, max or step is a number, or a number as text.');
}

const refused = (message: string, mend?: string): Finding => ({ code: 'type/unreadable', message, mend });
