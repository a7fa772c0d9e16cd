/**
 * Between which cuts a number lies.
 * In: cuts in ascending order, a number. Out: 2i before cut i, 2i + 1 on it, twice their count behind the last.
 */
export function findPiece(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low < cuts.length && cuts[low] === value ? 2 * low + 1 : 2 * low;
}
