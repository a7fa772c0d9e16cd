/**
 * `last(xs)`: the last member, as it is.
 * In: a list. Out: its last member; a fault when it is empty.
 */
import type { ListValue } from '../../values/result.ts';
import { listArgument } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';
import { ofNothing } from './of-nothing.ts';

export const last: BuiltIn = {
  name: 'last',
  signature: 'last(xs)',
  arity: [1, 1],
  takes: 'values',
  check(args, call) {
    const list = listArgument(args, call);
    return list && { args: [list.tree], type: list.of, loose: args[0]!.loose };
  },
  evaluate: ([list], { span }) => (list as ListValue).at(-1) ?? ofNothing('last', span),
};
