/**
 * The grammar of lezer-feel, behind one small door: the only file that calls it.
 * In: a prepared text. Out: a {@link Source}, whose nodes the refusals and the builder read by name.
 */
import type { SyntaxNode } from '@lezer/common';
import { parser } from 'lezer-feel';
import type { Span } from '../values/finding.ts';

export type { SyntaxNode };

/** The text as its author wrote it, and what the grammar made of it. */
export interface Source {
  readonly text: string;
  readonly root: SyntaxNode;
}

const expressionParser = parser.configure({ top: 'Expression' });

/** Reads a prepared text; `text` is what messages quote. */
export const readSource = (text: string, prepared: string): Source => ({ text, root: expressionParser.parse(prepared).topNode });

export const spanOf = (node: SyntaxNode): Span => [node.from, node.to];
export const textOf = (source: Source, node: SyntaxNode): string => source.text.slice(node.from, node.to);
export const isError = (node: SyntaxNode): boolean => node.type.isError;

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The first child with one of these names. */
export const childOf = (node: SyntaxNode, ...names: string[]): SyntaxNode | undefined => childrenOf(node).find((child) => names.includes(child.name));

/** The words of a name: one for `base`, two for `whole months`. */
export const wordsOf = (source: Source, node: SyntaxNode): string[] => textOf(source, node).trim().split(/\s+/);

/** Whether a name stands where a function is called: `f` in `f(x)`. */
export const isCallee = (node: SyntaxNode): boolean =>
  node.parent?.name === 'FunctionInvocation' && node.parent.firstChild?.from === node.from && node.parent.firstChild.to === node.to;

/** The nodes that are expressions themselves; what else the grammar has is punctuation and wrapping. */
const EXPRESSIONS = new Set([
  'ArithmeticExpression',
  'Comparison',
  'Conjunction',
  'Disjunction',
  'PathExpression',
  'VariableName',
  'FunctionInvocation',
  'FilterExpression',
  'IfExpression',
  'ForExpression',
  'QuantifiedExpression',
  'NumericLiteral',
  'StringLiteral',
  'BooleanLiteral',
  'List',
  'ParenthesizedExpression',
  'SimplePositiveUnaryTest',
  'Interval',
  'FunctionDefinition',
  'InstanceOfExpression',
  'DateTimeLiteral',
  'null',
  '?',
  'Context',
]);
export const isExpression = (node: SyntaxNode): boolean => EXPRESSIONS.has(node.name);
