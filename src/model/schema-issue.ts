/**
 * The faults that zod finds, in this library's own sentences.
 * In: a zod issue, the schema and the data. Out: {@link InputIssue}s with field and mend.
 */
import type * as z from 'zod';
import { didYouMean, nearest } from '../values/suggest.ts';
import { enumerationOf } from './fields/choice-field.ts';
import { type Refusal, quoted, wrongKind } from './fields/refusal.ts';
import { type InputIssue, inputIssue } from './input-error.ts';
import { bare, fieldsOf, isOptional, memberOf, noteUnder, schemaAt } from './schema-walk.ts';

/** Translates one issue of zod; an unknown-key issue of zod may hold several faults. */
export function translateIssue(issue: z.core.$ZodIssue, root: z.ZodType, data: unknown): InputIssue[] {
  const path = issue.path as (string | number)[];
  const schema = schemaAt(root, path);
  switch (issue.code) {
    case 'custom': {
      const refusal = issue.params?.['refusal'] as Refusal;
      return [inputIssue(refusal.code, path, refusal.message, refusal.mend)];
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, schema!));
    case 'invalid_key':
      return [
        inputIssue(
          'input/id',
          path,
          `${quoted(String(path.at(-1)))} is not an id.`,
          'An id is made of words such as absence.yearDays: each begins with a small letter and holds letters and digits.',
        ),
      ];
    case 'too_big':
      return [
        inputIssue(
          'input/too-many',
          path,
          `This list holds ${(valueAt(data, path) as unknown[]).length} members, and at most ${String(issue.maximum)} are taken.`,
          'Check for members that are listed twice, or shorten the period.',
        ),
      ];
    case 'invalid_value':
      return [wrongMember(valueAt(data, path), path, schema!)];
    default: {
      const { code, message, mend } = schema ? wrongValue(valueAt(data, path), schema) : wrongKind(valueAt(data, path), 'another value');
      return [inputIssue(code, path, message, mend)];
    }
  }
}

function unknownKey(key: string, path: readonly (string | number)[], schema: z.ZodType): InputIssue {
  const fields = fieldsOf(schema)!.map(([name]) => name);
  return inputIssue(
    'input/unknown-key',
    [...path, key],
    `${quoted(key)} is no field of ${recordText(schema)}.`,
    didYouMean(key, fields, `Its fields are ${fields.join(', ')}.`)!,
  );
}

function wrongMember(value: unknown, path: readonly (string | number)[], schema: z.ZodType): InputIssue {
  const { type, members } = enumerationOf(bare(schema))!;
  const near = typeof value === 'string' ? nearest(value, members) : undefined;
  const mend = near === undefined ? `Give one of ${members.join(', ')}.` : `Did you mean "${near}"?`;
  if (typeof value === 'string') return inputIssue('input/not-a-member', path, `${quoted(value)} is not one of ${type.name}.`, mend);
  const refusal = wrongKind(value, `one of ${type.name}`, mend);
  return inputIssue(refusal.code, path, refusal.message, refusal.mend);
}

/** The refusal of a value that is not of the kind of its schema: a record, a list, a map, true or false. */
function wrongValue(value: unknown, schema: z.ZodType): Refusal {
  const fields = fieldsOf(schema);
  if (fields) {
    const needed = fields.filter(([, field]) => !isOptional(field)).map(([name]) => name);
    return wrongKind(
      value,
      recordText(schema),
      needed.length > 0 ? `Give a record with at least ${needed.join(', ')}.` : `Give a record with some of ${fields.map(([name]) => name).join(', ')}.`,
    );
  }
  if (memberOf(schema)) return wrongKind(value, 'a list');
  return wrongKind(value, bare(schema).def.type === 'boolean' ? 'true or false' : 'a record of values by id');
}

function recordText(schema: z.ZodType): string {
  const { name = 'named' } = noteUnder(schema);
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} record`;
}

/** What stands at a path of the raw data; own properties only. */
function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  let at = data;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<string | number, unknown>)[part];
  }
  return at;
}
