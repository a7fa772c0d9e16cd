/**
 * Arithmetic on exact ratios by name, for numbers that are not carried in floating point.
 * In: a name and its operands. Out: the exact result, a sign for `compare`, or a fault.
 */
import {
  type Exact,
  absolute,
  add,
  compare,
  divide,
  floorInteger,
  isInteger,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  ratio,
  subtract,
} from '../values/exact.ts';
import { Fault } from '../values/result.ts';
import { type RoundingMode, round } from '../values/rounding.ts';
import type { ExactCall } from './ir.ts';

const BY_ZERO = new Fault('formula/division-by-zero', '');

export function callExact(name: ExactCall, args: readonly Exact[], step?: Exact, mode?: RoundingMode): Exact | number | Fault {
  const [a, b] = args as readonly [Exact, Exact];
  switch (name) {
    case 'add':
      return add(a, b);
    case 'subtract':
      return subtract(a, b);
    case 'multiply':
      return multiply(a, b);
    case 'divide':
      return isZero(b) ? BY_ZERO : divide(a, b);
    case 'negate':
      return negate(a);
    case 'absolute':
      return absolute(a);
    case 'floor':
      return ratio(floorInteger(a));
    case 'ceiling':
      return isInteger(a) ? a : ratio(floorInteger(a) + 1n);
    case 'modulo':
      return isZero(b) ? BY_ZERO : subtract(a, multiply(ratio(floorInteger(divide(a, b))), b));
    case 'round':
      return round(a, step!, mode!);
    case 'least':
      return minimum(a, b);
    case 'greatest':
      return maximum(a, b);
    case 'compare':
      return compare(a, b);
  }
}
