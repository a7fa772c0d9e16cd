/**
 * Parts of a record that are written out when they are read, once.
 * In: how a part is made from what is settled already. Out: a property that looks like any other: listed, copied, compared and written as JSON.
 */

/** Makes a value at the first call, and gives the same one ever after. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Adds a property whose value is made when it is first read. */
export function whenRead(record: object, name: string, make: () => unknown): void {
  Object.defineProperty(record, name, { get: once(make), enumerable: true });
}
