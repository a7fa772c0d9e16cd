/**
 * `sum(xs)`, `sum(a, b)`: 0 of nothing.
 * In: numbers of one unit. Out: their exact sum, in that unit.
 */
import { type Exact, ZERO, add } from '../../values/exact.ts';
import { oneType } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

export const sum: BuiltIn = {
  name: 'sum',
  signature: 'sum(xs)',
  arity: [1, Infinity],
  takes: 'members',
  check: (args, call) => oneType(args, call, 'numbers', (type) => type.kind === 'number'),
  evaluate: (members) => (members as readonly Exact[]).reduce(add, ZERO),
  ofTwoNumbers: add,
};
