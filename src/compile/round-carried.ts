/**
 * Rounding of carried numbers, counted in steps: exact integers, and numbers that may be off by a proved margin.
 * In: a number, the step, a mode. Out: whole steps; undefined where the margin does not tell on which side of a boundary the exact value lies.
 */
import type { RoundingMode } from '../values/rounding.ts';

/**
 * `value` and `step` are integers within the safe range: a quotient that is no integer never rounds to one.
 * Towards zero the multiple stays within that range, and so does what is left; the next multiple below a negative value may not.
 */
export function roundWhole(value: number, step: number, mode: RoundingMode): number {
  const towards = Math.trunc(value / step);
  const left = value - towards * step;
  if (left === 0) return towards;
  const below = left < 0 ? towards - 1 : towards;
  const rest = left < 0 ? left + step : left;
  switch (mode) {
    case 'floor':
      return below;
    case 'ceiling':
      return below + 1;
    case 'down':
      return value < 0 ? below + 1 : below;
    case 'up':
      return value < 0 ? below : below + 1;
    case 'half-up':
      return 2 * rest > step || (2 * rest === step && value > 0) ? below + 1 : below;
    case 'half-down':
      return 2 * rest > step || (2 * rest === step && value < 0) ? below + 1 : below;
    case 'half-even':
      return 2 * rest > step || (2 * rest === step && below % 2 !== 0) ? below + 1 : below;
  }
}

export const isHalf = (mode: RoundingMode): boolean => mode === 'half-up' || mode === 'half-down' || mode === 'half-even';

/** The boundary of the mode that lies nearest to a number of steps. */
export const boundaryNear = (steps: number, half: boolean): number => (half ? Math.floor(steps) + 0.5 : Math.round(steps));

/** A number of steps that surely lies on no boundary. */
export function roundOff(steps: number, mode: RoundingMode): number {
  switch (mode) {
    case 'floor':
      return Math.floor(steps);
    case 'ceiling':
      return Math.ceil(steps) + 0;
    case 'down':
      return Math.trunc(steps) + 0;
    case 'up':
      return steps < 0 ? Math.floor(steps) : Math.ceil(steps);
    default:
      return Math.round(steps) + 0;
  }
}

/** A number of steps that is known to be exactly this boundary. */
export function roundBoundary(boundary: number, mode: RoundingMode): number {
  const below = Math.floor(boundary);
  switch (mode) {
    case 'half-up':
      return boundary < 0 ? below : below + 1;
    case 'half-down':
      return boundary < 0 ? below + 1 : below;
    case 'half-even':
      return below % 2 === 0 ? below : below + 1;
    default:
      return boundary + 0;
  }
}

/** Off by less than half the distance between unequal values: near a boundary means on it. */
export function roundGap(steps: number, half: number, mode: RoundingMode): number {
  const boundary = boundaryNear(steps, isHalf(mode));
  return Math.abs(steps - boundary) < half ? roundBoundary(boundary, mode) : roundOff(steps, mode);
}

/** Off by at most `abs + rel · |steps|`; undefined when a boundary lies within that. */
export function roundBand(steps: number, abs: number, rel: number, mode: RoundingMode): number | undefined {
  const boundary = boundaryNear(steps, isHalf(mode));
  return Math.abs(steps - boundary) > abs + rel * Math.abs(steps) ? roundOff(steps, mode) : undefined;
}
