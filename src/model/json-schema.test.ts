/**
 * The JSON Schema says what the zod schema says.
 */
import { describe, expect, it } from 'vitest';
import { exampleAppraisal } from './example-appraisal.ts';
import { appraisalJsonSchema, calendarJsonSchema } from './json-schema.ts';

/** The part of JSON Schema that is written here. */
interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  items?: Schema;
  maxItems?: number;
  enum?: string[];
  anyOf?: Schema[];
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  description?: string;
  $ref?: string;
}

const APPRAISAL = appraisalJsonSchema() as Schema;
const under = (...path: string[]): Schema => path.reduce((at, name) => (name === '[]' ? at.items! : at.properties![name]!), APPRAISAL);

describe('the JSON Schema of an appraisal', () => {
  it('is draft-07 and closed', () => {
    expect(APPRAISAL).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'kinerja appraisal',
      type: 'object',
      required: ['employee', 'assessed'],
      additionalProperties: false,
    });
  });

  it('carries meaning, unit, bounds and step of a number', () => {
    expect(under('indicators', '[]', 'weight')).toEqual({
      title: 'Weight',
      description: 'The share of this indicator; the ruleset says what the shares add up to. Unit percent, 0 to 100, step 0.0001.',
      anyOf: [
        { type: 'number', minimum: 0, maximum: 100 },
        { type: 'string', pattern: '^-?\\d{1,15}(\\.\\d{1,12})?$' },
      ],
      'x-unit': 'percent',
      'x-step': '0.0001',
    });
  });

  it('carries words, dates, months and lengths of lists', () => {
    expect(under('employee', 'status').enum).toEqual(['pns', 'cpns', 'pppk', 'pppkPartTime']);
    expect(under('employee', 'serviceSince')).toMatchObject({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
    expect(under('effects', '[]', 'starts')).toMatchObject({ type: 'string', pattern: '^\\d{4}-\\d{2}$' });
    expect(under('attendance', 'days').maxItems).toBe(366);
    expect(under('carry', 'values').propertyNames).toMatchObject({ pattern: '^[a-z][A-Za-z0-9]*(?:\\.[a-z][A-Za-z0-9]*)*$' });
  });

  it('describes every field', () => {
    const silent: string[] = [];
    const look = (schema: Schema, at: string): void => {
      for (const [name, field] of Object.entries(schema.properties ?? {})) {
        if (!field.description && !/\.(from|to)$/.test(`${at}.${name}`)) silent.push(`${at}.${name}`);
        look(field, `${at}.${name}`);
      }
      if (schema.items) look(schema.items, `${at}[]`);
    };
    look(APPRAISAL, '');
    look(calendarJsonSchema() as Schema, 'calendar');
    expect(silent).toEqual([]);
  });

  it('admits the example, and not what the reader refuses', () => {
    expect(faults(exampleAppraisal(), APPRAISAL, '')).toEqual([]);
    const bad = { ...exampleAppraisal(), employee: { id: '', status: 'boss', golonggan: 'x', class: 18 }, assessed: 2024 };
    expect(faults(bad, APPRAISAL, '')).toEqual(['.employee.id', '.employee.status', '.employee.class', '.employee.golonggan', '.assessed']);
  });
});

/** A validator of just the keywords used, so that the schema is tried and not only read. */
function faults(value: unknown, schema: Schema, at: string): string[] {
  if (schema.anyOf) return schema.anyOf.some((option) => faults(value, option, at).length === 0) ? [] : [at];
  if (schema.enum) return schema.enum.includes(value as string) ? [] : [at];
  switch (schema.type) {
    case 'string':
      return typeof value === 'string' &&
        value.length >= (schema.minLength ?? 0) &&
        value.length <= (schema.maxLength ?? Infinity) &&
        new RegExp(schema.pattern ?? '').test(value)
        ? []
        : [at];
    case 'number':
      return typeof value === 'number' && value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity) ? [] : [at];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [at];
    case 'array':
      return Array.isArray(value) && value.length <= (schema.maxItems ?? Infinity)
        ? value.flatMap((member, index) => faults(member, schema.items!, `${at}[${index}]`))
        : [at];
    case 'object': {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return [at];
      const record = value as Record<string, unknown>;
      const known = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
        name in record ? faults(record[name], field, `${at}.${name}`) : schema.required?.includes(name) ? [`${at}.${name}`] : [],
      );
      const others = Object.keys(record).filter((name) => !Object.hasOwn(schema.properties ?? {}, name));
      return [
        ...known,
        ...others.flatMap((name) =>
          schema.additionalProperties === false ? [`${at}.${name}`] : faults(record[name], schema.additionalProperties as Schema, `${at}.${name}`),
        ),
      ];
    }
    default:
      return [];
  }
}
