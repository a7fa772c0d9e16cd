/**
 * Ratios of two safe integers, kept in one place and used again, so that nothing is allocated.
 * In: numerators and denominators. Out: true and the result in `n` and `d`, the denominator positive; false where a safe integer does not hold it.
 */
import { commonOf } from '../../values/common-divisor.ts';
import type { RoundingMode } from '../../values/rounding.ts';
import { roundRatio } from '../../values/rounding.ts';
import { roundWhole } from '../round-carried.ts';

const MOST = Number.MAX_SAFE_INTEGER;
const fits = (value: number): boolean => value <= MOST && value >= -MOST;

export class SmallRatio {
  n = 0;
  d = 1;

  set(n: number, d: number): boolean {
    this.n = n;
    this.d = d;
    return fits(n) && d <= MOST;
  }

  add(an: number, ad: number, bn: number, bd: number): boolean {
    if (ad === bd) {
      if (fits(an + bn)) return this.set(an + bn, ad);
    } else {
      const [left, right] = [an * bd, bn * ad];
      if (fits(left) && fits(right) && fits(left + right) && ad * bd <= MOST) return this.set(left + right, ad * bd);
    }
    const [ga, gb] = [dividing(an, ad), dividing(bn, bd)];
    const [p, q, r, s] = [an / ga, ad / ga, bn / gb, bd / gb];
    const common = dividing(q, s);
    const [left, right] = [p * (s / common), r * (q / common)];
    const under = q * (s / common);
    return fits(left) && fits(right) && fits(left + right) && under <= MOST && this.set(left + right, under);
  }

  multiply(an: number, ad: number, bn: number, bd: number): boolean {
    if (fits(an * bn) && ad * bd <= MOST) return this.set(an * bn, ad * bd);
    const [ga, gb] = [dividing(an, ad), dividing(bn, bd)];
    const [p, q, r, s] = [an / ga, ad / ga, bn / gb, bd / gb];
    const [across, back] = [dividing(p, s), dividing(r, q)];
    const [top, under] = [(p / across) * (r / back), (q / back) * (s / across)];
    return fits(top) && under <= MOST && this.set(top, under);
  }

  /** False also where the divisor is zero. */
  divide(an: number, ad: number, bn: number, bd: number): boolean {
    if (bn === 0) return false;
    return bn < 0 ? this.multiply(an, ad, -bd, -bn) : this.multiply(an, ad, bd, bn);
  }
}

/** The order of two ratios with positive denominators, always exact. */
export function compareRatios(an: number, ad: number, bn: number, bd: number): number {
  const [left, right] = [an * bd, bn * ad];
  if (fits(left) && fits(right)) return left < right ? -1 : left > right ? 1 : 0;
  const [more, less] = [BigInt(an) * BigInt(bd), BigInt(bn) * BigInt(ad)];
  return less < more ? 1 : less > more ? -1 : 0;
}

/** How many steps of `top / under` the ratio is, rounded; exact. Numerator and denominators are positive but for `n`. */
export function roundSteps(n: number, d: number, top: number, under: number, mode: RoundingMode): number {
  const [value, step] = [n * under, d * top];
  if (fits(value) && step <= MOST) return roundWhole(value, step, mode);
  const [big, by] = [BigInt(n) * BigInt(under), BigInt(d) * BigInt(top)];
  return Number(big % by === 0n ? big / by : roundRatio(big, by, mode));
}

/** Of a numerator of either sign and a denominator. */
const dividing = (a: number, b: number): number => commonOf(a < 0 ? -a : a, b);
