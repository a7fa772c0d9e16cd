/**
 * Freezes plain data all the way down: records, lists, and what stands inside Maps.
 * In: data with exact numbers, dates and results as its leaves. Out: the same data, frozen.
 * What is frozen already is taken to be frozen through and is not walked again.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) freezeObject(value);
  return value;
}

function freezeObject(value: object): void {
  if (value instanceof Map) {
    for (const member of value.values()) if (typeof member === 'object' && member !== null) freezeObject(member as object);
    return;
  }
  if (Object.isFrozen(value)) return;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return;
  Object.freeze(value);
  for (const part of Object.values(value) as unknown[]) if (typeof part === 'object' && part !== null) freezeObject(part);
}
