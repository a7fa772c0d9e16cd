/**
 * The only place where a digit is lost: rounding to a step, in one of seven modes.
 * In: an exact number, a positive step, a mode. Out: the nearest allowed multiple of the step.
 * up, down and the three half modes act on the absolute value; ceiling and floor on the number line.
 */
import { type Exact, denominator, multiply, numerator, ratio, whole } from './exact.ts';

export const ROUNDING_MODES = ['up', 'down', 'half-up', 'half-down', 'half-even', 'ceiling', 'floor'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/**
 * Rounds `value` to a multiple of `step`.
 * @throws RangeError for a step that is not above zero.
 * @example round(fromDecimalText('-2.5'), ONE, 'half-up') // -3: the absolute value is rounded
 */
export function round(value: Exact, step: Exact, mode: RoundingMode): Exact {
  if (step.top <= 0) throw new RangeError('The step of a rounding must be above zero.');
  // The number of steps, as a ratio that need not be in lowest terms.
  if (typeof value.top === 'number' && typeof step.top === 'number') {
    const [n, d] = [value.top * (step.bottom as number), (value.bottom as number) * step.top];
    if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return n % d === 0 ? value : multiply(whole(roundSmall(n, d, mode)), step);
  }
  const [n, d] = [numerator(value) * denominator(step), denominator(value) * numerator(step)];
  return n % d === 0n ? value : multiply(ratio(roundRatio(n, d, mode)), step);
}

/** Rounds `n / d` (d positive, n / d not whole) to an integer. */
export function roundRatio(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const negative = n < 0n;
  const size = negative ? -n : n;
  const magnitude = size / d;
  const twice = 2n * (size % d);
  const rounded = goesUp(mode, negative, twice < d ? -1 : twice > d ? 1 : 0, magnitude % 2n === 1n) ? magnitude + 1n : magnitude;
  return negative ? -rounded : rounded;
}

/** The same for two safe integers. The remainder of safe integers is exact, and so is its double. */
function roundSmall(n: number, d: number, mode: RoundingMode): number {
  const negative = n < 0;
  const size = negative ? -n : n;
  const rest = size % d;
  const magnitude = (size - rest) / d;
  const twice = 2 * rest;
  const rounded = goesUp(mode, negative, twice < d ? -1 : twice > d ? 1 : 0, magnitude % 2 === 1) ? magnitude + 1 : magnitude;
  return negative ? -rounded : rounded;
}

/** Whether the absolute value is rounded up; `half` says whether the rest is below (-1), exactly (0) or above (1) one half. */
function goesUp(mode: RoundingMode, negative: boolean, half: -1 | 0 | 1, odd: boolean): boolean {
  switch (mode) {
    case 'up':
      return true;
    case 'down':
      return false;
    case 'ceiling':
      return !negative;
    case 'floor':
      return negative;
    case 'half-up':
      return half >= 0;
    case 'half-down':
      return half > 0;
    case 'half-even':
      return half > 0 || (half === 0 && odd);
  }
}
