/**
 * `present(x)`: the one test for none.
 * In: anything. Out: true for a value, false for none; unknown stays unknown, a fault stays a fault.
 */
import { isFault, isNone, isUnknown } from '../../values/result.ts';
import { BOOLEAN } from '../../values/type.ts';
import type { BuiltIn } from './built-in.ts';

export const present: BuiltIn = {
  name: 'present',
  signature: 'present(x)',
  arity: [1, 1],
  takes: 'anything',
  check: (args) => ({ args: [args[0]!.tree], type: BOOLEAN, loose: false }),
  evaluate: ([result]) => (isUnknown(result!) || isFault(result!) ? result! : !isNone(result!)),
};
