/**
 * Rounding: seven modes, each against its definition in words and against decimal.js, most of all at their own boundaries.
 */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Exact,
  ONE,
  ZERO,
  absolute,
  add,
  compare,
  denominator,
  divide,
  equals,
  floorInteger,
  fromDecimalText,
  isMultiple,
  isNegative,
  multiply,
  negate,
  numerator,
  ratio,
  subtract,
  toText,
} from './exact.ts';
import { ROUNDING_MODES, type RoundingMode, round, roundRatio } from './rounding.ts';

const DECIMAL_JS: Record<RoundingMode, Decimal.Rounding> = {
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  'half-up': Decimal.ROUND_HALF_UP,
  'half-down': Decimal.ROUND_HALF_DOWN,
  'half-even': Decimal.ROUND_HALF_EVEN,
  ceiling: Decimal.ROUND_CEIL,
  floor: Decimal.ROUND_FLOOR,
};
const HALF = ratio(1n, 2n);

/** The two whole neighbours of a number that is not whole, and the one that each mode means. */
function meant(value: Exact, mode: RoundingMode): Exact {
  const below = ratio(floorInteger(value));
  if (equals(below, value)) return value;
  const above = add(below, ONE);
  const [inner, outer] = isNegative(value) ? [above, below] : [below, above];
  const even = floorInteger(inner) % 2n === 0n ? inner : outer;
  const towards = compare(absolute(subtract(value, inner)), HALF);
  const nearer = towards < 0 ? inner : outer;
  return {
    up: outer,
    down: inner,
    ceiling: above,
    floor: below,
    'half-up': towards === 0 ? outer : nearer,
    'half-down': towards === 0 ? inner : nearer,
    'half-even': towards === 0 ? even : nearer,
  }[mode];
}

const modes = fc.constantFrom(...ROUNDING_MODES);
const tiny = fc.constantFrom(ZERO, ratio(1n, 10n ** 30n), ratio(-1n, 10n ** 30n), ratio(1n, 3n * 10n ** 9n), ratio(-1n, 3n * 10n ** 9n));
/** k, k and a half, and as near to them as can be. */
const boundary = fc.tuple(fc.bigInt({ min: -6n, max: 6n }), fc.constantFrom(ZERO, HALF), tiny).map(([k, half, near]) => add(add(ratio(k), half), near));
const anywhere = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 12n })).map(([n, d]) => ratio(n, d));
const value = fc.oneof(boundary, anywhere);
const step = fc.oneof(
  fc.constantFrom('1', '0.01', '1000', '0.5', '2.5', '0.05').map(fromDecimalText),
  fc.bigInt({ min: 1n, max: 1000n }).map((d) => ratio(7n, d)),
);

const TABLE: Readonly<Record<string, Record<RoundingMode, string>>> = {
  '2.5': { up: '3', down: '2', 'half-up': '3', 'half-down': '2', 'half-even': '2', ceiling: '3', floor: '2' },
  '3.5': { up: '4', down: '3', 'half-up': '4', 'half-down': '3', 'half-even': '4', ceiling: '4', floor: '3' },
  '-2.5': { up: '-3', down: '-2', 'half-up': '-3', 'half-down': '-2', 'half-even': '-2', ceiling: '-2', floor: '-3' },
  '-3.5': { up: '-4', down: '-3', 'half-up': '-4', 'half-down': '-3', 'half-even': '-4', ceiling: '-3', floor: '-4' },
  '0.5': { up: '1', down: '0', 'half-up': '1', 'half-down': '0', 'half-even': '0', ceiling: '1', floor: '0' },
  '-0.5': { up: '-1', down: '0', 'half-up': '-1', 'half-down': '0', 'half-even': '0', ceiling: '0', floor: '-1' },
  '2.499999999999': { up: '3', down: '2', 'half-up': '2', 'half-down': '2', 'half-even': '2', ceiling: '3', floor: '2' },
  '2.500000000001': { up: '3', down: '2', 'half-up': '3', 'half-down': '3', 'half-even': '3', ceiling: '3', floor: '2' },
  '-0.000000000001': { up: '-1', down: '0', 'half-up': '0', 'half-down': '0', 'half-even': '0', ceiling: '0', floor: '-1' },
  '-7': { up: '-7', down: '-7', 'half-up': '-7', 'half-down': '-7', 'half-even': '-7', ceiling: '-7', floor: '-7' },
  '0': { up: '0', down: '0', 'half-up': '0', 'half-down': '0', 'half-even': '0', ceiling: '0', floor: '0' },
};

describe('rounding', () => {
  test.each(Object.entries(TABLE).flatMap(([text, row]) => Object.entries(row).map(([mode, rounded]) => ({ text, mode: mode as RoundingMode, rounded }))))(
    '$text $mode is $rounded',
    ({ text, mode, rounded }) => {
      expect(toText(round(fromDecimalText(text), ONE, mode))).toBe(rounded);
    },
  );

  test('takes the neighbour that each mode means, at every boundary and elsewhere', () => {
    fc.assert(
      fc.property(value, modes, (number, mode) => {
        expect(toText(round(number, ONE, mode))).toBe(toText(meant(number, mode)));
      }),
      { numRuns: 3_000 },
    );
  });

  test('rounds with safe integers as it rounds with BigInts, on both sides of 2^53', () => {
    const edge = fc.tuple(fc.constantFrom(1n, 26n, 31n, 51n, 52n, 53n, 54n), fc.bigInt({ min: -3n, max: 3n })).map(([power, by]) => 2n ** power + by);
    const below = fc.oneof(
      fc.bigInt({ min: 2n, max: 12n }),
      edge.filter((d) => d > 1n),
    );
    fc.assert(
      fc.property(edge, below, fc.boolean(), modes, (n, d, minus, mode) => {
        const number = ratio(minus ? -n : n, d);
        if (denominator(number) === 1n) return;
        expect(numerator(round(number, ONE, mode))).toBe(roundRatio(numerator(number), denominator(number), mode));
      }),
      { numRuns: 3_000 },
    );
  });

  test('to a step is rounding the number of steps', () => {
    fc.assert(
      fc.property(value, step, modes, (number, to, mode) => {
        const rounded = round(multiply(number, to), to, mode);
        expect(equals(rounded, multiply(meant(number, mode), to))).toBe(true);
        expect(isMultiple(rounded, to)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('to decimals is what decimal.js does', () => {
    const Wide = Decimal.clone({ precision: 100 });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(6), fc.nat(6), modes, (digits, places, kept, mode) => {
        const number = ratio(digits, 10n ** BigInt(places));
        const text = new Wide(digits.toString()).div(`1e${places}`).toDecimalPlaces(kept, DECIMAL_JS[mode]);
        expect(toText(round(number, ratio(1n, 10n ** BigInt(kept)), mode))).toBe(text.isZero() ? '0' : text.toFixed());
      }),
      { numRuns: 2_000 },
    );
  });

  test('moves by less than a step, at most half a step in the half modes, and not at all when done twice', () => {
    fc.assert(
      fc.property(value, step, modes, (number, to, mode) => {
        const rounded = round(number, to, mode);
        const moved = absolute(subtract(rounded, number));
        expect(compare(moved, to) < 0).toBe(true);
        if (mode.startsWith('half')) expect(compare(moved, divide(to, ratio(2n))) <= 0).toBe(true);
        expect(equals(round(rounded, to, mode), rounded)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('of the opposite is the opposite, ceiling and floor changing places', () => {
    const opposite: Partial<Record<RoundingMode, RoundingMode>> = { ceiling: 'floor', floor: 'ceiling' };
    fc.assert(
      fc.property(value, step, modes, (number, to, mode) => {
        expect(equals(round(negate(number), to, mode), negate(round(number, to, opposite[mode] ?? mode)))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('never turns the order of two numbers', () => {
    fc.assert(
      fc.property(value, value, step, modes, (a, b, to, mode) => {
        expect(compare(round(a, to, mode), round(b, to, mode)) * compare(a, b)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2_000 },
    );
  });

  test.each(['0', '-1'])('refuses the step %s', (to) => {
    expect(() => round(ONE, fromDecimalText(to), 'half-up')).toThrow(new RangeError('The step of a rounding must be above zero.'));
  });
});
