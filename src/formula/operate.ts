/**
 * What an operator makes of operands that have been evaluated: values, or none, unknown and fault in their place.
 * In: the operator's tree and the results of its parts. Out: a result; nothing is evaluated here.
 * A fault beats unknown, unknown beats none, and none is a fault wherever a value is needed.
 */
import { add, divide, isExact, isZero, multiply, subtract } from '../values/exact.ts';
import type { Unknown } from '../values/result.ts';
import { type Datum, Fault, type ListValue, NONE, type Result, isList, isNoValue, isRecord, worst } from '../values/result.ts';
import { kindFault, noneFault, noneMemberFault } from './missing-value.ts';
import { orderIn, orderOf, sameValue } from './order-values.ts';
import { type Truth, disjunction } from './three-valued.ts';
import type { ArithmeticTree, CallTree, CompareTree, IndexTree, MemberTree, RangeTree, Tree } from './tree.ts';

/** What stands in for an operand that is no value. */
export const missing = (operand: Result, tree: Tree): Fault | Unknown => (operand === NONE ? noneFault(tree) : (operand as Fault | Unknown));

function anyLacking(operands: readonly Result[]): boolean {
  for (let at = 0; at < operands.length; at++) if (isNoValue(operands[at]!)) return true;
  return false;
}

/** What stands in for an operation some of whose operands are no values; undefined when all are values. */
export function missingAmong(operands: readonly Result[], trees: readonly Tree[]): Fault | Unknown | undefined {
  if (!anyLacking(operands)) return undefined;
  return worst(operands) ?? noneFault(trees[operands.indexOf(NONE)]!);
}

function missingOfTwo(left: Result, right: Result, tree: ArithmeticTree | CompareTree): Fault | Unknown | undefined {
  return isNoValue(left) || isNoValue(right) ? missingAmong([left, right], [tree.left, tree.right]) : undefined;
}

/** What stands in for a function over members some of which are no values; undefined when all are values. */
export function missingMembers(members: readonly Result[], args: readonly Result[], tree: CallTree): Fault | Unknown | undefined {
  if (!anyLacking(members)) return undefined;
  return worst(members) ?? missingAmong(args, tree.args) ?? noneMemberFault(tree.args[args.findIndex((arg) => isList(arg) && arg.includes(NONE))]!);
}

/** A result where true or false is needed. */
export function truthFrom(result: Result, tree: Tree): Truth {
  if (typeof result === 'boolean') return result;
  return isNoValue(result) ? missing(result, tree) : kindFault(tree, 'true or false');
}

/** A result where a list is needed. */
export function listFrom(result: Result, tree: Tree): ListValue | Fault | Unknown {
  if (isNoValue(result)) return missing(result, tree);
  return isList(result) ? result : kindFault(tree, 'a list');
}

export function operateArithmetic(tree: ArithmeticTree, left: Result, right: Result): Result {
  if (!isExact(left) || !isExact(right)) {
    return missingOfTwo(left, right, tree) ?? kindFault(isExact(left) ? tree.right : tree.left, 'a number');
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

export function operateCompare(tree: CompareTree, left: Result, right: Result): Truth {
  const lacking = missingOfTwo(left, right, tree);
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

/** `low` and `high` are undefined for ends that are left open. */
export function operateRange(tree: RangeTree, value: Result, low: Result | undefined, high: Result | undefined): Truth {
  const operands = [value, low, high].filter((operand) => operand !== undefined);
  const lacking = missingAmong(
    operands,
    [tree.value, tree.low, tree.high].filter((part) => part !== undefined),
  );
  if (lacking) return lacking;
  const words = orderIn(tree.value.type);
  const above = low === undefined ? 1 : orderOf(value as Datum, low as Datum, words);
  const below = high === undefined ? -1 : orderOf(value as Datum, high as Datum, words);
  if (above === undefined || below === undefined) return kindFault(tree, 'values with an order between them');
  return (above > 0 || (above === 0 && tree.lowIncluded)) && (below < 0 || (below === 0 && tree.highIncluded));
}

/** Whether the value equals some member: like `or` over the members. */
export function operateMember(tree: MemberTree, value: Result, list: Result): Truth {
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

/** The field of a record; `of` is the tree that gave the record. */
export function operateField(record: Result, field: string, of: Tree, tree: Tree): Result {
  if (isNoValue(record)) return missing(record, of);
  if (!isRecord(record)) return kindFault(of, 'a record');
  return record.get(field) ?? new Fault('formula/field', `The record has no field "${field}".`, tree.span);
}

export function operateIndex(tree: IndexTree, list: ListValue): Result {
  const found = list.at(tree.at > 0 ? tree.at - 1 : tree.at);
  if (found !== undefined) return found;
  const size = list.length === 1 ? '1 member' : `${list.length} members`;
  return new Fault('formula/index', `There is no member [${tree.at}]: the list has ${size}.`, tree.span);
}
