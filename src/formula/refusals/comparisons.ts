/**
 * Comparisons that other languages have, or that FEEL reads otherwise than a clerk would.
 * In: comparisons of the grammar. Out: findings with the comparison that was meant.
 */
import { childOf, childrenOf, isExpression, textOf } from '../feel-source.ts';
import { type Refusal, quote, refuse } from './refusal.ts';

const MEANT: ReadonlyMap<string, string> = new Map([
  ['==', '='],
  ['===', '='],
  ['<>', '!='],
  ['=>', '>='],
  ['=<', '<='],
]);

/** `a == b`, `a <> b`, `a => b`: a comparison whose right side is again a comparison sign. */
export const doubledComparator: Refusal = {
  at: ['Comparison'],
  partsToo: true,
  look(node, source) {
    const test = childOf(node, 'SimplePositiveUnaryTest');
    const first = childOf(node, 'CompareOp');
    let second = test && childOf(test, 'CompareOp');
    if (!test || !first || !second) return undefined;
    for (let inner = childOf(test, 'SimplePositiveUnaryTest'); inner; inner = childOf(inner, 'SimplePositiveUnaryTest'))
      second = childOf(inner, 'CompareOp') ?? second;
    const sign = source.text.slice(first.from, second.to).replace(/\s+/g, '');
    const meant = MEANT.get(sign);
    return {
      code: sign.startsWith('==') ? 'formula/double-equals' : sign === '<>' ? 'formula/not-equal' : 'formula/two-comparators',
      message: `"${sign}" is not a comparison of the language.`,
      mend: meant === undefined ? 'Keep one of =, !=, <, <=, >, >=.' : `Write "${meant}".`,
      span: [first.from, second.to],
    };
  },
};

/** `a < b < c`: FEEL compares the truth of `a < b` with c. */
export const chainedComparison: Refusal = {
  at: ['Comparison'],
  look(node, source) {
    const inner = childrenOf(node).find((child) => child.name === 'Comparison');
    return (
      inner &&
      refuse(
        node,
        'formula/chained-comparison',
        `Comparisons are not chained: "${quote(source, node)}".`,
        'Join two comparisons with "and", or put brackets around the first.',
      )
    );
  },
};

export const betweenRefused: Refusal = {
  at: ['Comparison'],
  explainsErrors: true,
  look(node, source) {
    if (!childOf(node, 'between')) return undefined;
    const [value, low, high] = childrenOf(node).filter(isExpression);
    const mend = value && low && high ? `Write ${textOf(source, value)} in [${textOf(source, low)}..${textOf(source, high)}].` : 'Write x in [a..b].';
    return refuse(node, 'formula/between', '"between" is not part of the language.', mend);
  },
};

/** `x = null`: none is told apart from false, zero and unknown by `present` alone. */
export const comparisonWithNull: Refusal = {
  at: ['Comparison'],
  look(node, source) {
    const sign = childOf(node, 'CompareOp');
    const sides = childrenOf(node).filter(isExpression);
    if (!sign || !sides.some((side) => side.name === 'null')) return undefined;
    const other = sides.find((side) => side.name !== 'null');
    const test = `present(${other ? textOf(source, other) : 'x'})`;
    return refuse(
      node,
      'formula/null',
      'The language has no null, and a comparison with it says nothing.',
      `Write ${textOf(source, sign) === '!=' ? test : `not(${test})`}.`,
    );
  },
};
