/**
 * The greatest common divisor: of safe integers, and of BigInts.
 * In: two integers that are not below zero. Out: the greatest that divides both; the other one where one is zero.
 * Euclid's way shrinks its operands quickly, so BigInts soon become numbers, and numbers soon fit into 32 bits, where V8 divides fastest.
 */

const MOST_IN_32_BITS = 2 ** 31 - 1;
const MOST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

/** Of two safe integers. */
export function commonOf(a: number, b: number): number {
  let [more, less] = [a, b];
  while (less > MOST_IN_32_BITS) [more, less] = [less, more % less];
  if (less === 0) return more;
  let kept = less | 0;
  let rest = (more % less) | 0;
  while (rest !== 0) {
    const next = (kept % rest) | 0;
    kept = rest;
    rest = next;
  }
  return kept;
}

/** Of two BigInts. */
export function commonOfBig(a: bigint, b: bigint): bigint {
  let [more, less] = [a, b];
  while (less > MOST_SAFE) [more, less] = [less, more % less];
  if (less === 0n) return more;
  return BigInt(commonOf(Number(less), Number(more % less)));
}
