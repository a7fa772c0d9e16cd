/**
 * A tree over the rows of a table, so that a lookup sees few of them however many there are.
 * In: a table. Out: for the values of a lookup, the rows that may match, in the table's order; whoever asks still checks their cells.
 */
import type { Key } from './admits.ts';
import { type Axis, type Pieces, axisOf } from './axis.ts';
import { paint } from './paint.ts';
import type { Row, Table } from './table.ts';

/** A leaf with the rows to look at, or a column whose piece says where to go on. */
type Branch = { readonly rows: readonly Row[] } | { readonly column: number; readonly axis: Axis; readonly pieces: readonly Branch[] };

/** Fewer rows than this are looked at one by one. */
const FEW = 8;

export interface LookupIndex {
  readonly root: Branch;
}

export function indexRows(table: Table): LookupIndex {
  // Every row may be copied into several pieces: this bounds how often in all.
  const room = { left: 20 * table.rows.length + 1_000 };
  return {
    root: branch(
      table,
      table.rows,
      table.inputs.map((_, at) => at),
      room,
    ),
  };
}

export function candidates(index: LookupIndex, keys: readonly Key[]): readonly Row[] {
  let at = index.root;
  while ('axis' in at) at = at.pieces[at.axis.pieceOf(keys[at.column]!)] ?? { rows: [] };
  return at.rows;
}

function branch(table: Table, rows: readonly Row[], columns: readonly number[], room: { left: number }): Branch {
  if (rows.length <= FEW) return { rows };
  const best = columns
    .map((column) => split(table, rows, column, columns, room.left))
    .reduce((a, b) => ((b?.widest ?? Infinity) < (a?.widest ?? Infinity) ? b : a), undefined);
  if (!best) return { rows };
  room.left -= best.copies;
  const rest = columns.filter((column) => column !== best.column);
  return { column: best.column, axis: best.axis, pieces: best.pieces.map((piece) => branch(table, piece, rest, room)) };
}

interface Split {
  readonly column: number;
  readonly axis: Axis;
  readonly pieces: readonly (readonly Row[])[];
  readonly widest: number;
  readonly copies: number;
}

/** The rows of each piece of a column; undefined when that narrows nothing, or copies too much. */
function split(table: Table, rows: readonly Row[], column: number, columns: readonly number[], room: number): Split | undefined {
  const axis = axisOf(
    table.inputs[column]!,
    rows.map(({ when }) => when[column]!),
  );
  const ranges = rows.map(({ when }) => axis.piecesOf(when[column]!));
  // Under "first", where nothing else decides, only the uppermost row of a piece can win.
  const pieces =
    table.hit === 'first' && rows.every(({ when }) => columns.every((other) => other === column || when[other]!.kind === 'any'))
      ? uppermost(rows, ranges, axis.size)
      : buckets(rows, ranges, axis.size, Math.min(room, 4 * rows.length + 64));
  if (!pieces) return undefined;
  const widest = pieces.reduce((most, piece) => Math.max(most, piece.length), 0);
  if (widest === rows.length) return undefined;
  return { column, axis, pieces, widest, copies: pieces.reduce((sum, piece) => sum + piece.length, 0) };
}

function buckets(rows: readonly Row[], ranges: readonly (readonly Pieces[])[], size: number, most: number): Row[][] | undefined {
  const pieces: Row[][] = Array.from({ length: size }, () => []);
  let copies = 0;
  for (const [at, row] of rows.entries()) {
    for (const [from, to] of ranges[at]!) {
      copies += to - from;
      if (copies > most) return undefined;
      for (let piece = from; piece < to; piece++) pieces[piece]!.push(row);
    }
  }
  return pieces;
}

function uppermost(rows: readonly Row[], ranges: readonly (readonly Pieces[])[], size: number): Row[][] {
  return Array.from(paint(ranges, size), (owner) => (owner < 0 ? [] : [rows[owner]!]));
}
