/**
 * Reads the JavaScript numbers that most fields hold, without their text: integers and short decimals, within bounds and on the step.
 * In: a number type. Out: the exact number, or undefined for what has to be looked at more closely.
 * No two decimals of at most 15 digits are the same JavaScript number. So a number that is one of them is no other, and they keep their order.
 */
import { type Exact, ONE, decimalPlaces, denominator, isMultiple, numerator, toText, whole } from '../../values/exact.ts';
import { exactly } from '../../values/exact-number.ts';
import type { NumberType } from '../../values/type.ts';

/** So many decimals are taken for what was meant, whatever the step. */
export const LONGEST_SHORT_TEXT = 6;

const MOST_DIGITS = 15;
const MOST_IN_DIGITS = 10 ** MOST_DIGITS - 1;

export function shortNumberReader({ min, max, step }: NumberType): (written: number) => Exact | undefined {
  const low = plainBound(min, -Number.MAX_SAFE_INTEGER);
  const high = plainBound(max, Number.MAX_SAFE_INTEGER);
  const integersFit = step === undefined || isMultiple(ONE, step);
  const decimal = step && decimalReader(step);
  return (written) => {
    // False for NaN as well.
    if (!(written >= low && written <= high)) return undefined;
    if (Number.isInteger(written)) return integersFit ? small(written) : undefined;
    return decimal?.(written);
  };
}

const WHOLE: readonly Exact[] = Array.from({ length: 1_001 }, (_, index) => whole(index));
const small = (integer: number): Exact => WHOLE[integer] ?? whole(integer);

/** A bound as a JavaScript number that has the same numbers on its two sides, or NaN, which lets nothing through. */
function plainBound(bound: Exact | undefined, otherwise: number): number {
  if (bound === undefined) return otherwise;
  const text = toText(bound);
  const plain = Number(text);
  return Number.isSafeInteger(plain) || (!text.includes('/') && text.length <= MOST_DIGITS) ? plain : NaN;
}

/** Takes multiples of a step. */
function decimalReader(step: Exact): ((written: number) => Exact | undefined) | undefined {
  const places = decimalPlaces(step);
  if (places === undefined || places > LONGEST_SHORT_TEXT) return undefined;
  const scale = 10 ** places;
  const units = Number(numerator(step)) * (scale / Number(denominator(step)));
  return (written) => {
    const scaled = Math.round(written * scale);
    return scaled / scale === written && Math.abs(scaled) <= MOST_IN_DIGITS && scaled % units === 0 ? exactly(scaled, scale) : undefined;
  };
}
