/**
 * A table of several columns as a row of tables of one column: what the checks for gaps and overlaps go through.
 * In: a table, the boxes (rows, declared gaps) that lie in it. Out: for each combination of pieces of all columns but the last, the boxes
 * that reach it and the last column cut into pieces. Combinations that the same boxes reach are one slice.
 */
import type { Datum } from '../values/result.ts';
import { type Axis, type Pieces, axisOf } from './axis.ts';
import { valueText } from './describe-cell.ts';
import { lineOf } from './line.ts';
import type { Cell, Column, Table, TableFinding } from './table.ts';

/** Something that covers part of the inputs. */
export interface Box {
  readonly when: readonly Cell[];
}

export interface Slice<B extends Box> {
  /** The pieces of the columns before the last one that this slice stands for. */
  readonly outer: readonly Side[];
  readonly column: Column;
  readonly axis: Axis;
  readonly boxes: readonly B[];
  /** The pieces of the last column that each box has. */
  readonly ranges: readonly (readonly Pieces[])[];
}

interface Side {
  readonly column: Column;
  readonly axis: Axis;
  readonly pieces: readonly Pieces[];
}

const MOST_PIECES = 200_000;
const MOST_COPIES = 1_000_000;

/** Calls `visit` for each slice; false when the table has too many combinations to go through. */
export function eachSlice<B extends Box>(table: Table, boxes: readonly B[], visit: (slice: Slice<B>) => void): boolean {
  const order = columnOrder(table, boxes);
  const room = { pieces: MOST_PIECES, copies: MOST_COPIES };
  const walk = (at: number, inside: readonly B[], outer: readonly Side[]): boolean => {
    if (at > 0) room.copies -= inside.length;
    if (room.copies < 0) return false;
    const place = order[at]!;
    const column = table.inputs[place]!;
    const axis = axisOf(
      column,
      inside.map(({ when }) => when[place]!),
    );
    const ranges = inside.map(({ when }) => axis.piecesOf(when[place]!));
    if (at === order.length - 1) {
      visit({ outer, column, axis, boxes: inside, ranges });
      return true;
    }
    room.pieces -= axis.size;
    room.copies -= ranges.reduce((sum, list) => sum + list.reduce((size, [from, to]) => size + to - from, 0), 0);
    if (room.pieces < 0 || room.copies < 0) return false;
    return [...groups(axis.size, ranges).values()].every(({ members, pieces }) =>
      walk(
        at + 1,
        members.map((member) => inside[member]!),
        [...outer, { column, axis, pieces }],
      ),
    );
  };
  return walk(0, boxes, []);
}

/** Words first, and the column with the most pieces last: it alone may be of any size. */
function columnOrder(table: Table, boxes: readonly Box[]): readonly number[] {
  const sizes = table.inputs.map(
    (column, at) =>
      axisOf(
        column,
        boxes.map(({ when }) => when[at]!),
      ).size,
  );
  const weight = (at: number): number => (lineOf(table.inputs[at]!.type) ? 1 : 0);
  return table.inputs.map((_, at) => at).sort((a, b) => weight(a) - weight(b) || sizes[a]! - sizes[b]!);
}

/** Pieces that the same boxes reach, together. */
function groups(size: number, ranges: readonly (readonly Pieces[])[]): Map<string, { members: readonly number[]; pieces: Pieces[] }> {
  const reached: number[][] = Array.from({ length: size }, () => []);
  for (const [box, list] of ranges.entries()) for (const [from, to] of list) for (let piece = from; piece < to; piece++) reached[piece]!.push(box);
  const found = new Map<string, { members: readonly number[]; pieces: [number, number][] }>();
  for (const [piece, members] of reached.entries()) {
    const key = members.join();
    const group = found.get(key);
    const last = group?.pieces.at(-1);
    if (!group) found.set(key, { members, pieces: [[piece, piece + 1]] });
    else if (last && last[1] === piece) last[1] = piece + 1;
    else group.pieces.push([piece, piece + 1]);
  }
  return found;
}

/** The inputs of some pieces of a slice, in the table's order: as a region, and as one example. */
export function describeSlice(
  table: Table,
  slice: Slice<Box>,
  pieces: readonly Pieces[],
): { readonly region: string; readonly example: Readonly<Record<string, string>>; readonly exampleText: string } {
  const sides = new Map<string, Side>([...slice.outer, { column: slice.column, axis: slice.axis, pieces }].map((side) => [side.column.name, side]));
  const named = table.inputs.map(({ name }) => ({ name, side: sides.get(name)! }));
  const sample = ({ axis, pieces: [first] }: Side): Datum => axis.sample(first![0]);
  const example = named.map(({ name, side }) => [name, valueText(sample(side))] as const);
  const narrowed = named.filter(({ side: { axis, pieces } }) => pieces.length !== 1 || pieces[0]![1] - pieces[0]![0] < axis.size);
  return {
    region: narrowed.map(({ name, side }) => `${name} ${side.axis.text(side.pieces)}`).join(', ') || `any ${named.map(({ name }) => name).join(', ')}`,
    example: Object.freeze(Object.fromEntries(example)),
    exampleText: example.map(([name, text]) => `${name} ${text}`).join(', '),
  };
}

export const TOO_LARGE: TableFinding = Object.freeze({
  code: 'table/too-large-to-check',
  message: 'The table has too many combinations of inputs to be checked for gaps and overlaps.',
  mend: 'Split it into smaller tables.',
  rows: [],
});
