/**
 * JSON Schemas (draft-07) of the files of a ruleset, for editors. The loader is the judge: it says more, and in its own sentences.
 * In: the zod schemas of the language. Out: {@link rulesetJsonSchemas}, one schema for each kind of file.
 */
import { caseSchema } from '../cases/case-schema.ts';
import { appraisalJsonSchema, calendarJsonSchema } from '../model/json-schema.ts';
import { ENTRY_SCHEMAS, MANIFEST_SCHEMA, NODE_SECTIONS } from '../ruleset/schema.ts';
import { CONDITION_SCHEMA, EVENT_SCHEMA } from './condition-schema.ts';
import type { FileKind } from './file-places.ts';
import { nodeJsonSchema, overrideOf } from './node-schema.ts';
import { ID_PATTERN, type JsonSchema, SOURCE_PATTERN, mappingFile, partsOf, propertiesOf, requiredOf, widened } from './schema-parts.ts';
import { KIND_WORDS, describeProperties } from './schema-words.ts';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** Definitions that conditions and events refer to; the workspace narrows them to the names of a ruleset. */
const NAMED: JsonSchema = {
  condition: CONDITION_SCHEMA,
  event: EVENT_SCHEMA,
  path: { type: 'string' },
  conditionName: { type: 'string' },
  payment: { type: 'string' },
};

/**
 * One JSON Schema for each kind of file.
 * @example writeFile('terms.json', JSON.stringify(rulesetJsonSchemas().terms))
 */
export function rulesetJsonSchemas(): Readonly<Record<FileKind, JsonSchema>> {
  const nodes = new Map(NODE_SECTIONS.map((section) => [section, nodeJsonSchema(section)]));
  const ofNodes = Object.fromEntries(
    [...nodes].map(([section, { entry, definitions }]) => [section, whole(section, mappingFile(ID_PATTERN, entry), definitions)]),
  );
  const { parts, definitions } = partsOf({ ...ENTRY_SCHEMAS, manifest: MANIFEST_SCHEMA, case: caseSchema }, 'entry');
  const described = (kind: FileKind, schema: JsonSchema): JsonSchema => ({ ...schema, properties: describeProperties(kind, propertiesOf(schema)) });
  const allDefinitions = Object.assign({}, ...[...nodes.values()].map((node) => node.definitions)) as JsonSchema;
  return Object.freeze({
    ...(ofNodes as Record<keyof typeof ofNodes & (typeof NODE_SECTIONS)[number], JsonSchema>),
    ruleset: whole('ruleset', described('ruleset', parts.manifest), definitions),
    sources: whole('sources', mappingFile(SOURCE_PATTERN, described('sources', parts.sources)), definitions),
    types: whole('types', mappingFile(ID_PATTERN, described('types', parts.types)), definitions),
    facts: whole('facts', mappingFile(ID_PATTERN, described('facts', parts.facts)), definitions),
    overrides: whole('overrides', mappingFile(ID_PATTERN, overrideOf([...nodes.values()].map((node) => node.version))), allDefinitions),
    cases: whole('cases', { type: 'array', items: withExpectation(parts.case) }, definitions),
    calendars: calendarFile(),
    people: whole('people', widened(appraisalJsonSchema() as JsonSchema), {}),
  });
}

function whole(kind: FileKind, schema: JsonSchema, definitions: JsonSchema): JsonSchema {
  const { definitions: own, $schema: _draft, title: _title, description: _description, ...rest } = schema;
  const used = kind === 'rules' || kind === 'conditions' || kind === 'overrides' ? NAMED : {};
  return Object.freeze({
    $schema: DRAFT,
    title: `kinerja: ${kind}`,
    description: KIND_WORDS[kind],
    ...rest,
    definitions: { ...(own as JsonSchema | undefined), ...definitions, ...used },
  });
}

function withExpectation(schema: JsonSchema): JsonSchema {
  const properties = propertiesOf(schema);
  return { ...schema, properties: { ...properties, expect: { ...properties['expect'], minProperties: 1 } } };
}

/** In a file the id of a calendar stands before it, so it is not repeated inside. */
function calendarFile(): JsonSchema {
  const { definitions, $schema: _draft, ...calendar } = widened(calendarJsonSchema() as JsonSchema);
  const entry = { ...calendar, required: requiredOf(calendar).filter((key) => key !== 'id') };
  return whole('calendars', mappingFile(ID_PATTERN, entry), (definitions ?? {}) as JsonSchema);
}
