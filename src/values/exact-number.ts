/**
 * The number itself: a ratio in lowest terms, the denominator above zero.
 * In: numerator and denominator in lowest terms, or integers to be brought there. Out: a {@link Exact}.
 * One value has one form: two numbers where both parts are safe integers, two BigInts otherwise. Equal values are equal part by part.
 */
import { commonOf, commonOfBig } from './common-divisor.ts';
import { canonicalRatio } from './exact-text.ts';

const MOST_SAFE = Number.MAX_SAFE_INTEGER;

/** An exact rational number. Immutable by convention: no operation of this library changes one. */
export class Exact {
  private constructor(
    /** The numerator, with the sign. */
    readonly top: number | bigint,
    /** The denominator, above zero; a number where `top` is one, and a BigInt where it is one. */
    readonly bottom: number | bigint,
  ) {}

  /** Made by {@link exactly}, {@link lowest} and {@link exactlyBig}, which keep to the one form. */
  static of(top: number | bigint, bottom: number | bigint): Exact {
    return new Exact(top, bottom);
  }

  /** The sign: 1n for zero and above, -1n below. */
  get s(): bigint {
    return this.top < 0 ? -1n : 1n;
  }
  /** The numerator without its sign. */
  get n(): bigint {
    const top = BigInt(this.top);
    return top < 0n ? -top : top;
  }
  /** The denominator, above zero. */
  get d(): bigint {
    return BigInt(this.bottom);
  }

  add(other: Exact): Exact {
    return add(this, other);
  }
  sub(other: Exact): Exact {
    return subtract(this, other);
  }
  mul(other: Exact): Exact {
    return multiply(this, other);
  }
  /** @throws RangeError for zero. */
  div(other: Exact): Exact {
    return divide(this, other);
  }
  neg(): Exact {
    return negate(this);
  }
  abs(): Exact {
    return absolute(this);
  }
  compare(other: Exact): -1 | 0 | 1 {
    return compare(this, other);
  }
  equals(other: Exact): boolean {
    return equals(this, other);
  }

  /** The ratio, `133/2`; a whole number without a denominator. */
  toFraction(): string {
    return isInteger(this) ? String(this.top) : `${this.top}/${this.bottom}`;
  }

  /** The canonical text: `66.5`, `200/3`. */
  toString(): string {
    return canonicalRatio(this.top, this.bottom);
  }

  /** The canonical text, which loses nothing. */
  toJSON(): string {
    return this.toString();
  }

  /** The nearest JavaScript number: for a look, never for computing. */
  valueOf(): number {
    return Number(this.top) / Number(this.bottom);
  }
}

// The first number ever made decides how V8 lays out the fields: with a BigInt in them they hold anything, and small numbers stand in them without a box.
Exact.of(BigInt(MOST_SAFE) + 1n, 1n);

/** Two safe integers that are in lowest terms already. Never a negative zero. */
export const lowest = (top: number, bottom: number): Exact => Exact.of(top + 0, bottom);

/** Two safe integers, the denominator above zero, brought to lowest terms. */
export function exactly(top: number, bottom: number): Exact {
  if (bottom === 1) return lowest(top, 1);
  const common = commonOf(bottom, top < 0 ? -top : top);
  return common === 1 ? lowest(top, bottom) : lowest(top / common, bottom / common);
}

/** Two BigInts, the denominator above zero, brought to lowest terms, and to numbers where both fit. */
export function exactlyBig(top: bigint, bottom: bigint): Exact {
  const common = bottom === 1n ? 1n : commonOfBig(bottom, size(top));
  return common === 1n ? fitted(top, bottom) : fitted(top / common, bottom / common);
}

/** Two BigInts in lowest terms, as numbers where both fit. */
function fitted(top: bigint, bottom: bigint): Exact {
  const [small, smallUnder] = [Number(top), Number(bottom)];
  return small <= MOST_SAFE && small >= -MOST_SAFE && smallUnder <= MOST_SAFE ? Exact.of(small, smallUnder) : Exact.of(top, bottom);
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

/** The signed numerator. */
export const numerator = (a: Exact): bigint => BigInt(a.top);
export const denominator = (a: Exact): bigint => BigInt(a.bottom);

/**
 * A product or sum of safe integers that comes out at 2^53 or above was rounded, if at all, to 2^53 or above. So where the result
 * is safe it is exact, and where it is not the operation is done again with BigInts.
 */
const safe = (value: number): boolean => value <= MOST_SAFE && value >= -MOST_SAFE;

export function add(a: Exact, b: Exact): Exact {
  const { top, bottom } = a;
  const { top: other, bottom: under } = b;
  if (typeof top !== 'number' || typeof other !== 'number') return addBig(a, numerator(b), denominator(b));
  return addSmall(a, top, bottom as number, other, under as number);
}

export function subtract(a: Exact, b: Exact): Exact {
  const { top, bottom } = a;
  const { top: other, bottom: under } = b;
  if (typeof top !== 'number' || typeof other !== 'number') return addBig(a, -numerator(b), denominator(b));
  return addSmall(a, top, bottom as number, -other, under as number);
}

function addSmall(a: Exact, top: number, bottom: number, other: number, under: number): Exact {
  if (bottom === under) {
    const sum = top + other;
    return safe(sum) ? exactly(sum, bottom) : exactlyBig(BigInt(top) + BigInt(other), BigInt(bottom));
  }
  const common = bottom === 1 || under === 1 ? 1 : commonOf(bottom, under);
  const rest = under / common;
  const [left, right] = [top * rest, other * (bottom / common)];
  const sum = left + right;
  if (!safe(left) || !safe(right) || !safe(sum)) return addBig(a, BigInt(other), BigInt(under));
  const shared = common === 1 ? 1 : commonOf(common, sum < 0 ? -sum : sum);
  const product = (bottom / shared) * rest;
  return product <= MOST_SAFE ? lowest(sum / shared, product) : addBig(a, BigInt(other), BigInt(under));
}

/** What the denominators share is all that the sum can be shortened by (Knuth, The Art of Computer Programming, 4.5.1). */
function addBig(a: Exact, other: bigint, under: bigint): Exact {
  const [top, bottom] = [numerator(a), denominator(a)];
  if (bottom === under) return exactlyBig(top + other, bottom);
  const common = commonOfBig(bottom, under);
  if (common === 1n) return fitted(top * under + other * bottom, bottom * under);
  const rest = under / common;
  const sum = top * rest + other * (bottom / common);
  const shared = commonOfBig(common, size(sum));
  return fitted(sum / shared, (bottom / shared) * rest);
}

export const multiply = (a: Exact, b: Exact): Exact => product(a.top, a.bottom, b.top, b.bottom);

/** Exact quotient. The caller has made sure that `b` is not zero. */
export function divide(a: Exact, b: Exact): Exact {
  const { top, bottom } = b;
  if (top === 0) throw new RangeError('Division by Zero');
  return top < 0 ? product(a.top, a.bottom, -bottom, -top) : product(a.top, a.bottom, bottom, top);
}

/** Each factor is in lowest terms, so the product can be shortened only across: the one's numerator with the other's denominator. */
function product(top: number | bigint, bottom: number | bigint, other: number | bigint, under: number | bigint): Exact {
  if (typeof top === 'number' && typeof other === 'number') return productSmall(top, bottom as number, other, under as number);
  return productBig(BigInt(top), BigInt(bottom), BigInt(other), BigInt(under));
}

function productSmall(top: number, bottom: number, other: number, under: number): Exact {
  const one = under === 1 ? 1 : commonOf(under, top < 0 ? -top : top);
  const two = bottom === 1 ? 1 : commonOf(bottom, other < 0 ? -other : other);
  const [left, right, below, beneath] = [top / one, other / two, bottom / two, under / one];
  const [over, whole] = [left * right, below * beneath];
  if (safe(over) && whole <= MOST_SAFE) return lowest(over, whole);
  return fitted(BigInt(left) * BigInt(right), BigInt(below) * BigInt(beneath));
}

function productBig(top: bigint, bottom: bigint, other: bigint, under: bigint): Exact {
  const one = under === 1n ? 1n : commonOfBig(under, size(top));
  const two = bottom === 1n ? 1n : commonOfBig(bottom, size(other));
  return fitted((top / one) * (other / two), (bottom / two) * (under / one));
}

export const negate = (a: Exact): Exact => (typeof a.top === 'number' ? lowest(-a.top, a.bottom as number) : exactlyBig(-a.top, denominator(a)));
export const absolute = (a: Exact): Exact => (a.top < 0 ? negate(a) : a);

/** Rounding keeps the order, so products that differ as numbers differ the same way. */
export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const { top, bottom } = a;
  const { top: other, bottom: under } = b;
  if (typeof top === 'number' && typeof other === 'number') {
    const same = bottom === under;
    const left = same ? top : top * (under as number);
    const right = same ? other : other * (bottom as number);
    if (left !== right) return left < right ? -1 : 1;
    if (safe(left)) return 0;
  }
  const [left, right] = [numerator(a) * denominator(b), numerator(b) * denominator(a)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export const equals = (a: Exact, b: Exact): boolean => a.top === b.top && a.bottom === b.bottom;
export const isZero = (a: Exact): boolean => a.top === 0;
export const isNegative = (a: Exact): boolean => a.top < 0;
export const isInteger = (a: Exact): boolean => a.bottom === 1 || a.bottom === 1n;
export const minimum = (a: Exact, b: Exact): Exact => (compare(b, a) < 0 ? b : a);
export const maximum = (a: Exact, b: Exact): Exact => (compare(b, a) > 0 ? b : a);
