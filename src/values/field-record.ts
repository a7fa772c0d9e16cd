/**
 * A record that stands over data of the model, and reads a field when it is asked for: a formula asks for few of the many.
 * In: a frozen record of the model, and how each of its fields is read. Out: a Map. As soon as it is looked at as a whole it is filled,
 * in the order of the fields, and is an ordinary Map from then on.
 */
import { NONE, type Result, isList } from './result.ts';

/** How one field of the model becomes a value of the language; `parts` where the value has parts of its own. */
export interface FieldReader {
  readonly parts: boolean;
  readonly read: (value: unknown) => Result;
}

export class FieldRecord extends Map<string, Result> {
  readonly #written: Readonly<Record<string, unknown>>;
  readonly #fields: ReadonlyMap<string, FieldReader>;

  constructor(written: Readonly<Record<string, unknown>>, fields: ReadonlyMap<string, FieldReader>) {
    super();
    this.#written = written;
    this.#fields = fields;
  }

  override get(name: string): Result | undefined {
    const field = this.#fields.get(name);
    if (field === undefined) return undefined;
    // What has parts is read once, so that it is the same record or list whenever it is asked for.
    if (field.parts) return this.fill().get(name);
    const value = this.#written[name];
    return value === undefined ? NONE : field.read(value);
  }

  override has(name: string): boolean {
    return this.#fields.has(name);
  }

  override get size(): number {
    return this.#fields.size;
  }

  override keys(): MapIterator<string> {
    return this.fill().keys();
  }

  override values(): MapIterator<Result> {
    return this.fill().values();
  }

  override entries(): MapIterator<[string, Result]> {
    return this.fill().entries();
  }

  override [Symbol.iterator](): MapIterator<[string, Result]> {
    return this.entries();
  }

  override forEach(visit: (value: Result, name: string, record: Map<string, Result>) => void, self?: unknown): void {
    this.fill().forEach(visit, self);
  }

  /** Reads all fields. What was read on the way stands in the record itself, so nothing of this class is needed any more. */
  fill(): Map<string, Result> {
    for (const [name, { read }] of this.#fields) {
      const value = this.#written[name];
      super.set(name, value === undefined ? NONE : filled(read(value)));
    }
    return Object.setPrototypeOf(this, Map.prototype) as Map<string, Result>;
  }
}

/** A value with every record in it filled; the same value. */
export function filled(value: Result): Result {
  if (value instanceof FieldRecord) value.fill();
  else if (isList(value)) for (let at = 0; at < value.length; at++) filled(value[at]!);
  return value;
}
