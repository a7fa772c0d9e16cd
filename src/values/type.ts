/**
 * The types that a value of the language can have, shared by formulas, tables and facts.
 * In: nothing. Out: the {@link Type} union, its constructors, and its text for messages.
 */
import type { Exact } from './exact.ts';
import { COUNT, RATIO, type Unit, sameUnit } from './unit.ts';

/** Bounds of a number: inclusive, and the step that every value is a multiple of. */
export interface Bounds {
  readonly min?: Exact | undefined;
  readonly max?: Exact | undefined;
  readonly step?: Exact | undefined;
}

export interface NumberType extends Bounds {
  readonly kind: 'number';
  readonly unit: Unit;
}

/** A closed list of words; `order`, when law compares them, is from the lowest to the highest. */
export interface EnumType {
  readonly kind: 'enum';
  readonly name: string;
  readonly members: readonly string[];
  readonly order?: readonly string[] | undefined;
}

export interface RecordType {
  readonly kind: 'record';
  readonly name: string;
  readonly fields: ReadonlyMap<string, Type>;
}

/** A list; `each` is the unit in which its members are counted (a list of days counts days). */
export interface ListType {
  readonly kind: 'list';
  readonly of: Type;
  readonly each: Unit;
  readonly maxItems?: number | undefined;
  readonly key?: string | undefined;
}

export type Type =
  | NumberType
  | EnumType
  | RecordType
  | ListType
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'text' }
  | { readonly kind: 'calendar' };

export const BOOLEAN: Type = Object.freeze({ kind: 'boolean' });
export const DATE: Type = Object.freeze({ kind: 'date' });
export const TEXT: Type = Object.freeze({ kind: 'text' });
export const CALENDAR: Type = Object.freeze({ kind: 'calendar' });

export const numberType = (unit: Unit = RATIO, bounds: Bounds = {}): NumberType => Object.freeze({ kind: 'number', unit, ...bounds });
export const listType = (of: Type, options: { each?: Unit; maxItems?: number | undefined; key?: string | undefined } = {}): ListType =>
  Object.freeze({ kind: 'list', of, each: options.each ?? COUNT, maxItems: options.maxItems, key: options.key });
export const enumType = (name: string, members: readonly string[], order?: readonly string[]): EnumType =>
  Object.freeze({ kind: 'enum', name, members: Object.freeze([...members]), order: order && Object.freeze([...order]) });
export const recordType = (name: string, fields: Iterable<readonly [string, Type]>): RecordType =>
  Object.freeze({ kind: 'record', name, fields: new Map(fields) });

/** How a message names a type: `a number of IDR`, `predikat`, `a list of dayRecord`. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case 'number':
      return type.unit.text === 'ratio' ? 'a plain number' : `a number of ${type.unit.text}`;
    case 'enum':
      return `one of ${type.name}`;
    case 'record':
      return `a ${type.name} record`;
    case 'list':
      return `a list of ${listItemText(type.of)}`;
    case 'boolean':
      return 'true or false';
    case 'calendar':
      return 'a calendar';
    default:
      return `a ${type.kind}`;
  }
}

function listItemText(type: Type): string {
  if (type.kind === 'record' || type.kind === 'enum') return type.name;
  return type.kind === 'number' ? `${type.unit.text} numbers` : type.kind;
}

/** Same kind, unit and names; bounds do not count. */
export function sameType(a: Type, b: Type): boolean {
  if (a.kind === 'number' && b.kind === 'number') return sameUnit(a.unit, b.unit);
  if ((a.kind === 'enum' && b.kind === 'enum') || (a.kind === 'record' && b.kind === 'record')) return a.name === b.name;
  if (a.kind === 'list' && b.kind === 'list') return sameType(a.of, b.of);
  return a.kind === b.kind;
}
