/**
 * What is known beforehand about a number in compiled code, and what each operation makes of it.
 * In: bounds of the operands. Out: bounds of the result; all of it is proved for inputs within their declared bounds.
 * A number is carried as a JavaScript number, its value times ten to the power of `places`. Every figure here speaks of that scaled number.
 */

export interface NumberBounds {
  readonly places: number;
  /** The carried number is the scaled value itself, and an integer. Otherwise it may be off by `rel` or `abs`. */
  readonly whole: boolean;
  readonly low: number;
  readonly high: number;
  /** |carried − exact| ≤ rel · |exact|; infinite when only `abs` is known. */
  readonly rel: number;
  /** |carried − exact| ≤ abs. */
  readonly abs: number;
  /** The exact scaled value is a ratio whose denominator is at most this. */
  readonly den: number;
  /** Where it is not zero, its size is at least this. */
  readonly least: number;
}

/** Half the distance between 1 and the next JavaScript number: the relative error of one operation. */
export const UNIT = 2 ** -53;
/** Integers up to this size are carried exactly. */
export const SAFE = 2 ** 53;
/** The analysis itself is done in floating point: each bound is widened by more than that can lose. */
const WIDER = 1 + 1e-9;
const HUGE = 1e280;
const TINY = 1e-280;

export const wholeBounds = (low: number, high: number, places: number): NumberBounds => ({ places, whole: true, low, high, rel: 0, abs: 0, den: 1, least: 1 });

/** A constant that is an integer at that scale. */
export const constantBounds = (value: number, places: number): NumberBounds => wholeBounds(value, value, places);

export const isConstant = (a: NumberBounds): boolean => a.whole && a.low === a.high;
export const sizeOf = (a: NumberBounds): number => Math.max(Math.abs(a.low), Math.abs(a.high));

/** Whether arithmetic in floating point can be trusted with these bounds; otherwise the value is carried as an exact ratio. */
export function isUsable(a: NumberBounds): boolean {
  if (!(sizeOf(a) < HUGE)) return false;
  return a.rel < 1e-3 ? a.least > TINY : a.abs < Infinity;
}

/** Settles the bounds of a result: an exact integer where all that went in was, else with one more rounding error. */
function settle(result: {
  readonly places: number;
  readonly low: number;
  readonly high: number;
  readonly wholeInputs: boolean;
  readonly rel: number;
  readonly abs: number;
  readonly den: number;
  readonly least: number;
}): NumberBounds {
  const { places, low, high, den, least } = result;
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (result.wholeInputs && size <= SAFE) return wholeBounds(low, high, places);
  const rel = result.rel === Infinity ? Infinity : (result.rel + UNIT + result.rel * UNIT) * WIDER;
  const abs = Math.min(result.abs === Infinity ? Infinity : (result.abs + UNIT * (size + result.abs)) * WIDER, rel * size * WIDER);
  return { places, whole: false, low: low - Math.abs(low) * 1e-9, high: high + Math.abs(high) * 1e-9, rel, abs, den: den * WIDER, least };
}

/** Multiplies by ten to the power of `by`, so that the same value has more places. */
export function rescaleBounds(a: NumberBounds, by: number): NumberBounds {
  const factor = 10 ** by;
  return settle({
    places: a.places + by,
    low: a.low * factor,
    high: a.high * factor,
    wholeInputs: a.whole,
    rel: a.rel,
    abs: a.abs * factor,
    den: a.den,
    least: a.least,
  });
}

/** Both at the same places. */
export function addBounds(a: NumberBounds, b: NumberBounds): NumberBounds {
  const sameSign = (a.low >= 0 && b.low >= 0) || (a.high <= 0 && b.high <= 0);
  return settle({
    places: a.places,
    low: a.low + b.low,
    high: a.high + b.high,
    wholeInputs: a.whole && b.whole,
    rel: sameSign ? Math.max(a.rel, b.rel) : Infinity,
    abs: a.abs + b.abs,
    den: a.den * b.den,
    least: sameSign ? Math.min(a.least, b.least) : 1 / (a.den * b.den),
  });
}

export const negateBounds = (a: NumberBounds): NumberBounds => ({ ...a, low: -a.high, high: -a.low });

export const absoluteBounds = (a: NumberBounds): NumberBounds => ({
  ...a,
  low: a.low > 0 ? a.low : a.high < 0 ? -a.high : 0,
  high: sizeOf(a),
});

export function multiplyBounds(a: NumberBounds, b: NumberBounds): NumberBounds {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high].map((corner) => (Number.isNaN(corner) ? 0 : corner));
  return settle({
    places: a.places + b.places,
    low: Math.min(...corners),
    high: Math.max(...corners),
    wholeInputs: a.whole && b.whole,
    rel: a.rel + b.rel + a.rel * b.rel,
    abs: product(sizeOf(a), b.abs) + product(sizeOf(b), a.abs) + product(a.abs, b.abs),
    den: a.den * b.den,
    least: a.least * b.least,
  });
}

const product = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/** a ÷ b at `a.places − b.places` places, which is not below 0; b is not zero when it is reached. */
export function divideBounds(a: NumberBounds, b: NumberBounds): NumberBounds {
  const smallest = b.low > 0 ? b.low : b.high < 0 ? -b.high : Math.max(b.least, b.den < Infinity ? 1 / b.den : 0);
  const nearest = smallest - (b.rel < Infinity ? b.rel * smallest : b.abs);
  const size = nearest > 0 ? sizeOf(a) / nearest : Infinity;
  const positive = a.low >= 0 && b.low >= 0;
  return settle({
    places: a.places - b.places,
    low: positive ? a.low / sizeOf(b) : -size,
    high: size,
    wholeInputs: false,
    rel: b.rel < 0.5 ? ((a.rel + b.rel) / (1 - b.rel)) * WIDER : Infinity,
    abs: nearest > 0 ? ((a.abs + size * b.abs) / nearest) * WIDER : Infinity,
    den: a.den * Math.ceil(sizeOf(b)) * b.den,
    least: a.least / sizeOf(b),
  });
}

/** Either of the two, whichever is taken; both at the same places. */
export const eitherBounds = (a: NumberBounds, b: NumberBounds): NumberBounds => ({
  places: a.places,
  whole: a.whole && b.whole,
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
  rel: Math.max(a.rel, b.rel),
  abs: Math.max(a.abs, b.abs),
  den: Math.max(a.den, b.den),
  least: Math.min(a.least, b.least),
});

/** The lesser or greater of two; a wrong choice between near values is off by no more than the worse of them. */
export function extremeBounds(a: NumberBounds, b: NumberBounds, which: 'min' | 'max'): NumberBounds {
  const either = eitherBounds(a, b);
  const pick = which === 'min' ? Math.min : Math.max;
  const [low, high] = [pick(a.low, b.low), pick(a.high, b.high)];
  const rel = either.whole ? 0 : either.rel < 0.5 ? (either.rel / (1 - either.rel)) * WIDER : Infinity;
  return { ...either, low, high, rel, abs: Math.min(either.abs, product(rel, Math.max(Math.abs(low), Math.abs(high))) * WIDER) };
}

/** The sum of at most `most` members. */
export function sumBounds(member: NumberBounds, most: number): NumberBounds {
  const [low, high] = [Math.min(0, product(most, member.low)), Math.max(0, product(most, member.high))];
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (member.whole && size <= SAFE) return wholeBounds(low, high, member.places);
  const sameSign = member.low >= 0 || member.high <= 0;
  const rel = sameSign ? (member.rel + most * UNIT * 1.01) * WIDER : Infinity;
  const abs = Math.min((most * member.abs + most * UNIT * 1.01 * (size + most * member.abs)) * WIDER, product(rel, size) * WIDER);
  const den = member.den === 1 ? 1 : Infinity;
  return { places: member.places, whole: false, low, high, rel, abs, den, least: sameSign || den === 1 ? member.least : 0 };
}

/** The sum of `most` members at most, divided by how many they are: it lies among its members. */
export function meanBounds(member: NumberBounds, most: number): NumberBounds {
  const sum = sumBounds(member, most);
  const rel = sum.rel === Infinity ? Infinity : (sum.rel + UNIT + sum.rel * UNIT) * WIDER;
  const size = sizeOf(member);
  const sums = sum.whole ? 0 : member.abs + most * UNIT * 1.01 * (size + member.abs);
  const abs = Math.min((sums + UNIT * (size + sums)) * WIDER, product(rel, size) * WIDER);
  const [low, high] = [member.low - Math.abs(member.low) * 1e-9, member.high + Math.abs(member.high) * 1e-9];
  return { places: member.places, whole: false, low, high, rel, abs, den: sum.whole ? most : Infinity, least: sum.least / most };
}
