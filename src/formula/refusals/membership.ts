/**
 * `in`, ranges and unary tests: what FEEL allows around them and the language does not.
 * In: memberships, intervals and tests of the grammar. Out: findings with the bracketed or spelt-out form.
 */
import { type SyntaxNode, childOf, childrenOf, textOf } from '../feel-source.ts';
import { type Refusal, quote, refuse } from './refusal.ts';

/** `x in [1..2] and y`: the grammar takes `[1..2] and y` for what x is tested against. */
export const swallowedAfterIn: Refusal = {
  at: ['Comparison'],
  look(node, source) {
    const tested = childOf(node, 'PositiveUnaryTest')?.firstChild;
    if (!tested || !SWALLOWING.has(tested.name)) return undefined;
    let list = tested;
    while (SWALLOWING.has(list.name) && list.firstChild) list = list.firstChild;
    const value = source.text.slice(node.from, childOf(node, 'in')!.from).trim();
    return refuse(
      node,
      'formula/in-without-brackets',
      `"in" takes in all of "${quote(source, tested)}".`,
      `Write brackets: (${value} in ${textOf(source, list)})${source.text.slice(list.to, node.to)}.`,
    );
  },
};
const SWALLOWING = new Set(['Conjunction', 'Disjunction', 'Comparison']);

/** `> 5` alone, `x in > 5`: a test without a left side. */
export const unaryTest: Refusal = {
  at: ['SimplePositiveUnaryTest'],
  look(node, source) {
    if (!childOf(node, 'CompareOp') || isDoubled(node)) return undefined;
    const arithmetic = node.parent?.name === 'ArithmeticExpression';
    if (arithmetic) {
      const sign = `${textOf(source, childOf(node.parent!, 'ArithOp')!)}${textOf(source, childOf(node, 'CompareOp')!)}`;
      return refuse(node.parent!, 'formula/unknown-operator', `"${sign}" is not an operator of the language.`, 'Write one of + - * / or a comparison.');
    }
    const value = testedValue(node);
    return refuse(
      node,
      'formula/unary-test',
      `"${quote(source, node)}" is a test without a left side, which only a table cell may hold.`,
      `Write what is tested before it: ${value ? textOf(source, value) : 'x'} ${quote(source, node)}.`,
    );
  },
};

/** Whether the test is the right side of `a == b`, which is refused as a whole. */
const isDoubled = (node: SyntaxNode): boolean =>
  node.parent !== null &&
  ((node.parent.name === 'Comparison' && childOf(node.parent, 'CompareOp') !== undefined) || node.parent.name === 'SimplePositiveUnaryTest');

/** The left side of the `in` that a test belongs to. */
function testedValue(node: SyntaxNode): SyntaxNode | undefined {
  for (let above = node.parent; above; above = above.parent) {
    if (above.name === 'Comparison') return childOf(above, 'in') ? (above.firstChild ?? undefined) : undefined;
    if (!['PositiveUnaryTest', 'PositiveUnaryTests', 'ParenthesizedExpression'].includes(above.name)) return undefined;
  }
  return undefined;
}

/** `]1..2[` for a range without its ends. */
export const outwardBrackets: Refusal = {
  at: ['Interval'],
  look(node, source) {
    const text = textOf(source, node);
    if (!text.startsWith(']') && !text.endsWith('[')) return undefined;
    const inward = text.replace(/^\]/, '(').replace(/\[$/, ')');
    return refuse(node, 'formula/outward-brackets', `"${quote(source, node)}" has a bracket that faces outwards.`, `Write ${inward}.`);
  },
};

/** A range that does not follow `in` directly. */
export const rangeElsewhere: Refusal = {
  at: ['Interval'],
  look(node, source) {
    const holder = node.parent?.parent;
    if (holder?.name === 'PositiveUnaryTest' && holder.parent?.name === 'Comparison') return undefined;
    const mend =
      holder?.parent?.name === 'PositiveUnaryTests'
        ? 'Write one membership for each range, joined with "or": (x in [1..2]) or (x in [4..5]).'
        : `Write x in ${quote(source, node)}.`;
    return refuse(node, 'formula/range-elsewhere', `The range "${quote(source, node)}" does not stand directly after "in".`, mend);
  },
};

/** `for x in 1..3`: lists come from facts and tables, not from counting. */
export const countedIteration: Refusal = {
  at: ['IterationContext'],
  look(node, source) {
    const counted = childOf(node, '..') ?? childrenOf(node).find((child) => child.name === 'SimplePositiveUnaryTest' && childOf(child, 'Interval'));
    return (
      counted &&
      refuse(
        node,
        'formula/counted-iteration',
        `"${quote(source, node)}" counts through a range, and the language goes through lists only.`,
        'Name a list, or write the members: [1, 2, 3].',
      )
    );
  },
};

/** `for x in xs, y in ys`. */
export const severalVariables: Refusal = {
  at: ['InExpressions'],
  look(node, source) {
    return childrenOf(node).filter((child) => child.name === 'InExpression').length > 1
      ? refuse(node, 'formula/several-variables', `"${quote(source, node)}" binds more than one variable.`, 'Nest two expressions of one variable each.')
      : undefined;
  },
};
