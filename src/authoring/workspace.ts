/**
 * What an editor needs to help with one ruleset: JSON Schemas that know its names, and the settings that point to them.
 * In: {@link RulesetData}. Out: texts by path; writing them is the business of `src/node`.
 */
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { NODE_SECTIONS } from '../ruleset/schema.ts';
import { FILE_KINDS, type FileKind, placeOfKind } from './file-places.ts';
import { rulesetJsonSchemas } from './json-schema.ts';
import { narrowSchema } from './narrow-schema.ts';
import { nodeJsonSchema, overrideEntry } from './node-schema.ts';
import { type JsonSchema, propertiesOf, ref } from './schema-parts.ts';
import { chainOf, idsOf, vocabularyOf } from './vocabulary.ts';

export interface WorkspaceOptions {
  /** The folder of the ruleset inside the workspace, such as `rulesets/salatiga`; the workspace itself when left out. */
  readonly folder?: string | undefined;
  /** Names of the files of `people/`, without ending. */
  readonly people?: readonly string[] | undefined;
}

const SCHEMA_FOLDER = '.kinerja';

/**
 * The files of an editor workspace for a ruleset: a schema for each kind of file, and `.vscode/settings.json`.
 *
 * @example
 * for (const [path, text] of workspaceFiles(data)) write(path, text);
 */
export function workspaceFiles(data: RulesetData, options: WorkspaceOptions = {}): ReadonlyMap<string, string> {
  const folder = options.folder === undefined || options.folder === '' ? '' : `${options.folder.replace(/\/$/, '')}/`;
  const schemas = { ...rulesetJsonSchemas() };
  schemas.facts = withProperties(
    schemas.facts,
    Object.fromEntries(
      [...FACT_CATALOGUE.values()].map(({ id, description }) => [id, { ...(schemas.facts['additionalProperties'] as JsonSchema), description }]),
    ),
  );
  schemas.cases = withGiven(schemas.cases, data, options.people ?? []);
  if (data.base) schemas.overrides = overridesOf(data.base, schemas.overrides);

  const vocabulary = vocabularyOf(data);
  const files = new Map<string, string>();
  const associations: [string, readonly string[]][] = [];
  for (const kind of FILE_KINDS) {
    const path = `${folder}${SCHEMA_FOLDER}/${kind}.schema.json`;
    files.set(path, jsonText(narrowSchema(kind, schemas[kind], vocabulary)));
    associations.push([`./${path}`, patternsOf(kind).map((pattern) => folder + pattern)]);
  }
  files.set('.vscode/settings.json', jsonText(settings(associations)));
  return files;
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const patternsOf = (kind: FileKind): readonly string[] => {
  const place = placeOfKind(kind);
  return place.includes('*') ? [place, place.replace('/*', '/**/*')] : [place];
};

const settings = (associations: readonly (readonly [string, readonly string[]])[]): unknown => ({
  'yaml.schemas': Object.fromEntries(associations),
  'yaml.yamlVersion': '1.2',
  'yaml.customTags': [],
  '[yaml]': { 'editor.insertSpaces': true, 'editor.tabSize': 2, 'editor.detectIndentation': false },
});

const withProperties = (schema: JsonSchema, properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({ ...schema, properties });

/** What a case may give: completed, not restricted, since a path may lead into any part of an appraisal. */
function withGiven(schema: JsonSchema, data: RulesetData, people: readonly string[]): JsonSchema {
  const item = schema['items'] as JsonSchema;
  const properties = propertiesOf(item);
  const given = Object.fromEntries([...idsOf(data, 'facts'), ...idsOf(data, 'carry').map((id) => `carry.${id}`)].map((id) => [id, {}]));
  const like: JsonSchema = people.length === 0 ? { type: 'string' } : { enum: people.flatMap((name) => [name, `people/${name}`]) };
  return {
    ...schema,
    items: {
      ...item,
      properties: {
        ...properties,
        given: { ...properties['given'], properties: { like: { description: 'The appraisal of people/ that this one is like.', ...like }, ...given } },
      },
    },
  };
}

/** Beside its base, an override knows the ids that there are and the kind of each. */
function overridesOf(base: RulesetData, schema: JsonSchema): JsonSchema {
  const nodes = NODE_SECTIONS.map((section) => [section, nodeJsonSchema(section)] as const);
  const properties = chainOf(base).flatMap((level) =>
    NODE_SECTIONS.flatMap((section) =>
      Object.keys(level[section] ?? {}).map((id) => [section === 'carry' ? `carry.${id}` : id, ref(`${section}Override`)] as const),
    ),
  );
  if (properties.length === 0) return schema;
  const { propertyNames: _names, additionalProperties: _any, ...rest } = schema;
  const definitions = Object.fromEntries(nodes.map(([section, { version }]) => [`${section}Override`, overrideEntry(version)]));
  return {
    ...rest,
    properties: Object.fromEntries(properties),
    additionalProperties: false,
    definitions: { ...(schema['definitions'] as JsonSchema), ...definitions },
  };
}
