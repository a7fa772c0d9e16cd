/**
 * Built-in functions over members and dates as nodes of the intermediate form.
 * In: a call, its arguments lowered. Out: {@link Ir}; the meaning is that of `formula/functions`.
 */
import type { CallTree } from '../formula/tree.ts';
import { orderIn } from '../formula/order-values.ts';
import { ZERO, isExact, numerator } from '../values/exact.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { type Datum, isList, isRecord } from '../values/result.ts';
import {
  NotCompiled,
  arithmetic,
  boundsOf,
  choose,
  compareDays,
  compareNumbers,
  constantNumber,
  extreme,
  faultConstant,
  modulo,
  mapped,
  need,
  numberInfo,
  readLocal,
  toExact,
} from './build-ir.ts';
import { type Closed, type DateCall, type Fold, type Info, type Ir, MAY_FAULT } from './ir.ts';
import { listOf, mapList, memberInfo, solid } from './lower-list.ts';
import type { Scope } from './scope.ts';
import { isUsable, meanBounds, sumBounds, wholeBounds } from './number-bounds.ts';

const FOLDS: Readonly<Record<string, Fold>> = {
  sum: 'sum',
  count: 'count',
  min: 'least',
  max: 'greatest',
  mean: 'mean',
  median: 'median',
  'distinct values': 'distinct',
  last: 'last',
  'longest run': 'longestRun',
};

export function lowerCall(tree: CallTree, args: readonly Ir[], scope: Scope): Ir {
  switch (tree.name) {
    case 'modulo':
      return need(args, (a, b) => modulo(a!, b!));
    case 'days between':
      return dates('daysBetween', args, wholeBounds(-120_000, 120_000, 0));
    case 'whole months':
      return dates('wholeMonths', args, wholeBounds(-4_000, 4_000, 0));
    case 'whole years':
      return dates('wholeYears', args, wholeBounds(-400, 400, 0));
    case 'add months':
      return need(args, (date, months) => {
        const bounds = boundsOf(months!);
        if (!bounds?.whole) throw new NotCompiled('a number of months that is not whole');
        return { op: 'dateCall', name: 'addMonths', args: [date!, months!], scale: 10 ** bounds.places, info: { rep: { kind: 'date' }, may: MAY_FAULT } };
      });
    case 'working days':
      return workingDays(tree, args, scope);
    default: {
      const fold = Object.hasOwn(FOLDS, tree.name) ? FOLDS[tree.name] : undefined;
      if (!fold) throw new NotCompiled(`the function ${tree.name}`);
      return foldMembers(fold, tree, args);
    }
  }
}

const dates = (name: DateCall, args: readonly Ir[], bounds: ReturnType<typeof wholeBounds>): Ir =>
  need(args, (a, b) => ({ op: 'dateCall', name, args: [a!, b!], info: numberInfo(bounds) }));

function workingDays(tree: CallTree, args: readonly Ir[], scope: Scope): Ir {
  const calendar = tree.args[2]!;
  const closed = calendar.op === 'read' ? closedDays(scope.calendar(calendar.id)) : undefined;
  if (!closed) throw new NotCompiled('a calendar that is not known beforehand');
  return need(args.slice(0, 2), (from, to) => ({
    op: 'dateCall',
    name: 'workingDays',
    args: [from!, to!],
    closed,
    info: { rep: { kind: 'number', bounds: wholeBounds(0, 120_000, 0) }, may: MAY_FAULT },
  }));
}

function closedDays(calendar: Datum | undefined): Closed | undefined {
  if (calendar === undefined || !isRecord(calendar)) return undefined;
  const [weekend, holidays] = [calendar.get('weekend'), calendar.get('holidays')];
  if (!weekend || !holidays || !isList(weekend) || !isList(holidays) || !weekend.every(isExact)) return undefined;
  const days = holidays.filter((day) => day instanceof CalendarDate);
  if (days.length !== holidays.length) return undefined;
  return { weekend: new Set(weekend.map((day) => Number(numerator(day)))), holidays: new Set(days.map((day) => day.epochDay)) };
}

/** Lists among the arguments are opened; a missing member makes the whole missing. */
function foldMembers(fold: Fold, tree: CallTree, args: readonly Ir[]): Ir {
  if (fold === 'last')
    return need(args.map(solid), (list) => ({ op: 'fold', fold, list: list!, info: { ...memberInfo(list!), may: memberInfo(list!).may | MAY_FAULT } }));
  const lists = args.filter((arg) => arg.info.rep.kind === 'list');
  if (lists.length === 0 && (fold === 'sum' || fold === 'least' || fold === 'greatest') && orderIn(tree.type) === undefined) return foldScalars(fold, args);
  // What is missing among all of them, members too, is weighed at once: a fault before what is unknown, and that before none.
  const sound = args.map((arg) => (arg.info.rep.kind === 'list' ? need([arg], (list) => soundMembers(list!), { pass: true }) : arg));
  const joins = fold === 'sum' || fold === 'least' || fold === 'greatest';
  if (lists.length === 0) return need(sound, (...scalars) => foldList(fold, tree, listOf(scalars)));
  if (args.length === 1) return need(sound, (list) => foldList(fold, tree, list!));
  if (!joins || lists.length === args.length || orderIn(tree.type)) throw new NotCompiled(`${tree.name} of several lists`);
  return need(
    sound,
    (...values) => {
      const scalars = foldScalars(
        fold,
        values.filter((value) => value.info.rep.kind !== 'list'),
      );
      return values.filter((value) => value.info.rep.kind === 'list').reduce((rest, list) => withList(fold, tree, list, rest), scalars);
    },
    { name: true },
  );
}

/** The fold of single values joined by the members of a list, which may be empty. */
function withList(fold: 'sum' | 'least' | 'greatest', tree: CallTree, list: Ir, rest: Ir): Ir {
  return need(
    [rest],
    (value) => {
      const folded = foldList(fold, tree, list);
      if (fold === 'sum') return arithmetic('add', folded, value!);
      const both = need([folded], (one) => (value!.info.rep.kind === 'date' ? earlier(fold, one!, value!) : extreme(fold, one!, value!)));
      return choose(compareNumbers('=', foldList('count', tree, list), constantNumber(ZERO)), value!, both);
    },
    { name: true },
  );
}

function foldScalars(fold: 'sum' | 'least' | 'greatest', args: readonly Ir[]): Ir {
  return need(args, (...values) => {
    if (fold === 'sum') return values.reduce((a, b) => arithmetic('add', a, b));
    const days = values.every((value) => value.info.rep.kind === 'date');
    return values.reduce((a, b) => (days ? earlier(fold, a, b) : extreme(fold, a, b)));
  });
}

const earlier = (fold: 'least' | 'greatest', a: Ir, b: Ir): Ir =>
  need([a, b], (x, y) => ({ op: 'if', condition: compareDays(fold === 'least' ? '<' : '>', y!, x!), then: y!, else: x!, info: x!.info }), { name: true });

function soundMembers(list: Ir): Ir {
  const member = memberInfo(list);
  if (member.may === 0) return list;
  const rep = list.info.rep.kind === 'list' ? { ...list.info.rep, of: { rep: member.rep, may: 0 } } : list.info.rep;
  return { op: 'members', list, info: { rep, may: member.may } };
}

function foldList(fold: Fold, tree: CallTree, list: Ir): Ir {
  const { rep } = list.info;
  if (rep.kind !== 'list') throw new NotCompiled('a list that is none');
  const { of, most } = rep;
  const made = (info: Info, more: { readonly list?: Ir; readonly order?: readonly string[] } = {}): Ir => ({ op: 'fold', fold, list, ...more, info });
  const unlessEmpty = (info: Info): Info => ({ rep: info.rep, may: info.may | MAY_FAULT });
  if (fold === 'count' || fold === 'longestRun') return made(numberInfo(wholeBounds(0, Math.min(most ?? 2 ** 31, 2 ** 31), 0)));
  if (fold === 'distinct') {
    const whole = of.rep.kind === 'number' ? of.rep.bounds.whole : of.rep.kind === 'word' || of.rep.kind === 'date' || of.rep.kind === 'truth';
    if (!whole) throw new NotCompiled('distinct values of inexact numbers');
    return made(list.info);
  }
  if (of.rep.kind === 'nothing') return fold === 'sum' ? constantNumber(ZERO) : faultConstant('formula/empty-list');
  if (of.rep.kind === 'date' && (fold === 'least' || fold === 'greatest')) return made(unlessEmpty(of));
  const order = orderIn(tree.type);
  if (of.rep.kind === 'word' && order && (fold === 'least' || fold === 'greatest')) return made(unlessEmpty(of), { order });
  if (of.rep.kind === 'number' && most !== undefined) {
    const { bounds } = of.rep;
    if (fold === 'sum') {
      const sum = sumBounds(bounds, most);
      if (isUsable(sum)) return made(numberInfo(sum));
    } else if (fold === 'least' || fold === 'greatest') return made(unlessEmpty(of));
    else {
      const mean = meanBounds(bounds, fold === 'median' ? 2 : most);
      if (isUsable(mean)) return made(unlessEmpty(numberInfo(mean)));
    }
  }
  if (of.rep.kind !== 'number' && of.rep.kind !== 'exact') throw new NotCompiled(`${fold} of ${of.rep.kind}`);
  return made({ rep: { kind: 'exact' }, may: fold === 'sum' ? 0 : MAY_FAULT }, { list: exactList(list) });
}

/** The list with its members as exact ratios. */
function exactList(list: Ir): Ir {
  const firm = solid(list);
  return memberInfo(firm).rep.kind === 'exact' ? firm : mapList(firm, (local) => mapped(readLocal(local), toExact), false);
}
