/**
 * The exact evaluator.
 * In: a typed tree, and an environment that reads ids and applies tables and term functions. Out: a {@link Result}.
 * Value, none, unknown and fault stay apart: a fault beats unknown, unknown beats none, and none is a fault wherever a value is needed.
 * Each local is one link of a chain, so that going through a list copies nothing.
 */
import { add, divide, isExact, isZero, multiply, negate, subtract } from '../values/exact.ts';
import { type Datum, Fault, type ListValue, NONE, type RecordValue, type Result, Unknown, isList, isNoValue, isRecord, unknown, worst } from '../values/result.ts';
import { findBuiltIn } from './functions/index.ts';
import { kindFault, noneFault, noneMemberFault } from './missing-value.ts';
import { orderIn, orderOf, sameValue } from './order-values.ts';
import type { Environment } from './scope.ts';
import { type Truth, conjunction, disjunction, negation } from './three-valued.ts';
import type { ApplyTree, ArithmeticTree, CallTree, CompareTree, FilterTree, ForTree, IndexTree, LogicTree, MemberTree, QuantifiedTree, RangeTree, Tree } from './tree.ts';

interface Frame {
  readonly name: string;
  readonly value: Result;
  readonly outer: Frame | undefined;
}

/**
 * Evaluates a tree. Never throws for any tree that the checker made; what cannot be answered is a {@link Fault} with its span.
 * @example evaluate(tree, { read: (id) => facts.get(id) ?? unknown(id), apply: (id, args) => tables.get(id)!(args) })
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
      return fieldOf(run(tree.of, environment, frame), tree.field, tree.of, tree);
    case 'project':
      return project(tree, environment, frame);
    case 'index':
      return indexed(tree, environment, frame);
    case 'filter':
      return filtered(tree, environment, frame);
    case 'for':
      return gathered(tree, environment, frame);
    case 'some':
    case 'every':
      return quantified(tree, environment, frame);
    case 'if': {
      const condition = truthOf(tree.condition, environment, frame);
      if (typeof condition !== 'boolean') return condition;
      return run(condition ? tree.then : tree.else, environment, frame);
    }
    case 'and':
    case 'or':
      return logic(tree, environment, frame);
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
      return arithmetic(tree, environment, frame);
    case 'compare':
      return compared(tree, environment, frame);
    case 'range':
      return inRange(tree, environment, frame);
    case 'member':
      return isMember(tree, environment, frame);
    case 'list':
      return Object.freeze(tree.items.map((item) => run(item, environment, frame)));
    case 'call':
      return call(tree, environment, frame);
    case 'apply':
      return apply(tree, environment, frame);
  }
}

function localOf(name: string, frame: Frame | undefined, tree: Tree): Result {
  for (let link = frame; link; link = link.outer) if (link.name === name) return link.value;
  return new Fault('formula/local', `The name "${name}" was given no value.`, tree.span);
}

/** A fault that arose outside any formula is placed where this one met it. */
const placed = (result: Result, tree: Tree): Result => (result instanceof Fault && result.span === undefined ? new Fault(result.code, result.message, tree.span) : result);

/** What stands in for an operand that is no value. */
const missing = (operand: Result, tree: Tree): Fault | Unknown => (operand === NONE ? noneFault(tree) : (operand as Fault | Unknown));

/** The result of an operation on operands some of which may be no values; undefined when all are values. */
function missingAmong(operands: readonly Result[], trees: readonly Tree[]): Fault | Unknown | undefined {
  for (let index = 0; index < operands.length; index++) {
    if (isNoValue(operands[index]!)) return worst(operands) ?? noneFault(trees[operands.indexOf(NONE)]!);
  }
  return undefined;
}

function truthOf(tree: Tree, environment: Environment, frame: Frame | undefined): Truth {
  const result = run(tree, environment, frame);
  if (typeof result === 'boolean') return result;
  return isNoValue(result) ? missing(result, tree) : kindFault(tree, 'true or false');
}

function logic(tree: LogicTree, environment: Environment, frame: Frame | undefined): Truth {
  const decisive = tree.op === 'or';
  let truth: Truth = !decisive;
  for (const operand of tree.operands) {
    const next = truthOf(operand, environment, frame);
    truth = decisive ? disjunction(truth, next) : conjunction(truth, next);
    if (truth === decisive) return truth;
  }
  return truth;
}

function arithmetic(tree: ArithmeticTree, environment: Environment, frame: Frame | undefined): Result {
  const left = run(tree.left, environment, frame);
  const right = run(tree.right, environment, frame);
  if (!isExact(left) || !isExact(right)) {
    return missingAmong([left, right], [tree.left, tree.right]) ?? kindFault(isExact(left) ? tree.right : tree.left, 'a number');
  }
  switch (tree.op) {
    case 'add':
      return add(left, right);
    case 'subtract':
      return subtract(left, right);
    case 'multiply':
      return multiply(left, right);
    case 'divide':
      return isZero(right) ? new Fault('formula/division-by-zero', 'The formula divides by zero here.', tree.span) : divide(left, right);
  }
}

function compared(tree: CompareTree, environment: Environment, frame: Frame | undefined): Truth {
  const left = run(tree.left, environment, frame);
  const right = run(tree.right, environment, frame);
  const lacking = missingAmong([left, right], [tree.left, tree.right]);
  if (lacking) return lacking;
  const { comparator } = tree;
  if (comparator === '=' || comparator === '!=') {
    const same = sameValue(left as Datum, right as Datum);
    return same === undefined ? kindFault(tree.right, 'a value of the kind it is compared with') : same === (comparator === '=');
  }
  const order = orderOf(left as Datum, right as Datum, tree.order);
  if (order === undefined) return kindFault(tree, 'values with an order between them');
  switch (comparator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function inRange(tree: RangeTree, environment: Environment, frame: Frame | undefined): Truth {
  const trees = [tree.value, tree.low, tree.high].filter((part) => part !== undefined);
  const operands = trees.map((part) => run(part, environment, frame));
  const lacking = missingAmong(operands, trees);
  if (lacking) return lacking;
  const value = operands[0] as Datum;
  const low = tree.low && orderOf(value, operands[1] as Datum, orderIn(tree.value.type));
  const high = tree.high && orderOf(value, operands.at(-1) as Datum, orderIn(tree.value.type));
  if ((tree.low && low === undefined) || (tree.high && high === undefined)) return kindFault(tree, 'values with an order between them');
  return (low === undefined || low > 0 || (low === 0 && tree.lowIncluded)) && (high === undefined || high < 0 || (high === 0 && tree.highIncluded));
}

/** Whether the value equals some member: like `or` over the members. */
function isMember(tree: MemberTree, environment: Environment, frame: Frame | undefined): Truth {
  const value = run(tree.value, environment, frame);
  const list = run(tree.list, environment, frame);
  const lacking = missingAmong([value, list], [tree.value, tree.list]);
  if (lacking) return lacking;
  if (!isList(list)) return kindFault(tree.list, 'a list');
  let truth: Truth = false;
  for (const member of list) {
    if (member === NONE) truth = disjunction(truth, noneMemberFault(tree.list));
    else if (isNoValue(member)) truth = disjunction(truth, member as Unknown | Fault);
    else truth = disjunction(truth, sameValue(value as Datum, member) ?? kindFault(tree.list, 'members of the kind that is looked for'));
    if (truth === true) return true;
  }
  return truth;
}

function fieldOf(record: Result, field: string, of: Tree, tree: Tree): Result {
  if (isNoValue(record)) return missing(record, of);
  if (!isRecord(record)) return kindFault(of, 'a record');
  return (record as RecordValue).get(field) ?? new Fault('formula/field', `The record has no field "${field}".`, tree.span);
}

/** The list that a tree gives, or what stands in for it. */
function listOf(tree: Tree, environment: Environment, frame: Frame | undefined): ListValue | Fault | Unknown {
  const list = run(tree, environment, frame);
  if (isNoValue(list)) return missing(list, tree);
  return isList(list) ? list : kindFault(tree, 'a list');
}

function project(tree: Tree & { op: 'project' }, environment: Environment, frame: Frame | undefined): Result {
  const list = listOf(tree.of, environment, frame);
  if (!isList(list)) return list;
  return Object.freeze(list.map((member) => (isNoValue(member) ? member : fieldOf(member, tree.field, tree.of, tree))));
}

function indexed(tree: IndexTree, environment: Environment, frame: Frame | undefined): Result {
  const list = listOf(tree.of, environment, frame);
  if (!isList(list)) return list;
  const found = list.at(tree.at > 0 ? tree.at - 1 : tree.at);
  if (found !== undefined) return found;
  const size = list.length === 1 ? '1 member' : `${list.length} members`;
  return new Fault('formula/index', `There is no member [${tree.at}]: the list has ${size}.`, tree.span);
}

function filtered(tree: FilterTree, environment: Environment, frame: Frame | undefined): Result {
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

function gathered(tree: ForTree, environment: Environment, frame: Frame | undefined): Result {
  const list = listOf(tree.in, environment, frame);
  if (!isList(list)) return list;
  return Object.freeze(list.map((member) => run(tree.return, environment, { name: tree.local, value: member, outer: frame })));
}

function quantified(tree: QuantifiedTree, environment: Environment, frame: Frame | undefined): Truth {
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

function call(tree: CallTree, environment: Environment, frame: Frame | undefined): Result {
  const builtIn = findBuiltIn(tree.name);
  if (!builtIn) return new Fault('formula/unknown-function', `There is no function "${tree.name}".`, tree.span);
  const args = tree.args.map((arg) => run(arg, environment, frame));
  if (builtIn.takes === 'anything') return builtIn.evaluate(args, tree);
  if (builtIn.takes === 'values') return missingAmong(args, tree.args) ?? builtIn.evaluate(args, tree);
  const members = args.flatMap((arg): readonly Result[] => (isList(arg) ? arg : [arg]));
  return missingMembers(members, args, tree) ?? builtIn.evaluate(members, tree);
}

/** What stands in for a function over members some of which are no values. */
function missingMembers(members: readonly Result[], args: readonly Result[], tree: CallTree): Fault | Unknown | undefined {
  if (!members.some(isNoValue)) return undefined;
  return worst(members) ?? missingAmong(args, tree.args) ?? noneMemberFault(tree.args[args.findIndex((arg) => isList(arg) && arg.includes(NONE))]!);
}

function apply(tree: ApplyTree, environment: Environment, frame: Frame | undefined): Result {
  const args = tree.args.map((arg) => run(arg, environment, frame));
  return missingAmong(args, tree.args) ?? placed(environment.apply(tree.id, args), tree);
}

