/**
 * Writes the constants of a compiled ruleset as text.
 * In: values of any depth, what the runtime exports, what stands for an object of the compiler. Out: JSON, an entry a line, the last one being the value.
 * What looks the same is written once: everything in it is data that nobody changes.
 */
import { isExact, toText } from '../../values/exact.ts';
import { Fault, Unknown } from '../../values/result.ts';
import type { Cell, Entry } from './data-text.ts';

/** A function of the runtime that makes the value when the module is loaded. */
export class RuntimeCall {
  constructor(
    readonly name: string,
    readonly args: readonly unknown[],
  ) {}
}

export interface DataNames {
  /** What the runtime exports, by its name there. */
  readonly runtime: ReadonlyMap<unknown, string>;
  /** What is written in the stead of an object. */
  readonly standIns: ReadonlyMap<unknown, () => unknown>;
}

/** @throws TypeError for what cannot be data: a function that the runtime does not export. */
export function writeData(value: unknown, names: DataNames): string {
  const writer = new DataWriter(names);
  writer.entry(['list', writer.cell(value)]);
  return writer.text();
}

class DataWriter {
  private readonly lines: string[] = [];
  private readonly placeOfLine = new Map<string, number>();
  private readonly placeOf = new Map<unknown, number>();

  constructor(private readonly names: DataNames) {}

  text(): string {
    return `[\n${this.lines.join(',\n')}\n]`;
  }

  cell(value: unknown): Cell {
    if (value === undefined) return null;
    if (typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0) ? value : [this.entry(['number', String(Object.is(value, -0) ? '-0' : value)])];
    const known = this.placeOf.get(value);
    if (known !== undefined) return [known];
    const place = this.entry(this.entryOf(value));
    this.placeOf.set(value, place);
    return [place];
  }

  entry(entry: Entry): number {
    const line = JSON.stringify(entry);
    const known = this.placeOfLine.get(line);
    if (known !== undefined) return known;
    const place = this.lines.push(line) - 1;
    this.placeOfLine.set(line, place);
    return place;
  }

  private entryOf(value: unknown): Entry {
    const name = this.names.runtime.get(value);
    if (name !== undefined) return ['runtime', name];
    const standIn = this.names.standIns.get(value);
    if (standIn) return this.entryOf(standIn());
    if (value instanceof RuntimeCall) return ['call', value.name, ...this.cells(value.args)];
    if (Array.isArray(value)) return ['list', ...this.cells(value)];
    if (value instanceof Map) return ['map', ...[...(value as Map<unknown, unknown>)].flatMap((pair) => this.cells(pair))];
    if (value instanceof Set) return ['set', ...this.cells(value)];
    if (value instanceof Float64Array) return ['floats', ...this.cells(value)];
    if (value instanceof Int32Array) return ['ints', ...value];
    if (isExact(value)) return ['exact', toText(value)];
    // A fault's sentence is the library's to say: compiled code tells its code and its node.
    if (value instanceof Fault) return ['fault', value.code];
    if (value instanceof Unknown) return ['unknown', ...value.facts];
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).flatMap(([field, member]) => (member === undefined ? [] : [[field, this.cell(member)] as const])));
    }
    throw new TypeError(
      `${typeof value === 'function' ? `The function "${value.name}"` : String(value)} cannot be written as data: the runtime does not export it.`,
    );
  }

  private cells(values: Iterable<unknown>): Cell[] {
    return [...values].map((value) => this.cell(value));
  }
}
