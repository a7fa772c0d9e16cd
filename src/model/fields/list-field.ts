/**
 * Lists and records of the model.
 * In: the schema of a member, or of each field. Out: zod arrays and strict objects with their notes.
 */
import * as z from 'zod';
import { type FieldNote, noted } from './field-note.ts';

/** A list with a greatest length; `key` and `each` reach the catalogue. */
export const listField = <Item extends z.ZodType>(item: Item, note: FieldNote & { readonly maxItems: number }): z.ZodArray<Item> =>
  noted(z.array(item).max(note.maxItems), note);

/** A record that refuses unknown keys; `name` is the name of its type. */
export const recordField = <Shape extends z.ZodRawShape>(shape: Shape, note: FieldNote & { readonly name: string }): z.ZodObject<Shape, z.core.$strict> =>
  noted(z.strictObject(shape), note);
