/**
 * The fact catalogue: every fact that the library brings, derived from the schemas of its model.
 * In: the schemas with their notes. Out: {@link FACT_CATALOGUE} and the named types in it.
 */
import type * as z from 'zod';
import { BOOLEAN, type Type, listType, recordType } from '../values/type.ts';
import { COUNT } from '../values/unit.ts';
import { appraisalSchema } from './appraisal.ts';
import { type Enumeration, enumerationOf } from './fields/choice-field.ts';
import { describe, leafOf } from './fields/field-note.ts';
import { periodFactsSchema } from './period-facts.ts';
import { bare, fieldsOf, isOptional, memberOf, noteUnder } from './schema-walk.ts';
import type { Title } from './title.ts';

/** One fact that a ruleset can use without declaring it. */
export interface CatalogueFact {
  readonly id: string;
  readonly type: Type;
  readonly title: Title;
  /** Meaning, with unit, bounds and step. */
  readonly description: string;
  /** Whether an appraisal may lack it; the ruleset says what absence means. */
  readonly optional: boolean;
  /** Where its value stands in the view of an appraisal that `factsOf` reads. */
  readonly path: readonly string[];
}

const facts = new Map<string, CatalogueFact>();
const types = new Map<string, Type>();
const enumerations = new Map<string, Enumeration>();

/** The type of a field; named types are kept on the way. */
function typeOf(schema: z.ZodType): Type {
  const at = bare(schema);
  const leaf = leafOf(at);
  if (leaf) return named(leaf.type);
  const words = enumerationOf(at);
  if (words) {
    enumerations.set(words.type.name, words);
    return named(words.type);
  }
  const note = noteUnder(schema);
  const member = memberOf(at);
  if (member) return listType(typeOf(member), { each: note.each ?? COUNT, maxItems: note.maxItems, key: note.key });
  const fields = fieldsOf(at);
  return fields
    ? named(
        recordType(
          note.name!,
          fields.map(([name, field]) => [name, typeOf(field)] as const),
        ),
      )
    : BOOLEAN;
}

function named(type: Type): Type {
  if (type.kind === 'enum' || type.kind === 'record') types.set(type.name, type);
  return type;
}

/** Adds the facts of a schema: records are walked into, everything else is one fact. */
function collect(schema: z.ZodType, id: readonly string[], path: readonly string[], optional: boolean): void {
  const at = bare(schema);
  const note = noteUnder(schema);
  if (note.fact === null) return;
  const segments = note.fact === undefined ? id : note.fact.split('.');
  const absent = optional || isOptional(schema);
  const fields = leafOf(at) ? undefined : fieldsOf(at);
  if (fields) {
    for (const [name, field] of fields) collect(field, [...segments, name], [...path, name], absent);
    return;
  }
  const type = typeOf(at);
  const factId = segments.join('.');
  facts.set(
    factId,
    Object.freeze({
      id: factId,
      type,
      title: Object.freeze({ id: note.id, en: note.en }),
      description: describe(note, type),
      optional: absent,
      path: Object.freeze(path),
    }),
  );
}

collect(appraisalSchema, [], [], false);
collect(periodFactsSchema, ['period'], ['period'], false);

/** Every fact of the library by id, in the order of the model. */
export const FACT_CATALOGUE: ReadonlyMap<string, CatalogueFact> = facts;

/** Every enumeration and record type in the catalogue, by name. */
export const CATALOGUE_TYPES: ReadonlyMap<string, Type> = types;

/** The enumerations with the titles of their members, by name. */
export const CATALOGUE_ENUMERATIONS: ReadonlyMap<string, Enumeration> = enumerations;
