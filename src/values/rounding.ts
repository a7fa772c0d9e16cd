/**
 * The only place where a digit is lost: rounding to a step, in one of seven modes.
 * In: an exact number, a positive step, a mode. Out: the nearest allowed multiple of the step.
 * up, down and the three half modes act on the absolute value; ceiling and floor on the number line.
 */
import { type Exact, denominator, divide, multiply, numerator, ratio } from './exact.ts';

export const ROUNDING_MODES = ['up', 'down', 'half-up', 'half-down', 'half-even', 'ceiling', 'floor'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/**
 * Rounds `value` to a multiple of `step`.
 * @throws RangeError for a step that is not above zero.
 * @example round(fromDecimalText('-2.5'), ONE, 'half-up') // -3: the absolute value is rounded
 */
export function round(value: Exact, step: Exact, mode: RoundingMode): Exact {
  if (step.n === 0n || step.s < 0n) throw new RangeError('The step of a rounding must be above zero.');
  const scaled = divide(value, step);
  if (denominator(scaled) === 1n) return value;
  return multiply(ratio(roundRatio(numerator(scaled), denominator(scaled), mode)), step);
}

/** Rounds `n / d` (d positive, n / d not whole) to an integer. */
export function roundRatio(n: bigint, d: bigint, mode: RoundingMode): bigint {
  const negative = n < 0n;
  const size = negative ? -n : n;
  const whole = size / d;
  const rest = size % d;
  const signed = (magnitude: bigint): bigint => (negative ? -magnitude : magnitude);
  const twice = 2n * rest;
  switch (mode) {
    case 'up':
      return signed(whole + 1n);
    case 'down':
      return signed(whole);
    case 'ceiling':
      return negative ? -whole : whole + 1n;
    case 'floor':
      return negative ? -(whole + 1n) : whole;
    case 'half-up':
      return signed(twice >= d ? whole + 1n : whole);
    case 'half-down':
      return signed(twice > d ? whole + 1n : whole);
    case 'half-even':
      return signed(twice > d || (twice === d && whole % 2n === 1n) ? whole + 1n : whole);
  }
}
