/**
 * Reads the constants of a compiled ruleset when its module is loaded.
 * In: the text that `write-data.ts` wrote, what the runtime exports. Out: the value.
 */
import { fromCanonicalText } from '../../values/exact.ts';
import { Fault, unknown } from '../../values/result.ts';
import type { Cell, Entry } from './data-text.ts';

export function readData(text: string, runtime: Readonly<Record<string, unknown>>): unknown {
  const made: unknown[] = [];
  const read = (cell: Cell): unknown => (Array.isArray(cell) ? made[(cell as readonly [number])[0]] : (cell ?? undefined));
  for (const entry of JSON.parse(text) as readonly Entry[]) made.push(valueOf(entry, read, runtime));
  return (made.at(-1) as readonly unknown[])[0];
}

function valueOf(entry: Entry, read: (cell: Cell) => unknown, runtime: Readonly<Record<string, unknown>>): unknown {
  if (!isTagged(entry)) return Object.freeze(Object.fromEntries(Object.entries(entry).map(([field, cell]) => [field, read(cell)])));
  const [kind, ...cells] = entry;
  const [first, ...rest] = cells as [string, ...Cell[]];
  switch (kind) {
    case 'list':
      return cells.map(read);
    case 'map':
      return new Map(Array.from({ length: cells.length / 2 }, (_, at) => [read(cells[2 * at]!), read(cells[2 * at + 1]!)]));
    case 'set':
      return new Set(cells.map(read));
    case 'floats':
      return Float64Array.from(cells.map(read) as number[]);
    case 'ints':
      return Int32Array.from(cells as number[]);
    case 'number':
      return Number(first);
    case 'exact':
      return fromCanonicalText(first);
    case 'fault':
      return new Fault(first, '');
    case 'unknown':
      return unknown(...(cells as string[]));
    case 'runtime':
      return runtime[first];
    case 'call':
      return (runtime[first] as (...args: unknown[]) => unknown)(...rest.map(read));
  }
}

const isTagged = (entry: Entry): entry is Extract<Entry, readonly unknown[]> => Array.isArray(entry);
