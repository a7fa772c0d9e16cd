/**
 * Names, types and units of a parsed formula.
 * In: an expression and the scope it stands in. Out: a typed {@link Tree} with what it reads, or findings.
 */
import { fromDecimalText, isZero } from '../values/exact.ts';
import type { Finding, Span } from '../values/finding.ts';
import { BOOLEAN, TEXT, type Type, numberType } from '../values/type.ts';
import { fitOne } from './check/adapt.ts';
import { checkCall } from './check/calls.ts';
import { describe } from './check/clash.ts';
import { type Checker, type Draft, type Names, settled } from './check/draft.ts';
import { checkAmong, checkFilter, checkIn, checkIteration, checkList, checkRange } from './check/lists.ts';
import { checkPath } from './check/names.ts';
import { checkArithmetic, checkCompare, checkIf, checkLogic, checkUnary } from './check/operators.ts';
import type { Expression } from './expression.ts';
import type { Scope } from './scope.ts';
import type { Literal, Tree } from './tree.ts';
import { childrenOf } from './tree-children.ts';
import { unguardedEvery } from './unguarded-every.ts';

export interface CheckOptions {
  /** Names beside the scope: the parameters of a term function. */
  readonly locals?: ReadonlyMap<string, Type> | undefined;
  /** The type that the formula must have. */
  readonly expected?: Type | undefined;
}

export interface CheckedFormula {
  readonly tree: Tree;
  /** Ids read as values, in the order of the text. */
  readonly reads: readonly string[];
  /** Ids called by position, in the order of the text. */
  readonly applies: readonly string[];
  /** Number literals that need a reason. */
  readonly literals: readonly Literal[];
  /** Each `every` whose list may be empty without the formula having asked. */
  readonly unguardedEvery: readonly Span[];
}

/** Types a formula. Never throws: what is wrong is answered with findings, in the order of the text. */
export function checkFormula(expression: Expression, scope: Scope, options: CheckOptions = {}): CheckedFormula | { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const reads = new Set<string>();
  const applies = new Set<string>();
  const numbers = new Map<number, Literal>();
  const excused = new Set<number>();
  let segments: ReadonlySet<string> | undefined;
  const checker: Checker = {
    scope,
    check: (part, names) => CHECKS[part.kind](part as never, names, checker),
    refuse(code, message, span, mend) {
      findings.push({ code, message, mend, span });
      return undefined;
    },
    beginsId: (segment) => (segments ??= new Set([...scope.ids()].map((id) => id.split('.', 1)[0]!))).has(segment),
    noteRead: (id) => reads.add(id),
    noteApply: (id) => applies.add(id),
    noteNumber(tree, text) {
      if (tree.op === 'constant') numbers.set(tree.span[0], Object.freeze({ value: fromDecimalText(text), text, span: tree.span }));
    },
    excuse: (tree) => excused.add(tree.span[0]),
  };
  const locals = options.locals ?? new Map<string, Type>();
  for (const name of locals.keys()) {
    if (!checker.beginsId(name)) continue;
    const message = `The parameter "${name}" hides a declared id that begins with "${name}".`;
    findings.push({ code: 'formula/hidden-name', message, mend: 'Choose another name for the parameter.' });
  }
  const draft = checker.check(expression, { locals, item: undefined, nesting: 0 });
  const tree = draft && expect(draft, options.expected, checker);
  if (!tree || findings.length > 0) return { findings: Object.freeze(findings.sort((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0))) };
  return Object.freeze({
    tree: freezeTree(tree),
    reads: Object.freeze([...reads]),
    applies: Object.freeze([...applies]),
    literals: Object.freeze(
      [...numbers.values()].filter((literal) => !excused.has(literal.span[0]) && !isZero(literal.value)).sort((a, b) => a.span[0] - b.span[0]),
    ),
    unguardedEvery: Object.freeze(unguardedEvery(tree)),
  });
}

type Check<E extends Expression = Expression> = (expression: E, names: Names, checker: Checker) => Draft | undefined;
type Checks = { readonly [K in Expression['kind']]: Check<Extract<Expression, { kind: K }>> };

const CHECKS: Checks = {
  number(expression, _names, checker) {
    const tree: Tree = { op: 'constant', value: fromDecimalText(expression.text), type: numberType(), span: expression.span };
    checker.noteNumber(tree, expression.text);
    return { tree, loose: true };
  },
  text: ({ value, span }) => ({ tree: { op: 'constant', value, type: TEXT, span }, loose: true }),
  boolean: ({ value, span }) => settled({ op: 'constant', value, type: BOOLEAN, span }),
  name: checkPath,
  path: checkPath,
  call: checkCall,
  negate: checkUnary,
  not: checkUnary,
  arithmetic: checkArithmetic,
  compare: checkCompare,
  and: checkLogic,
  or: checkLogic,
  if: checkIf,
  for: checkIteration,
  some: checkIteration,
  every: checkIteration,
  filter: checkFilter,
  list: checkList,
  range: checkRange,
  among: checkAmong,
  in: checkIn,
};

function expect(draft: Draft, expected: Type | undefined, checker: Checker): Tree | undefined {
  if (!expected) return draft.tree;
  return fitOne(draft, expected, checker, (found, wanted) => `The formula gives ${describe(found)}, and ${describe(wanted)} is wanted.`);
}

function freezeTree<T extends Tree>(tree: T): T {
  for (const child of childrenOf(tree)) freezeTree(child);
  if (tree.op === 'list') Object.freeze(tree.items);
  if (tree.op === 'call' || tree.op === 'apply') Object.freeze(tree.args);
  if (tree.op === 'and' || tree.op === 'or') Object.freeze(tree.operands);
  Object.freeze(tree.span);
  return Object.freeze(tree);
}
