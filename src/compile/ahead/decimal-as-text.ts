/**
 * How numbers leave a module made ahead of time: as the text that the library's decimals print, without decimal.js.
 * In: an exact number. Out: its decimal text; one without a finite decimal of 60 digits is cut there, half-even.
 * The bundle of the runtime puts this file where the engine imports `values/decimal.ts`.
 */
import { type Exact, denominator, numerator } from '../../values/exact.ts';

const DIGITS = 60n;

/** Stands for the library's class of decimals, of which the runtime makes none. */
export const KinerjaDecimal = String;

export function toDecimal(value: Exact): string {
  const [n, d] = [numerator(value), denominator(value)];
  if (n === 0n) return '0';
  const size = n < 0n ? -n : n;
  const { digits, exponent } = significant(size, d);
  return `${n < 0n ? '-' : ''}${plainText(digits, exponent)}`;
}

/** `digits` times ten to the power of `exponent`, with at most 60 digits. */
function significant(n: bigint, d: bigint): { readonly digits: bigint; readonly exponent: number } {
  let exponent = n.toString().length - d.toString().length - Number(DIGITS);
  let digits = halfEven(n, d, exponent);
  if (digits >= 10n ** DIGITS) digits = halfEven(n, d, ++exponent);
  return { digits, exponent };
}

/** n ÷ d ÷ 10^exponent as a whole number. */
function halfEven(n: bigint, d: bigint, exponent: number): bigint {
  const top = exponent < 0 ? n * 10n ** BigInt(-exponent) : n;
  const under = exponent < 0 ? d : d * 10n ** BigInt(exponent);
  const [whole, twice] = [top / under, 2n * (top % under)];
  return twice > under || (twice === under && whole % 2n === 1n) ? whole + 1n : whole;
}

function plainText(digits: bigint, exponent: number): string {
  if (exponent >= 0) return `${digits}${'0'.repeat(exponent)}`;
  const text = digits.toString().padStart(1 - exponent, '0');
  const point = text.length + exponent;
  const behind = text.slice(point).replace(/0+$/, '');
  return behind === '' ? text.slice(0, point) : `${text.slice(0, point)}.${behind}`;
}
