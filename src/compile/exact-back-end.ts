/**
 * The simple back end that is always exact: it walks the nodes with BigInt ratios, never with floating point.
 * In: a program, lowered facts. Out: lowered outputs. It settles what the fast back ends leave undecided, and is their second opinion in tests.
 */
import { Fault, NONE, Unknown } from '../values/result.ts';
import { type Exact, isExact, ratio, toText } from '../values/exact.ts';
import { roundRatio } from '../values/rounding.ts';
import { holds } from './build-ir.ts';
import { callExact } from './call-exact.ts';
import { placesOf } from './carried-node.ts';
import { callDate } from './call-date.ts';
import { type GatheredSource, gather } from './gather.ts';
import type { Ir, IrOf, Local, Rep, Slot } from './ir.ts';
import type { Lowered, LoweredRecord } from './lowered.ts';
import { BY_ZERO, EMPTY, NONE_MET, NO_MEMBER, isMissing, joinTruths, plainWord, worstOf } from './missing.ts';
import type { Program } from './program.ts';

/** A ratio that is not in lowest terms; the denominator is positive. */
class Ratio {
  constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}
}

type Value = Lowered | Ratio | readonly Value[] | readonly GatheredSource[];

/** What is known already when a single node is asked for. */
export interface Known {
  readonly facts: readonly Lowered[];
  /** Values of slots by place; only whole numbers and what is no number are taken from here. */
  readonly slots?: readonly (Lowered | undefined)[] | undefined;
  /** The variables of the loops around the node, by id. */
  readonly locals?: ReadonlyMap<number, Lowered> | undefined;
}

export class ExactBackEnd {
  private readonly factAt = new Map<object, number>();
  private readonly slotAt = new Map<Slot, number>();
  private facts: readonly Lowered[] = [];
  private given: Known['slots'];
  private locals = new Map<number, Value>();
  private done = new Map<Slot, Value>();

  constructor(private readonly programme: Program) {
    for (const [at, fact] of programme.facts.entries()) this.factAt.set(fact, at);
    for (const [at, slot] of programme.slots.entries()) this.slotAt.set(slot, at);
  }

  /** All outputs of a record. */
  run(facts: readonly Lowered[]): readonly Lowered[] {
    this.begin({ facts });
    return this.programme.outputs.map((output) => carried(this.value(output), output.info.rep));
  }

  /** One node of a record, in the form in which a fast back end carries it; an inexact number as an exact ratio. */
  answer(ir: Ir, known: Known): Lowered {
    this.begin(known);
    return carried(this.value(ir), ir.info.rep);
  }

  private begin({ facts, slots, locals }: Known): void {
    this.facts = facts;
    this.given = slots;
    this.locals = new Map(locals);
    this.done = new Map();
  }

  private value(ir: Ir): Value {
    switch (ir.op) {
      case 'constant':
        return ir.value;
      case 'fact':
        return this.facts[this.factAt.get(ir.fact)!]!;
      case 'slot':
        return this.slotValue(ir.slot);
      case 'local':
        return this.localValue(ir.local);
      case 'field':
        return (this.value(ir.of) as LoweredRecord)[`f${ir.index}`]!;
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
      case 'checkedDivide':
        return this.calculate(ir);
      case 'negate': {
        const a = this.number(ir.a);
        return new Ratio(-a.n, a.d);
      }
      case 'absolute': {
        const a = this.number(ir.a);
        return a.n < 0n ? new Ratio(-a.n, a.d) : a;
      }
      case 'rescale': {
        const a = this.number(ir.a);
        const moved = placesOf(ir) - placesOf(ir.a);
        return ir.factor === 10 ** moved ? a : new Ratio(a.n * BigInt(ir.factor), a.d * 10n ** BigInt(moved));
      }
      case 'least':
      case 'greatest': {
        const [a, b] = [this.number(ir.a), this.number(ir.b)];
        return compare(b, a) * (ir.op === 'least' ? -1 : 1) > 0 ? b : a;
      }
      case 'round': {
        const places = placesOf(ir.a);
        const a = this.number(ir.a);
        const [n, d] = [a.n * 10n ** BigInt(places), a.d * BigInt(ir.step)];
        const steps = n % d === 0n ? n / d : roundRatio(n, d, ir.mode);
        return new Ratio(steps * BigInt(ir.step), 10n ** BigInt(places));
      }
      case 'modulo': {
        const [a, b] = [this.number(ir.a), this.number(ir.b)];
        if (b.n === 0n) return BY_ZERO;
        const quotient = floor(a.n * b.d, a.d * b.n);
        return new Ratio(a.n * b.d - quotient * b.n * a.d, a.d * b.d);
      }
      case 'toExact':
        return this.number(ir.a);
      case 'exactCall': {
        const args = ir.args.map((arg) => this.exact(arg));
        const found = callExact(ir.name, args, ir.step, ir.mode);
        return typeof found === 'number' ? new Ratio(BigInt(found), 1n) : found;
      }
      case 'compare':
        return holds(ir.comparator, this.order(ir.a, ir.b));
      case 'same':
        return (this.value(ir.a) === this.value(ir.b)) !== ir.negated;
      case 'rank':
        return ir.order.indexOf(this.value(ir.a) as string);
      case 'not':
        return !this.value(ir.a);
      case 'join':
        return this.join(ir);
      case 'if':
        return this.value(this.value(ir.condition) === true ? ir.then : ir.else);
      case 'bind':
        return this.bind(ir);
      case 'let':
        this.locals.set(ir.local.id, this.value(ir.value));
        return this.value(ir.body);
      case 'present': {
        const a = this.value(ir.a);
        return a instanceof Unknown || a instanceof Fault ? a : a !== NONE;
      }
      case 'isTrue':
        return this.value(ir.a) === true;
      case 'settle': {
        const verdict = this.value(ir.verdict);
        return verdict === true ? (worstOf(ir.values.map((each) => this.value(each))) ?? true) : verdict;
      }
      case 'fired':
        return this.fired(ir);
      case 'list':
        return ir.items.map((item) => this.value(item));
      case 'map':
        return this.members(ir.list).map((member) =>
          ir.keepMissing && (member instanceof Unknown || member instanceof Fault) ? member : this.within(ir.local, member, ir.body),
        );
      case 'filter':
        return this.filter(ir);
      case 'quantify':
        return this.quantify(ir);
      case 'members': {
        const list = this.members(ir.list);
        return list.some(isMissing) ? (worstOf(list) ?? NONE) : list;
      }
      case 'fold':
        return this.fold(ir);
      case 'at':
        return this.members(ir.list).at(ir.at > 0 ? ir.at - 1 : ir.at) ?? NO_MEMBER;
      case 'dateCall':
        return this.dateCall(ir);
      case 'piece':
      case 'pieceExact':
      case 'pieceWord':
      case 'pieceTruth':
        return this.piece(ir);
      case 'lookup': {
        const at = ir.pieces.reduce((base, piece, column) => base * ir.sizes[column]! + (this.value(piece) as number), 0);
        return ir.answers[ir.grid[at]!]!;
      }
      case 'gather':
        return gather(ir.scheme, this.value(ir.ratings) as readonly Lowered[]);
      case 'gathered':
        return this.gathered(ir);
      case 'foreign':
        return ir.answer(ir.args.map((arg) => carried(this.value(arg), arg.info.rep)));
    }
  }

  private slotValue(slot: Slot): Value {
    const done = this.done.get(slot);
    if (done !== undefined) return done;
    const given = this.given && isSolid(slot.ir.info.rep) ? this.given[this.slotAt.get(slot)!] : undefined;
    const value = given ?? this.value(slot.ir);
    this.done.set(slot, value);
    return value;
  }

  private localValue(local: Local): Value {
    const known = this.locals.get(local.id);
    if (known !== undefined) return known;
    if (!local.source) throw new TypeError('The variable of a loop has no value.');
    const value = this.value(local.source);
    this.locals.set(local.id, value);
    return value;
  }

  private number(ir: Ir): Ratio {
    return ratioOf(this.value(ir), ir.info.rep);
  }

  private exact(ir: Ir): Exact {
    const { n, d } = this.number(ir);
    return ratio(n, d);
  }

  private order(a: Ir, b: Ir): number {
    if (a.info.rep.kind === 'date') return (this.value(a) as number) - (this.value(b) as number);
    return compare(this.number(a), this.number(b));
  }

  private calculate(ir: IrOf<'add' | 'subtract' | 'multiply' | 'divide' | 'checkedDivide'>): Value {
    const [a, b] = [this.number(ir.a), this.number(ir.b)];
    switch (ir.op) {
      case 'add':
        return new Ratio(a.n * b.d + b.n * a.d, a.d * b.d);
      case 'subtract':
        return new Ratio(a.n * b.d - b.n * a.d, a.d * b.d);
      case 'multiply':
        return new Ratio(a.n * b.n, a.d * b.d);
      default:
        if (b.n === 0n) return BY_ZERO;
        return b.n < 0n ? new Ratio(-a.n * b.d, -b.n * a.d) : new Ratio(a.n * b.d, a.d * b.n);
    }
  }

  private join(ir: IrOf<'join'>): Value {
    let truth: Value = !ir.decisive;
    for (const operand of ir.operands) {
      truth = joinTruths(ir.decisive, truth as Lowered, this.value(operand) as Lowered);
      if (truth === ir.decisive) return truth;
    }
    return truth;
  }

  private bind(ir: IrOf<'bind'>): Value {
    const values = ir.values.map((value) => this.value(value));
    if (values.some(isMissing)) return ir.pass ? values.find(isMissing)! : (worstOf(values) ?? NONE_MET);
    for (const [at, local] of ir.locals.entries()) this.locals.set(local.id, values[at]!);
    return this.value(ir.body);
  }

  private members(list: Ir): readonly Value[] {
    return this.value(list) as readonly Value[];
  }

  /** The body for one member; names that it gave to values of this member are forgotten. */
  private within(local: Local, member: Value, body: Ir): Value {
    const outer = this.locals;
    this.locals = new Map(outer).set(local.id, member);
    const value = this.value(body);
    this.locals = outer;
    return value;
  }

  private filter(ir: IrOf<'filter'>): Value {
    const kept: Value[] = [];
    const open: Unknown[] = [];
    for (const member of this.members(ir.list)) {
      const truth = this.within(ir.local, member, ir.condition);
      if (truth instanceof Fault) return truth;
      if (truth instanceof Unknown) open.push(truth);
      else if (truth === true) kept.push(member);
    }
    return open.length > 0 ? worstOf(open)! : kept;
  }

  private quantify(ir: IrOf<'quantify'>): Value {
    let truth: Lowered = !ir.decisive;
    for (const member of this.members(ir.list)) {
      truth = joinTruths(ir.decisive, truth, this.within(ir.local, member, ir.condition) as Lowered);
      if (truth === ir.decisive) return truth;
    }
    return truth;
  }

  private fired(ir: IrOf<'fired'>): Value {
    const settled = ir.rules.map((rule) => this.value(rule.settled));
    const open = worstOf(settled);
    if (open) return open;
    return ir.rules.flatMap((rule, at) =>
      settled[at] === true
        ? [{ f0: this.value(rule.id) as string, f1: plainWord(this.value(rule.code)) ?? (this.value(rule.id) as string) } as LoweredRecord]
        : [],
    );
  }

  private fold(ir: IrOf<'fold'>): Value {
    const list = this.members(ir.list);
    const { rep } = ir.list.info;
    const of = rep.kind === 'list' ? rep.of.rep : rep;
    const numbers = (): readonly Ratio[] => list.map((member) => ratioOf(member, of));
    switch (ir.fold) {
      case 'count':
        return list.length;
      case 'sum':
        return numbers().reduce(plus, new Ratio(0n, 1n));
      case 'last':
        return list.at(-1) ?? EMPTY;
      case 'distinct':
        return [
          ...new Map(
            list.map((member) => [typeof member === 'number' || member instanceof Ratio || isExact(member) ? textOf(ratioOf(member, of)) : member, member]),
          ).values(),
        ];
      case 'longestRun': {
        let [longest, run] = [0, 0];
        for (const member of list) longest = Math.max(longest, (run = member === true ? run + 1 : 0));
        return longest;
      }
      case 'mean': {
        if (list.length === 0) return EMPTY;
        const { n, d } = numbers().reduce(plus);
        return new Ratio(n, d * BigInt(list.length));
      }
      case 'median': {
        if (list.length === 0) return EMPTY;
        const sorted = [...numbers()].sort(compare);
        const upper = sorted[sorted.length >> 1]!;
        if (sorted.length % 2 === 1) return upper;
        const { n, d } = plus(sorted[(sorted.length >> 1) - 1]!, upper);
        return new Ratio(n, d * 2n);
      }
      case 'least':
      case 'greatest':
        return this.extreme(ir, list, of);
    }
  }

  private extreme(ir: IrOf<'fold'>, list: readonly Value[], of: Rep): Value {
    if (list.length === 0) return EMPTY;
    const sign = ir.fold === 'least' ? -1 : 1;
    const rank = (value: Value): number => (ir.order ? ir.order.indexOf(value as string) : (value as number));
    const order = (a: Value, b: Value): number => (of.kind === 'word' || of.kind === 'date' ? rank(a) - rank(b) : compare(ratioOf(a, of), ratioOf(b, of)));
    return list.reduce((found, member) => (order(member, found) * sign > 0 ? member : found));
  }

  private dateCall(ir: IrOf<'dateCall'>): Value {
    const args = ir.args.map((arg) => (arg.info.rep.kind === 'number' ? this.number(arg) : (this.value(arg) as number)));
    const plain = args.map((arg) => {
      if (!(arg instanceof Ratio)) return arg;
      const scaled = arg.n * BigInt(ir.scale ?? 1);
      return Number(scaled / arg.d);
    });
    return callDate(ir.name, plain, ir.closed, ir.scale);
  }

  private piece(ir: IrOf<'piece' | 'pieceExact' | 'pieceWord' | 'pieceTruth'>): Value {
    if (ir.op === 'pieceTruth') return this.value(ir.a) === true ? 1 : 0;
    if (ir.op === 'pieceWord') {
      const at = ir.words.indexOf(this.value(ir.a) as string);
      return at < 0 ? ir.words.length : at;
    }
    const cuts = ir.op === 'pieceExact' ? ir.cuts.map((cut) => ratioOf(cut, { kind: 'exact' })) : ir.cuts.map((cut) => cutRatio(cut, ir.a.info.rep));
    const value = ir.a.info.rep.kind === 'date' ? new Ratio(BigInt(this.value(ir.a) as number), 1n) : this.number(ir.a);
    const at = cuts.findIndex((cut) => compare(value, cut) <= 0);
    return at < 0 ? 2 * cuts.length : 2 * at + (compare(value, cuts[at]!) === 0 ? 1 : 0);
  }

  private gathered(ir: IrOf<'gathered'>): Value {
    const source = (this.slotValue(ir.from) as readonly GatheredSource[])[ir.source]!;
    if (ir.what === 'raters') return source.raters;
    if (ir.what === 'fits') return !(source.missing instanceof Fault);
    if (ir.what === 'score' && source.missing) return source.missing;
    const found = ir.what === 'score' ? source : source.members[ir.member];
    if (found === undefined) return NONE;
    const [n, d] = found.big ?? [BigInt(found.n), BigInt(found.d)];
    return new Ratio(n, d * 1_000n);
  }
}

const cutRatio = (cut: number, rep: Rep): Ratio => new Ratio(BigInt(cut), rep.kind === 'number' ? 10n ** BigInt(rep.bounds.places) : 1n);

/** A number in whatever form it is carried, as a ratio of its value. */
function ratioOf(value: Value, rep: Rep): Ratio {
  if (value instanceof Ratio) return value;
  if (isExact(value)) return new Ratio(value.s * value.n, value.d);
  if (typeof value !== 'number') throw new TypeError('A number was expected.');
  return new Ratio(BigInt(value), rep.kind === 'number' ? 10n ** BigInt(rep.bounds.places) : 1n);
}

/** As the fast back ends carry it: whole numbers scaled, others exact. */
function carried(value: Value, rep: Rep): Lowered {
  if (value instanceof Ratio) {
    if (rep.kind !== 'number') return ratio(value.n, value.d);
    const scaled = value.n * 10n ** BigInt(rep.bounds.places);
    return rep.bounds.whole ? Number(scaled / value.d) : ratio(value.n, value.d);
  }
  if (Array.isArray(value)) return value.map((member) => carried(member as Value, rep.kind === 'list' ? rep.of.rep : rep));
  return value as Lowered;
}

/** Values that a fast back end carries exactly. */
export const isSolid = (rep: Rep): boolean => (rep.kind === 'number' ? rep.bounds.whole : rep.kind === 'truth' || rep.kind === 'word' || rep.kind === 'date');

const textOf = ({ n, d }: Ratio): string => toText(ratio(n, d));

const plus = (a: Ratio, b: Ratio): Ratio => (a.d === b.d ? new Ratio(a.n + b.n, a.d) : new Ratio(a.n * b.d + b.n * a.d, a.d * b.d));

function compare(a: Ratio, b: Ratio): number {
  const [left, right] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

function floor(n: bigint, d: bigint): bigint {
  const [top, under] = d < 0n ? [-n, -d] : [n, d];
  const quotient = top / under;
  return top % under !== 0n && top < 0n ? quotient - 1n : quotient;
}
