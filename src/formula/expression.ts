/**
 * The formula as written, after refusing: names not yet resolved, nothing typed.
 * In: nothing. Out: the {@link Expression} union, made by `build-expression.ts` and read by the checker.
 */
import type { Span } from '../values/finding.ts';
import type { Comparator } from './tree.ts';

interface Written {
  readonly span: Span;
}

/** `text` is decimal text, with its sign: `-1.5`. */
export interface NumberExpression extends Written {
  readonly kind: 'number';
  readonly text: string;
}
export interface TextExpression extends Written {
  readonly kind: 'text';
  readonly value: string;
}
export interface BooleanExpression extends Written {
  readonly kind: 'boolean';
  readonly value: boolean;
}
export interface NameExpression extends Written {
  readonly kind: 'name';
  readonly name: string;
}
/** `of.field`: part of a dotted id, a field of a record, or a projection; the checker tells which. */
export interface PathExpression extends Written {
  readonly kind: 'path';
  readonly of: Expression;
  readonly field: string;
}
/** `name` is dotted, or a built-in name whose words are joined by one space. */
export interface CallExpression extends Written {
  readonly kind: 'call';
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly Expression[];
}
export interface UnaryExpression extends Written {
  readonly kind: 'negate' | 'not';
  readonly operand: Expression;
}
export interface ArithmeticExpression extends Written {
  readonly kind: 'arithmetic';
  readonly operator: '+' | '-' | '*' | '/';
  readonly left: Expression;
  readonly right: Expression;
}
export interface CompareExpression extends Written {
  readonly kind: 'compare';
  readonly comparator: Comparator;
  readonly left: Expression;
  readonly right: Expression;
}
export interface LogicExpression extends Written {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Expression[];
}
export interface IfExpression extends Written {
  readonly kind: 'if';
  readonly condition: Expression;
  readonly then: Expression;
  readonly else: Expression;
}
export interface IterationExpression extends Written {
  readonly kind: 'for' | 'some' | 'every';
  readonly local: string;
  readonly localSpan: Span;
  readonly in: Expression;
  /** What `for` returns, or what `some` and `every` ask. */
  readonly body: Expression;
}
/** `of[where]`: a filter, or an index when `where` is a literal number. */
export interface FilterExpression extends Written {
  readonly kind: 'filter';
  readonly of: Expression;
  readonly where: Expression;
}
export interface ListExpression extends Written {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}
/** `value in [low..high)`. */
export interface RangeExpression extends Written {
  readonly kind: 'range';
  readonly value: Expression;
  readonly low: Expression;
  readonly high: Expression;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}
/** `value in (a, b, c)` or `value in [a, b]`. */
export interface AmongExpression extends Written {
  readonly kind: 'among';
  readonly value: Expression;
  readonly items: readonly Expression[];
  readonly itemsSpan: Span;
}
/** `value in xs`; `bracketed` when it reads `value in (xs)`, which may also mean a list of that one member. */
export interface InExpression extends Written {
  readonly kind: 'in';
  readonly value: Expression;
  readonly list: Expression;
  readonly bracketed: boolean;
}

export type Expression =
  | NumberExpression
  | TextExpression
  | BooleanExpression
  | NameExpression
  | PathExpression
  | CallExpression
  | UnaryExpression
  | ArithmeticExpression
  | CompareExpression
  | LogicExpression
  | IfExpression
  | IterationExpression
  | FilterExpression
  | ListExpression
  | RangeExpression
  | AmongExpression
  | InExpression;
