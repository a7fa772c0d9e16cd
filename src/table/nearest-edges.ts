/**
 * What was nearly reached: for a looked-up input, the next value below and above at which another row answers.
 * In: a table, the values that were looked up. Out: at most two {@link NearEdge}s per number or date column; only that one column changes.
 */
import { type Exact, absolute, isExact, subtract } from '../values/exact.ts';
import type { Result } from '../values/result.ts';
import { type Key, admits, keyOf } from './admits.ts';
import { axisOf } from './axis.ts';
import { lineOf, withinBounds } from './line.ts';
import type { Row, Table } from './table.ts';

export interface NearEdge {
  readonly column: string;
  readonly direction: 'below' | 'above';
  /** Where the other answer begins; for a date the days since 1970-01-01. */
  readonly at: Exact;
  /** Whether `at` itself has the other answer, or only what lies beyond it. */
  readonly included: boolean;
  /** From the value to `at`: not negative, in the unit of the column (days for dates). */
  readonly distance: Exact;
  /** The rows that answer there; none in a gap, and where "otherwise" answers. */
  readonly rows: readonly Row[];
}

/** Empty for a linear table, which has no bands, and for inputs that are no values. */
export function nearestEdges(table: Table, inputs: readonly Result[]): readonly NearEdge[] {
  const keys = table.inputs.flatMap((_, at) => (inputs[at] === undefined ? [] : (keyOf(inputs[at]) ?? [])));
  if (table.hit === 'linear' || keys.length !== table.inputs.length) return [];
  return Object.freeze(keys.flatMap((key, at) => (isExact(key) ? neighbours(table, keys, at, key) : [])));
}

function neighbours(table: Table, keys: readonly Key[], at: number, value: Exact): readonly NearEdge[] {
  const column = table.inputs[at]!;
  const line = lineOf(column.type);
  if (!line || !withinBounds(value, line)) return [];
  const rows = table.rows.filter(({ when }) => when.every((cell, place) => place === at || admits(cell, keys[place]!)));
  const axis = axisOf(
    column,
    rows.map(({ when }) => when[at]!),
  );
  const answers = (piece: number): readonly Row[] => {
    const key = keyOf(axis.sample(piece))!;
    const found = rows.filter(({ when }) => admits(when[at]!, key));
    return table.hit === 'first' ? found.slice(0, 1) : found;
  };
  const here = axis.pieceOf(value);
  const now = answers(here);
  const same = (piece: number): boolean => {
    const then = answers(piece);
    return then.length === now.length && then.every((row, place) => row === now[place]);
  };
  const next = (direction: NearEdge['direction'], step: 1 | -1): readonly NearEdge[] => {
    let piece = here + step;
    while (piece >= 0 && piece < axis.size && same(piece)) piece += step;
    const interval = piece >= 0 && piece < axis.size ? axis.interval(piece) : undefined;
    if (!interval) return [];
    const [edge, included] = step > 0 ? [interval.low, interval.lowIncluded] : [interval.high, interval.highIncluded];
    return edge
      ? [Object.freeze({ column: column.name, direction, at: edge, included, distance: absolute(subtract(edge, value)), rows: Object.freeze(answers(piece)) })]
      : [];
  };
  return [...next('below', -1), ...next('above', 1)];
}
