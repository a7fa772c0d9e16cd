/**
 * How numbers leave the library: as decimal.js values of a clone with fixed settings.
 * In: an exact number. Out: a {@link KinerjaDecimal}; exact whenever a finite decimal of 60 digits exists.
 */
import { Decimal } from 'decimal.js';
import { type Exact, denominator, isInteger, numerator, toText } from './exact.ts';

const PRECISION = 60;
/** A whole number whose text is no longer than this is a safe integer. */
const SAFE_DIGITS = 15;

/** The library's own Decimal class: settings of the host's decimal.js cannot change its arithmetic. */
export const KinerjaDecimal = Decimal.clone({
  precision: PRECISION,
  rounding: Decimal.ROUND_HALF_EVEN,
  toExpNeg: -1_000,
  toExpPos: 1_000,
  defaults: true,
});
export type KinerjaDecimal = Decimal;

/**
 * The decimal of an exact number; one without a finite decimal is cut at 60 digits, half-even.
 * @param text the number's canonical text, where it is at hand.
 */
export function toDecimal(value: Exact, text = toText(value)): KinerjaDecimal {
  // Whole numbers and short decimals are read as they stand: dividing costs many times more.
  if (isInteger(value) && text.length <= SAFE_DIGITS) return new KinerjaDecimal(Number(text));
  if (text.length <= PRECISION && !text.includes('/')) return new KinerjaDecimal(text);
  return new KinerjaDecimal(numerator(value).toString()).div(denominator(value).toString());
}
