/**
 * Which fields a record of the library's model always has.
 * In: the schema of the appraisal. Out: names of fields by the name of the record; all others may be none.
 */
import type * as z from 'zod';
import { appraisalSchema } from '../model/appraisal.ts';
import { bare, fieldsOf, isOptional, memberOf, noteUnder } from '../model/schema-walk.ts';

export const ALWAYS_GIVEN: ReadonlyMap<string, ReadonlySet<string>> = collect(appraisalSchema, new Map());

function collect(schema: z.ZodType, found: Map<string, Set<string>>): Map<string, Set<string>> {
  const at = bare(schema);
  const member = memberOf(at);
  if (member) return collect(member, found);
  const fields = fieldsOf(at);
  if (!fields) return found;
  const given = fields.filter(([, field]) => !isOptional(field)).map(([name]) => name);
  const { name } = noteUnder(schema);
  // Two schemas of one name agree only in what both always give.
  if (name !== undefined) found.set(name, new Set(given.filter((each) => found.get(name)?.has(each) ?? true)));
  for (const [, field] of fields) collect(field, found);
  return found;
}
