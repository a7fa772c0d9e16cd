/**
 * Who comes first in each piece of an axis, in one pass.
 * In: the pieces of each row, in the order of the rows. Out: for each piece the first row that has it.
 */
import type { Pieces } from './axis.ts';

/** For each piece the place of the first list that covers it, or -1. A painted piece is never visited again, so overlaps cost nothing. */
export function paint(ranges: readonly (readonly Pieces[])[], size: number): Int32Array {
  const owners = new Int32Array(size).fill(-1);
  const next = Int32Array.from({ length: size + 1 }, (_, at) => at);
  const free = (from: number): number => {
    let at = from;
    while (next[at] !== at) at = next[at] = next[next[at]!]!;
    return at;
  };
  for (const [owner, list] of ranges.entries()) {
    for (const [from, to] of list) {
      for (let piece = free(from); piece < to; piece = free(piece)) {
        owners[piece] = owner;
        next[piece] = piece + 1;
      }
    }
  }
  return owners;
}
