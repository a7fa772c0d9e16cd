/**
 * Reads data from outside by a schema and cross-field checks, and reports all faults together.
 * In: a schema, checks, anything. Out: the frozen value, or an {@link InputError}.
 * Data that is as it should be is read quickly; anything else by the schema, which tells what is wrong. When it finds faults, the parts that are sound are still checked against each other.
 */
import type * as z from 'zod';
import { deepFreeze } from '../values/deep-freeze.ts';
import { InputError, type InputIssue, fieldText } from './input-error.ts';
import { guardJson } from './json-guard.ts';
import { translateIssue } from './schema-issue.ts';
import { UNSOUND, quickReader } from './quick-read.ts';
import { fieldsOf, memberOf } from './schema-walk.ts';
import type { Sound } from './sound.ts';

/**
 * Looks for faults between fields; adds what it finds to `issues`.
 * `faulty` tells whether a field that is absent from the sound part was given, but with a fault: then it is not missing.
 */
export type Check<T> = (sound: Sound<T>, issues: InputIssue[], faulty: (path: readonly (string | number)[]) => boolean) => void;

const NOTHING_FAULTY = (): boolean => false;

/** @throws InputError with all issues found. */
export function readInput<S extends z.ZodType>(subject: string, schema: S, checks: readonly Check<z.output<S>>[], data: unknown): z.output<S> {
  const guarded = guardJson(data);
  if (guarded.fatal) throw new InputError(subject, guarded.issues);
  const quick = guarded.issues.length === 0 ? quickReader(schema)(data) : UNSOUND;
  if (quick !== UNSOUND) {
    const found: InputIssue[] = [];
    for (const check of checks) check(quick as Sound<z.output<S>>, found, NOTHING_FAULTY);
    if (found.length > 0) throw new InputError(subject, found);
    return quick as z.output<S>;
  }
  const read = schema.safeParse(data);
  const issues = guarded.issues;
  if (!read.success) for (const issue of read.error.issues) addNew(issues, translateIssue(issue, schema, data));
  const sound = (read.success ? read.data : soundPart(schema, data)) as Sound<z.output<S>> | undefined;
  const fields = new Set(issues.map(({ field }) => field));
  const faulty = (path: readonly (string | number)[]): boolean => fields.has(fieldText(path));
  if (sound !== undefined) for (const check of checks) check(sound, issues, faulty);
  if (issues.length > 0) throw new InputError(subject, issues);
  return deepFreeze(read.data!);
}

/** The guard and zod may object to the same field: it is reported once. */
function addNew(issues: InputIssue[], found: readonly InputIssue[]): void {
  for (const issue of found) if (!issues.some(({ code, field }) => field === issue.field && code.startsWith('input/'))) issues.push(issue);
}

/** The value without its faulty parts; undefined when nothing of it is sound. */
function soundPart(schema: z.ZodType, data: unknown): unknown {
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  if (typeof data !== 'object' || data === null) return undefined;
  const member = memberOf(schema);
  if (member) return Array.isArray(data) ? data.map((item) => soundPart(member, item)) : undefined;
  const fields = fieldsOf(schema);
  if (!fields || Array.isArray(data)) return undefined;
  const sound: [string, unknown][] = [];
  for (const [name, field] of fields) {
    const part = Object.hasOwn(data, name) ? soundPart(field, (data as Record<string, unknown>)[name]) : undefined;
    if (part !== undefined) sound.push([name, part]);
  }
  return Object.fromEntries(sound);
}
