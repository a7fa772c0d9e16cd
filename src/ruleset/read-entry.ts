/**
 * Reads one written entry by its schema, and says what is wrong in the library's own sentences.
 * In: raw data, a zod schema, its place. Out: the typed entry, or undefined with diagnostics in the report.
 */
import * as z from 'zod';
import { didYouMean } from '../values/suggest.ts';
import { type Place, type Report, below } from './report.ts';

type Issue = z.core.$ZodIssue;

/** @param known further keys that may be meant, for "did you mean". */
export function readEntry<S extends z.ZodObject>(
  raw: unknown,
  schema: S,
  place: Place,
  report: Report,
  what: string,
  known: readonly string[] = [],
): z.output<S> | undefined {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) say(issue, raw, schema, place, report, what, known);
  return undefined;
}

function say(issue: Issue, raw: unknown, schema: z.ZodObject, place: Place, report: Report, what: string, known: readonly string[]): void {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  const at = below(place, ...path);
  const name = path.length > 0 ? `"${path.join('.')}" of ${what}` : what;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const shape = path.length === 0 ? [...Object.keys(schema.shape), ...known] : shapeKeys(schema, path);
      for (const key of issue.keys) {
        report.error(below(at, key), 'document/unknown-key', `"${key}" is no key of ${name}.`, didYouMean(key, shape, `It may have: ${shape.join(', ')}.`), {
          key: true,
        });
      }
      return;
    }
    case 'invalid_value':
      if (valueAt(raw, path) === undefined) {
        report.error(
          below(place, ...path.slice(0, -1)),
          'document/missing',
          sentence(`${what} lacks "${path.join('.')}".`),
          `Write "${String(path.at(-1) ?? '')}:" with one of ${issue.values.map(String).join(', ')}.`,
        );
        return;
      }
      report.error(
        at,
        'document/unknown-word',
        sentence(`${name} is ${shown(valueAt(raw, path))}, which is none of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}.`),
        didYouMean(String(valueAt(raw, path)), issue.values.map(String)),
      );
      return;
    case 'invalid_type':
      if (valueAt(raw, path) === undefined)
        report.error(
          below(place, ...path.slice(0, -1)),
          'document/missing',
          sentence(`${what} lacks "${path.join('.')}".`),
          `Write "${String(path.at(-1) ?? '')}:".`,
        );
      else
        report.error(at, 'document/wrong-kind', sentence(`${name} is ${shown(valueAt(raw, path))}; it should be ${KINDS[issue.expected] ?? issue.expected}.`));
      return;
    case 'too_big':
      report.error(at, 'document/too-long', sentence(`${name} is longer than ${String(issue.maximum)} characters.`), 'Split it into several terms.');
      return;
    case 'invalid_union': {
      const inner = issue.errors.flat().find((candidate) => candidate.code === 'unrecognized_keys');
      if (inner) say({ ...inner, path: [...issue.path, ...inner.path] } as Issue, raw, schema, place, report, what, known);
      else if (valueAt(raw, path) === undefined)
        report.error(
          below(place, ...path.slice(0, -1)),
          'document/missing',
          sentence(`${what} lacks "${path.join('.')}".`),
          `Write "${String(path.at(-1) ?? '')}:".`,
        );
      else report.error(at, 'document/wrong-kind', sentence(`${name} is ${shown(valueAt(raw, path))}, which is not a form that it can have.`));
      return;
    }
    default:
      report.error(at, 'document/wrong-kind', sentence(`${name} is not readable: ${issue.message}.`));
  }
}

/** With a capital at its beginning. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const KINDS: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a text',
  record: 'a mapping',
  boolean: 'true or false',
  number: 'a number',
};

function valueAt(raw: unknown, path: readonly (string | number)[]): unknown {
  let value = raw;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string | number, unknown>)[part];
  }
  return value;
}

function shapeKeys(schema: z.ZodObject, path: readonly (string | number)[]): string[] {
  let current: unknown = schema;
  for (const part of path) current = step(unwrap(current), part);
  const end = unwrap(current);
  return end instanceof z.ZodObject ? Object.keys(end.shape) : [];
}

function step(schema: unknown, part: string | number): unknown {
  if (schema instanceof z.ZodObject) return schema.shape[String(part)];
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  return undefined;
}

function unwrap(schema: unknown): unknown {
  let current = schema;
  while (current instanceof z.ZodOptional || current instanceof z.ZodLazy || current instanceof z.ZodUnion) {
    current = current instanceof z.ZodUnion ? current.options.find((option) => unwrap(option) instanceof z.ZodObject) : current.unwrap();
  }
  return current;
}

/** A value as a message shows it: short, never a whole document. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = String(value);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
