/**
 * `longest run(truths)`: the greatest number of true members in a row; 0 of nothing.
 * In: a list of truths in the order of time, such as `for d in attendance.days return d.status = "absent"`.
 * Out: a number in the unit in which that list counts.
 */
import { whole } from '../../values/exact.ts';
import { BOOLEAN, listType, numberType } from '../../values/type.ts';
import { argument, listArgument } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

export const longestRun: BuiltIn = {
  name: 'longest run',
  signature: 'longest run(for d in days return d.status = "absent")',
  arity: [1, 1],
  takes: 'members',
  check(args, call) {
    const list = listArgument(args, call);
    const tree = list && argument(args, 0, listType(BOOLEAN), call);
    return list && tree && { args: [tree], type: numberType(list.each), loose: false };
  },
  evaluate(members) {
    let longest = 0;
    let run = 0;
    for (const member of members) {
      run = member === true ? run + 1 : 0;
      if (run > longest) longest = run;
    }
    return whole(longest);
  },
};
