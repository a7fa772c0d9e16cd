/**
 * Evaluates a tree for any environment.
 * In: a typed tree, an environment that reads ids and applies tables and term functions, and locals. Out: a {@link Result}.
 * The function of a tree is made once and kept beside it.
 */
import type { Result } from '../values/result.ts';
import { type Frame, type Link, type Prepared, prepareTree } from './prepare-tree.ts';
import type { Environment } from './scope.ts';
import type { Tree } from './tree.ts';

/** How a tree reaches any environment: by the ids as they stand. */
export const BY_ID: Link<Environment> = {
  read: (id) => (environment) => environment.read(id),
  apply: (id) => (environment, args) => environment.apply(id, args),
};

const PREPARED = new WeakMap<Tree, Prepared<Environment>>();

/**
 * Evaluates a tree. Never throws for a tree that the checker made, unless the environment does; what cannot be answered is a {@link Fault} with its span.
 * @example evaluate(tree, { read: (id) => facts.get(id) ?? unknown(id), apply: (id, args) => lookUp(id, args) })
 */
export function evaluate(tree: Tree, environment: Environment, locals?: ReadonlyMap<string, Result>): Result {
  let prepared = PREPARED.get(tree);
  if (!prepared) {
    prepared = prepareTree(tree, BY_ID);
    PREPARED.set(tree, prepared);
  }
  return prepared(environment, framed(locals));
}

/** Locals as a chain; the last one is the innermost. */
export function framed(locals: ReadonlyMap<string, Result> | undefined): Frame | undefined {
  let frame: Frame | undefined;
  if (locals) for (const [name, value] of locals) frame = { name, value, outer: frame };
  return frame;
}
