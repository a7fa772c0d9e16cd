/**
 * Puts the names of one ruleset into the schemas of its files.
 * In: the schema of a kind of file, and the vocabulary. Out: the same schema, in which `cite:`, `fact:`, `unit:` and the like know their names.
 */
import type { FileKind } from './file-places.ts';
import { type JsonSchema, ref } from './schema-parts.ts';
import type { VocabularyName } from './vocabulary.ts';

/** Whether the text itself is a name, the members of a list are, or the keys of a mapping. */
type Where = 'value' | 'items' | 'names' | 'values';

/** Which key of which kind of file holds which names; `*` is any kind. */
export const NARROWED: readonly (readonly [kind: FileKind | '*', key: string, where: Where, name: VocabularyName])[] = [
  ['*', 'cite', 'value', 'cite'],
  ['cases', 'because', 'value', 'cite'],
  ['sources', 'amends', 'items', 'sourceId'],
  ['sources', 'repeals', 'items', 'sourceId'],
  ['*', 'unit', 'value', 'unit'],
  ['*', 'each', 'value', 'unit'],
  ['raters', 'of', 'value', 'enumeration'],
  ['payments', 'amount', 'value', 'term'],
  ['overrides', 'amount', 'value', 'term'],
  ['ruleset', 'scores', 'values', 'path'],
  ['ruleset', 'rating', 'value', 'path'],
  ['ruleset', 'by', 'items', 'path'],
  ['ruleset', 'eligible', 'items', 'path'],
  ['ruleset', 'term', 'value', 'path'],
  ['cases', 'fired', 'items', 'rule'],
  ['cases', 'hold', 'items', 'payment'],
  ['cases', 'exclude', 'items', 'payment'],
  ['cases', 'payments', 'names', 'payment'],
  ['cases', 'terms', 'names', 'path'],
  ['cases', 'carry', 'names', 'carryId'],
  ['cases', 'scores', 'names', 'score'],
];

/** Files in the words of the model, where `unit` is an office and no name of the ruleset stands. */
const OF_MODEL: ReadonlySet<FileKind> = new Set(['people', 'calendars']);

export function narrowSchema(kind: FileKind, schema: JsonSchema, vocabulary: Readonly<Record<VocabularyName, JsonSchema>>): JsonSchema {
  if (OF_MODEL.has(kind)) return schema;
  const narrowed = walk(kind, schema) as JsonSchema;
  const text = JSON.stringify(narrowed);
  const used = Object.entries(vocabulary).filter(([name]) => text.includes(`"#/definitions/${name}"`));
  return { ...narrowed, definitions: { ...(narrowed['definitions'] as JsonSchema), ...Object.fromEntries(used) } };
}

function walk(kind: FileKind, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => walk(kind, each));
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as JsonSchema;
  if (isTypeExpression(schema))
    return { ...schema, anyOf: (schema['anyOf'] as JsonSchema[]).map((branch) => (isText(branch) ? ref('typeWord') : walk(kind, branch))) };
  return Object.fromEntries(
    Object.entries(schema).map(([key, inner]) => [
      key,
      key === 'properties' ? walkProperties(kind, inner as Readonly<Record<string, JsonSchema>>) : walk(kind, inner),
    ]),
  );
}

function walkProperties(kind: FileKind, properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => {
      const rule = NARROWED.find(([of, name]) => (of === '*' || of === kind) && name === key);
      const inner = walk(kind, schema) as JsonSchema;
      return [key, rule ? narrowed(inner, rule[2], rule[3]) : inner];
    }),
  );
}

function narrowed(schema: JsonSchema, where: Where, name: VocabularyName): JsonSchema {
  if (where === 'items') return schema['type'] === 'array' ? { ...schema, items: ref(name) } : schema;
  if (where === 'names') return schema['type'] === 'object' ? { ...schema, propertyNames: ref(name) } : schema;
  if (where === 'values') return schema['type'] === 'object' ? { ...schema, additionalProperties: ref(name) } : schema;
  if (isText(schema)) return { ...(schema['description'] !== undefined && { description: schema['description'] }), allOf: [ref(name)] };
  const branches = schema['anyOf'] as readonly JsonSchema[] | undefined;
  if (!branches) return schema;
  return {
    ...schema,
    anyOf: branches.map((branch) =>
      isText(branch) ? ref(name) : branch['type'] === 'array' && isText(branch['items'] as JsonSchema) ? { ...branch, items: ref(name) } : branch,
    ),
  };
}

const isText = (schema: JsonSchema | undefined): boolean => Array.isArray(schema?.['type']) && schema['type'].join() === 'string,number';

/** The union that a type is written as: a word, bounds, or a list. */
function isTypeExpression(schema: JsonSchema): boolean {
  const branches = schema['anyOf'] as readonly JsonSchema[] | undefined;
  return (
    branches !== undefined &&
    branches.some((branch) => typeof branch['properties'] === 'object' && branch['properties'] !== null && Object.hasOwn(branch['properties'], 'list'))
  );
}
