/**
 * Two numbers go a short way past `operate.ts`: it leads to the same answer, for every operator and every pair.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exact, ratio } from '../values/exact.ts';
import type { Result } from '../values/result.ts';
import { BOOLEAN, numberType } from '../values/type.ts';
import { RATIO } from '../values/unit.ts';
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
const answer = (tree: Tree, a: Exact, b: Exact): Result =>
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
