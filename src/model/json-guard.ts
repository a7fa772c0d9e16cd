/**
 * Looks over data from outside before any schema walks it: depth, size, names that reach a prototype, values that JSON lacks.
 * In: anything. Out: issues; none means that a recursive reader cannot be harmed by it.
 * Works with a stack of its own, so ten thousand nested lists are an issue and not a stack overflow.
 */
import { type InputIssue, inputIssue } from './input-error.ts';
import { quoted } from './fields/refusal.ts';

/** Records and lists may stand this deep inside one another. */
export const GREATEST_DEPTH = 32;
/** Records, lists and values in all. */
export const GREATEST_SIZE = 500_000;

const isForbidden = (name: string | number): boolean => name === '__proto__' || name === 'constructor' || name === 'prototype';

/** A record or list still to be looked into; `parent` and `key` give its path when something is wrong. */
interface Place {
  readonly value: object;
  readonly parent: Place | undefined;
  readonly key: string | number;
  readonly depth: number;
}

/** What the guard found; `fatal` when no reader may go on (depth, size). */
export interface Guarded {
  readonly issues: InputIssue[];
  readonly fatal: boolean;
}

export function guardJson(data: unknown): Guarded {
  const issues: InputIssue[] = [];
  const stop = (issue: InputIssue): Guarded => ({ issues: [...issues, issue], fatal: true });
  if (typeof data !== 'object' || data === null) return { issues, fatal: false };
  const open: Place[] = [{ value: data, parent: undefined, key: '', depth: 1 }];
  let size = 0;
  for (let place = open.pop(); place; place = open.pop()) {
    const isList = Array.isArray(place.value);
    if (!isList && !isPlain(place.value)) {
      issues.push(
        inputIssue(
          'input/kind',
          pathOf(place),
          `Here stands ${place.value instanceof Date ? 'a JavaScript Date' : 'an object of a class'}, which is not plain JSON.`,
          'Give plain records, lists, texts, numbers and booleans; dates as text.',
        ),
      );
      continue;
    }
    const keys = isList ? undefined : Object.keys(place.value);
    const length = keys ? keys.length : (place.value as unknown[]).length;
    size += length;
    if (size > GREATEST_SIZE)
      return stop(inputIssue('input/size', [], `The data holds more than ${GREATEST_SIZE} values.`, 'Give one employee and one period at a time.'));
    for (let index = 0; index < length; index++) {
      const key = keys ? keys[index]! : index;
      if (keys && isForbidden(key)) {
        issues.push(
          inputIssue('input/forbidden-name', [...pathOf(place), key], `${quoted(key as string)} may not be the name of a field.`, 'Choose another name.'),
        );
        continue;
      }
      const value = (place.value as Record<string | number, unknown>)[key];
      if (typeof value !== 'object' || value === null) continue;
      const inner: Place = { value, parent: place, key, depth: place.depth + 1 };
      if (inner.depth > GREATEST_DEPTH) {
        return stop(
          inputIssue(
            'input/depth',
            pathOf(inner),
            `Records and lists stand more than ${GREATEST_DEPTH} deep inside one another here.`,
            'Check for data that contains itself.',
          ),
        );
      }
      open.push(inner);
    }
  }
  return { issues, fatal: false };
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || (typeof prototype === 'object' && Object.getPrototypeOf(prototype) === null);
}

function pathOf(place: Place): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at.parent; at = at.parent) path.push(at.key);
  return path.reverse();
}
