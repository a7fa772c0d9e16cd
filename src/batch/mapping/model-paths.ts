/**
 * The paths of an appraisal that a column may fill, and what is written at each.
 * In: the model. Out: the fields with their kinds, those of the members of lists apart; own facts and carried values by their ids.
 */
import type * as z from 'zod';
import { appraisalSchema } from '../../model/appraisal.ts';
import { leafOf } from '../../model/fields/field-note.ts';
import { bare, fieldsOf, memberOf } from '../../model/schema-walk.ts';
import type { CellKind } from './mapping.ts';

const plain = new Map<string, CellKind>();
const lists = new Map<string, Map<string, CellKind>>();

function collect(schema: z.ZodType, path: readonly string[], into: Map<string, CellKind>, top: boolean): void {
  const at = bare(schema);
  const leaf = leafOf(at);
  const fields = leaf ? undefined : fieldsOf(at);
  const member = leaf ? undefined : memberOf(at);
  if (fields) for (const [name, field] of fields) collect(field, [...path, name], into, top);
  else if (!member) into.set(path.join('.'), kindOf(at));
  else if (top && fieldsOf(member)) {
    const inside = new Map<string, CellKind>();
    lists.set(path.join('.'), inside);
    collect(member, [], inside, false);
  }
}

function kindOf(schema: z.ZodType): CellKind {
  const leaf = leafOf(schema);
  if (!leaf) return schema.type === 'boolean' ? 'boolean' : 'text';
  if (leaf.type.kind === 'number') return 'number';
  if (leaf.type.kind !== 'date') return 'text';
  return String(leaf.json['pattern']).endsWith('-\\d{2}-\\d{2}$') ? 'date' : 'month';
}

collect(appraisalSchema, [], plain, true);
// These two hold whatever ids a ruleset declares.
plain.delete('facts');
plain.delete('carry.values');

/** Fields outside lists, by path. */
export const MODEL_FIELDS: ReadonlyMap<string, CellKind> = plain;
/** Lists by path, each with the fields of its members. */
export const MODEL_LISTS: ReadonlyMap<string, ReadonlyMap<string, CellKind>> = lists;

const OPEN: readonly (readonly [prefix: string, kind: CellKind])[] = [
  ['facts.', 'text'],
  ['carry.values.', 'text'],
];

/** A path as steps: an id of an own fact is one step, however many dots it has. */
export function stepsOf(path: string): readonly string[] {
  const open = OPEN.find(([prefix]) => path.startsWith(prefix));
  return open ? [...open[0].slice(0, -1).split('.'), path.slice(open[0].length)] : path.split('.');
}

/** What is written at a path; undefined when there is no such path. */
export function kindAt(path: string): CellKind | undefined {
  return MODEL_FIELDS.get(path) ?? OPEN.find(([prefix]) => path.startsWith(prefix) && path.length > prefix.length)?.[1];
}
