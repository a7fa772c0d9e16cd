/**
 * `floor(x)`, `ceiling(x)`, `abs(x)`: functions of one number that keep its unit.
 * In: a number. Out: the whole number below or above it, or its size. `ceiling(minutes / 30)` counts begun half hours.
 */
import { type Exact, denominator, floorInteger, isNegative, negate, ratio } from '../../values/exact.ts';
import { oneType } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

const single = (name: string, answer: (value: Exact) => Exact): BuiltIn => ({
  name,
  signature: `${name}(x)`,
  arity: [1, 1],
  takes: 'values',
  check(args, call) {
    if (args[0]!.tree.type.kind === 'list') {
      return call.checker.refuse(
        'formula/type',
        `${name} works on one number, and this is a list.`,
        args[0]!.tree.span,
        `Go through the list: for x in xs return ${name}(x).`,
      );
    }
    return oneType(args, call, 'a number', (type) => type.kind === 'number');
  },
  evaluate: ([value]) => answer(value as Exact),
});

export const floor: BuiltIn = single('floor', (value) => ratio(floorInteger(value)));
export const ceiling: BuiltIn = single('ceiling', (value) => (denominator(value) === 1n ? value : ratio(floorInteger(value) + 1n)));
export const abs: BuiltIn = single('abs', (value) => (isNegative(value) ? negate(value) : value));
