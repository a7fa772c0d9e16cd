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

/** A strict record: all that is required, nothing that is unknown, in the order of the schema. */
function recordReader(schema: z.ZodObject): Quick {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, field]) =>
    field instanceof z.ZodOptional
      ? { name, optional: true, read: quickReader(field.unwrap() as z.ZodType) }
      : { name, optional: false, read: quickReader(field) },
  );
  return (written) => {
    if (typeof written !== 'object' || written === null || !isPlain(written)) return UNSOUND;
    const record: Record<string, unknown> = {};
    let known = 0;
    for (const { name, optional, read } of fields) {
      const part = (written as Record<string, unknown>)[name];
      if (part === undefined && optional) continue;
      const value = read(part);
      if (value === UNSOUND) return UNSOUND;
      record[name] = value;
      known++;
    }
    // A name that is unknown, or stands before undefined, is for the schema to judge.
    return known === Object.keys(written).length ? Object.freeze(record) : UNSOUND;
  };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
