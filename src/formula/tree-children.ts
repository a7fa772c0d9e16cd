/**
 * The parts of a tree, in the order of the text.
 * In: a tree. Out: its direct parts, for whoever walks trees without caring what they mean.
 */
import type { Tree } from './tree.ts';

export function childrenOf(tree: Tree): readonly Tree[] {
  switch (tree.op) {
    case 'constant':
    case 'read':
    case 'local':
      return [];
    case 'field':
    case 'project':
    case 'index':
      return [tree.of];
    case 'filter':
      return [tree.of, tree.where];
    case 'for':
      return [tree.in, tree.return];
    case 'some':
    case 'every':
      return [tree.in, tree.satisfies];
    case 'if':
      return [tree.condition, tree.then, tree.else];
    case 'and':
    case 'or':
      return tree.operands;
    case 'not':
    case 'negate':
      return [tree.operand];
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'compare':
      return [tree.left, tree.right];
    case 'range':
      return [tree.value, tree.low, tree.high].filter((part) => part !== undefined);
    case 'member':
      return [tree.value, tree.list];
    case 'list':
      return tree.items;
    case 'call':
    case 'apply':
      return tree.args;
  }
}
