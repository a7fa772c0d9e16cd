/**
 * Plain JSON.
 * In: values that the guard of the door has looked over. Out: the {@link JsonValue} type, and frozen copies of such values.
 */
import { GREATEST_DEPTH } from './json-guard.ts';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A frozen copy, so that what the caller changes later changes nothing here. What stands deeper than the guard allows is left out. */
export function frozenJson(value: JsonValue, depth = 0): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > GREATEST_DEPTH) return null;
  if (Array.isArray(value)) return Object.freeze(value.map((member) => frozenJson(member, depth + 1))) as JsonValue[];
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, part]) => [name, frozenJson(part, depth + 1)])));
}
