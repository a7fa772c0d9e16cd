/**
 * `distinct values(xs)`: each value once, in the order in which it first appears.
 * In: a list of numbers, texts, dates, truths or members of an enumeration. Out: a list of the same type.
 */
import { CalendarDate } from '../../values/calendar-date.ts';
import { isExact, toText } from '../../values/exact.ts';
import type { Result } from '../../values/result.ts';
import { describe } from '../check/clash.ts';
import { listArgument } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';

export const distinctValues: BuiltIn = {
  name: 'distinct values',
  signature: 'distinct values(xs)',
  arity: [1, 1],
  takes: 'members',
  check(args, call) {
    const list = listArgument(args, call);
    if (!list) return undefined;
    if (list.of.kind === 'record' || list.of.kind === 'list' || list.of.kind === 'calendar') {
      return call.checker.refuse(
        'formula/type',
        `distinct values compares plain values, and this is ${describe(list.tree.type)}.`,
        list.tree.span,
        'Take one field of each member first, such as xs.kind.',
      );
    }
    return { args: [list.tree], type: list.tree.type, loose: args[0]!.loose };
  },
  evaluate(members) {
    const seen = new Map<Result | string, Result>();
    for (const member of members) {
      const key = keyOf(member);
      if (!seen.has(key)) seen.set(key, member);
    }
    return Object.freeze([...seen.values()]);
  },
};

function keyOf(member: Result): Result | string {
  if (isExact(member)) return `number ${toText(member)}`;
  if (member instanceof CalendarDate) return `date ${member.epochDay}`;
  return typeof member === 'string' ? `text ${member}` : member;
}
