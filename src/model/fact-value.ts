/**
 * Facts that a ruleset declares itself: plain JSON read by their type.
 * In: JSON, a type, the path for messages. Out: a value of the language, or issues; null and absent fields are none inside records only.
 */
import { type Datum, NONE, type Result } from '../values/result.ts';
import { type Type, typeText } from '../values/type.ts';
import { didYouMean, nearest } from '../values/suggest.ts';
import { readDate } from './fields/date-field.ts';
import { numberReader } from './fields/number-field.ts';
import { Refusal, quoted, wrongKind } from './fields/refusal.ts';
import { readText } from './fields/text-field.ts';
import { type InputIssue, inputIssue } from './input-error.ts';

type Path = readonly (string | number)[];

/** The value, or every fault of it. The JSON has passed `readAppraisal`, so its depth is bounded. */
export function readFactValue(written: unknown, type: Type, path: Path): { readonly value: Datum } | { readonly issues: readonly InputIssue[] } {
  const issues: InputIssue[] = [];
  const value = read(written, type, path, issues);
  return issues.length > 0 ? { issues } : { value: value as Datum };
}

/** Reads one value and adds its faults; what a faulty part returns is never used. */
function read(written: unknown, type: Type, path: Path, issues: InputIssue[]): Result {
  switch (type.kind) {
    case 'list':
      return readList(written, type, path, issues);
    case 'record':
      return readRecord(written, type, path, issues);
    default: {
      const value = readSimple(written, type);
      if (!(value instanceof Refusal)) return value;
      issues.push(inputIssue(value.code, [...path, ...value.path], value.message, value.mend));
      return NONE;
    }
  }
}

function readSimple(written: unknown, type: Exclude<Type, { kind: 'list' | 'record' }>): Datum | Refusal {
  switch (type.kind) {
    case 'number':
      return numberReader(type)(written);
    case 'date':
      return readDate(written);
    case 'text':
      return readText(written, 1_000);
    case 'boolean':
      return typeof written === 'boolean' ? written : wrongKind(written, typeText(type));
    case 'enum': {
      if (typeof written !== 'string') return wrongKind(written, typeText(type));
      if (type.members.includes(written)) return written;
      const near = nearest(written, type.members);
      return new Refusal(
        'input/not-a-member',
        `${quoted(written)} is not one of ${type.name}.`,
        near === undefined ? `Give one of ${type.members.join(', ')}.` : `Did you mean "${near}"?`,
      );
    }
    case 'calendar':
      return new Refusal('input/kind', 'A calendar is no fact of an appraisal.', 'Declare the calendar in the ruleset.');
  }
}

function readList(written: unknown, type: Extract<Type, { kind: 'list' }>, path: Path, issues: InputIssue[]): Result {
  if (!Array.isArray(written)) return refuse(wrongKind(written, typeText(type)), path, issues);
  if (type.maxItems !== undefined && written.length > type.maxItems) {
    return refuse(
      new Refusal(
        'input/too-many',
        `This list holds ${written.length} members, and at most ${type.maxItems} are taken.`,
        'Check for members that are listed twice, or shorten the period.',
      ),
      path,
      issues,
    );
  }
  return written.map((member, index) => read(member, type.of, [...path, index], issues));
}

function readRecord(written: unknown, type: Extract<Type, { kind: 'record' }>, path: Path, issues: InputIssue[]): Result {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return refuse(wrongKind(written, typeText(type)), path, issues);
  for (const key of Object.keys(written)) {
    if (type.fields.has(key)) continue;
    issues.push(
      inputIssue(
        'input/unknown-key',
        [...path, key],
        `${quoted(key)} is no field of ${type.name}.`,
        didYouMean(key, type.fields.keys(), `Its fields are ${[...type.fields.keys()].join(', ')}.`)!,
      ),
    );
  }
  const record = new Map<string, Result>();
  for (const [name, field] of type.fields) {
    const part = Object.hasOwn(written, name) ? (written as Record<string, unknown>)[name] : undefined;
    record.set(name, part === undefined || part === null ? NONE : read(part, field, [...path, name], issues));
  }
  return record;
}

function refuse(refusal: Refusal, path: Path, issues: InputIssue[]): Result {
  issues.push(inputIssue(refusal.code, [...path, ...refusal.path], refusal.message, refusal.mend));
  return NONE;
}
