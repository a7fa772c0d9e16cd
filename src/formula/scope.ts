/**
 * What a formula may name: the checker asks a scope, and never knows rulesets or employees.
 * In: nothing. Out: the {@link Scope} and {@link Environment} interfaces that a caller implements.
 */
import type { Finding } from '../values/finding.ts';
import type { Result } from '../values/result.ts';
import type { Type } from '../values/type.ts';

export interface Parameter {
  readonly name: string;
  readonly type: Type;
}

/** A declared id: a value, or something called by position. `refused` says why it may not be read here. */
export type Declared =
  | { readonly kind: 'value'; readonly id: string; readonly type: Type }
  | { readonly kind: 'callable'; readonly id: string; readonly parameters: readonly Parameter[]; readonly returns: Type }
  | { readonly kind: 'refused'; readonly id: string; readonly finding: Omit<Finding, 'span'> };

/** Names at load time. */
export interface Scope {
  /** What is declared under exactly this dotted id. The checker tries the longest prefix of a path first. */
  lookup(id: string): Declared | undefined;
  /** All ids, for "did you mean". */
  ids(): Iterable<string>;
}

/** Values at run time. */
export interface Environment {
  read(id: string): Result;
  apply(id: string, args: readonly Result[]): Result;
}
