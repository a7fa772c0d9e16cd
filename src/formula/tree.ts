/**
 * The typed formula tree: the form in which formulas and conditions stand in a plan.
 * In: nothing. Out: the {@link Tree} union; every name is resolved, every node typed, every node has its span in the text.
 * The exact evaluator and the compiled one both read this, so there is one meaning.
 */
import type { Datum } from '../values/result.ts';
import type { Exact } from '../values/exact.ts';
import type { Span } from '../values/finding.ts';
import type { Type } from '../values/type.ts';

interface Node {
  readonly type: Type;
  readonly span: Span;
}

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A value written in the text, or put there by the plan. */
export interface ConstantTree extends Node {
  readonly op: 'constant';
  readonly value: Datum;
}
/** A whole declared id: a fact, parameter, term, rater output or fired list. */
export interface ReadTree extends Node {
  readonly op: 'read';
  readonly id: string;
}
/** `item` in a filter, the variable of for, some and every, or a parameter of a term function. */
export interface LocalTree extends Node {
  readonly op: 'local';
  readonly name: string;
}
export interface FieldTree extends Node {
  readonly op: 'field';
  readonly of: Tree;
  readonly field: string;
}
/** `xs.minutes`: the field of every member. */
export interface ProjectTree extends Node {
  readonly op: 'project';
  readonly of: Tree;
  readonly field: string;
}
/** `xs[2]`: counted from 1; from the end when negative. */
export interface IndexTree extends Node {
  readonly op: 'index';
  readonly of: Tree;
  readonly at: number;
}
export interface FilterTree extends Node {
  readonly op: 'filter';
  readonly of: Tree;
  readonly where: Tree;
}
export interface ForTree extends Node {
  readonly op: 'for';
  readonly local: string;
  readonly in: Tree;
  readonly return: Tree;
}
export interface QuantifiedTree extends Node {
  readonly op: 'some' | 'every';
  readonly local: string;
  readonly in: Tree;
  readonly satisfies: Tree;
}
export interface IfTree extends Node {
  readonly op: 'if';
  readonly condition: Tree;
  readonly then: Tree;
  readonly else: Tree;
}
/** Conjunction or disjunction of any number of operands (at least one), commutative: see `formula/three-valued.ts`. */
export interface LogicTree extends Node {
  readonly op: 'and' | 'or';
  readonly operands: readonly Tree[];
}
export interface NotTree extends Node {
  readonly op: 'not' | 'negate';
  readonly operand: Tree;
}
export interface ArithmeticTree extends Node {
  readonly op: 'add' | 'subtract' | 'multiply' | 'divide';
  readonly left: Tree;
  readonly right: Tree;
}
export interface CompareTree extends Node {
  readonly op: 'compare';
  readonly comparator: Comparator;
  readonly left: Tree;
  readonly right: Tree;
  /** The order of the enumeration, when `<` and its kin compare members. */
  readonly order?: readonly string[] | undefined;
}
/** `x in [low..high)`; an end that is left out is open without bound. */
export interface RangeTree extends Node {
  readonly op: 'range';
  readonly value: Tree;
  readonly low?: Tree | undefined;
  readonly high?: Tree | undefined;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}
/** `x in (a, b, c)`, `x in xs`: membership. */
export interface MemberTree extends Node {
  readonly op: 'member';
  readonly value: Tree;
  readonly list: Tree;
}
export interface ListTree extends Node {
  readonly op: 'list';
  readonly items: readonly Tree[];
}
/** A built-in function of `formula/functions`. */
export interface CallTree extends Node {
  readonly op: 'call';
  readonly name: string;
  readonly args: readonly Tree[];
}
/** A decision table, a term function or a parameter read per day, called by position. */
export interface ApplyTree extends Node {
  readonly op: 'apply';
  readonly id: string;
  readonly args: readonly Tree[];
}

export type Tree =
  | ConstantTree
  | ReadTree
  | LocalTree
  | FieldTree
  | ProjectTree
  | IndexTree
  | FilterTree
  | ForTree
  | QuantifiedTree
  | IfTree
  | LogicTree
  | NotTree
  | ArithmeticTree
  | CompareTree
  | RangeTree
  | MemberTree
  | ListTree
  | CallTree
  | ApplyTree;

/** A literal number of the text that is not one of the few that explain themselves; a lint asks for its reason. */
export interface Literal {
  readonly value: Exact;
  readonly text: string;
  readonly span: Span;
}
