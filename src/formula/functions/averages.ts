/**
 * `mean(xs)` and `median(xs)`: exact, never rounded.
 * In: numbers of one unit. Out: a number of that unit; a fault when there is none.
 */
import { type Exact, add, compare, divide, whole } from '../../values/exact.ts';
import type { Span } from '../../values/finding.ts';
import type { Result } from '../../values/result.ts';
import { oneType } from './arguments.ts';
import type { BuiltIn } from './built-in.ts';
import { ofNothing } from './of-nothing.ts';

const average = (name: string, answer: (members: readonly Exact[], span: Span) => Result): BuiltIn => ({
  name,
  signature: `${name}(xs)`,
  arity: [1, Infinity],
  takes: 'members',
  check: (args, call) => oneType(args, call, 'numbers', (type) => type.kind === 'number'),
  evaluate: (members, { span }) => (members.length === 0 ? ofNothing(name, span) : answer(members as readonly Exact[], span)),
});

export const mean: BuiltIn = average('mean', (members) => divide(members.reduce(add), whole(members.length)));

export const median: BuiltIn = average('median', (members) => {
  const sorted = [...members].sort(compare);
  const upper = sorted[sorted.length >> 1]!;
  return sorted.length % 2 === 1 ? upper : divide(add(sorted[(sorted.length >> 1) - 1]!, upper), whole(2));
});
