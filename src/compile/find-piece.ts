/**
 * Between which cuts of a table a number lies.
 * In: cuts in rising order, a number. Out: 2i + 1 on cut i, 2i before it.
 * Many cuts are sought from where the number would lie if they were evenly spread: near it there is one place in memory to read, not one for each halving.
 */

/** From here on a guess is better than halving from the middle. */
const MANY = 64;
/** How far from the guess is looked first. */
const NEAR = 8;

export function findPiece(cuts: Float64Array, value: number): number {
  const { length } = cuts;
  if (length < MANY) return pieceBetween(cuts, value, 0, length);
  const [first, last] = [cuts[0]!, cuts[length - 1]!];
  if (!(value > first)) return value === first ? 1 : 0;
  if (value > last) return 2 * length;
  const guess = Math.floor(((value - first) / (last - first)) * (length - 1));
  let reach = NEAR;
  if (cuts[guess]! < value) {
    let low = guess + 1;
    while (low + reach < length && cuts[low + reach]! < value) {
      low += reach + 1;
      reach *= 2;
    }
    return pieceBetween(cuts, value, low, Math.min(length, low + reach));
  }
  let high = guess;
  while (high - reach > 0 && cuts[high - reach]! >= value) {
    high -= reach;
    reach *= 2;
  }
  return pieceBetween(cuts, value, Math.max(0, high - reach), high);
}

/** The first cut at or above the number is known to lie between these two places, or to be the one at `high`. */
function pieceBetween(cuts: Float64Array, value: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (cuts[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low < cuts.length && cuts[low] === value ? 2 * low + 1 : 2 * low;
}
