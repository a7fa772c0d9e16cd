/**
 * `min(a, b, ...)` and `max(xs)`: of numbers, dates, or members of an ordered enumeration; lists are opened.
 * In: values of one type. Out: the least or greatest of them; a fault when there is none.
 */
import { maximum, minimum } from '../../values/exact.ts';
import { type Datum, Fault } from '../../values/result.ts';
import { orderIn, orderOf } from '../order-values.ts';
import { oneType } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';
import { ofNothing } from './of-nothing.ts';

const extreme = (name: 'min' | 'max', sign: 1 | -1): BuiltIn => ({
  name,
  signature: `${name}(a, b)`,
  arity: [1, Infinity],
  takes: 'members',
  check: (args, call) =>
    oneType(
      args,
      call,
      'numbers, dates or members of an ordered enumeration',
      (type) => type.kind === 'number' || type.kind === 'date' || (type.kind === 'enum' && type.order !== undefined),
    ),
  evaluate(members, { type, span }) {
    if (members.length === 0) return ofNothing(name, span);
    let found = members[0] as Datum;
    for (let at = 1; at < members.length; at++) {
      const member = members[at] as Datum;
      const order = orderOf(member, found, orderIn(type));
      if (order === undefined) return new Fault('formula/kind', `${name} met values that have no order between them.`, span);
      if (order * sign > 0) found = member;
    }
    return found;
  },
  ofTwoNumbers: sign > 0 ? maximum : minimum,
});

export const min: BuiltIn = extreme('min', -1);
export const max: BuiltIn = extreme('max', 1);
