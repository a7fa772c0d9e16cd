/**
 * Faults for operands that are no value of the kind that their place needs.
 * In: the tree of the operand. Out: a fault with the span of the operand, naming it when it has a name.
 */
import { Fault } from '../values/result.ts';
import { formatTree } from './format-tree.ts';
import type { Tree } from './tree.ts';

/** None where a value is needed. */
export function noneFault(tree: Tree): Fault {
  const text = formatTree(tree);
  const message = NAMED.has(tree.op)
    ? `${text} is declared not applicable here; test it with present(${text}) first.`
    : `"${text}" has no value here, because what it chooses is declared not applicable.`;
  return new Fault('value/none', message, tree.span);
}

/** None among the members that a function or `in` reads. */
export function noneMemberFault(tree: Tree): Fault {
  const text = formatTree(tree);
  return new Fault(
    'value/none',
    `A member of ${text} is declared not applicable here; leave such members out with ${NAMED.has(tree.op) ? text : `(${text})`}[present(item)].`,
    tree.span,
  );
}

/** A value of another kind than was declared: the caller of the formula gave it. */
export const kindFault = (tree: Tree, wanted: string): Fault =>
  new Fault('formula/kind', `"${formatTree(tree)}" should give ${wanted}, and does not.`, tree.span);

const NAMED: ReadonlySet<Tree['op']> = new Set(['read', 'local', 'field', 'project', 'index', 'filter', 'apply', 'call']);
