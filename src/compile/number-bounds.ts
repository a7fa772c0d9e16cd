/**
 * What is known beforehand about a number in compiled code, and what each operation makes of it.
 * In: bounds of the operands. Out: bounds of the result; all of it is proved for inputs within their declared bounds.
 * A number is carried as a JavaScript number, its value times ten to the power of `places`. Every figure here speaks of that scaled number.
 */

export interface NumberBounds {
  readonly places: number;
  /** The carried number is the scaled value itself, and an integer. Otherwise it may be off by `abs + rel · |exact|`. */
  readonly whole: boolean;
  readonly low: number;
  readonly high: number;
  readonly abs: number;
  readonly rel: number;
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

export const wholeBounds = (low: number, high: number, places: number): NumberBounds => ({ places, whole: true, low, high, abs: 0, rel: 0, den: 1, least: 1 });

/** A constant that is an integer at that scale. */
export const constantBounds = (value: number, places: number): NumberBounds => wholeBounds(value, value, places);

export const isConstant = (a: NumberBounds): boolean => a.whole && a.low === a.high;
export const sizeOf = (a: NumberBounds): number => Math.max(Math.abs(a.low), Math.abs(a.high));
/** How far off the carried number can be at all. */
export const errorOf = (a: NumberBounds): number => a.abs + times(a.rel, sizeOf(a));
/** Its error is in proportion to it: the carried number is zero only where the exact one is, and has its sign. */
export const isRelative = (a: NumberBounds): boolean => a.abs === 0 && a.rel < MOST_REL;

const MOST_REL = 1e-3;

/** Whether arithmetic in floating point can be trusted with these bounds; otherwise the value is carried as an exact ratio. */
export function isUsable(a: NumberBounds): boolean {
  return sizeOf(a) < HUGE && a.rel < MOST_REL && a.abs < Infinity && (a.abs > 0 || a.least > TINY);
}

/** Zero times anything is zero, though it be without bound. */
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : a * b);

/** Settles the bounds of a result: an exact integer where all that went in was, else with one more rounding error. */
function settle(result: NumberBounds): NumberBounds {
  const { places, low, high, den, least } = result;
  if (result.whole && sizeOf(result) <= SAFE) return wholeBounds(low, high, places);
  return {
    places,
    whole: false,
    low: low - Math.abs(low) * 1e-9,
    high: high + Math.abs(high) * 1e-9,
    abs: result.abs * (1 + UNIT) * WIDER,
    rel: (result.rel + UNIT + result.rel * UNIT) * WIDER,
    den: den * WIDER,
    least,
  };
}

/** Multiplies by ten to the power of `by`, so that the same value has more places. */
export function rescaleBounds(a: NumberBounds, by: number): NumberBounds {
  const factor = 10 ** by;
  return settle({ ...a, places: a.places + by, low: a.low * factor, high: a.high * factor, abs: a.abs * factor });
}

/** Both at the same places. */
export function addBounds(a: NumberBounds, b: NumberBounds): NumberBounds {
  const sameSign = (a.low >= 0 && b.low >= 0) || (a.high <= 0 && b.high <= 0);
  // What is in proportion to one of them is in proportion to the sum but for the size of the other.
  const other = Math.min(sizeOf(a), sizeOf(b));
  const rel = Math.max(a.rel, b.rel);
  return settle({
    places: a.places,
    whole: a.whole && b.whole,
    low: a.low + b.low,
    high: a.high + b.high,
    abs: a.abs + b.abs + (sameSign ? 0 : times(2 * rel, other)),
    rel,
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
  const corners = [times(a.low, b.low), times(a.low, b.high), times(a.high, b.low), times(a.high, b.high)];
  return settle({
    places: a.places + b.places,
    whole: a.whole && b.whole,
    low: Math.min(...corners),
    high: Math.max(...corners),
    abs: (times(sizeOf(a), b.abs) + times(sizeOf(b), a.abs)) * (1 + a.rel + b.rel) + times(a.abs, b.abs),
    rel: a.rel + b.rel + a.rel * b.rel,
    den: a.den * b.den,
    least: a.least * b.least,
  });
}

/** a ÷ b at `a.places − b.places` places, which is not below 0; b is not zero when it is reached. */
export function divideBounds(a: NumberBounds, b: NumberBounds): NumberBounds {
  const smallest = b.low > 0 ? b.low : b.high < 0 ? -b.high : Math.max(b.least, b.den < Infinity ? 1 / b.den : 0);
  // Below it the divisor never lies, so that what it is off by is in proportion to it.
  const under = smallest > 0 ? b.abs / smallest + b.rel : Infinity;
  const sure = under < MOST_REL;
  const nearest = smallest * (1 - under);
  const size = sure ? sizeOf(a) / nearest : Infinity;
  return settle({
    places: a.places - b.places,
    whole: false,
    low: a.low >= 0 && b.low >= 0 ? a.low / sizeOf(b) : -size,
    high: size,
    abs: sure ? (a.abs / nearest) * WIDER : Infinity,
    rel: sure ? ((a.rel + under) / (1 - under)) * WIDER : Infinity,
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
  abs: Math.max(a.abs, b.abs),
  rel: Math.max(a.rel, b.rel),
  den: Math.max(a.den, b.den),
  least: Math.min(a.least, b.least),
});

/** The lesser or greater of two; a wrong choice between near values is off by no more than the worse of them. */
export function extremeBounds(a: NumberBounds, b: NumberBounds, which: 'min' | 'max'): NumberBounds {
  const either = eitherBounds(a, b);
  const pick = which === 'min' ? Math.min : Math.max;
  const wider = either.whole ? 1 : WIDER / (1 - either.rel);
  return { ...either, low: pick(a.low, b.low), high: pick(a.high, b.high), abs: either.abs * wider, rel: either.rel * wider };
}

/** The sum of at most `most` members. */
export function sumBounds(member: NumberBounds, most: number): NumberBounds {
  const [low, high] = [Math.min(0, times(most, member.low)), Math.max(0, times(most, member.high))];
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (member.whole && size <= SAFE) return wholeBounds(low, high, member.places);
  const sameSign = member.low >= 0 || member.high <= 0;
  const den = member.den === 1 ? 1 : Infinity;
  const adding = (member.rel + most * UNIT * 1.01) * WIDER;
  return {
    places: member.places,
    whole: false,
    low,
    high,
    abs: times(most, member.abs) * WIDER * (1 + most * UNIT) + (sameSign ? 0 : times(adding, size)),
    rel: sameSign ? adding : UNIT,
    den,
    least: sameSign || den === 1 ? member.least : 0,
  };
}

/** The sum of `most` members at most, divided by how many they are: it lies among its members. */
export function meanBounds(member: NumberBounds, most: number): NumberBounds {
  const sum = sumBounds(member, most);
  const sameSign = member.low >= 0 || member.high <= 0;
  const [low, high] = [member.low - Math.abs(member.low) * 1e-9, member.high + Math.abs(member.high) * 1e-9];
  const adding = sum.whole ? 0 : (member.rel + most * UNIT * 1.01) * WIDER;
  return {
    places: member.places,
    whole: false,
    low,
    high,
    abs: sum.whole ? 0 : (member.abs * WIDER * (1 + most * UNIT) + (sameSign ? 0 : times(adding, sizeOf(member)))) * WIDER,
    rel: ((sameSign ? adding : 0) + UNIT * 1.01) * WIDER,
    den: sum.whole ? most : Infinity,
    least: sum.least / most,
  };
}
