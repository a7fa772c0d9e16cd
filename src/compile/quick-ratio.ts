/**
 * Exact ratios of safe integers: they settle what floating point leaves open, before BigInt has to.
 * In: carried numbers and denominators that they surely have. Out: ratios in lowest terms; undefined where an integer would outgrow 2^53.
 * Used only where values meet or nearly meet, so clearness goes before speed.
 */
import { commonOf } from '../values/common-divisor.ts';
import { type Exact, lowest } from '../values/exact-number.ts';
import type { RoundingMode } from '../values/rounding.ts';
import { roundWhole } from './round-carried.ts';

/** `d` is above zero, and the two have no common divisor. */
export interface QuickRatio {
  readonly n: number;
  readonly d: number;
}
type Maybe = QuickRatio | undefined;

/** Both are safe integers, or undefined comes out; `d` is not zero. */
export function quickRatio(n: number, d: number): Maybe {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d === 0) return undefined;
  const common = commonOf(Math.abs(n), Math.abs(d)) * Math.sign(d);
  return { n: n / common + 0, d: d / common };
}

/**
 * The exact value behind a carried number: `value` is off by at most `error`, and its exact `den`-fold is an integer.
 * @param scale what the carried number is multiplied by: a power of ten.
 */
export function knownRatio(value: number, den: number, error: number, scale: number): Maybe {
  const top = Math.round(value * den);
  const open = error * den + Math.abs(value * den) * 2 ** -52;
  if (!(open < 0.25) || !Number.isSafeInteger(top) || !Number.isSafeInteger(den)) return undefined;
  const under = quickRatio(top, den);
  return under && timesRatio(under, quickRatio(1, scale));
}

export function timesRatio(a: Maybe, b: Maybe): Maybe {
  if (!a || !b) return undefined;
  const [left, right] = [commonOf(Math.abs(a.n), b.d), commonOf(Math.abs(b.n), a.d)];
  const n = (a.n / left) * (b.n / right);
  const d = (a.d / right) * (b.d / left);
  return Number.isSafeInteger(n) && Number.isSafeInteger(d) ? { n: n + 0, d } : undefined;
}

export const overRatio = (a: Maybe, b: Maybe): Maybe => (b && b.n !== 0 ? timesRatio(a, quickRatio(b.d, b.n)) : undefined);

export function plusRatio(a: Maybe, b: Maybe): Maybe {
  if (!a || !b) return undefined;
  const common = commonOf(a.d, b.d);
  const [left, right] = [a.n * (b.d / common), b.n * (a.d / common)];
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return undefined;
  return quickRatio(left + right, (a.d / common) * b.d);
}

export const minusRatio = (a: Maybe, b: Maybe): Maybe => plusRatio(a, b && { n: 0 - b.n, d: b.d });
export const sizeOfRatio = (a: Maybe): Maybe => a && { n: Math.abs(a.n), d: a.d };

export function lesserRatio(a: Maybe, b: Maybe): Maybe {
  const order = orderOfRatios(a, b);
  return order === undefined ? undefined : order <= 0 ? a : b;
}

export function greaterRatio(a: Maybe, b: Maybe): Maybe {
  const order = orderOfRatios(a, b);
  return order === undefined ? undefined : order >= 0 ? a : b;
}

/** −1, 0 or 1, as the first is less, the same or more. */
export function orderOfRatios(a: Maybe, b: Maybe): number | undefined {
  const apart = minusRatio(a, b);
  return apart && Math.sign(apart.n);
}

/** In whole steps, which are `step ÷ scale` each. */
export function roundRatio(a: Maybe, step: number, scale: number, mode: RoundingMode): number | undefined {
  const steps = timesRatio(a, quickRatio(scale, step));
  return steps && roundWhole(steps.n, steps.d, mode) + 0;
}

export const exactOfRatio = (a: Maybe): Exact | undefined => a && lowest(a.n, a.d);

/** Between which cuts a ratio lies, which are divided by `scale`: 2i + 1 on cut i, 2i before it. */
export function pieceOfRatio(cuts: Float64Array, scale: number, a: Maybe): number | undefined {
  if (!a) return undefined;
  for (let at = 0; at < cuts.length; at++) {
    const order = orderOfRatios(a, quickRatio(cuts[at]!, scale));
    if (order === undefined) return undefined;
    if (order <= 0) return 2 * at + (order === 0 ? 1 : 0);
  }
  return 2 * cuts.length;
}
