/**
 * `count(xs)`: 0 of nothing.
 * In: a list. Out: how many members it has, in the unit in which the list counts (a list of days counts days).
 */
import { whole } from '../../values/exact.ts';
import { numberType } from '../../values/type.ts';
import { listArgument } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

export const count: BuiltIn = {
  name: 'count',
  signature: 'count(xs)',
  arity: [1, 1],
  takes: 'members',
  check(args, call) {
    const list = listArgument(args, call);
    return list && { args: [list.tree], type: numberType(list.each), loose: false };
  },
  evaluate: (members) => whole(members.length),
};
