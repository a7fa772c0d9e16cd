/**
 * Exact rational numbers: the only numbers the engine computes with.
 * In: decimal text, safe integers, BigInt ratios. Out: {@link Exact} values, their arithmetic, comparisons and text.
 * The numbers are those of fraction.js. Its door is guarded here, because its own parser reads `1:2`, `1 1/2` and `null`; and
 * the four operations work on its sign, numerator and denominator without that parser, which costs more than they do.
 */
import Fraction from 'fraction.js';

/** An exact rational number. Immutable by convention: no operation of this library changes one. */
export type Exact = Fraction;

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

/** A Fraction as fraction.js makes one inside: `n / d` in lowest terms, with `d` above zero. */
function lowest(n: bigint, d: bigint): Exact {
  const made = Object.create(Fraction.prototype) as Fraction;
  made.s = n < 0n ? -1n : 1n;
  made.n = n < 0n ? -n : n;
  made.d = d;
  return made;
}

/** `n / d` with `d` above zero, brought to lowest terms. */
function reduced(n: bigint, d: bigint): Exact {
  if (d === 1n) return lowest(n, d);
  let [common, rest] = [d, n < 0n ? -n : n];
  while (rest !== 0n) [common, rest] = [rest, common % rest];
  return common === 1n ? lowest(n, d) : lowest(n / common, d / common);
}

const make = (numerator: bigint, denominator: bigint): Exact => (denominator < 0n ? reduced(-numerator, -denominator) : reduced(numerator, denominator));

export const ZERO: Exact = make(0n, 1n);
export const ONE: Exact = make(1n, 1n);
export const HUNDRED: Exact = make(100n, 1n);

/** `numerator / denominator` in lowest terms. Throws a RangeError for a denominator of zero. */
export function ratio(numerator: bigint, denominator: bigint = 1n): Exact {
  if (denominator === 0n) throw new RangeError('The denominator of a ratio is zero.');
  return make(numerator, denominator);
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

const POWERS_OF_TEN: readonly bigint[] = Array.from({ length: 31 }, (_, power) => 10n ** BigInt(power));
const powerOfTen = (power: number): bigint => POWERS_OF_TEN[power] ?? 10n ** BigInt(power);

function readDecimal(text: string): Exact {
  const point = text.indexOf('.');
  if (point < 0) return make(BigInt(text), 1n);
  const decimals = text.length - point - 1;
  return make(BigInt(text.slice(0, point) + text.slice(point + 1)), powerOfTen(decimals));
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
  return make(BigInt(text.slice(0, slash)), under);
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
    return make(BigInt(value), 1n);
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

/** The signed numerator. */
export const numerator = (a: Exact): bigint => (a.s < 0n ? -a.n : a.n);
export const denominator = (a: Exact): bigint => a.d;

export const add = (a: Exact, b: Exact): Exact =>
  a.d === b.d ? reduced(numerator(a) + numerator(b), a.d) : reduced(numerator(a) * b.d + numerator(b) * a.d, a.d * b.d);
export const subtract = (a: Exact, b: Exact): Exact =>
  a.d === b.d ? reduced(numerator(a) - numerator(b), a.d) : reduced(numerator(a) * b.d - numerator(b) * a.d, a.d * b.d);
export const multiply = (a: Exact, b: Exact): Exact => reduced(numerator(a) * numerator(b), a.d * b.d);
/** Exact quotient. The caller has made sure that `b` is not zero. */
export function divide(a: Exact, b: Exact): Exact {
  if (b.n === 0n) throw new RangeError('Division by Zero');
  return reduced((a.s === b.s ? a.n : -a.n) * b.d, a.d * b.n);
}
export const negate = (a: Exact): Exact => lowest(-numerator(a), a.d);
export const absolute = (a: Exact): Exact => (a.s < 0n ? negate(a) : a);
export const compare = (a: Exact, b: Exact): -1 | 0 | 1 => {
  const whole = a.d === b.d;
  const left = whole ? numerator(a) : numerator(a) * b.d;
  const right = whole ? numerator(b) : numerator(b) * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};
export const equals = (a: Exact, b: Exact): boolean => a.n === b.n && a.d === b.d && a.s === b.s;
export const isZero = (a: Exact): boolean => a.n === 0n;
export const isNegative = (a: Exact): boolean => a.s < 0n;
export const isInteger = (a: Exact): boolean => a.d === 1n;
export const minimum = (a: Exact, b: Exact): Exact => (compare(b, a) < 0 ? b : a);
export const maximum = (a: Exact, b: Exact): Exact => (compare(b, a) > 0 ? b : a);
export const isExact = (value: unknown): value is Exact => value instanceof Fraction;

/** The greatest integer that is not above `a`. */
export function floorInteger(a: Exact): bigint {
  const n = numerator(a);
  const q = n / a.d;
  return n < 0n && n % a.d !== 0n ? q - 1n : q;
}

/** Whether `a` is a whole number of steps; a step of zero or below is a programming error. */
export function isMultiple(a: Exact, step: Exact): boolean {
  if (step.n === 0n) throw new RangeError('Division by Zero');
  return (a.n * step.d) % (a.d * step.n) === 0n;
}

/** How many decimals the number needs, or undefined when it has no finite decimal (such as 200/3). */
export function decimalPlaces(a: Exact): number | undefined {
  let rest = a.d;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos++;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives++;
  }
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** The canonical text: a plain decimal when there is a finite one (`66.5`), otherwise the ratio (`200/3`). */
export function toText(a: Exact): string {
  const n = numerator(a);
  if (a.d === 1n) return a.n <= Number.MAX_SAFE_INTEGER ? String(Number(n)) : n.toString();
  const places = decimalPlaces(a);
  if (places === undefined) return `${n}/${a.d}`;
  return decimalText((n * powerOfTen(places)) / a.d, places);
}

/** A decimal with exactly `places` decimals, cut towards zero: for reading, never for computing. */
export function toApproximateText(a: Exact, places: number): string {
  return decimalText((numerator(a) * 10n ** BigInt(places)) / a.d, places);
}

function decimalText(scaled: bigint, places: number): string {
  const sign = scaled < 0n ? '-' : '';
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
