/**
 * What a built-in function is: a name, a check of its arguments, and its answer.
 * In: nothing. Out: the {@link BuiltIn} shape. A function receives what it needs as arguments and never sees the list of functions.
 */
import type { Exact } from '../../values/exact.ts';
import type { Span } from '../../values/finding.ts';
import type { Result } from '../../values/result.ts';
import type { Type } from '../../values/type.ts';
import type { Checker, Draft } from '../check/draft.ts';
import type { Tree } from '../tree.ts';

/** A call that is being checked. */
export interface CallSite {
  readonly name: string;
  readonly span: Span;
  readonly checker: Checker;
}

export interface TypedCall {
  readonly args: readonly Tree[];
  readonly type: Type;
  /** Whether the result still takes its unit from what stands beside it. */
  readonly loose: boolean;
}

/** A call that is being answered. */
export interface CallAnswer {
  readonly type: Type;
  readonly span: Span;
}

export interface BuiltIn {
  readonly name: string;
  /** As it is called, for messages: `modulo(a, b)`. */
  readonly signature: string;
  readonly arity: readonly [least: number, most: number];
  /**
   * What `evaluate` is given.
   * `values`: each argument, all of them values. `members`: the members of all arguments, lists opened, all of them values.
   * `anything`: the arguments as they are, none, unknown and fault included.
   */
  readonly takes: 'values' | 'members' | 'anything';
  check(args: readonly Draft[], call: CallSite): TypedCall | undefined;
  evaluate(args: readonly Result[], call: CallAnswer): Result;
  /** For `members`: what `evaluate` gives for two numbers, without a list of them. */
  ofTwoNumbers?(a: Exact, b: Exact): Exact;
}
