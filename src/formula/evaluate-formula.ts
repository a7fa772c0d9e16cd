/**
 * The exact evaluator: it walks the tree, and `operate.ts` says what each operator makes of its operands.
 * In: a typed tree, and an environment that reads ids and applies tables and term functions. Out: a {@link Result}.
 * Each local is one link of a chain, so that going through a list copies nothing. The parts of trees are frozen lists, which
 * V8 goes through several times faster by index than by iterator.
 */
import { isExact, negate } from '../values/exact.ts';
import { Fault, type ListValue, type Result, Unknown, isList, isNoValue, unknown } from '../values/result.ts';
import { findBuiltIn } from './functions/index.ts';
import { kindFault } from './missing-value.ts';
import {
  listFrom,
  missing,
  missingAmong,
  missingMembers,
  operateArithmetic,
  operateCompare,
  operateField,
  operateIndex,
  operateMember,
  operateRange,
  truthFrom,
} from './operate.ts';
import type { Environment } from './scope.ts';
import { type Truth, conjunction, disjunction, negation } from './three-valued.ts';
import type { CallTree, FilterTree, LogicTree, QuantifiedTree, Tree } from './tree.ts';

interface Frame {
  readonly name: string;
  readonly value: Result;
  readonly outer: Frame | undefined;
}

/**
 * Evaluates a tree. Never throws for a tree that the checker made, unless the environment does; what cannot be answered is a {@link Fault} with its span.
 * @example evaluate(tree, { read: (id) => facts.get(id) ?? unknown(id), apply: (id, args) => lookUp(id, args) })
 */
export function evaluate(tree: Tree, environment: Environment, locals?: ReadonlyMap<string, Result>): Result {
  let frame: Frame | undefined;
  if (locals) for (const [name, value] of locals) frame = { name, value, outer: frame };
  return run(tree, environment, frame);
}

function run(tree: Tree, environment: Environment, frame: Frame | undefined): Result {
  switch (tree.op) {
    case 'constant':
      return tree.value;
    case 'read':
      return placed(environment.read(tree.id), tree);
    case 'local':
      return localOf(tree.name, frame, tree);
    case 'field':
      return operateField(run(tree.of, environment, frame), tree.field, tree.of, tree);
    case 'project': {
      const list = listOf(tree.of, environment, frame);
      return isList(list) ? Object.freeze(list.map((member) => (isNoValue(member) ? member : operateField(member, tree.field, tree.of, tree)))) : list;
    }
    case 'index': {
      const list = listOf(tree.of, environment, frame);
      return isList(list) ? operateIndex(tree, list) : list;
    }
    case 'filter':
      return filter(tree, environment, frame);
    case 'for': {
      const list = listOf(tree.in, environment, frame);
      return isList(list) ? Object.freeze(list.map((member) => run(tree.return, environment, { name: tree.local, value: member, outer: frame }))) : list;
    }
    case 'some':
    case 'every':
      return quantify(tree, environment, frame);
    case 'if': {
      const condition = truthOf(tree.condition, environment, frame);
      if (typeof condition !== 'boolean') return condition;
      return run(condition ? tree.then : tree.else, environment, frame);
    }
    case 'and':
    case 'or':
      return join(tree, environment, frame);
    case 'not':
      return negation(truthOf(tree.operand, environment, frame));
    case 'negate': {
      const operand = run(tree.operand, environment, frame);
      if (isExact(operand)) return negate(operand);
      return isNoValue(operand) ? missing(operand, tree.operand) : kindFault(tree.operand, 'a number');
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return operateArithmetic(tree, run(tree.left, environment, frame), run(tree.right, environment, frame));
    case 'compare':
      return operateCompare(tree, run(tree.left, environment, frame), run(tree.right, environment, frame));
    case 'range': {
      const value = run(tree.value, environment, frame);
      return operateRange(tree, value, tree.low && run(tree.low, environment, frame), tree.high && run(tree.high, environment, frame));
    }
    case 'member':
      return operateMember(tree, run(tree.value, environment, frame), run(tree.list, environment, frame));
    case 'list':
      return Object.freeze(runAll(tree.items, environment, frame));
    case 'call':
      return call(tree, environment, frame);
    case 'apply': {
      const args = runAll(tree.args, environment, frame);
      return missingAmong(args, tree.args) ?? placed(environment.apply(tree.id, args), tree);
    }
  }
}

function runAll(trees: readonly Tree[], environment: Environment, frame: Frame | undefined): Result[] {
  const results: Result[] = [];
  for (let at = 0; at < trees.length; at++) results.push(run(trees[at]!, environment, frame));
  return results;
}

/** A fault that arose outside any formula is placed where this one met it. */
const placed = (result: Result, tree: Tree): Result =>
  result instanceof Fault && result.span === undefined ? new Fault(result.code, result.message, tree.span) : result;

function localOf(name: string, frame: Frame | undefined, tree: Tree): Result {
  for (let link = frame; link; link = link.outer) if (link.name === name) return link.value;
  return new Fault('formula/local', `The name "${name}" was given no value.`, tree.span);
}

const truthOf = (tree: Tree, environment: Environment, frame: Frame | undefined): Truth => truthFrom(run(tree, environment, frame), tree);
const listOf = (tree: Tree, environment: Environment, frame: Frame | undefined): ListValue | Fault | Unknown => listFrom(run(tree, environment, frame), tree);

function join(tree: LogicTree, environment: Environment, frame: Frame | undefined): Truth {
  const decisive = tree.op === 'or';
  let truth: Truth = !decisive;
  for (let at = 0; at < tree.operands.length; at++) {
    const next = truthOf(tree.operands[at]!, environment, frame);
    truth = decisive ? disjunction(truth, next) : conjunction(truth, next);
    if (truth === decisive) return truth;
  }
  return truth;
}

function quantify(tree: QuantifiedTree, environment: Environment, frame: Frame | undefined): Truth {
  const list = listOf(tree.in, environment, frame);
  if (!isList(list)) return list;
  const decisive = tree.op === 'some';
  let truth: Truth = !decisive;
  for (const member of list) {
    const next = truthOf(tree.satisfies, environment, { name: tree.local, value: member, outer: frame });
    truth = decisive ? disjunction(truth, next) : conjunction(truth, next);
    if (truth === decisive) return truth;
  }
  return truth;
}

/** A member about which the condition is unknown may belong to the list or not: the list is unknown. */
function filter(tree: FilterTree, environment: Environment, frame: Frame | undefined): Result {
  const list = listOf(tree.of, environment, frame);
  if (!isList(list)) return list;
  const kept: Result[] = [];
  let facts: string[] | undefined;
  for (const member of list) {
    const truth = truthOf(tree.where, environment, { name: 'item', value: member, outer: frame });
    if (truth instanceof Fault) return truth;
    if (truth instanceof Unknown) (facts ??= []).push(...truth.facts);
    else if (truth) kept.push(member);
  }
  return facts ? unknown(...facts) : Object.freeze(kept);
}

/** The members of all lists, and what is no list as it is. */
function opened(args: readonly Result[]): readonly Result[] {
  if (!args.some(isList)) return args;
  const [only] = args;
  return args.length === 1 ? (only as ListValue) : args.flatMap((arg): readonly Result[] => (isList(arg) ? arg : [arg]));
}

function call(tree: CallTree, environment: Environment, frame: Frame | undefined): Result {
  const builtIn = findBuiltIn(tree.name);
  if (!builtIn) return new Fault('formula/unknown-function', `There is no function "${tree.name}".`, tree.span);
  const args = runAll(tree.args, environment, frame);
  if (builtIn.takes === 'anything') return builtIn.evaluate(args, tree);
  if (builtIn.takes === 'values') return missingAmong(args, tree.args) ?? builtIn.evaluate(args, tree);
  const members = opened(args);
  return missingMembers(members, args, tree) ?? builtIn.evaluate(members, tree);
}
