/**
 * Reads and compares numbers as canonical text, for the operators that judge beside the engine.
 * In: `66.5`, `200/3`, `-7`. Out: a ratio of two BigInts, and the sign of a comparison.
 * Written apart from `values/exact` on purpose: a second opinion that shares the arithmetic of the first is none.
 */

/** A number as a ratio; `under` is above zero. */
export interface TextRatio {
  readonly over: bigint;
  readonly under: bigint;
}

const NUMBER_TEXT = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/;

/** The number that a canonical text stands for; undefined for any other text, and for a division by zero. */
export function readNumberText(text: string): TextRatio | undefined {
  const found = NUMBER_TEXT.exec(text);
  if (!found) return undefined;
  const [, sign, whole, decimals = '', divisor = '1'] = found;
  const size = BigInt(`${whole}${decimals}`);
  const under = BigInt(divisor) * BigInt(`1${'0'.repeat(decimals.length)}`);
  return under === 0n ? undefined : { over: sign === '-' ? -size : size, under };
}

/** Below zero, zero or above zero, as `a` is less than, equal to or greater than `b`. */
export function compareRatios(a: TextRatio, b: TextRatio): number {
  const difference = a.over * b.under - b.over * a.under;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
