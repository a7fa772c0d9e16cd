/**
 * Parts of a record that are written out when they are read, once.
 * In: how a part is made from what is settled already. Out: a property that looks like any other: listed, copied, compared and written as JSON.
 * All records share one getter for each name: a getter of its own would give each record a shape of its own, which V8 keeps until the next full collection.
 */

/** How the parts of a record are made. Not listed, so that no copy, comparison or JSON meets it. */
const MAKERS = Symbol('makers');

type Makers = Readonly<Record<string, () => unknown>>;

/** Makes a value at the first call, and gives the same one ever after. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The descriptor of a part, shared by all records that have it. */
export function partWhenRead(name: string): PropertyDescriptor {
  return {
    get(this: { readonly [MAKERS]: Makers }) {
      return this[MAKERS][name]!();
    },
    enumerable: true,
  };
}

/** Says how the parts of a record are made; to be called once, before any of them is read. */
export function makeWhenRead(record: object, makers: Makers): void {
  Object.defineProperty(record, MAKERS, { value: makers, enumerable: false });
}
