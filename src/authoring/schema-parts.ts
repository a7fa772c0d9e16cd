/**
 * JSON Schema (draft-07) out of zod schemas, as an editor needs it.
 * In: zod schemas. Out: {@link JsonSchema}s that accept what the loader accepts: there a number is text, so text may look like a number.
 */
import * as z from 'zod';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schemas by name, with the definitions that they refer to. */
export interface SchemaParts<K extends string> {
  readonly parts: Readonly<Record<K, JsonSchema>>;
  readonly definitions: JsonSchema;
}

/** Converts several schemas at once, so that they share their definitions; `prefix` begins the names of these. */
export function partsOf<K extends string>(schemas: Readonly<Record<K, z.ZodType>>, prefix: string): SchemaParts<K> {
  const written = JSON.stringify(z.toJSONSchema(z.object(schemas), { target: 'draft-7', io: 'input', unrepresentable: 'any' }));
  const whole = widened(JSON.parse(written.replaceAll('__schema', `${prefix}Part`)));
  return { parts: whole['properties'] as Record<K, JsonSchema>, definitions: (whole['definitions'] ?? {}) as JsonSchema };
}

/** `{ type: string }` becomes text or number, unless it has words, or a number beside it: in the editor's YAML `2025` is a number. */
export function widened(schema: JsonSchema): JsonSchema {
  const isText = schema['type'] === 'string' && ['enum', 'const', 'format'].every((key) => schema[key] === undefined);
  return Object.fromEntries(
    Object.entries(schema).map(([key, inner]) => {
      if (key === 'type' && isText) return [key, ['string', 'number']];
      if (UNTOUCHED.has(key)) return [key, inner];
      if (key === 'anyOf' && (inner as JsonSchema[]).some((branch) => branch['type'] === 'number')) return [key, inner];
      if (Array.isArray(inner)) return [key, inner.map((each: unknown) => (isSchema(each) ? widened(each) : each))];
      if (NAMED_SCHEMAS.has(key) && isSchema(inner))
        return [key, Object.fromEntries(Object.entries(inner).map(([name, each]) => [name, isSchema(each) ? widened(each) : each]))];
      return [key, isSchema(inner) ? widened(inner) : inner];
    }),
  );
}

/** Keywords whose value is no schema, or one that only text meets. */
const UNTOUCHED: ReadonlySet<string> = new Set(['propertyNames', 'enum', 'const', 'default', 'examples']);
/** Keywords that hold schemas by name. */
const NAMED_SCHEMAS: ReadonlySet<string> = new Set(['properties', 'definitions', 'patternProperties']);
const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null && !Array.isArray(value);

export const propertiesOf = (schema: JsonSchema): Readonly<Record<string, JsonSchema>> => (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
export const requiredOf = (schema: JsonSchema): readonly string[] => (schema['required'] ?? []) as readonly string[];

export const ref = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** What an id looks like. */
export const ID_PATTERN = '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*$';
export const SOURCE_PATTERN = '^[a-z0-9][a-z0-9-]*$';

/** A file that maps ids to entries. */
export const mappingFile = (idPattern: string, entry: JsonSchema): JsonSchema => ({
  type: 'object',
  propertyNames: { pattern: idPattern },
  additionalProperties: entry,
});
