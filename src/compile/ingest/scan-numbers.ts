/**
 * Numbers of JSON read straight from bytes.
 * In: bytes, where a number (or a text that is one) begins, the places of its field. Out: the scaled integer that the reader of parsed records gives;
 * NaN for whatever else. Up to 2^51 every decimal is the only one of its places that its double is nearest to, so reading the digits is reading the double.
 */
import type { Cursor } from './scan-words.ts';
import { asciiText } from './scan-words.ts';

const SURE = 2 ** 51;
const QUOTE = 34;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const MOST_WHOLE = 15;
const MOST_DECIMALS = 12;

/** @param places at most 12. */
export function readScaled(bytes: Uint8Array, from: number, places: number, cursor: Cursor): number {
  let at = from;
  let digit = bytes[at]!;
  const quoted = digit === QUOTE;
  if (quoted) digit = bytes[++at]!;
  const negative = digit === MINUS;
  if (negative) digit = bytes[++at]!;
  digit -= ZERO;
  if (!(digit >= 0 && digit <= 9)) return NaN;
  let value = digit;
  const first = at;
  if (digit === 0) digit = bytes[++at]! - ZERO;
  else {
    digit = bytes[++at]! - ZERO;
    while (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digit = bytes[++at]! - ZERO;
    }
    if (at - first > MOST_WHOLE) return NaN;
  }
  let left = places;
  if (digit === POINT - ZERO) {
    const behind = ++at;
    digit = bytes[at]! - ZERO;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    while (digit >= 0 && digit <= 9) {
      if (left > 0) {
        value = value * 10 + digit;
        left--;
      } else if (digit !== 0) return NaN;
      digit = bytes[++at]! - ZERO;
    }
    if (at - behind > MOST_DECIMALS) return NaN;
  }
  while (left > 0) {
    value *= 10;
    left--;
  }
  if (value > SURE) return NaN;
  if (quoted && bytes[at++] !== QUOTE) return NaN;
  cursor.at = at;
  return negative ? 0 - value : value;
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** A number or a text without escapes as JSON.parse gives it; undefined for anything else. */
export function readScalar(bytes: Uint8Array, from: number, cursor: Cursor): number | string | undefined {
  let at = from;
  if (bytes[at] === QUOTE) {
    at++;
    while (bytes[at] !== QUOTE) {
      const byte = bytes[at++]!;
      if (!(byte >= 32 && byte <= 126) || byte === 92) return undefined;
    }
    cursor.at = at + 1;
    return asciiText(bytes, from + 1, at);
  }
  for (let byte = bytes[at]!; (byte >= 48 && byte <= 57) || byte === MINUS || byte === POINT || byte === 43 || byte === 69 || byte === 101;)
    byte = bytes[++at]!;
  const text = asciiText(bytes, from, at);
  if (!NUMBER.test(text)) return undefined;
  cursor.at = at;
  return Number(text);
}
