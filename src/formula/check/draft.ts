/**
 * What the checker has made of a part of a formula so far.
 * In: nothing. Out: {@link Draft}, {@link Names} and {@link Checker}, which every file of this folder and every function shares.
 */
import type { Span } from '../../values/finding.ts';
import type { Type } from '../../values/type.ts';
import type { Expression } from '../expression.ts';
import type { Scope } from '../scope.ts';
import type { Tree } from '../tree.ts';

/** A typed tree; `loose` while it is made of literals alone, so that its unit or enumeration may still be taken from what stands beside it. */
export interface Draft {
  readonly tree: Tree;
  readonly loose: boolean;
}

/** The names that a place of the formula sees beside the declared ids. */
export interface Names {
  readonly locals: ReadonlyMap<string, Type>;
  /** The type of `item`, inside a filter. */
  readonly item: Type | undefined;
  /** How many iterations stand around the place. */
  readonly nesting: number;
}

/** What a part of the checker needs from the whole. */
export interface Checker {
  readonly scope: Scope;
  /** The typed tree of an expression; undefined when a finding has been reported for it. */
  check(expression: Expression, names: Names): Draft | undefined;
  /** Reports a finding. */
  refuse(code: string, message: string, span: Span, mend?: string): undefined;
  /** Whether an id begins with this segment. */
  beginsId(segment: string): boolean;
  noteRead(id: string): void;
  noteApply(id: string): void;
  noteNumber(tree: Tree, text: string): void;
  /** Marks a number literal as one that explains itself. */
  excuse(tree: Tree): void;
}

export const settled = (tree: Tree): Draft => ({ tree, loose: false });
