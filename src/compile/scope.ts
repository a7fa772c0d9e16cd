/**
 * What names mean while a plan is lowered.
 * In: nothing. Out: {@link Scope}, and the locals of loops and functions.
 */
import type { ApplyTree } from '../formula/tree.ts';
import type { Datum } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import type { Ir } from './ir.ts';

export interface Scope {
  /** The value under a key: a fact, parameter, term, rater output or fired list. */
  read(key: string, type: Type): Ir;
  apply(tree: ApplyTree, args: readonly Ir[]): Ir;
  calendar(key: string): Datum | undefined;
}
export type Locals = ReadonlyMap<string, Ir>;
