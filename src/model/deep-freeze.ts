/**
 * Freezes what zod has just built: records and lists all the way down.
 * In: fresh plain data, with exact numbers, dates and maps as its leaves. Out: the same data, frozen.
 */

/** Freezes plain records and lists; instances of classes (numbers, dates, maps) are left as they are. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) freezeObject(value);
  return value;
}

function freezeObject(value: object): void {
  if (Array.isArray(value)) {
    for (const member of value as unknown[]) if (typeof member === 'object' && member !== null) freezeObject(member);
  } else {
    if (Object.getPrototypeOf(value) !== Object.prototype) return;
    for (const key in value) {
      const part = value[key as keyof typeof value] as unknown;
      if (typeof part === 'object' && part !== null) freezeObject(part);
    }
  }
  Object.freeze(value);
}
