/**
 * A column cut into its elementary pieces: within one piece every cell says the same.
 * In: a column and the cells that cut it. Out: an {@link Axis}: pieces in order, the pieces that a cell admits, the piece of a value, examples and text.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import { type Exact, isExact } from '../values/exact.ts';
import type { Datum } from '../values/result.ts';
import type { Key } from './admits.ts';
import { describeInterval, wordsText } from './describe-cell.ts';
import { type Cut, type Line, between, compareCuts, cutIsBefore, cutsOf, endsOf, intervalBetween, lineOf } from './line.ts';
import type { Cell, Column, Interval } from './table.ts';

/** Pieces `from` to before `to`. */
export type Pieces = readonly [from: number, to: number];

export interface Axis {
  readonly size: number;
  /** The pieces that a cell admits, in order, apart from each other. */
  piecesOf(cell: Cell): readonly Pieces[];
  /** The piece in which a value of the domain lies. */
  pieceOf(key: Key): number;
  /** A value in a piece, the least where there is one. */
  sample(piece: number): Datum;
  /** A piece of a number or date column as an interval; undefined for words. */
  interval(piece: number): Interval | undefined;
  /** The pieces as a cell would write them. */
  text(pieces: readonly Pieces[]): string;
}

export function axisOf(column: Column, cells: Iterable<Cell>): Axis {
  const line = lineOf(column.type);
  if (line) return lineAxis(line, cells);
  if (column.type.kind === 'boolean') return truthAxis();
  return column.type.kind === 'enum' ? wordAxis(column.type.members, undefined) : textAxis(cells);
}

function lineAxis(line: Line, cells: Iterable<Cell>): Axis {
  const [first, last] = endsOf(line);
  const cuts: Cut[] = [];
  for (const cell of cells) {
    if (cell.kind === 'intervals') for (const interval of cell.intervals) cuts.push(...cutsOf(interval, line));
  }
  const inner = cuts.filter((cut) => compareCuts(first, cut) < 0 && compareCuts(cut, last) < 0).sort(compareCuts);
  const all = [first, ...inner.filter((cut, at) => at === 0 || compareCuts(inner[at - 1]!, cut) !== 0), last];
  const size = all.length - 1;
  const place = (cut: Cut): number => search(size, (at) => compareCuts(all[at]!, cut) < 0);
  const sample = (piece: number): Exact => between(all[piece]!, all[piece + 1]!, line);
  return {
    size,
    piecesOf(cell) {
      if (cell.kind === 'any') return [[0, size]];
      if (cell.kind !== 'intervals') return [];
      return joined(
        cell.intervals.map((interval): Pieces => {
          const [low, high] = cutsOf(interval, line);
          return [place(low), place(high)];
        }),
      );
    },
    pieceOf: (key) => (isExact(key) ? search(size, (at) => cutIsBefore(all[at]!, key)) - 1 : -1),
    sample: (piece) => (line.dates ? dateOf(sample(piece)) : sample(piece)),
    interval: (piece) => intervalBetween(all[piece]!, all[piece + 1]!, line),
    text: (pieces) => pieces.map(([from, to]) => describeInterval(intervalBetween(all[from]!, all[to]!, line), line)).join(', '),
  };
}

/** The first place up to `size` at which the test fails; it holds before and fails after. */
function search(size: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Ranges in order; those that touch or overlap become one. */
function joined(ranges: readonly Pieces[]): readonly Pieces[] {
  if (ranges.length <= 1) return ranges.filter(([from, to]) => from < to);
  const merged: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else if (from < to) merged.push([from, to]);
  }
  return merged;
}

const dateOf = (value: Exact): CalendarDate => CalendarDate.fromEpochDay(Number(value.s * value.n));

function truthAxis(): Axis {
  return {
    size: 2,
    piecesOf: (cell) => (cell.kind === 'any' ? [[0, 2]] : cell.kind === 'truth' ? [[Number(cell.value), Number(cell.value) + 1]] : []),
    pieceOf: (key) => Number(key === true),
    sample: (piece) => piece === 1,
    interval: () => undefined,
    text: (pieces) =>
      indexes(pieces)
        .map((piece) => String(piece === 1))
        .join(', '),
  };
}

/** The words that rows name, and one piece for every other text. */
function textAxis(cells: Iterable<Cell>): Axis {
  const words = new Set<string>();
  for (const cell of cells) if (cell.kind === 'words' || cell.kind === 'except') for (const word of cell.words) words.add(word);
  let other = 'other';
  while (words.has(other)) other += '1';
  return wordAxis([...words], other);
}

function wordAxis(words: readonly string[], other: string | undefined): Axis {
  const places = new Map(words.map((word, at) => [word, at]));
  const size = words.length + (other === undefined ? 0 : 1);
  const all = other === undefined ? words : [...words, other];
  return {
    size,
    piecesOf(cell) {
      if (cell.kind === 'any') return [[0, size]];
      if (cell.kind === 'except') return joined(all.flatMap((word, at) => (cell.words.has(word) ? [] : [[at, at + 1] as const])));
      if (cell.kind !== 'words') return [];
      return [...cell.words]
        .map((word) => places.get(word)!)
        .sort((a, b) => a - b)
        .map((at) => [at, at + 1] as const);
    },
    pieceOf: (key) => (typeof key === 'string' ? (places.get(key) ?? (other === undefined ? -1 : words.length)) : -1),
    sample: (piece) => all[piece]!,
    interval: () => undefined,
    text: (pieces) => textOf(indexes(pieces), words, other),
  };
}

function textOf(pieces: readonly number[], words: readonly string[], other: string | undefined): string {
  if (other === undefined || !pieces.includes(words.length)) return wordsText(pieces.map((piece) => words[piece]!));
  const without = words.filter((_, at) => !pieces.includes(at));
  return without.length === 0 ? '-' : `not(${wordsText(without)})`;
}

const indexes = (pieces: readonly Pieces[]): number[] => pieces.flatMap(([from, to]) => Array.from({ length: to - from }, (_, at) => from + at));
