/**
 * The exact evaluator: each tree is made into a function once, and `operate.ts` says what each operator makes of its operands.
 * In: a typed tree, and how an environment reads ids and applies tables and term functions. Out: a function from an environment to a {@link Result}.
 * Each local is one link of a chain, so that going through a list copies nothing. Two numbers go the short way to `exact.ts`, and
 * two texts are compared where they stand; everything else goes to `operate.ts`, which answers for these the same.
 */
import { add, compare, divide, equals, isExact, isZero, multiply, negate, subtract } from '../values/exact.ts';
import { Fault, type ListValue, type Result, Unknown, isList, isNoValue, unknown } from '../values/result.ts';
import type { BuiltIn } from './functions/built-in.ts';
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
import { type Truth, conjunction, disjunction, negation } from './three-valued.ts';
import type { ApplyTree, ArithmeticTree, CallTree, CompareTree, FilterTree, LocalTree, LogicTree, QuantifiedTree, RangeTree, ReadTree, Tree } from './tree.ts';

/** A local name with its value, and the names outside it. */
export interface Frame {
  readonly name: string;
  readonly value: Result;
  readonly outer: Frame | undefined;
}

/** A tree as a function. */
export type Prepared<E> = (environment: E, frame: Frame | undefined) => Result;

/** How an environment answers for ids: looked up once for each place in a formula. */
export interface Link<E> {
  read(id: string): (environment: E) => Result;
  apply(id: string): (environment: E, args: readonly Result[]) => Result;
}

/** The function of a tree. It never throws for a tree that the checker made, unless the environment does. */
export function prepareTree<E>(tree: Tree, link: Link<E>): Prepared<E> {
  const prepare = (part: Tree): Prepared<E> => prepareTree(part, link);
  switch (tree.op) {
    case 'constant': {
      const { value } = tree;
      return () => value;
    }
    case 'read':
      return prepareRead(tree, link);
    case 'local':
      return prepareLocal(tree);
    case 'field': {
      const of = prepare(tree.of);
      return (environment, frame) => operateField(of(environment, frame), tree.field, tree.of, tree);
    }
    case 'project':
      return eachOf(tree.of, link, () => (member) => (isNoValue(member) ? member : operateField(member, tree.field, tree.of, tree)));
    case 'index': {
      const list = listOf(tree.of, link);
      return (environment, frame) => {
        const found = list(environment, frame);
        return isList(found) ? operateIndex(tree, found) : found;
      };
    }
    case 'filter':
      return prepareFilter(tree, link);
    case 'for': {
      const made = prepare(tree.return);
      return eachOf(tree.in, link, (environment, outer) => (member) => made(environment, { name: tree.local, value: member, outer }));
    }
    case 'some':
    case 'every':
      return prepareQuantified(tree, link);
    case 'if': {
      const [condition, then, otherwise] = [truthOf(tree.condition, link), prepare(tree.then), prepare(tree.else)];
      return (environment, frame) => {
        const holds = condition(environment, frame);
        if (holds === true) return then(environment, frame);
        return holds === false ? otherwise(environment, frame) : holds;
      };
    }
    case 'and':
    case 'or':
      return prepareLogic(tree, link);
    case 'not': {
      const operand = truthOf(tree.operand, link);
      return (environment, frame) => negation(operand(environment, frame));
    }
    case 'negate': {
      const operand = prepare(tree.operand);
      return (environment, frame) => {
        const value = operand(environment, frame);
        if (isExact(value)) return negate(value);
        return isNoValue(value) ? missing(value, tree.operand) : kindFault(tree.operand, 'a number');
      };
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return prepareArithmetic(tree, link);
    case 'compare':
      return prepareCompare(tree, link);
    case 'range':
      return prepareRange(tree, link);
    case 'member': {
      const [value, list] = [prepare(tree.value), prepare(tree.list)];
      return (environment, frame) => operateMember(tree, value(environment, frame), list(environment, frame));
    }
    case 'list': {
      const items = tree.items.map(prepare);
      return (environment, frame) => Object.freeze(all(items, environment, frame));
    }
    case 'call':
      return prepareCall(tree, link);
    case 'apply':
      return prepareApply(tree, link);
  }
}

function all<E>(parts: readonly Prepared<E>[], environment: E, frame: Frame | undefined): Result[] {
  const results: Result[] = [];
  for (let at = 0; at < parts.length; at++) results.push(parts[at]!(environment, frame));
  return results;
}

/** A fault that arose outside any formula is placed where this one met it. */
const placed = (result: Result, tree: Tree): Result =>
  !isExact(result) && result instanceof Fault && result.span === undefined ? new Fault(result.code, result.message, tree.span) : result;

function prepareRead<E>(tree: ReadTree, link: Link<E>): Prepared<E> {
  const read = link.read(tree.id);
  return (environment) => placed(read(environment), tree);
}

function prepareLocal<E>(tree: LocalTree): Prepared<E> {
  const { name } = tree;
  return (_, frame) => {
    for (let link = frame; link; link = link.outer) if (link.name === name) return link.value;
    return new Fault('formula/local', `The name "${name}" was given no value.`, tree.span);
  };
}

function prepareApply<E>(tree: ApplyTree, link: Link<E>): Prepared<E> {
  const apply = link.apply(tree.id);
  const parts = tree.args.map((part) => prepareTree(part, link));
  return (environment, frame) => {
    const args = all(parts, environment, frame);
    return missingAmong(args, tree.args) ?? placed(apply(environment, args), tree);
  };
}

function truthOf<E>(tree: Tree, link: Link<E>): (environment: E, frame: Frame | undefined) => Truth {
  const prepared = prepareTree(tree, link);
  return (environment, frame) => truthFrom(prepared(environment, frame), tree);
}

function listOf<E>(tree: Tree, link: Link<E>): (environment: E, frame: Frame | undefined) => ListValue | Fault | Unknown {
  const prepared = prepareTree(tree, link);
  return (environment, frame) => listFrom(prepared(environment, frame), tree);
}

/** A list made of another, member by member. */
function eachOf<E>(tree: Tree, link: Link<E>, made: (environment: E, frame: Frame | undefined) => (member: Result) => Result): Prepared<E> {
  const list = listOf(tree, link);
  return (environment, frame) => {
    const found = list(environment, frame);
    if (!isList(found)) return found;
    const make = made(environment, frame);
    const results: Result[] = [];
    for (let at = 0; at < found.length; at++) results.push(make(found[at]!));
    return Object.freeze(results);
  };
}

function prepareArithmetic<E>(tree: ArithmeticTree, link: Link<E>): Prepared<E> {
  const [left, right] = [prepareTree(tree.left, link), prepareTree(tree.right, link)];
  switch (tree.op) {
    case 'add':
      return (environment, frame) => {
        const a = left(environment, frame);
        const b = right(environment, frame);
        return isExact(a) && isExact(b) ? add(a, b) : operateArithmetic(tree, a, b);
      };
    case 'subtract':
      return (environment, frame) => {
        const a = left(environment, frame);
        const b = right(environment, frame);
        return isExact(a) && isExact(b) ? subtract(a, b) : operateArithmetic(tree, a, b);
      };
    case 'multiply':
      return (environment, frame) => {
        const a = left(environment, frame);
        const b = right(environment, frame);
        return isExact(a) && isExact(b) ? multiply(a, b) : operateArithmetic(tree, a, b);
      };
    case 'divide':
      return (environment, frame) => {
        const a = left(environment, frame);
        const b = right(environment, frame);
        return isExact(a) && isExact(b) && !isZero(b) ? divide(a, b) : operateArithmetic(tree, a, b);
      };
  }
}

function prepareCompare<E>(tree: CompareTree, link: Link<E>): Prepared<E> {
  const [left, right] = [prepareTree(tree.left, link), prepareTree(tree.right, link)];
  const { comparator } = tree;
  if (comparator === '=' || comparator === '!=') {
    const wanted = comparator === '=';
    return (environment, frame) => {
      const a = left(environment, frame);
      const b = right(environment, frame);
      if (typeof a === 'string' && typeof b === 'string') return (a === b) === wanted;
      return isExact(a) && isExact(b) ? equals(a, b) === wanted : operateCompare(tree, a, b);
    };
  }
  /** Of two numbers, by whether the left one lies below or above, or they are equal. */
  const [below, same, above] = [comparator.startsWith('<'), comparator.endsWith('='), comparator.startsWith('>')];
  return (environment, frame) => {
    const a = left(environment, frame);
    const b = right(environment, frame);
    if (!isExact(a) || !isExact(b)) return operateCompare(tree, a, b);
    const order = compare(a, b);
    return order < 0 ? below : order > 0 ? above : same;
  };
}

function prepareRange<E>(tree: RangeTree, link: Link<E>): Prepared<E> {
  const value = prepareTree(tree.value, link);
  const low = tree.low && prepareTree(tree.low, link);
  const high = tree.high && prepareTree(tree.high, link);
  return (environment, frame) => operateRange(tree, value(environment, frame), low?.(environment, frame), high?.(environment, frame));
}

function prepareLogic<E>(tree: LogicTree, link: Link<E>): Prepared<E> {
  const operands = tree.operands.map((operand) => truthOf(operand, link));
  const decisive = tree.op === 'or';
  const joined = decisive ? disjunction : conjunction;
  return (environment, frame) => {
    let truth: Truth = !decisive;
    for (let at = 0; at < operands.length; at++) {
      truth = joined(truth, operands[at]!(environment, frame));
      if (truth === decisive) return truth;
    }
    return truth;
  };
}

function prepareQuantified<E>(tree: QuantifiedTree, link: Link<E>): Prepared<E> {
  const [list, satisfies] = [listOf(tree.in, link), truthOf(tree.satisfies, link)];
  const decisive = tree.op === 'some';
  const joined = decisive ? disjunction : conjunction;
  return (environment, outer) => {
    const found = list(environment, outer);
    if (!isList(found)) return found;
    let truth: Truth = !decisive;
    for (let at = 0; at < found.length; at++) {
      truth = joined(truth, satisfies(environment, { name: tree.local, value: found[at]!, outer }));
      if (truth === decisive) return truth;
    }
    return truth;
  };
}

/** A member about which the condition is unknown may belong to the list or not: the list is unknown. */
function prepareFilter<E>(tree: FilterTree, link: Link<E>): Prepared<E> {
  const [list, where] = [listOf(tree.of, link), truthOf(tree.where, link)];
  return (environment, outer) => {
    const found = list(environment, outer);
    if (!isList(found)) return found;
    const kept: Result[] = [];
    let facts: string[] | undefined;
    for (let at = 0; at < found.length; at++) {
      const value = found[at]!;
      const truth = where(environment, { name: 'item', value, outer });
      if (truth === true) kept.push(value);
      else if (truth instanceof Fault) return truth;
      else if (truth instanceof Unknown) (facts ??= []).push(...truth.facts);
    }
    return facts ? unknown(...facts) : Object.freeze(kept);
  };
}

/** The members of all lists, and what is no list as it is. */
function opened(args: readonly Result[]): readonly Result[] {
  const [only] = args;
  if (args.length === 1 && isList(only!)) return only;
  for (let at = 0; at < args.length; at++) if (isList(args[at]!)) return args.flatMap((arg): readonly Result[] => (isList(arg) ? arg : [arg]));
  return args;
}

function prepareCall<E>(tree: CallTree, link: Link<E>): Prepared<E> {
  const builtIn = findBuiltIn(tree.name);
  if (!builtIn) return () => new Fault('formula/unknown-function', `There is no function "${tree.name}".`, tree.span);
  const parts = tree.args.map((part) => prepareTree(part, link));
  switch (builtIn.takes) {
    case 'anything':
      return (environment, frame) => builtIn.evaluate(all(parts, environment, frame), tree);
    case 'values':
      return (environment, frame) => {
        const args = all(parts, environment, frame);
        return missingAmong(args, tree.args) ?? builtIn.evaluate(args, tree);
      };
    case 'members': {
      const { ofTwoNumbers } = builtIn;
      const [first, second] = parts;
      if (ofTwoNumbers && second && parts.length === 2) {
        return (environment, frame) => {
          const a = first!(environment, frame);
          const b = second(environment, frame);
          return isExact(a) && isExact(b) ? ofTwoNumbers(a, b) : ofMembers(builtIn, [a, b], tree);
        };
      }
      return (environment, frame) => ofMembers(builtIn, all(parts, environment, frame), tree);
    }
  }
}

function ofMembers(builtIn: BuiltIn, args: readonly Result[], tree: CallTree): Result {
  const members = opened(args);
  return missingMembers(members, args, tree) ?? builtIn.evaluate(members, tree);
}
