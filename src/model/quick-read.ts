/**
 * Reads data that is as it should be, without the bookkeeping that zod does for every value.
 * In: a schema of the model. Out: a reader that gives the frozen value, or {@link UNSOUND} for anything that it does not take at once.
 * It says nothing about what is wrong: the schema itself then reads the data again and tells, so there is one meaning and one set of messages.
 */
import * as z from 'zod';
import { enumerationOf } from './fields/choice-field.ts';
import { leafOf, noteOf } from './fields/field-note.ts';
import { Refusal } from './fields/refusal.ts';
import { deepFreeze } from '../values/deep-freeze.ts';

/** What a quick reader gives instead of a value. */
export const UNSOUND: unique symbol = Symbol('unsound');

type Quick = (written: unknown) => unknown;

const READERS = new WeakMap<z.ZodType, Quick>();

/** Says how a schema that is made by transforming is read quickly; the reader gives what the schema would give, or {@link UNSOUND}. */
export function readsQuickly(schema: z.ZodType, reader: Quick): void {
  READERS.set(schema, reader);
}

/** The quick reader of a schema, made once. */
export function quickReader(schema: z.ZodType): Quick {
  let reader = READERS.get(schema);
  if (!reader) {
    reader = readerOf(schema);
    READERS.set(schema, reader);
  }
  return reader;
}

function readerOf(schema: z.ZodType): Quick {
  const leaf = leafOf(schema);
  if (leaf) {
    return (written) => {
      const value = leaf.read(written);
      return value instanceof Refusal ? UNSOUND : value;
    };
  }
  const words = enumerationOf(schema);
  if (words) {
    const members: ReadonlySet<unknown> = new Set(words.members);
    return (written) => (members.has(written) ? written : UNSOUND);
  }
  if (schema instanceof z.ZodBoolean) return (written) => (typeof written === 'boolean' ? written : UNSOUND);
  if (schema instanceof z.ZodObject) return recordReader(schema);
  const most = noteOf(schema)?.maxItems;
  if (schema instanceof z.ZodArray && most !== undefined) return listReader(quickReader(schema.element as z.ZodType), most);
  return (written) => {
    const read = schema.safeParse(written);
    return read.success ? deepFreeze(read.data) : UNSOUND;
  };
}

function listReader(member: Quick, most: number): Quick {
  return (written) => {
    if (!Array.isArray(written) || written.length > most) return UNSOUND;
    const list: unknown[] = [];
    for (const each of written) {
      const value = member(each);
      if (value === UNSOUND) return UNSOUND;
      list.push(value);
    }
    return Object.freeze(list);
  };
}

interface QuickField {
  readonly name: string;
  readonly place: number;
  readonly optional: boolean;
  readonly read: Quick;
}

/** The fields that a record with these keys has, in the order of the schema; undefined where one is unknown or lacking. */
interface Arrangement {
  readonly keys: readonly string[];
  readonly fields: readonly QuickField[] | undefined;
}

/** So many arrangements are remembered by each schema: records of a file have few. */
const REMEMBERED = 8;

/** A strict record: all that is required, nothing that is unknown, in the order of the schema. */
function recordReader(schema: z.ZodObject): Quick {
  const byName = new Map<string, QuickField>();
  for (const [name, field] of Object.entries(schema.shape as Record<string, z.ZodType>)) {
    const optional = field instanceof z.ZodOptional;
    byName.set(name, { name, place: byName.size, optional, read: quickReader(optional ? (field.unwrap() as z.ZodType) : field) });
  }
  const required = [...byName.values()].filter(({ optional }) => !optional).length;
  const arrange = (keys: readonly string[]): Arrangement => {
    const fields = keys.flatMap((key) => byName.get(key) ?? []).sort((one, other) => one.place - other.place);
    const sound = fields.length === keys.length && fields.filter(({ optional }) => !optional).length === required;
    return { keys, fields: sound ? fields : undefined };
  };
  const remembered: Arrangement[] = [];
  const arrangementOf = (keys: readonly string[]): Arrangement => {
    for (let at = 0; at < remembered.length; at++) if (sameKeys(remembered[at]!.keys, keys)) return remembered[at]!;
    const made = arrange(keys);
    if (remembered.length < REMEMBERED) remembered.push(made);
    return made;
  };
  return (written) => {
    if (!isPlainRecord(written)) return UNSOUND;
    const { fields } = arrangementOf(Object.keys(written));
    if (!fields) return UNSOUND;
    const record: Record<string, unknown> = {};
    for (let at = 0; at < fields.length; at++) {
      const { name, read } = fields[at]!;
      const part = (written as Record<string, unknown>)[name];
      // A name that stands before undefined is for the schema to judge.
      const value = part === undefined ? UNSOUND : read(part);
      if (value === UNSOUND) return UNSOUND;
      record[name] = value;
    }
    return Object.freeze(record);
  };
}

function sameKeys(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** A record as JSON has them, of no class. */
export function isPlainRecord(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
