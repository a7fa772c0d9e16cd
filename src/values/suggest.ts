/**
 * "Did you mean": the nearest of the names that exist.
 * In: a misspelt name and the known ones. Out: the nearest one within a third of its length (one letter at least), or undefined.
 */

/** The nearest name; of several equally near the first. Capitals do not count. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `Did you mean "x"?`, or the fallback sentence. */
export function didYouMean(name: string, known: Iterable<string>, otherwise?: string): string | undefined {
  const found = nearest(name, known);
  return found === undefined ? otherwise : `Did you mean "${found}"?`;
}

/** Letters put in, left out or changed, and neighbours swapped, count one each. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity;
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + cost, swapped);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}
