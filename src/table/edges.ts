/**
 * The edges of a table's bands: where a test has to look.
 * In: a table. Out: each boundary of its number and date columns, with the values just below and just above where the step tells them.
 */
import { type Exact, add, compare, subtract, toText } from '../values/exact.ts';
import { lineOf, withinBounds } from './line.ts';
import type { Cell, Column, Table } from './table.ts';

export interface Edge {
  readonly column: string;
  /** The boundary as written; for a date the days since 1970-01-01. */
  readonly at: Exact;
  /** The rows (indexes in the data) that have this boundary. */
  readonly rows: readonly number[];
  readonly step?: Exact | undefined;
  /** The neighbours by the column's step; undefined without a step and at the end of the domain. */
  readonly below?: Exact | undefined;
  readonly above?: Exact | undefined;
}

/** The edges column by column, from the lowest to the highest. The step of a date column is one day. */
export function edgesOf(table: Table): readonly Edge[] {
  return Object.freeze(
    table.inputs.flatMap((column, at) =>
      edgesOfColumn(
        column,
        table.rows.map(({ when, index }) => ({ cell: when[at]!, index })),
      ),
    ),
  );
}

function edgesOfColumn(column: Column, cells: readonly { readonly cell: Cell; readonly index: number }[]): readonly Edge[] {
  const line = lineOf(column.type);
  if (!line) return [];
  const found = new Map<string, { at: Exact; rows: Set<number> }>();
  for (const { cell, index } of cells) {
    if (cell.kind !== 'intervals') continue;
    for (const { low, high } of cell.intervals) {
      for (const at of [low, high]) {
        if (!at) continue;
        const edge = found.get(toText(at)) ?? { at, rows: new Set() };
        edge.rows.add(index);
        found.set(toText(at), edge);
      }
    }
  }
  const { step } = line;
  const inside = (value: Exact): Exact | undefined => (withinBounds(value, line) ? value : undefined);
  return [...found.values()]
    .sort((a, b) => compare(a.at, b.at))
    .map(({ at, rows }) =>
      Object.freeze({
        column: column.name,
        at,
        rows: Object.freeze([...rows].sort((a, b) => a - b)),
        step,
        below: step && inside(subtract(at, step)),
        above: step && inside(add(at, step)),
      }),
    );
}
