/**
 * Ways through a zod schema: what lies under the wrappers, and what stands at a path.
 * In: schemas of this library. Out: their records, lists and leaves, for messages and for the catalogue.
 */
import * as z from 'zod';
import { type FieldNote, leafOf, noteOf } from './fields/field-note.ts';

/** The schema under optional and transforming wrappers; a leaf is kept as it is. */
export function bare(schema: z.ZodType): z.ZodType {
  let at = schema;
  for (let next = unwrapped(at); next; next = unwrapped(at)) at = next;
  return at;
}

function unwrapped(schema: z.ZodType): z.ZodType | undefined {
  if (leafOf(schema)) return undefined;
  if (schema instanceof z.ZodOptional) return schema.unwrap() as z.ZodType;
  return schema instanceof z.ZodPipe ? (schema.in as z.ZodType) : undefined;
}

/** The note of a schema or of the nearest schema under its wrappers. */
export function noteUnder(schema: z.ZodType): FieldNote {
  for (let at: z.ZodType | undefined = schema; at; at = unwrapped(at)) {
    const note = noteOf(at);
    if (note) return note;
  }
  throw new TypeError('A schema of the model has no note.');
}

export const isOptional = (schema: z.ZodType): boolean => schema instanceof z.ZodOptional;

/** The fields of a record schema, in their order; undefined for other schemas. */
export function fieldsOf(schema: z.ZodType): readonly (readonly [string, z.ZodType])[] | undefined {
  const at = bare(schema);
  return at instanceof z.ZodObject ? (Object.entries(at.shape) as [string, z.ZodType][]) : undefined;
}

/** The schema of the members of a list; undefined for other schemas. */
export function memberOf(schema: z.ZodType): z.ZodType | undefined {
  const at = bare(schema);
  return at instanceof z.ZodArray ? (at.element as z.ZodType) : undefined;
}

/** The schema at a path, as far as the schema knows it. */
export function schemaAt(root: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let at: z.ZodType | undefined = root;
  for (const part of path) {
    const fields: readonly (readonly [string, z.ZodType])[] | undefined = fieldsOf(at);
    at = fields ? fields.find(([name]) => name === part)?.[1] : memberOf(at);
    if (!at) return undefined;
  }
  return at;
}
