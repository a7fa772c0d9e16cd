/**
 * Lists: literals, membership and ranges, filters and positions, for, some and every.
 * In: list expressions. Out: drafts, or reported findings.
 */
import { denominator, fromDecimalText, isZero, numerator } from '../../values/exact.ts';
import type { Span } from '../../values/finding.ts';
import { BOOLEAN, type ListType, type Type, listType, numberType, sameType } from '../../values/type.ts';
import { COUNT } from '../../values/unit.ts';
import type { AmongExpression, Expression, FilterExpression, InExpression, IterationExpression, ListExpression, RangeExpression } from '../expression.ts';
import type { Tree } from '../tree.ts';
import { canAdapt, excuseBeside, fitOne, refuseClash, retype, unify } from './adapt.ts';
import { clash, describe } from './clash.ts';
import { type Checker, type Draft, type Names, settled } from './draft.ts';
import { bind, deeper } from './names.ts';
import { checkTruth, isComparable } from './operators.ts';

export function checkList(expression: ListExpression, names: Names, checker: Checker): Draft | undefined {
  const { span } = expression;
  const items = checkAll(expression.items, names, checker);
  if (!items) return undefined;
  if (items.length === 0) return { tree: { op: 'list', items: [], type: listType(numberType(), { maxItems: 0 }), span }, loose: true };
  const agreed = unify(items, checker, (found, wanted) => `The members of this list differ: ${describe(wanted)} and ${describe(found)}.`);
  return (
    agreed && { tree: { op: 'list', items: agreed.trees, type: listType(agreed.type, { each: COUNT, maxItems: items.length }), span }, loose: agreed.loose }
  );
}

export function checkRange(expression: RangeExpression, names: Names, checker: Checker): Draft | undefined {
  const { lowIncluded, highIncluded, span } = expression;
  const ends = checkAll([expression.value, expression.low, expression.high], names, checker);
  if (!ends) return undefined;
  const tested = ends[0]!.tree.type;
  const agreed = unify(
    ends,
    checker,
    (found, wanted) => `"in" tests ${describe(tested)} against a range of another kind: ${describe(found === tested ? wanted : found)}.`,
  );
  if (!agreed || !isComparable(agreed.type, '<', span, checker)) return undefined;
  excuseBeside(agreed.trees, ends, checker);
  const [value, low, high] = agreed.trees as readonly [Tree, Tree, Tree];
  return settled({ op: 'range', value, low, high, lowIncluded, highIncluded, type: BOOLEAN, span });
}

export function checkAmong(expression: AmongExpression, names: Names, checker: Checker): Draft | undefined {
  const drafts = checkAll([expression.value, ...expression.items], names, checker);
  return drafts && among(drafts, expression.itemsSpan, expression.span, checker);
}

function among(drafts: readonly Draft[], itemsSpan: Span, span: Span, checker: Checker): Draft | undefined {
  const tested = drafts[0]!.tree.type;
  const agreed = unify(drafts, checker, (found, wanted) => `"in" looks for ${describe(tested)} in a list with ${describe(found === tested ? wanted : found)}.`);
  if (!agreed || !isComparable(agreed.type, '=', span, checker)) return undefined;
  excuseBeside(agreed.trees, drafts, checker);
  const items = agreed.trees.slice(1);
  const list: Tree = { op: 'list', items, type: listType(agreed.type, { maxItems: items.length }), span: itemsSpan };
  return settled({ op: 'member', value: agreed.trees[0]!, list, type: BOOLEAN, span });
}

export function checkIn(expression: InExpression, names: Names, checker: Checker): Draft | undefined {
  const { span } = expression;
  const value = checker.check(expression.value, names);
  const list = checker.check(expression.list, names);
  if (!value || !list) return undefined;
  const { type } = list.tree;
  if (type.kind !== 'list') {
    if (expression.bracketed) return among([value, list], list.tree.span, span, checker);
    return checker.refuse(
      'formula/not-a-list',
      `"in" looks into a list or a range, and this is ${describe(type)}.`,
      list.tree.span,
      'Compare with "=", or write a list: x in (a, b).',
    );
  }
  const wanted = listType(value.tree.type);
  const looked = list.loose && !value.loose && canAdapt(list.tree, wanted) ? retype(list.tree, wanted, checker) : list.tree;
  if (!looked || looked.type.kind !== 'list') return undefined;
  const of = looked.type.of;
  const text = `"in" looks for ${describe(value.tree.type)} in ${describe(looked.type)}.`;
  const tree = value.loose
    ? fitOne(value, of, checker, () => text)
    : sameType(value.tree.type, of)
      ? value.tree
      : refuseClash(clash(text, of, value.tree.type, looked.span), checker);
  if (!tree || !isComparable(of, '=', span, checker)) return undefined;
  return settled({ op: 'member', value: tree, list: looked, type: BOOLEAN, span });
}

export function checkFilter(expression: FilterExpression, names: Names, checker: Checker): Draft | undefined {
  const { where, span } = expression;
  const of = checker.check(expression.of, names);
  if (!of) return undefined;
  const list = requireList(of.tree, '[...]', checker);
  if (!list) return undefined;
  if (where.kind === 'number') return position(of, list, where.text, where.span, span, checker);
  const inside = deeper({ ...names, item: list.of }, span, checker);
  const tree = inside && checker.check(where, inside)?.tree;
  if (!tree) return undefined;
  if (tree.type.kind === 'number') {
    return checker.refuse(
      'formula/computed-position',
      'A position in a list is written as a number, not computed.',
      tree.span,
      'Write a condition, such as xs[item.rank = n]; or xs[1], xs[-1], last(xs).',
    );
  }
  if (tree.type.kind !== 'boolean')
    return checker.refuse('formula/not-boolean', `A filter needs true or false, and this is ${describe(tree.type)}.`, tree.span, 'Write a comparison.');
  return settled({ op: 'filter', of: of.tree, where: tree, type: listType(list.of, { each: list.each, maxItems: list.maxItems, key: list.key }), span });
}

function position(of: Draft, list: ListType, text: string, at: Span, span: Span, checker: Checker): Draft | undefined {
  const value = fromDecimalText(text);
  if (denominator(value) !== 1n || isZero(value) || text.replace('-', '').length > 9) {
    return checker.refuse('formula/position', `${text} is no position in a list.`, at, 'Positions are 1, 2, 3 ... from the start and -1, -2 ... from the end.');
  }
  return { tree: { op: 'index', of: of.tree, at: Number(numerator(value)), type: list.of, span }, loose: of.loose };
}

export function checkIteration(expression: IterationExpression, names: Names, checker: Checker): Draft | undefined {
  const { kind, local, span } = expression;
  const source = checker.check(expression.in, names)?.tree;
  const list = source && requireList(source, `"${kind}"`, checker);
  if (!source || !list) return undefined;
  const inside = bind(local, list.of, expression.localSpan, names, checker);
  if (!inside) return undefined;
  if (kind === 'for') {
    const body = checker.check(expression.body, inside)?.tree;
    return body && settled({ op: 'for', local, in: source, return: body, type: listType(body.type, { each: list.each, maxItems: list.maxItems }), span });
  }
  const satisfies = checkTruth(expression.body, `"${kind}"`, inside, checker);
  return satisfies && settled({ op: kind, local, in: source, satisfies, type: BOOLEAN, span });
}

function requireList(tree: Tree, where: string, checker: Checker): ListType | undefined {
  const type: Type = tree.type;
  return type.kind === 'list' ? type : checker.refuse('formula/not-a-list', `${where} works on a list, and this is ${describe(type)}.`, tree.span);
}

function checkAll(expressions: readonly Expression[], names: Names, checker: Checker): readonly Draft[] | undefined {
  const drafts = expressions.map((expression) => checker.check(expression, names));
  return drafts.every((draft) => draft !== undefined) ? drafts : undefined;
}
