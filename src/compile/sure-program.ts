/**
 * A program for the usual record, of which nothing is unknown and nothing fails: most of what tells missing values apart falls away.
 * In: a program. Out: the same program with outputs in the same places, which gives a record up (`giveUp`) where an unknown value or a fault comes in.
 * What is none stays none. Whoever runs it answers a record that was given up by the program as it was.
 */
import { Fault, Unknown } from '../values/result.ts';
import { type Info, type Ir, type IrOf, type Local, MAY_FAULT, MAY_NONE, MAY_UNKNOWN, type Rep, type Slot } from './ir.ts';
import type { Program } from './program.ts';
import { partsOf } from './reachable.ts';

export function sureProgram(program: Program): Program {
  const rewriting = new Rewriting();
  const slots = program.slots.map((slot) => rewriting.slot(slot));
  return { ...program, slots, outputs: program.outputs.map((output) => rewriting.node(output)), givesUp: true };
}

const GIVE_UP: Ir = { op: 'giveUp', info: { rep: { kind: 'nothing' }, may: 0 } };
const TRUE: Ir = { op: 'constant', value: true, info: { rep: { kind: 'truth' }, may: 0 } };
/** What may come out of these as unknown or a fault shows only when they are worked out. */
const TOLD_LATE: ReadonlySet<Ir['op']> = new Set(['fact', 'foreign', 'gathered', 'lookup', 'at', 'fold', 'exactCall', 'field', 'local']);

class Rewriting {
  private readonly nodes = new Map<Ir, Ir>();
  private readonly slots = new Map<Slot, Slot>();
  /** What stands for a local: a new one, or its value where that is read once. */
  private readonly locals = new Map<Local, Ir>();

  slot(slot: Slot): Slot {
    const known = this.slots.get(slot);
    if (known) return known;
    const made = { key: slot.key, ir: this.node(slot.ir) };
    this.slots.set(slot, made);
    return made;
  }

  node(ir: Ir): Ir {
    const known = this.nodes.get(ir);
    if (known) return known;
    const made = this.made(ir);
    this.nodes.set(ir, made);
    return made;
  }

  private made(ir: Ir): Ir {
    switch (ir.op) {
      case 'constant':
        return ir.value instanceof Unknown || ir.value instanceof Fault ? GIVE_UP : ir;
      case 'slot': {
        const slot = this.slot(ir.slot);
        return slot.ir === GIVE_UP ? GIVE_UP : { op: 'slot', slot, info: slot.ir.info };
      }
      case 'gathered':
        return this.told({ ...ir, from: this.slot(ir.from), info: withoutOpen(ir.info) }, ir);
      case 'local':
        return this.locals.get(ir.local) ?? { ...ir, info: withoutOpen(ir.info) };
      case 'bind':
        return this.bind(ir);
      case 'let': {
        const value = this.node(ir.value);
        const local = this.localOf(ir.local, value.info, value);
        const body = this.node(ir.body);
        return { ...ir, local, value, body, info: body.info };
      }
      case 'settle': {
        // Slots are worked out whether or not anything reads them.
        const others = ir.values.map((value) => this.node(value)).filter(({ op }) => op !== 'slot');
        const verdict = this.node(ir.verdict);
        return others.length === 0 ? verdict : { ...ir, verdict, values: others, info: withoutOpen(ir.info) };
      }
      case 'isTrue':
        return this.node(ir.a);
      case 'present': {
        const a = this.node(ir.a);
        return ir.a.info.may === 0 ? TRUE : { ...ir, a, info: withoutOpen(ir.info) };
      }
      case 'if':
        return this.either(ir);
      case 'map': {
        const list = this.node(ir.list);
        const local = this.loopLocal(ir.local);
        const body = this.node(ir.body);
        const { rep } = ir.info;
        const of = { rep: body.info.rep, may: body.info.may };
        return { ...ir, list, local, body, keepMissing: ir.keepMissing && (ir.local.info.may & MAY_NONE) !== 0, info: sureInfo(rep, of) };
      }
      case 'filter':
      case 'quantify': {
        const list = this.node(ir.list);
        const local = this.loopLocal(ir.local);
        return { ...ir, list, local, condition: this.node(ir.condition), info: withoutOpen(ir.info) };
      }
      case 'members': {
        const list = this.node(ir.list);
        const { rep } = list.info;
        return rep.kind === 'list' && rep.of.may === 0 ? list : { ...ir, list, info: withoutOpen(ir.info) };
      }
      default:
        return this.told(this.withParts(ir), ir);
    }
  }

  /** Where a value is none the whole is, or the record is given up. */
  private bind(ir: IrOf<'bind'>): Ir {
    const values: Ir[] = [];
    const locals: Local[] = [];
    for (const [at, each] of ir.values.entries()) {
      const made = this.node(each);
      const local = ir.locals[at]!;
      if (made.info.rep.kind === 'nothing') return ir.pass && made.info.may !== 0 ? made : GIVE_UP;
      const value = ir.pass ? made : there(made);
      if (each.info.may === 0 ? isCheap(value) || usesOf(local, ir.body) === 1 : isFolded(local, ir.body)) {
        this.locals.set(local, value);
        continue;
      }
      values.push(value);
      locals.push(this.localOf(local, { ...value.info, may: 0 }, value));
    }
    const body = this.node(ir.body);
    if (values.length === 0 || body === GIVE_UP) return body;
    const none = values.reduce((all, value) => all | value.info.may, 0);
    return { ...ir, values, locals, body, info: { rep: body.info.rep, may: body.info.may | none } };
  }

  private either(ir: IrOf<'if'>): Ir {
    const condition = this.node(ir.condition);
    if (condition.op === 'constant') return this.node(condition.value === true ? ir.then : ir.else);
    const [then, other] = [this.node(ir.then), this.node(ir.else)];
    if (condition === GIVE_UP || (then === GIVE_UP && other === GIVE_UP)) return GIVE_UP;
    return { ...ir, condition, then, else: other, info: { rep: withoutOpen(ir.info).rep, may: then.info.may | other.info.may } };
  }

  /** The node where what it gives is neither unknown nor a fault. */
  private told(made: Ir, ir: Ir): Ir {
    if ((ir.info.may & (MAY_UNKNOWN | MAY_FAULT)) === 0 || !TOLD_LATE.has(ir.op) || isStreamed(ir)) return made;
    return { op: 'given', a: made, info: made.info };
  }

  private localOf(local: Local, info: Info, source?: Ir): Local {
    const made: Local = { id: local.id, info, source };
    this.locals.set(local, { op: 'local', local: made, info });
    return made;
  }

  private loopLocal(local: Local): Local {
    const info = withoutOpen(local.info);
    const made: Local = { id: local.id, info };
    const read: Ir = { op: 'local', local: made, info };
    this.locals.set(local, this.told(read, { op: 'local', local, info: local.info }));
    return made;
  }

  /** The same node over the new parts. */
  private withParts(ir: Ir): Ir {
    const parts = partsOf(ir);
    const made = parts.map((part) => this.node(part));
    const info = withoutOpen(ir.info);
    if (made.includes(GIVE_UP)) return GIVE_UP;
    let at = 0;
    const next = (): Ir => made[at++]!;
    switch (ir.op) {
      case 'field':
        return { ...ir, of: next(), info };
      case 'exactCall':
      case 'dateCall':
      case 'foreign':
        return { ...ir, args: made, info };
      case 'join':
        return joined(ir, made);
      case 'fired':
        return { ...ir, rules: ir.rules.map(() => ({ settled: next(), code: next(), id: next() })), info };
      case 'list':
        return { ...ir, items: made, info };
      case 'fold':
      case 'at':
        return { ...ir, list: next(), info };
      case 'lookup':
        return { ...ir, pieces: made, info };
      case 'gather':
        return { ...ir, ratings: next(), info };
      case 'not': {
        const a = next();
        return a.op === 'constant' ? { ...a, value: a.value !== true } : { ...ir, a, info };
      }
      default:
        if (parts.length === 2) return { ...ir, a: next(), b: next(), info } as Ir;
        return parts.length === 1 ? ({ ...ir, a: next(), info } as Ir) : { ...ir, info };
    }
  }
}

/** The value, which is not none either. */
function there(ir: Ir): Ir {
  if (ir.info.may === 0) return ir;
  const info = { rep: ir.info.rep, may: 0 };
  if (ir.op !== 'members' || ir.list.op !== 'map') return { op: 'given', a: ir.op === 'given' ? ir.a : ir, info };
  const { list } = ir;
  const body = there(list.body);
  return { ...list, body, info: sureInfo(list.info.rep, body.info) };
}

function joined(ir: IrOf<'join'>, operands: readonly Ir[]): Ir {
  const left = operands.filter((operand) => operand.op !== 'constant' || operand.value === ir.decisive);
  const decided = left.findIndex((operand) => operand.op === 'constant');
  const asked = decided < 0 ? left : left.slice(0, decided + 1);
  if (asked.length === 0) return { ...TRUE, value: !ir.decisive } as Ir;
  return asked.length === 1 ? asked[0]! : { ...ir, operands: asked, info: withoutOpen(ir.info) };
}

/** Whether a body is the fold of a local, and so works it out whatever else is. */
const isFolded = (local: Local, body: Ir): boolean => body.op === 'fold' && body.list.op === 'local' && body.list.local === local;
const isCheap = ({ op }: Ir): boolean => op === 'constant' || op === 'local' || op === 'slot' || op === 'fact';
/** Folded as its members come: nothing to fold is told on the spot. */
const isStreamed = (ir: Ir): boolean =>
  ir.op === 'fold' &&
  !(ir.list.info.rep.kind === 'list' && ir.list.info.rep.of.rep.kind === 'exact') &&
  (ir.fold === 'sum' || ir.fold === 'count' || ir.fold === 'mean' || ((ir.fold === 'least' || ir.fold === 'greatest') && !ir.order));

const withoutOpen = ({ rep, may }: Info): Info => ({
  rep: rep.kind === 'list' ? { ...rep, of: withoutOpen(rep.of) } : rep,
  may: may & MAY_NONE,
});
const sureInfo = (rep: Rep, of: Info): Info => ({ rep: rep.kind === 'list' ? { ...rep, of } : rep, may: 0 });

/** How often a body reads a local. */
function usesOf(local: Local, body: Ir): number {
  let uses = 0;
  const seen = new Set<Ir>();
  const stack = [body];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.op === 'local' && node.local === local) uses++;
    if (seen.has(node)) continue;
    seen.add(node);
    stack.push(...partsOf(node));
  }
  return uses;
}
