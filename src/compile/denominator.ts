/**
 * Denominators of quotients at hand.
 * In: two integers, or a score of gathered ratings. Out: the denominator in lowest terms; infinite where it is not a safe integer.
 */
import { commonOf } from '../values/common-divisor.ts';
import type { Quotient } from './gather.ts';

export function lowestDenominator(a: number, b: number): number {
  const under = Math.abs(b);
  return under / commonOf(Math.abs(a), under);
}

export const quotientDenominator = (quotient: Quotient | undefined): number => (quotient === undefined ? 1 : quotient.big ? Infinity : quotient.d);

/**
 * The denominator in lowest terms of a number whose `den`-fold is an integer.
 * `error` bounds how far off the carried value is; where that leaves the integer open, `den` stays as it is.
 */
export function reducedDenominator(value: number, den: number, error: number): number {
  const top = Math.round(value * den);
  const open = error * den + Math.abs(value * den) * 2 ** -52;
  return open < 0.25 && Number.isSafeInteger(top) && Number.isSafeInteger(den) ? lowestDenominator(top, den) : den;
}

/** The same for `value ÷ by`, where `by` is an integer. */
export function quotientOver(value: number, den: number, by: number, error: number): number {
  const top = Math.round(value * den);
  const under = den * Math.abs(by);
  const open = error * den + Math.abs(value * den) * 2 ** -52;
  if (!Number.isSafeInteger(under)) return Infinity;
  return open < 0.25 && Number.isSafeInteger(top) ? lowestDenominator(top, under) : under;
}

/** A multiple of both; infinite where it is not a safe integer. */
export function commonDenominator(a: number, b: number): number {
  if (a === 1 || b % a === 0) return b;
  return a % b === 0 ? a : productDenominator(a, b);
}

export function productDenominator(a: number, b: number): number {
  const product = a * b;
  return Number.isSafeInteger(product) ? product : Infinity;
}
