/**
 * Exact rational numbers: the only numbers the engine computes with.
 * In: decimal text, safe integers, BigInt ratios. Out: {@link Exact} values, their arithmetic, comparisons and text.
 * Numerator and denominator are JavaScript numbers where both are safe integers, and BigInts otherwise. An operation is done
 * with numbers where each product and sum on the way is a safe integer again, so that nothing can be lost, and with BigInts otherwise.
 */
import { Exact, denominator, exactly, exactlyBig, lowest, numerator } from './exact-number.ts';
import { canonicalRatio, decimalText, placesUnder, powerOfTen } from './exact-text.ts';

export type { Exact };
export {
  absolute,
  add,
  compare,
  denominator,
  divide,
  equals,
  isInteger,
  isNegative,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  numerator,
  subtract,
} from './exact-number.ts';

/** What a number written as text may look like: up to 15 digits before the point and 12 behind it. */
const DECIMAL_TEXT = /^-?\d{1,15}(?:\.\d{1,12})?$/;

/** What {@link toText} writes: of any length, because an exact value may need many digits. */
const CANONICAL_TEXT = /^-?\d+(?:\.\d+|\/\d+)?$/;

/** The shortest text of a JavaScript number below 0.000001: `1e-7`, `1.5e-7`. */
const SMALL_NUMBER_TEXT = /^(-?)(\d)(?:\.(\d+))?e-(\d{1,2})$/;

/** The reason why a number was not taken at the door; `code` is stable, the message is a sentence. */
export class NumberRefused extends Error {
  override readonly name = 'NumberRefused';
  constructor(
    readonly code: 'number/text' | 'number/not-finite' | 'number/binary' | 'number/unsafe-integer' | 'number/kind',
    message: string,
  ) {
    super(message);
  }
}

export const ZERO: Exact = lowest(0, 1);
export const ONE: Exact = lowest(1, 1);
export const HUNDRED: Exact = lowest(100, 1);

/** `numerator / denominator` in lowest terms. Throws a RangeError for a denominator of zero. */
export function ratio(numerator: bigint, denominator: bigint = 1n): Exact {
  if (denominator === 0n) throw new RangeError('The denominator of a ratio is zero.');
  return denominator < 0n ? exactlyBig(-numerator, -denominator) : exactlyBig(numerator, denominator);
}

/** A whole number. Throws a RangeError for a number that is no safe integer. */
export function whole(count: number): Exact {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is no safe integer.`);
  return lowest(count, 1);
}

/**
 * Reads decimal text such as `85.5`.
 * @throws NumberRefused for any other text: `1,5`, `1e3`, `1/2`, spaces, more than 15 + 12 digits.
 */
export function fromDecimalText(text: string): Exact {
  if (!DECIMAL_TEXT.test(text)) {
    throw new NumberRefused('number/text', `"${clip(text)}" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals.`);
  }
  return readDecimal(text);
}

/** Digits of which every number is a safe integer. */
const SAFE_DIGITS = 15;

function readDecimal(text: string): Exact {
  const point = text.indexOf('.');
  if (point < 0) return text.length <= SAFE_DIGITS ? lowest(Number(text), 1) : exactlyBig(BigInt(text), 1n);
  const decimals = text.length - point - 1;
  const digits = text.slice(0, point) + text.slice(point + 1);
  if (digits.length <= SAFE_DIGITS) return exactly(Number(digits) + 0, 10 ** decimals);
  return exactlyBig(BigInt(digits), powerOfTen(decimals));
}

/**
 * Reads the canonical text that {@link toText} writes: a decimal of any length, or `n/d`.
 * @throws NumberRefused for any other text, and for a denominator of zero.
 */
export function fromCanonicalText(text: string): Exact {
  if (!CANONICAL_TEXT.test(text)) throw new NumberRefused('number/text', `"${clip(text)}" is neither a decimal number nor a ratio such as 200/3.`);
  const slash = text.indexOf('/');
  if (slash < 0) return readDecimal(text);
  const under = BigInt(text.slice(slash + 1));
  if (under === 0n) throw new NumberRefused('number/text', `"${clip(text)}" divides by zero.`);
  return exactlyBig(BigInt(text.slice(0, slash)), under);
}

/**
 * Takes a JavaScript number: a safe integer, or a number whose shortest text is a decimal that fits `step`.
 * @throws NumberRefused for NaN, infinities, unsafe integers, and results of binary arithmetic such as 0.1 + 0.2.
 */
export function fromNumber(value: number, step?: Exact): Exact {
  if (!Number.isFinite(value)) throw new NumberRefused('number/not-finite', `${String(value)} is not a finite number.`);
  if (Number.isInteger(value)) {
    if (!Number.isSafeInteger(value)) {
      throw new NumberRefused('number/unsafe-integer', `${String(value)} is too large to be exact as a JavaScript number: give it as text.`);
    }
    return lowest(value, 1);
  }
  const text = plainText(value);
  const read = DECIMAL_TEXT.test(text) ? fromDecimalText(text) : undefined;
  if (!read || (step ? !isMultiple(read, step) : decimalPlaces(read)! > 6)) {
    throw new NumberRefused(
      'number/binary',
      step
        ? `${text} is not a multiple of ${toText(step)}: it looks like the result of binary arithmetic. Round it, or give the number as text.`
        : `${text} looks like the result of binary arithmetic: give the number as text.`,
    );
  }
  return read;
}

/** The shortest text without an exponent; where that needs more than 12 decimals the text is refused anyway. */
function plainText(value: number): string {
  const text = String(value);
  const small = SMALL_NUMBER_TEXT.exec(text);
  if (!small) return text;
  const [, sign, digit, rest = '', exponent] = small;
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digit}${rest}`;
}

export const isExact = (value: unknown): value is Exact => value instanceof Exact;

/** The greatest integer that is not above `a`. */
export function floorInteger(a: Exact): bigint {
  const [n, d] = [numerator(a), denominator(a)];
  const q = n / d;
  return n < 0n && n % d !== 0n ? q - 1n : q;
}

/** Whether `a` is a whole number of steps; a step of zero or below is a programming error. */
export function isMultiple(a: Exact, step: Exact): boolean {
  if (step.top === 0) throw new RangeError('Division by Zero');
  if (typeof a.top === 'number' && typeof step.top === 'number') {
    const [over, under] = [a.top * (step.bottom as number), step.top * (a.bottom as number)];
    if (Number.isSafeInteger(over) && Number.isSafeInteger(under)) return over % under === 0;
  }
  return (numerator(a) * denominator(step)) % (denominator(a) * numerator(step)) === 0n;
}

/** How many decimals the number needs, or undefined when it has no finite decimal (such as 200/3). */
export const decimalPlaces = (a: Exact): number | undefined => placesUnder(a.bottom);

/** The canonical text: a plain decimal when there is a finite one (`66.5`), otherwise the ratio (`200/3`). */
export const toText = (a: Exact): string => canonicalRatio(a.top, a.bottom);

/** A decimal with exactly `places` decimals, cut towards zero: for reading, never for computing. */
export function toApproximateText(a: Exact, places: number): string {
  return decimalText((numerator(a) * 10n ** BigInt(places)) / denominator(a), places);
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
