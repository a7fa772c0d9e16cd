/** The laws of three-valued logic, over every truth there is. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault, unknown } from '../values/result.ts';
import { type Truth, conjunction, disjunction, negation } from './three-valued.ts';

const fault = new Fault('test/fault', 'A fault.');
const truth: fc.Arbitrary<Truth> = fc.oneof(
  fc.boolean(),
  fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((facts) => unknown(...facts)),
  fc.constant(fault),
);
const law = (holds: (a: Truth, b: Truth, c: Truth) => void): void => fc.assert(fc.property(truth, truth, truth, holds));

describe('and, or and not', () => {
  test('are commutative', () =>
    law((a, b) => {
      expect(conjunction(a, b)).toEqual(conjunction(b, a));
      expect(disjunction(a, b)).toEqual(disjunction(b, a));
    }));
  test('are associative', () =>
    law((a, b, c) => {
      expect(conjunction(a, conjunction(b, c))).toEqual(conjunction(conjunction(a, b), c));
      expect(disjunction(a, disjunction(b, c))).toEqual(disjunction(disjunction(a, b), c));
    }));
  test("keep De Morgan's laws", () =>
    law((a, b) => {
      expect(negation(conjunction(a, b))).toEqual(disjunction(negation(a), negation(b)));
      expect(negation(disjunction(a, b))).toEqual(conjunction(negation(a), negation(b)));
    }));
  test('are idempotent, and a double denial is none', () =>
    law((a) => {
      expect(conjunction(a, a)).toEqual(a);
      expect(disjunction(a, a)).toEqual(a);
      expect(negation(negation(a))).toEqual(a);
    }));
  test('have true and false as neutral and deciding elements', () =>
    law((a) => {
      expect(conjunction(a, true)).toEqual(a);
      expect(disjunction(a, false)).toEqual(a);
      expect(conjunction(a, false)).toBe(false);
      expect(disjunction(a, true)).toBe(true);
    }));
});

test('a fault beats unknown, and unknown facts are gathered', () => {
  expect(conjunction(unknown('a'), fault)).toBe(fault);
  expect(disjunction(unknown('a'), fault)).toBe(fault);
  expect(conjunction(unknown('b'), unknown('a', 'b'))).toEqual(unknown('a', 'b'));
});

test('of two faults the first is kept', () => {
  const other = new Fault('test/other', 'Another fault.');
  expect(conjunction(fault, other)).toBe(fault);
  expect(disjunction(other, fault)).toBe(other);
});
