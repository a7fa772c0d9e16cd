/**
 * `modulo(a, b)`: what remains of a after whole steps of b; its sign follows b, as in the standard.
 * In: two numbers of one unit. Out: a number of that unit; a fault when b is zero.
 */
import { type Exact, divide, floorInteger, isExact, isZero, multiply, ratio, subtract } from '../../values/exact.ts';
import { Fault } from '../../values/result.ts';
import { oneType } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

export const modulo: BuiltIn = {
  name: 'modulo',
  signature: 'modulo(a, b)',
  arity: [2, 2],
  takes: 'values',
  check(args, call) {
    const list = args.find((arg) => arg.tree.type.kind === 'list');
    if (list) return call.checker.refuse('formula/type', 'modulo works on two numbers, and this is a list.', list.tree.span);
    const { tree } = args[1]!;
    if (tree.op === 'constant' && isExact(tree.value) && isZero(tree.value)) {
      return call.checker.refuse('formula/division-by-zero', 'The formula divides by zero.', tree.span, 'Divide by something else, or leave the division out.');
    }
    return oneType(args, call, 'numbers', (type) => type.kind === 'number');
  },
  evaluate(args, { span }) {
    const [a, b] = args as readonly [Exact, Exact];
    if (isZero(b)) return new Fault('formula/division-by-zero', 'modulo divides by zero here.', span);
    return subtract(a, multiply(ratio(floorInteger(divide(a, b))), b));
  },
};
