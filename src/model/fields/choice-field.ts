/**
 * Closed lists of words, and yes or no.
 * In: an {@link Enumeration} with its titles. Out: zod enums and booleans with their notes.
 */
import * as z from 'zod';
import { type EnumType, enumType } from '../../values/type.ts';
import type { Title } from '../title.ts';
import { type FieldNote, noted } from './field-note.ts';

/** A named enumeration of the library: its type, and a title for each member. */
export interface Enumeration<Member extends string = string> {
  readonly type: EnumType;
  readonly members: readonly Member[];
  readonly titles: ReadonlyMap<string, Title>;
}

/** Declares an enumeration; `ordered` when law compares its members, from the lowest to the highest. */
export function enumeration<const Member extends string>(
  name: string,
  members: readonly (readonly [Member, id: string, en: string])[],
  ordered?: 'ordered',
): Enumeration<Member> {
  const words = Object.freeze(members.map(([member]) => member));
  return Object.freeze({
    type: enumType(name, words, ordered && words),
    members: words,
    titles: new Map(members.map(([member, id, en]) => [member, Object.freeze({ id, en })])),
  });
}

const ENUMERATIONS = new WeakMap<z.ZodType, Enumeration>();
export const enumerationOf = (schema: z.ZodType): Enumeration | undefined => ENUMERATIONS.get(schema);

/** One word of an enumeration. */
export function choiceField<Member extends string>(of: Enumeration<Member>, note: FieldNote): z.ZodEnum<{ [word in Member]: word }> {
  const schema = z.enum(of.members as readonly [Member, ...Member[]]);
  ENUMERATIONS.set(schema, of);
  return noted(schema, note) as unknown as z.ZodEnum<{ [word in Member]: word }>;
}

/** Yes or no. */
export const yesNoField = (note: FieldNote): z.ZodBoolean => noted(z.boolean(), note);
