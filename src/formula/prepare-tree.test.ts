/**
 * Two numbers and two texts go a short way past `operate.ts`: it leads to the same answer, for every operator and every pair.
 * So do two numbers past the list that `min`, `max` and `sum` are given.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratio } from '../values/exact.ts';
import { NONE, type Result, unknown } from '../values/result.ts';
import { BOOLEAN, numberType } from '../values/type.ts';
import { RATIO } from '../values/unit.ts';
import { findBuiltIn } from './functions/index.ts';
import { operateArithmetic, operateCompare } from './operate.ts';
import { type Link, prepareTree } from './prepare-tree.ts';
import type { ArithmeticTree, CompareTree, Tree } from './tree.ts';

const NUMBER = numberType(RATIO);
const local = (name: string): Tree => ({ op: 'local', name, type: NUMBER, span: [0, 1] });
const sides = { left: local('a'), right: local('b'), span: [0, 3] } as const;
const LINK: Link<undefined> = {
  read: (id) => () => {
    throw new TypeError(id);
  },
  apply: (id) => () => {
    throw new TypeError(id);
  },
};
const answer = (tree: Tree, a: Result, b: Result): Result =>
  prepareTree(tree, LINK)(undefined, { name: 'b', value: b, outer: { name: 'a', value: a, outer: undefined } });

const part = fc.oneof(fc.bigInt({ min: -3n, max: 3n }), fc.bigInt({ min: -(2n ** 60n), max: 2n ** 60n }));
const number = fc.tuple(part, fc.oneof(fc.constant(1n), fc.bigInt({ min: 1n, max: 2n ** 55n }))).map(([n, d]) => ratio(n, d));

describe('the short way of two numbers', () => {
  it.each(['add', 'subtract', 'multiply', 'divide'] as const)('%s', (op) => {
    const tree: ArithmeticTree = { op, ...sides, type: NUMBER };
    fc.assert(fc.property(number, number, (a, b) => void expect(answer(tree, a, b)).toEqual(operateArithmetic(tree, a, b))));
  });
  it.each(['=', '!=', '<', '<=', '>', '>='] as const)('%s', (comparator) => {
    const tree: CompareTree = { op: 'compare', comparator, ...sides, type: BOOLEAN };
    const same = number.map((a) => [a, a] as const);
    fc.assert(fc.property(fc.oneof(fc.tuple(number, number), same), ([a, b]) => void expect(answer(tree, a, b)).toBe(operateCompare(tree, a, b))));
  });
  it('ends at a division by zero', () => {
    const tree: ArithmeticTree = { op: 'divide', ...sides, type: NUMBER };
    expect(answer(tree, ratio(1n), ratio(0n))).toEqual(operateArithmetic(tree, ratio(1n), ratio(0n)));
  });
});

describe('the short way of two texts', () => {
  it.each(['=', '!=', '<', '<=', '>', '>='] as const)('%s', (comparator) => {
    const tree: CompareTree = { op: 'compare', comparator, ...sides, type: BOOLEAN };
    const text = fc.constantFrom('lower', 'higher', '', 'Lower');
    fc.assert(fc.property(text, text, (a, b) => void expect(answer(tree, a, b)).toEqual(operateCompare(tree, a, b))));
  });
});

describe('a function of two numbers', () => {
  it.each(['min', 'max', 'sum'])('%s is that of their list', (name) => {
    const tree: Tree = { op: 'call', name, args: [local('a'), local('b')], type: NUMBER, span: [0, 3] };
    const { evaluate } = findBuiltIn(name)!;
    const same = number.map((a) => [a, a] as const);
    fc.assert(
      fc.property(
        fc.oneof(fc.tuple(number, number), same),
        ([a, b]) => void expect(answer(tree, a, b)).toEqual(evaluate([a, b], { type: NUMBER, span: [0, 3] })),
      ),
    );
  });
  it.each<[string, Result, Result, unknown]>([
    ['opens a list beside a number', [ratio(3n), ratio(5n)], ratio(4n), ratio(5n)],
    ['opens two lists', [ratio(3n)], [ratio(7n)], ratio(7n)],
    ['is unknown where one of them is', ratio(1n), unknown('x'), unknown('x')],
    ['is a fault where one of them is none', NONE, ratio(1n), expect.objectContaining({ code: 'value/none' })],
  ])('%s', (_, a, b, wanted) => {
    expect(answer({ op: 'call', name: 'max', args: [local('a'), local('b')], type: NUMBER, span: [0, 3] }, a, b)).toEqual(wanted);
  });
});
