/**
 * How an exact number is written: a plain decimal where there is a finite one (`66.5`), otherwise the ratio (`200/3`).
 * In: numerator and denominator in lowest terms, as two numbers or two BigInts. Out: text that loses nothing.
 */

const POWERS_OF_TEN: readonly bigint[] = Array.from({ length: 31 }, (_, power) => 10n ** BigInt(power));
/** Ten to the power, for a power from 0. */
export const powerOfTen = (power: number): bigint => POWERS_OF_TEN[power] ?? 10n ** BigInt(power);

/** How many decimals a ratio in lowest terms needs, by its denominator; undefined when it has no finite decimal. */
export function placesUnder(bottom: number | bigint): number | undefined {
  let twos = 0;
  let fives = 0;
  let rest = bottom;
  while (typeof rest === 'bigint' && rest % 2n === 0n) {
    rest /= 2n;
    twos++;
  }
  while (typeof rest === 'bigint' && rest % 5n === 0n) {
    rest /= 5n;
    fives++;
  }
  if (typeof rest === 'bigint') return rest === 1n ? Math.max(twos, fives) : undefined;
  while (rest % 2 === 0) {
    rest /= 2;
    twos++;
  }
  while (rest % 5 === 0) {
    rest /= 5;
    fives++;
  }
  return rest === 1 ? Math.max(twos, fives) : undefined;
}

/** The canonical text of a ratio in lowest terms. */
export function canonicalRatio(top: number | bigint, bottom: number | bigint): string {
  if (bottom === 1 || bottom === 1n) return String(top);
  const places = placesUnder(bottom);
  if (places === undefined) return `${top}/${bottom}`;
  if (typeof top === 'number' && places <= 15) {
    const scaled = top * (10 ** places / Number(bottom));
    if (Number.isSafeInteger(scaled)) return withPoint(scaled < 0, String(scaled < 0 ? -scaled : scaled), places);
  }
  return decimalText((BigInt(top) * powerOfTen(places)) / BigInt(bottom), places);
}

/** A whole number of units in the last of `places` decimals, as text. */
export const decimalText = (scaled: bigint, places: number): string => withPoint(scaled < 0n, (scaled < 0n ? -scaled : scaled).toString(), places);

function withPoint(negative: boolean, digits: string, places: number): string {
  const sign = negative ? '-' : '';
  if (places === 0) return sign + digits;
  const padded = digits.length > places ? digits : digits.padStart(places + 1, '0');
  return `${sign}${padded.slice(0, -places)}.${padded.slice(-places)}`;
}
