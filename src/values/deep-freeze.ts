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
  if (Array.isArray(value)) {
    if (Object.isFrozen(value)) return;
    Object.freeze(value).forEach(deepFreeze);
  } else if (Object.getPrototypeOf(value) === Object.prototype) {
    if (Object.isFrozen(value)) return;
    Object.freeze(value);
    for (const name in value) deepFreeze((value as Record<string, unknown>)[name]);
  } else if (value instanceof Map) value.forEach(deepFreeze);
}
