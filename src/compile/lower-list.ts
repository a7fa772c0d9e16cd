/**
 * Lists of nodes, and nodes that go through a list.
 * In: nodes. Out: nodes whose members are all carried alike; what a list may hold is known beforehand.
 */
import { NotCompiled, TRUTH, choose, mapped, newLocal, sure, toExact } from './build-ir.ts';
import { type Info, type Ir, type Local, MAY_FAULT, MAY_NONE, MAY_UNKNOWN } from './ir.ts';

export function memberInfo(list: Ir): Info {
  if (list.info.rep.kind !== 'list') throw new NotCompiled('a list that is none');
  return list.info.rep.of;
}

/**
 * The list with members that may be named: none of them an inexact number. Where the list is made here, its members become exact ratios.
 */
export function solid(list: Ir): Ir {
  const { rep } = list.info;
  if (rep.kind !== 'list' || !isInexact(rep.of)) return list;
  const info: Info = { rep: { ...rep, of: { rep: { kind: 'exact' }, may: rep.of.may } }, may: list.info.may };
  switch (list.op) {
    case 'map':
      return { ...list, body: mapped(list.body, toExact), info };
    case 'list':
      return { ...list, items: list.items.map((item) => mapped(item, toExact)), info };
    case 'members':
      return { ...list, list: solid(list.list), info };
    case 'bind':
    case 'let':
      return { ...list, body: solid(list.body), info };
    case 'if':
      return { ...list, then: solid(list.then), else: solid(list.else), info };
    default:
      throw new NotCompiled('a list of inexact numbers');
  }
}

const isInexact = ({ rep }: Info): boolean => rep.kind === 'number' && !rep.bounds.whole;

export function mapList(of: Ir, body: (local: Local) => Ir, keepMissing: boolean): Ir {
  const list = solid(of);
  const member = memberInfo(list);
  const local = newLocal(keepMissing ? { rep: member.rep, may: member.may & MAY_NONE } : member);
  const made = body(local);
  const kept = keepMissing ? member.may & (MAY_UNKNOWN | MAY_FAULT) : 0;
  const most = list.info.rep.kind === 'list' ? list.info.rep.most : undefined;
  return { op: 'map', list, local, body: made, keepMissing, info: sure({ kind: 'list', of: { rep: made.info.rep, may: made.info.may | kept }, most }) };
}

/** A list of nodes that are all carried alike. */
export function listOf(items: readonly Ir[]): Ir {
  const [first, ...rest] = items;
  if (!first) return { op: 'constant', value: [], info: sure({ kind: 'list', of: { rep: { kind: 'nothing' }, may: 0 }, most: 0 }) };
  const folded = rest.reduce((all, item) => choose({ op: 'local', local: PLACEHOLDER, info: TRUTH }, all, item), first);
  const { rep, may } = folded.info;
  const at = items.map((item) => carriedAs(item, folded));
  if (at.every((item) => item.op === 'constant')) {
    return { op: 'constant', value: at.map((item) => item.value), info: sure({ kind: 'list', of: { rep, may }, most: items.length }) };
  }
  return { op: 'list', items: at, info: sure({ kind: 'list', of: { rep, may }, most: items.length }) };
}

const PLACEHOLDER = newLocal(TRUTH);

/** The item carried in the same way as `model`. */
function carriedAs(item: Ir, model: Ir): Ir {
  const [, same] = model.info.rep.kind === 'nothing' ? [model, item] : pair(model, item);
  return same!;
}
function pair(model: Ir, item: Ir): readonly [Ir, Ir] {
  const either = choose({ op: 'local', local: PLACEHOLDER, info: TRUTH }, model, item);
  return either.op === 'if' ? [either.then, either.else] : [model, item];
}
