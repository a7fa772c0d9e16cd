/**
 * The grammar's nodes turned into an expression.
 * In: a source that passed every refusal. Out: an {@link Expression}.
 * A node that neither a refusal nor this file knows is answered with a finding, never skipped.
 */
import type { Finding, Span } from '../values/finding.ts';
import type { Expression } from './expression.ts';
import { type Source, type SyntaxNode, childOf, childrenOf, isExpression, spanOf, textOf, wordsOf } from './feel-source.ts';
import type { Comparator } from './tree.ts';

/** Thrown and caught inside parsing only. */
export class NotBuilt extends Error {
  constructor(readonly finding: Finding) {
    super(finding.message);
  }
}

/** @throws NotBuilt for a construct that is unknown here. */
export function buildExpression(source: Source, node: SyntaxNode): Expression {
  const build = BUILDERS.get(node.name);
  if (!build) return unexpected(source, node);
  return build(source, node);
}

type Builder = (source: Source, node: SyntaxNode) => Expression;

const BUILDERS: ReadonlyMap<string, Builder> = new Map<string, Builder>([
  ['Expression', (source, node) => buildExpression(source, part(source, node, 0))],
  ['ParenthesizedExpression', (source, node) => buildExpression(source, part(source, node, 0))],
  ['NumericLiteral', (source, node) => ({ kind: 'number', text: textOf(source, node).replace(/\s+/g, ''), span: spanOf(node) })],
  ['StringLiteral', (source, node) => ({ kind: 'text', value: JSON.parse(textOf(source, node)) as string, span: spanOf(node) })],
  ['BooleanLiteral', (source, node) => ({ kind: 'boolean', value: textOf(source, node) === 'true', span: spanOf(node) })],
  ['VariableName', (source, node) => ({ kind: 'name', name: textOf(source, node), span: spanOf(node) })],
  ['PathExpression', buildPath],
  ['FunctionInvocation', buildCall],
  ['ArithmeticExpression', buildArithmetic],
  ['Comparison', buildComparison],
  ['Conjunction', buildLogic],
  ['Disjunction', buildLogic],
  ['IfExpression', buildIf],
  ['ForExpression', buildIteration],
  ['QuantifiedExpression', buildIteration],
  ['FilterExpression', buildFilter],
  ['List', (source, node) => ({ kind: 'list', items: parts(node).map((item) => buildExpression(source, item)), span: spanOf(node) })],
]);

function buildPath(source: Source, node: SyntaxNode): Expression {
  const name = childOf(node, 'PathName');
  if (!name) return unexpected(source, node);
  return { kind: 'path', of: buildExpression(source, part(source, node, 0)), field: textOf(source, name), span: spanOf(node) };
}

function buildCall(source: Source, node: SyntaxNode): Expression {
  const callee = node.firstChild!;
  const args = childOf(node, 'PositionalParameters');
  const built = args ? parts(args).map((argument) => buildExpression(source, argument)) : [];
  const name = wordsOf(source, callee)
    .join(' ')
    .replace(/ ?\. ?/g, '.');
  if (name === 'not') {
    if (built.length === 1) return { kind: 'not', operand: built[0]!, span: spanOf(node) };
    throw new NotBuilt({
      code: 'formula/argument-count',
      message: `not takes one argument, and ${built.length} are given.`,
      mend: 'Write not(a or b), or not(a in (b, c)).',
      span: spanOf(node),
    });
  }
  return { kind: 'call', name, nameSpan: spanOf(callee), args: built, span: spanOf(node) };
}

function buildArithmetic(source: Source, node: SyntaxNode): Expression {
  const [left, right] = parts(node);
  const operator = textOf(source, childOf(node, 'ArithOp')!) as '+' | '-' | '*' | '/';
  if (!right) return { kind: 'negate', operand: buildExpression(source, left!), span: spanOf(node) };
  return { kind: 'arithmetic', operator, left: buildExpression(source, left!), right: buildExpression(source, right), span: spanOf(node) };
}

function buildComparison(source: Source, node: SyntaxNode): Expression {
  const span = spanOf(node);
  const left = buildExpression(source, part(source, node, 0));
  const operator = childOf(node, 'CompareOp');
  if (operator) {
    return { kind: 'compare', comparator: textOf(source, operator) as Comparator, left, right: buildExpression(source, part(source, node, 1)), span };
  }
  const several = childOf(node, 'PositiveUnaryTests');
  if (several)
    return among(
      childrenOf(several).map((test) => test.firstChild!),
      [several.prevSibling!.from, several.nextSibling!.to],
    );
  const tested = childOf(node, 'PositiveUnaryTest')!.firstChild!;
  if (tested.name === 'SimplePositiveUnaryTest') return buildRange(source, left, tested.firstChild!, span);
  if (tested.name === 'List') return among(parts(tested), spanOf(tested));
  return { kind: 'in', value: left, list: buildExpression(source, tested), bracketed: tested.name === 'ParenthesizedExpression', span };

  function among(items: readonly SyntaxNode[], itemsSpan: Span): Expression {
    return { kind: 'among', value: left, items: items.map((item) => buildExpression(source, item)), itemsSpan, span };
  }
}

function buildRange(source: Source, value: Expression, interval: SyntaxNode, span: Span): Expression {
  const text = textOf(source, interval);
  return {
    kind: 'range',
    value,
    low: buildExpression(source, part(source, interval, 0)),
    high: buildExpression(source, part(source, interval, 1)),
    lowIncluded: text.startsWith('['),
    highIncluded: text.endsWith(']'),
    span,
  };
}

function buildLogic(source: Source, node: SyntaxNode): Expression {
  const kind = node.name === 'Conjunction' ? 'and' : 'or';
  const operands = parts(node).flatMap((operand): readonly Expression[] => {
    const built = buildExpression(source, operand);
    return built.kind === kind ? built.operands : [built];
  });
  return { kind, operands, span: spanOf(node) };
}

function buildIf(source: Source, node: SyntaxNode): Expression {
  const [condition, then, otherwise] = [0, 1, 2].map((index) => buildExpression(source, part(source, node, index)));
  return { kind: 'if', condition: condition!, then: then!, else: otherwise!, span: spanOf(node) };
}

function buildIteration(source: Source, node: SyntaxNode): Expression {
  const word = textOf(source, node.firstChild!);
  const binding = childOf(childOf(node, 'InExpressions')!, 'InExpression')!;
  const name = childOf(binding, 'Name')!;
  return {
    kind: word === 'for' ? 'for' : word === 'some' ? 'some' : 'every',
    local: textOf(source, name),
    localSpan: spanOf(name),
    in: buildExpression(source, part(source, childOf(binding, 'IterationContext')!, 0)),
    body: buildExpression(source, part(source, node, 0)),
    span: spanOf(node),
  };
}

function buildFilter(source: Source, node: SyntaxNode): Expression {
  return { kind: 'filter', of: buildExpression(source, part(source, node, 0)), where: buildExpression(source, part(source, node, 1)), span: spanOf(node) };
}

const parts = (node: SyntaxNode): SyntaxNode[] => childrenOf(node).filter(isExpression);

function part(source: Source, node: SyntaxNode, index: number): SyntaxNode {
  return parts(node)[index] ?? unexpected(source, node);
}

function unexpected(source: Source, node: SyntaxNode): never {
  throw new NotBuilt({
    code: 'formula/not-in-language',
    message: `"${clip(textOf(source, node))}" is not part of the language.`,
    mend: 'See the list of departures from standard FEEL in the reference.',
    span: spanOf(node),
  });
}

const clip = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}...` : text);
