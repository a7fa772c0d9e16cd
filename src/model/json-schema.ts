/**
 * JSON Schemas (draft-07) of what developers write, derived from the zod schemas.
 * In: nothing. Out: the schema of an appraisal and of a calendar, with titles, meanings, units, bounds and steps.
 * Rules between fields are not in them: `readAppraisal` is the judge.
 */
import * as z from 'zod';
import { appraisalSchema } from './appraisal.ts';
import { calendarSchema } from './calendar.ts';
import { leafOf } from './fields/field-note.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of the input of `readAppraisal`. */
export const appraisalJsonSchema = (): JsonSchema => jsonSchemaOf(appraisalSchema, 'kinerja appraisal');

/** The JSON Schema of the input of `readCalendar`. */
export const calendarJsonSchema = (): JsonSchema => jsonSchemaOf(calendarSchema, 'kinerja calendar');

function jsonSchemaOf(schema: z.ZodType, title: string): JsonSchema {
  const written = z.toJSONSchema(schema, {
    target: 'draft-07',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const leaf = leafOf(zodSchema as unknown as z.ZodType);
      if (leaf) Object.assign(jsonSchema, leaf.json);
    },
  });
  return { ...written, title };
}
