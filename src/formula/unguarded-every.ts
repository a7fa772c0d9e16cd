/**
 * `every` over a list that may be empty is true of nothing at all: a smell, unless the formula asked whether anything is there.
 * In: a typed tree. Out: the spans of each `every` without such a guard: `count(xs) > 0 and every x in xs satisfies ...`.
 */
import { type Exact, ZERO, compare, isExact } from '../values/exact.ts';
import type { Span } from '../values/finding.ts';
import { formatTree } from './format-tree.ts';
import type { CompareTree, Comparator, Tree } from './tree.ts';
import { childrenOf } from './tree-children.ts';

/** The canonical texts of lists that are known to have a member. */
type Known = ReadonlySet<string>;

export function unguardedEvery(tree: Tree): Span[] {
  const found: Span[] = [];
  walk(tree, new Set(), found);
  return found;
}

function walk(tree: Tree, known: Known, found: Span[]): void {
  if (tree.op === 'every' && !known.has(formatTree(tree.in)) && !(tree.in.op === 'list' && tree.in.items.length > 0)) found.push(tree.span);
  if (tree.op === 'and' || tree.op === 'or') {
    tree.operands.forEach((operand) => {
      const others = tree.operands.filter((other) => other !== operand);
      walk(
        operand,
        union(
          known,
          others.map((other) => filledWhen(other, tree.op === 'and')),
        ),
        found,
      );
    });
  } else if (tree.op === 'if') {
    walk(tree.condition, known, found);
    walk(tree.then, union(known, [filledWhen(tree.condition, true)]), found);
    walk(tree.else, union(known, [filledWhen(tree.condition, false)]), found);
  } else {
    for (const child of childrenOf(tree)) walk(child, known, found);
  }
}

const union = (known: Known, more: readonly Known[]): Known => new Set([known, ...more].flatMap((set) => [...set]));

/** The lists that have a member whenever `tree` has this truth. */
function filledWhen(tree: Tree, truth: boolean): Known {
  switch (tree.op) {
    case 'not':
      return filledWhen(tree.operand, !truth);
    case 'and':
    case 'or':
      return truth === (tree.op === 'and')
        ? union(
            new Set(),
            tree.operands.map((operand) => filledWhen(operand, truth)),
          )
        : new Set();
    case 'some':
      return truth ? new Set([formatTree(tree.in)]) : new Set();
    case 'every':
      return truth ? new Set() : new Set([formatTree(tree.in)]);
    case 'compare':
      return filledByCount(tree, truth);
    default:
      return new Set();
  }
}

function filledByCount(tree: CompareTree, truth: boolean): Known {
  const mirrored = countedList(tree.right);
  const counted = countedList(tree.left) ?? mirrored;
  const bound = mirrored ? tree.left : tree.right;
  if (!counted || bound.op !== 'constant' || !isExact(bound.value)) return new Set();
  const comparator = mirrored ? MIRROR[tree.comparator] : tree.comparator;
  return excludesZero(truth ? comparator : OPPOSITE[comparator], bound.value) ? new Set([formatTree(counted)]) : new Set();
}

const countedList = (tree: Tree): Tree | undefined => (tree.op === 'call' && tree.name === 'count' ? tree.args[0] : undefined);

const MIRROR: Readonly<Record<Comparator, Comparator>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const OPPOSITE: Readonly<Record<Comparator, Comparator>> = { '=': '!=', '!=': '=', '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** Whether `count COMPARATOR bound` cannot hold for a count of zero. */
function excludesZero(comparator: Comparator, bound: Exact): boolean {
  const sign = compare(ZERO, bound);
  switch (comparator) {
    case '=':
      return sign !== 0;
    case '!=':
      return sign === 0;
    case '<':
      return sign >= 0;
    case '<=':
      return sign > 0;
    case '>':
      return sign <= 0;
    case '>=':
      return sign < 0;
  }
}
