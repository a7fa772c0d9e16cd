/**
 * What a schema says about itself beyond its shape: titles, meaning, unit, and where its fact stands in the catalogue.
 * In: a zod schema and its note. Out: the same schema, with its note (and, for a leaf, its {@link Leaf}) kept beside it.
 * The fact catalogue and the JSON Schema are both read from here, so there is no second list of fields.
 */
import * as z from 'zod';
import { toText } from '../../values/exact.ts';
import type { Type } from '../../values/type.ts';
import type { Unit } from '../../values/unit.ts';
import type { Title } from '../title.ts';
import { Refusal } from './refusal.ts';

/** The note of one field. */
export interface FieldNote extends Title {
  /** One or two plain sentences: what the field means. Unit, bounds and step are added from its type. */
  readonly about: string;
  /** Records: the name of their type. */
  readonly name?: string | undefined;
  /** Lists: the unit in which members are counted; `count` when left out. */
  readonly each?: Unit | undefined;
  /** Lists: the field that tells members apart. */
  readonly key?: string | undefined;
  /** Lists: the greatest number of members. */
  readonly maxItems?: number | undefined;
  /** The id of its fact where that is not its path; null when it is no fact. */
  readonly fact?: string | null | undefined;
}

/** How a field is written, whatever the type that it yields. */
export type LeafForm = 'number' | 'text' | 'date' | 'month' | 'period' | 'time' | 'carried';

/** A field that this library reads itself: a number, a date, a text. */
export interface Leaf {
  readonly form: LeafForm;
  readonly type: Type;
  /** The JSON Schema of what may be written. */
  readonly json: Readonly<Record<string, unknown>>;
  /** The value, or a {@link Refusal}. */
  readonly read: (written: unknown) => unknown;
}

const NOTES = new WeakMap<z.ZodType, FieldNote>();
/** A leaf with its reader, for those who read without zod. */
export interface ReadingLeaf extends Leaf {
  readonly read: (written: unknown) => unknown;
}

const LEAVES = new WeakMap<z.ZodType, ReadingLeaf>();

/** Puts a note on a schema and returns it; zod's own registry learns title and description. */
export function noted<S extends z.ZodType>(schema: S, note: FieldNote): S {
  NOTES.set(schema, note);
  z.globalRegistry.add(schema, { title: note.en, description: describe(note, LEAVES.get(schema)?.type) });
  return schema;
}

export const noteOf = (schema: z.ZodType): FieldNote | undefined => NOTES.get(schema);
export const leafOf = (schema: z.ZodType): ReadingLeaf | undefined => LEAVES.get(schema);

/** The meaning, then unit, bounds and step of a number. */
export function describe(note: FieldNote, type: Type | undefined): string {
  if (type?.kind !== 'number') return note.about;
  return `${note.about} Unit ${type.unit.text}${type.min && type.max ? `, ${toText(type.min)} to ${toText(type.max)}` : ''}${type.step ? `, step ${toText(type.step)}` : ''}.`;
}

/** A schema whose values are read by `read`: a {@link Refusal} becomes an issue, anything else is the value. */
export function leafField<Output, Input>(read: (written: unknown) => Output | Refusal, leaf: Omit<Leaf, 'read'>, note: FieldNote): z.ZodType<Output, Input> {
  const schema = z.unknown().transform((written, context) => {
    const value = read(written);
    if (!(value instanceof Refusal)) return value;
    context.issues.push({ code: 'custom', input: written, path: [...value.path], message: value.message, params: { refusal: value } });
    return z.NEVER;
  });
  LEAVES.set(schema, { ...leaf, read });
  // zod cannot know what `read` accepts: the one place where the input type is stated by hand.
  return noted(schema as unknown as z.ZodType<Output, Input>, note);
}
