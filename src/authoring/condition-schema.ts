/**
 * JSON Schemas of conditions and events, which zod only shapes.
 * In: the operators and the event parameters of the language. Out: the definitions `condition` and `event`.
 */
import { CONDITION_OPERATORS } from '../ruleset/plan.ts';
import { EVENT_FIELDS, EVENT_KINDS, EVENT_PARAMETERS, type EventParameter } from '../ruleset/event.ts';
import { type JsonSchema, ref } from './schema-parts.ts';

const SCALAR: JsonSchema = { type: ['string', 'number', 'boolean'] };

/** A value that may be read from a fact. */
const FACT: JsonSchema = { type: 'object', properties: { fact: ref('path') }, required: ['fact'], additionalProperties: false };

const only = (key: string): JsonSchema => ({ required: [key], propertyNames: { enum: [key] } });
const group = (description: string): JsonSchema => ({ description, type: 'array', minItems: 1, items: ref('condition') });

/** Told by its one key: all, any, not, condition, or fact with operator and value. */
export const CONDITION_SCHEMA: JsonSchema = {
  description: 'A condition: all, any, not, condition, or fact with operator and value.',
  type: 'object',
  properties: {
    all: group('Holds when every condition below holds.'),
    any: group('Holds when at least one condition below holds.'),
    not: { description: 'Holds when the condition below does not.', ...ref('condition') },
    condition: { description: 'The name of a condition under conditions/.', ...ref('conditionName') },
    fact: { description: 'The id that is compared, with fields behind it.', ...ref('path') },
    operator: { description: 'How it is compared.', enum: [...CONDITION_OPERATORS] },
    value: { description: 'What it is compared with: a value, a list, or { fact: id }.', anyOf: [SCALAR, { type: 'array', items: SCALAR }, FACT] },
  },
  additionalProperties: false,
  oneOf: [
    only('all'),
    only('any'),
    only('not'),
    only('condition'),
    { required: ['fact', 'operator', 'value'], propertyNames: { enum: ['fact', 'operator', 'value'] } },
  ],
};

/** An event: its kind decides which parameters it may and must have. */
export const EVENT_SCHEMA: JsonSchema = {
  description: 'What happens when the rule fires.',
  type: 'object',
  properties: { kind: { description: 'What kind of event it is.', enum: [...EVENT_KINDS] }, ...Object.fromEntries(EVENT_FIELDS.map((name) => [name, {}])) },
  required: ['kind'],
  additionalProperties: false,
  allOf: EVENT_KINDS.map((kind) => ({
    if: { properties: { kind: { const: kind } }, required: ['kind'] },
    then: {
      properties: Object.fromEntries(Object.entries(EVENT_PARAMETERS[kind]).map(([name, parameter]) => [name, parameterSchema(parameter)])),
      required: Object.entries(EVENT_PARAMETERS[kind]).flatMap(([name, parameter]) => (parameter.required === true ? [name] : [])),
      propertyNames: { enum: ['kind', ...Object.keys(EVENT_PARAMETERS[kind])] },
    },
  })),
};

function parameterSchema(parameter: EventParameter): JsonSchema {
  const value = { anyOf: [SCALAR, FACT] };
  switch (parameter.form) {
    case 'words':
      return { enum: [...parameter.words] };
    case 'payment':
      return ref('payment');
    case 'key':
      return { description: 'What makes two events the same: literals and facts.', type: 'array', minItems: 1, items: value };
    case 'text':
    case 'value':
      return value;
  }
}
