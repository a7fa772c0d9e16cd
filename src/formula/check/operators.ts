/**
 * Arithmetic, comparison and logic: units combine in products and must agree everywhere else.
 * In: operator expressions. Out: drafts, or reported findings.
 */
import { HUNDRED, equals, isExact, isZero } from '../../values/exact.ts';
import type { Span } from '../../values/finding.ts';
import { BOOLEAN, type Type, numberType } from '../../values/type.ts';
import { PERCENT, divideUnits, multiplyUnits } from '../../values/unit.ts';
import type { ArithmeticExpression, CompareExpression, Expression, IfExpression, LogicExpression, UnaryExpression } from '../expression.ts';
import type { ArithmeticTree, Tree } from '../tree.ts';
import { excuseBeside, unify } from './adapt.ts';
import { describe } from './clash.ts';
import { type Checker, type Draft, type Names, settled } from './draft.ts';

const OPS = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;
const VERBS = { '+': 'adds', '-': 'subtracts', '*': 'multiplies', '/': 'divides' } as const;

export function checkArithmetic(expression: ArithmeticExpression, names: Names, checker: Checker): Draft | undefined {
  const { operator, span } = expression;
  const left = checker.check(expression.left, names);
  const right = checker.check(expression.right, names);
  if (!left || !right || !areNumbers(left, right, operator, span, checker)) return undefined;
  return operator === '+' || operator === '-' ? sum(left, right, operator, span, checker) : product(left, right, operator, span, checker);
}

function areNumbers(left: Draft, right: Draft, operator: keyof typeof OPS, span: Span, checker: Checker): boolean {
  const types = [left.tree.type, right.tree.type];
  const odd = [left, right].find((draft) => draft.tree.type.kind !== 'number');
  if (!odd) return true;
  if (types.some((type) => type.kind === 'date')) {
    checker.refuse(
      'formula/date-arithmetic',
      `"${operator}" does not work on dates.`,
      span,
      'Write days between(a, b), whole months(a, b) or add months(date, n).',
    );
  } else if (operator === '+' && types.every((type) => type.kind === 'text' || type.kind === 'enum')) {
    checker.refuse('formula/text-building', '"+" adds numbers, and texts are not joined.', span, 'Leave the wording to the titles and reasons of the ruleset.');
  } else {
    const mend = odd.tree.type.kind === 'list' ? 'Use sum(...), mean(...) or max(...), or go through it with for.' : undefined;
    checker.refuse('formula/type', `"${operator}" ${VERBS[operator]} numbers, and this is ${describe(odd.tree.type)}.`, odd.tree.span, mend);
  }
  return false;
}

function sum(left: Draft, right: Draft, operator: '+' | '-', span: Span, checker: Checker): Draft | undefined {
  const [a, b] = [left.tree.type, right.tree.type];
  const agreed = unify([left, right], checker, () => `"${operator}" stands between ${describe(a)} and ${describe(b)}.`);
  if (!agreed) return undefined;
  excuseBeside(agreed.trees, [left, right], checker);
  return { tree: arithmetic(operator, agreed.trees[0]!, agreed.trees[1]!, agreed.type, span), loose: agreed.loose };
}

/** A 100 beside something that is no literal is 100 percent: `pct / 100` is a ratio, `ratio * 100` is percent. */
function product(left: Draft, right: Draft, operator: '*' | '/', span: Span, checker: Checker): Draft | undefined {
  if (operator === '/' && right.tree.op === 'constant' && isExact(right.tree.value) && isZero(right.tree.value)) {
    return checker.refuse('formula/division-by-zero', 'The formula divides by zero.', right.tree.span, 'Divide by something else, or leave the division out.');
  }
  const loose = left.loose && right.loose;
  const a = loose ? left.tree : hundredPercent(left, checker);
  const b = loose ? right.tree : hundredPercent(right, checker);
  if (a.type.kind !== 'number' || b.type.kind !== 'number') return undefined;
  const unit = operator === '*' ? multiplyUnits(a.type.unit, b.type.unit) : divideUnits(a.type.unit, b.type.unit);
  return { tree: arithmetic(operator, a, b, numberType(unit), span), loose };
}

function hundredPercent(draft: Draft, checker: Checker): Tree {
  const { tree } = draft;
  if (!draft.loose || tree.op !== 'constant' || !isExact(tree.value) || !equals(tree.value, HUNDRED)) return tree;
  checker.excuse(tree);
  return { ...tree, type: numberType(PERCENT) };
}

const arithmetic = (operator: keyof typeof OPS, left: Tree, right: Tree, type: Type, span: Span): ArithmeticTree => ({
  op: OPS[operator],
  left,
  right,
  type,
  span,
});

export function checkCompare(expression: CompareExpression, names: Names, checker: Checker): Draft | undefined {
  const { comparator, span } = expression;
  const left = checker.check(expression.left, names);
  const right = checker.check(expression.right, names);
  if (!left || !right) return undefined;
  const [a, b] = [left.tree.type, right.tree.type];
  const agreed = unify([left, right], checker, () => `"${comparator}" compares ${describe(a)} with ${describe(b)}.`);
  if (!agreed || !isComparable(agreed.type, comparator, span, checker)) return undefined;
  excuseBeside(agreed.trees, [left, right], checker);
  const order = agreed.type.kind === 'enum' && comparator !== '=' && comparator !== '!=' ? agreed.type.order : undefined;
  return settled({ op: 'compare', comparator, left: agreed.trees[0]!, right: agreed.trees[1]!, type: BOOLEAN, span, ...(order && { order }) });
}

/** Whether values of a type can be compared that way; reports when not. */
export function isComparable(type: Type, comparator: string, span: Span, checker: Checker): boolean {
  const equality = comparator === '=' || comparator === '!=';
  if (type.kind === 'number' || type.kind === 'date') return true;
  if (type.kind === 'enum') {
    if (equality || type.order) return true;
    checker.refuse(
      'formula/no-order',
      `"${comparator}" needs an order, and ${type.name} has none.`,
      span,
      `Compare with "=", or declare the order of ${type.name}.`,
    );
    return false;
  }
  if (equality && (type.kind === 'text' || type.kind === 'boolean')) return true;
  checker.refuse(
    'formula/type',
    `"${comparator}" does not compare ${describe(type)}.`,
    span,
    type.kind === 'list' ? 'Compare its members: some x in xs satisfies ..., or x in xs.' : undefined,
  );
  return false;
}

export function checkUnary(expression: UnaryExpression, names: Names, checker: Checker): Draft | undefined {
  const { span } = expression;
  if (expression.kind === 'not') {
    const operand = checkTruth(expression.operand, 'not(...)', names, checker);
    return operand && settled({ op: 'not', operand, type: BOOLEAN, span });
  }
  const operand = checker.check(expression.operand, names);
  if (!operand) return undefined;
  const { tree } = operand;
  if (tree.type.kind !== 'number')
    return checker.refuse('formula/type', `"-" stands before ${describe(tree.type)}, and only a number has a negative.`, tree.span);
  return { tree: { op: 'negate', operand: tree, type: numberType(tree.type.unit), span }, loose: operand.loose };
}

export function checkLogic(expression: LogicExpression, names: Names, checker: Checker): Draft | undefined {
  const operands = expression.operands.map((operand) => checkTruth(operand, `"${expression.kind}"`, names, checker));
  if (!operands.every((operand) => operand !== undefined)) return undefined;
  return settled({ op: expression.kind, operands, type: BOOLEAN, span: expression.span });
}

/** An expression that must be true or false; `where` says for whom. */
export function checkTruth(expression: Expression, where: string, names: Names, checker: Checker): Tree | undefined {
  const tree = checker.check(expression, names)?.tree;
  if (!tree || tree.type.kind === 'boolean') return tree;
  return checker.refuse('formula/not-boolean', `${where} needs true or false, and this is ${describe(tree.type)}.`, tree.span, 'Write a comparison.');
}

export function checkIf(expression: IfExpression, names: Names, checker: Checker): Draft | undefined {
  const condition = checkTruth(expression.condition, '"if"', names, checker);
  const then = checker.check(expression.then, names);
  const otherwise = checker.check(expression.else, names);
  if (!condition || !then || !otherwise) return undefined;
  const [a, b] = [then.tree.type, otherwise.tree.type];
  const agreed = unify([then, otherwise], checker, () => `The branches of this "if" differ: ${describe(a)} and ${describe(b)}.`);
  if (!agreed) return undefined;
  const [thenTree, elseTree] = agreed.trees as readonly [Tree, Tree];
  return { tree: { op: 'if', condition, then: thenTree, else: elseTree, type: agreed.type, span: expression.span }, loose: agreed.loose };
}
