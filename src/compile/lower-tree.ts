/**
 * Turns a typed formula tree into nodes of the intermediate form, with the same meaning as `formula/evaluate-formula.ts`.
 * In: a tree and a scope that answers names. Out: {@link Ir}. Throws {@link NotCompiled} for what compiled code does not do.
 */
import type { CallTree, CompareTree, RangeTree, Tree } from '../formula/tree.ts';
import { orderIn } from '../formula/order-values.ts';
import { isDate, isNoValue } from '../values/result.ts';
import {
  NotCompiled,
  absolute,
  arithmetic,
  choose,
  constantDay,
  constantNumber,
  constantTruth,
  constantWord,
  join,
  need,
  negate,
  newLocal,
  noneConstant,
  not,
  readLocal,
  round,
} from './build-ir.ts';
import { type Ir, type Local, MAY_FAULT, MAY_NONE, type Rep } from './ir.ts';
import { lowerCall } from './lower-call.ts';
import { lowerCompare } from './lower-compare.ts';
import { listOf, mapList, memberInfo, solid } from './lower-list.ts';
import type { Locals, Scope } from './scope.ts';
import { lowerConstant, raise } from './lower-datum.ts';
import { ONE, isExact } from '../values/exact.ts';
import type { Lowered } from './lowered.ts';

export function lowerTree(tree: Tree, scope: Scope, locals: Locals): Ir {
  const lower = (inner: Tree): Ir => lowerTree(inner, scope, locals);
  switch (tree.op) {
    case 'constant':
      return lowerConstant(tree.value, tree.type);
    case 'read':
      return scope.read(tree.id, tree.type);
    case 'local': {
      const found = locals.get(tree.name);
      if (!found) throw new NotCompiled(`the name ${tree.name}`);
      return found;
    }
    case 'field':
      return need([lower(tree.of)], (record) => fieldOf(record!, tree.field));
    case 'project':
      return throughList(lower(tree.of), (member) =>
        member.info.may ? need([member], (value) => fieldOf(value!, tree.field), { pass: true }) : fieldOf(member, tree.field),
      );
    case 'index':
      return need([solid(lower(tree.of))], (list) => ({
        op: 'at',
        list: list!,
        at: tree.at,
        info: { rep: memberInfo(list!).rep, may: memberInfo(list!).may | MAY_FAULT },
      }));
    case 'filter':
      return need([solid(lower(tree.of))], (list) => {
        const local = newLocal(memberInfo(list!));
        const condition = known(lowerTree(tree.where, scope, bound(locals, 'item', local)));
        return { op: 'filter', list: list!, local, condition, info: { rep: list!.info.rep, may: condition.info.may } };
      });
    case 'for':
      return need([lower(tree.in)], (list) => mapList(list!, (local) => lowerTree(tree.return, scope, bound(locals, tree.local, local)), false));
    case 'some':
    case 'every':
      return need([solid(lower(tree.in))], (list) => {
        const local = newLocal(memberInfo(list!));
        const condition = known(lowerTree(tree.satisfies, scope, bound(locals, tree.local, local)));
        return { op: 'quantify', list: list!, local, condition, decisive: tree.op === 'some', info: { rep: { kind: 'truth' }, may: condition.info.may } };
      });
    case 'if':
      return choose(lower(tree.condition), lower(tree.then), lower(tree.else));
    case 'and':
    case 'or':
      return join(
        tree.op === 'or',
        tree.operands.map((operand) => truth(lower(operand))),
      );
    case 'not':
      return need([lower(tree.operand)], (value) => not(value!));
    case 'negate':
      return need([lower(tree.operand)], (value) => negate(value!));
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return need([lower(tree.left), lower(tree.right)], (left, right) => arithmetic(tree.op, left!, right!));
    case 'compare':
      return need([lower(tree.left), lower(tree.right)], (left, right) => lowerCompare(tree, left!, right!));
    case 'range':
      return lowerRange(tree, lower);
    case 'member':
      return need([lower(tree.value), solid(lower(tree.list))], (value, list) => lowerMember(value!, list!));
    case 'list':
      return listOf(tree.items.map(lower));
    case 'call':
      return callBuiltIn(tree, scope, lower);
    case 'apply':
      return scope.apply(tree, tree.args.map(lower));
  }
}

const bound = (locals: Locals, name: string, local: Local): Locals => new Map([...locals, [name, readLocal(local)]]);

function truth(ir: Ir): Ir {
  if (ir.info.rep.kind !== 'truth' && ir.info.rep.kind !== 'nothing') throw new NotCompiled('a truth that is none');
  return ir;
}

/** A condition: none is a fault there. */
const known = (ir: Ir): Ir => (truth(ir).info.may & MAY_NONE ? need([ir], (value) => value!) : ir);

function fieldOf(record: Ir, name: string): Ir {
  const { rep } = record.info;
  const field = rep.kind === 'record' ? rep.fields.get(name) : undefined;
  if (!field) throw new NotCompiled(`the field ${name}`);
  return { op: 'field', of: record, index: field.index, info: field.info };
}

const throughList = (list: Ir, body: (member: Ir) => Ir): Ir => need([list], (known) => mapList(known!, (local) => body(readLocal(local)), false));

function lowerRange(tree: RangeTree, lower: (inner: Tree) => Ir): Ir {
  const ends = [tree.low, tree.high].filter((end) => end !== undefined);
  const order = orderIn(tree.value.type);
  return need(
    [lower(tree.value), ...ends.map(lower)],
    (value, ...bounds) => {
      const low = tree.low ? bounds[0] : undefined;
      const high = tree.high ? bounds.at(-1) : undefined;
      const compare = (comparator: CompareTree['comparator'], end: Ir): Ir => lowerCompare({ comparator, order }, value!, end);
      return join(false, [...(low ? [compare(tree.lowIncluded ? '>=' : '>', low)] : []), ...(high ? [compare(tree.highIncluded ? '<=' : '<', high)] : [])]);
    },
    { name: true },
  );
}

/** Whether a value equals some member, both being values. */
function lowerMember(value: Ir, list: Ir): Ir {
  const member = memberInfo(list);
  if (list.op === 'constant' && Array.isArray(list.value) && member.may === 0) {
    const each = (list.value as readonly Lowered[]).map((item) => constantOf(item, member.rep));
    return need(
      [value],
      (named) =>
        join(
          true,
          each.map((item) => lowerCompare({ comparator: '=' }, named!, item)),
        ),
      { name: true },
    );
  }
  if (list.op === 'list')
    return need(
      [value],
      (named) =>
        join(
          true,
          list.items.map((item) => need([item], (one) => lowerCompare({ comparator: '=' }, named!, one!))),
        ),
      { name: true },
    );
  const may = member.may & MAY_NONE ? (member.may & ~MAY_NONE) | MAY_FAULT : member.may;
  const local = newLocal(member);
  return need(
    [value],
    (named) => {
      const condition = need([readLocal(local)], (one) => lowerCompare({ comparator: '=' }, named!, one!));
      return { op: 'quantify', list, local, condition, decisive: true, info: { rep: { kind: 'truth' }, may } };
    },
    { name: true },
  );
}

/** A member of a constant list as a constant of its own. */
function constantOf(value: Lowered, rep: Rep): Ir {
  const raised = raise(value, rep);
  if (isNoValue(raised) || typeof raised === 'object') {
    if (isExact(raised)) return constantNumber(raised);
    if (isDate(raised)) return constantDay(raised.epochDay);
    throw new NotCompiled('membership among lists or records');
  }
  return typeof raised === 'string' ? constantWord(raised) : constantTruth(raised);
}

function callBuiltIn(tree: CallTree, scope: Scope, lower: (inner: Tree) => Ir): Ir {
  const args: readonly Ir[] = tree.args.map((arg) => (arg.op === 'read' && arg.type.kind === 'calendar' ? noneConstant : lower(arg)));
  switch (tree.name) {
    case 'present': {
      const value = args[0]!;
      if (value.info.may === 0) return constantTruth(true);
      return { op: 'present', a: value, info: { rep: { kind: 'truth' }, may: value.info.may & ~MAY_NONE } };
    }
    case 'floor':
      return need(args, (value) => round(value!, ONE, 'floor'));
    case 'ceiling':
      return need(args, (value) => round(value!, ONE, 'ceiling'));
    case 'abs':
      return need(args, (value) => absolute(value!));
    default:
      return lowerCall(tree, args, scope);
  }
}
