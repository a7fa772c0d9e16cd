/**
 * JSON Schema of a node with versions: the fields of one version inline, or a list under `versions`.
 * In: the zod schemas of a node kind. Out: the schema of an entry, of a version, and their definitions.
 */
import { NODE_SCHEMAS, type NodeSection } from '../ruleset/schema.ts';
import { describeProperties } from './schema-words.ts';
import { type JsonSchema, partsOf, propertiesOf, ref, requiredOf } from './schema-parts.ts';

export interface NodeJsonSchema {
  readonly entry: JsonSchema;
  readonly version: JsonSchema;
  readonly definitions: JsonSchema;
}

/** Keys that zod leaves open, and what stands there. */
const OPENED: Readonly<Partial<Record<NodeSection, Readonly<Record<string, string>>>>> = {
  rules: { conditions: 'condition', event: 'event' },
  conditions: { when: 'condition' },
};

export function nodeJsonSchema(section: NodeSection): NodeJsonSchema {
  const { parts, definitions } = partsOf(NODE_SCHEMAS[section], section);
  const opened = Object.entries(OPENED[section] ?? {});
  const versionProperties = describeProperties(section, {
    ...propertiesOf(parts.version),
    ...Object.fromEntries(opened.map(([key, name]) => [key, ref(name)])),
  });
  const nodeProperties = describeProperties(section, propertiesOf(parts.node));
  const mustHave = [...new Set([...requiredOf(parts.version), ...opened.map(([key]) => key)])];
  const version: JsonSchema = { type: 'object', properties: versionProperties, required: mustHave, additionalProperties: false };
  const entry: JsonSchema = {
    type: 'object',
    properties: {
      ...nodeProperties,
      ...versionProperties,
      versions: { description: 'The versions, oldest first.', type: 'array', minItems: 1, items: version },
    },
    additionalProperties: false,
    required: [...requiredOf(parts.node)],
    if: { required: ['versions'] },
    then: { propertyNames: { enum: [...Object.keys(nodeProperties), 'versions'] } },
    else: { required: mustHave },
  };
  return { entry, version, definitions };
}

/** An override of any node: versions of every kind, since the kind is only known beside the base. */
export function overrideOf(versions: readonly JsonSchema[]): JsonSchema {
  const properties = new Map<string, JsonSchema[]>();
  for (const version of versions) {
    for (const [key, schema] of Object.entries(propertiesOf(version))) {
      const known = properties.get(key) ?? [];
      if (!known.some((other) => JSON.stringify(other) === JSON.stringify(schema))) properties.set(key, [...known, schema]);
    }
  }
  const merged = Object.fromEntries(
    [...properties].map(([key, schemas]) => [key, schemas.length === 1 ? schemas[0]! : { description: schemas[0]!['description'], anyOf: schemas }]),
  );
  return overrideEntry({ type: 'object', properties: merged, required: ['from', 'standing'], additionalProperties: false });
}

/** Versions inline or as a list; `value: national` goes back to the nation's. */
export function overrideEntry(version: JsonSchema): JsonSchema {
  const national: JsonSchema = { properties: { value: { const: 'national' } }, required: ['value'] };
  const properties: Record<string, JsonSchema> = { ...propertiesOf(version) };
  const value = properties['value'] ?? { const: 'national' };
  const added: JsonSchema = {
    type: 'object',
    properties: {
      ...properties,
      value: {
        description: "The value, or national: back to the nation's version.",
        ...(value['anyOf'] === undefined ? { anyOf: [value, { const: 'national' }] } : { anyOf: [...(value['anyOf'] as JsonSchema[]), { const: 'national' }] }),
      },
    },
    additionalProperties: false,
    if: national,
    then: { required: ['from', 'standing'] },
    else: { required: [...requiredOf(version)] },
  };
  return {
    type: 'object',
    properties: {
      ...propertiesOf(added),
      versions: { description: 'The versions that this region adds, oldest first.', type: 'array', minItems: 1, items: added },
    },
    additionalProperties: false,
    if: { required: ['versions'] },
    then: { propertyNames: { enum: ['versions'] } },
    else: { if: national, then: { required: ['from', 'standing'] }, else: { required: [...requiredOf(version)] } },
  };
}
