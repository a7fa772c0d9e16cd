/**
 * Every node of a program as a closure, whatever is missing: what the machine leaves is answered here.
 * In: a node. Out: a function from a frame to the lowered value. What a margin leaves undecided, the always-exact back end answers.
 */
import type { Exact } from '../../values/exact.ts';
import { Fault, NONE, Unknown } from '../../values/result.ts';
import { holds } from '../build-ir.ts';
import { callDate } from '../call-date.ts';
import { callExact } from '../call-exact.ts';
import { exactOf } from '../exact-of.ts';
import type { ExactBackEnd } from '../exact-back-end.ts';
import { foldList } from '../fold-list.ts';
import { type GatheredSource, gather } from '../gather.ts';
import type { Ir, IrOf, Local, Slot } from '../ir.ts';
import { loopLocals } from '../loop-locals.ts';
import type { Lowered, LoweredRecord } from '../lowered.ts';
import { BY_ZERO, NONE_MET, NO_MEMBER, isMissing, joinTruths, missingOf, plainWord, worstOf } from '../missing.ts';
import type { Program } from '../program.ts';
import { findPiece } from '../find-piece.ts';
import { roundBand, roundGap, roundWhole } from '../round-carried.ts';

/** What one record has come to so far; used again for the next. */
export interface Frame {
  facts: readonly Lowered[];
  readonly locals: Lowered[];
}
export type Step = (frame: Frame) => Lowered;
type NumberStep = (frame: Frame) => number;
type List = readonly Lowered[];

/** Where the closures find what was computed before. */
export interface Computed {
  readonly slot: (slot: Slot) => () => Lowered;
  /** What a scheme's ratings come to. */
  readonly gathered: (slot: Slot) => () => readonly GatheredSource[];
  /** All slots by their place, as far as they are computed. */
  readonly slots: () => readonly Lowered[];
}

export class GeneralClosures {
  private readonly factAt: ReadonlyMap<object, number>;
  private readonly places = new Map<number, number>();

  constructor(
    program: Program,
    private readonly exact: ExactBackEnd,
    private readonly computed: Computed,
  ) {
    this.factAt = new Map(program.facts.map((fact, at) => [fact, at]));
  }

  step(ir: Ir): Step {
    switch (ir.op) {
      case 'constant': {
        const { value } = ir;
        return () => value;
      }
      case 'fact': {
        const at = this.factAt.get(ir.fact)!;
        return (frame) => frame.facts[at]!;
      }
      case 'slot': {
        return this.computed.slot(ir.slot);
      }
      case 'local': {
        const at = this.placeOf(ir.local);
        return (frame) => frame.locals[at]!;
      }
      case 'field': {
        const of = this.step(ir.of);
        const name = `f${ir.index}` as const;
        return (frame) => (of(frame) as LoweredRecord)[name]!;
      }
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
      case 'checkedDivide':
        return this.arithmetic(ir);
      case 'negate': {
        const a = this.number(ir.a);
        return (frame) => -a(frame);
      }
      case 'absolute': {
        const a = this.number(ir.a);
        return (frame) => Math.abs(a(frame));
      }
      case 'rescale': {
        const a = this.number(ir.a);
        const { factor } = ir;
        return factor === 1 ? a : (frame) => a(frame) * factor;
      }
      case 'least':
      case 'greatest': {
        const [a, b] = [this.number(ir.a), this.number(ir.b)];
        return ir.op === 'least' ? (frame) => Math.min(a(frame), b(frame)) : (frame) => Math.max(a(frame), b(frame));
      }
      case 'round':
        return this.round(ir);
      case 'modulo': {
        const [a, b] = [this.number(ir.a), this.number(ir.b)];
        return (frame) => {
          const by = b(frame);
          if (by === 0) return BY_ZERO;
          const rest = a(frame) % by;
          return rest !== 0 && rest < 0 !== by < 0 ? rest + by : rest + 0;
        };
      }
      case 'toExact':
        return this.toExact(ir);
      case 'exactCall': {
        const args = ir.args.map((arg) => this.step(arg));
        const { name, step, mode } = ir;
        return (frame) =>
          callExact(
            name,
            args.map((arg) => arg(frame) as Exact),
            step,
            mode,
          );
      }
      case 'compare':
        return this.compare(ir);
      case 'same': {
        const [a, b] = [this.step(ir.a), this.step(ir.b)];
        return ir.negated ? (frame) => a(frame) !== b(frame) : (frame) => a(frame) === b(frame);
      }
      case 'rank': {
        const a = this.step(ir.a);
        const ranks = new Map(ir.order.map((word, at) => [word, at]));
        return (frame) => ranks.get(a(frame) as string) ?? -1;
      }
      case 'not': {
        const a = this.step(ir.a);
        return (frame) => !a(frame);
      }
      case 'join':
        return this.join(ir);
      case 'if': {
        const [condition, then, otherwise] = [this.step(ir.condition), this.step(ir.then), this.step(ir.else)];
        return (frame) => (condition(frame) === true ? then(frame) : otherwise(frame));
      }
      case 'bind':
        return this.bind(ir);
      case 'let': {
        const [value, body] = [this.step(ir.value), this.step(ir.body)];
        const at = this.placeOf(ir.local);
        return (frame) => {
          frame.locals[at] = value(frame);
          return body(frame);
        };
      }
      case 'present': {
        const a = this.step(ir.a);
        return (frame) => {
          const value = a(frame);
          return value instanceof Unknown || value instanceof Fault ? value : value !== NONE;
        };
      }
      case 'isTrue': {
        const a = this.step(ir.a);
        return (frame) => a(frame) === true;
      }
      case 'settle': {
        const verdict = this.step(ir.verdict);
        const values = ir.values.map((value) => this.step(value));
        return (frame) => {
          const decided = verdict(frame);
          return decided === true ? (worstOf(values.map((value) => value(frame))) ?? true) : decided;
        };
      }
      case 'fired':
        return this.fired(ir);
      case 'list': {
        const items = ir.items.map((item) => this.step(item));
        return (frame) => items.map((item) => item(frame));
      }
      case 'map':
        return this.map(ir);
      case 'filter':
        return this.filter(ir);
      case 'quantify':
        return this.quantify(ir);
      case 'members': {
        const list = this.list(ir.list);
        return (frame) => {
          const members = list(frame);
          return members.some(isMissing) ? (worstOf(members) ?? NONE) : members;
        };
      }
      case 'fold': {
        const list = this.list(ir.list);
        const { fold, order } = ir;
        const { rep } = ir.list.info;
        const exact = rep.kind === 'list' && rep.of.rep.kind === 'exact';
        return (frame) => foldList(fold, list(frame), exact, order);
      }
      case 'at': {
        const list = this.list(ir.list);
        const place = ir.at > 0 ? ir.at - 1 : ir.at;
        return (frame) => list(frame).at(place) ?? NO_MEMBER;
      }
      case 'dateCall': {
        const args = ir.args.map((arg) => this.number(arg));
        const { name, closed, scale } = ir;
        return (frame) =>
          callDate(
            name,
            args.map((arg) => arg(frame)),
            closed,
            scale,
          );
      }
      case 'piece':
        return this.piece(ir);
      case 'pieceExact': {
        const a = this.step(ir.a);
        const { cuts } = ir;
        return (frame) => {
          const value = a(frame) as Exact;
          const at = cuts.findIndex((cut) => value.compare(cut) <= 0);
          return at < 0 ? 2 * cuts.length : 2 * at + (value.equals(cuts[at]!) ? 1 : 0);
        };
      }
      case 'pieceWord': {
        const a = this.step(ir.a);
        const pieces = new Map(ir.words.map((word, at) => [word, at]));
        const stranger = ir.words.length;
        return (frame) => pieces.get(a(frame) as string) ?? stranger;
      }
      case 'pieceTruth': {
        const a = this.step(ir.a);
        return (frame) => (a(frame) === true ? 1 : 0);
      }
      case 'lookup': {
        const pieces = ir.pieces.map((piece) => this.number(piece));
        const { sizes, grid, answers } = ir;
        return (frame) => {
          let at = 0;
          for (let column = 0; column < pieces.length; column++) at = at * sizes[column]! + pieces[column]!(frame);
          return answers[grid[at]!]!;
        };
      }
      case 'gather': {
        const ratings = this.list(ir.ratings);
        const { scheme } = ir;
        return (frame) => gather(scheme, ratings(frame)) as unknown as Lowered;
      }
      case 'gathered':
        return this.gathered(ir);
      case 'foreign': {
        const args = ir.args.map((arg) => this.step(arg));
        const { answer } = ir;
        return (frame) => answer(args.map((arg) => arg(frame)));
      }
    }
  }

  private number(ir: Ir): NumberStep {
    return this.step(ir) as NumberStep;
  }

  private list(ir: Ir): (frame: Frame) => List {
    return this.step(ir) as (frame: Frame) => List;
  }

  private placeOf(local: Local): number {
    const place = this.places.get(local.id);
    if (place !== undefined) return place;
    this.places.set(local.id, this.places.size);
    return this.places.size - 1;
  }

  /** The node answered exactly, from what is known of this record. */
  private undecided(ir: Ir): Step {
    const loops = loopLocals(ir).map((local) => [local.id, this.placeOf(local)] as const);
    return (frame) =>
      this.exact.answer(ir, { facts: frame.facts, slots: this.computed.slots(), locals: new Map(loops.map(([id, at]) => [id, frame.locals[at]!])) });
  }

  private arithmetic(ir: IrOf<'add' | 'subtract' | 'multiply' | 'divide' | 'checkedDivide'>): Step {
    const [a, b] = [this.number(ir.a), this.number(ir.b)];
    const constant = ir.b.op === 'constant' ? (ir.b.value as number) : undefined;
    switch (ir.op) {
      case 'add':
        return constant === undefined ? (frame) => a(frame) + b(frame) : (frame) => a(frame) + constant;
      case 'subtract':
        return constant === undefined ? (frame) => a(frame) - b(frame) : (frame) => a(frame) - constant;
      case 'multiply':
        return constant === undefined ? (frame) => a(frame) * b(frame) : (frame) => a(frame) * constant;
      case 'divide':
        return constant === undefined ? (frame) => a(frame) / b(frame) : (frame) => a(frame) / constant;
      case 'checkedDivide':
        return (frame) => {
          const by = b(frame);
          return by === 0 ? BY_ZERO : a(frame) / by;
        };
    }
  }

  private round(ir: IrOf<'round'>): Step {
    const a = this.number(ir.a);
    const { step, unit, mode, margin } = ir;
    if (margin.how === 'plain') return (frame) => roundWhole(a(frame), step, mode) * unit;
    if (margin.how === 'gap') return (frame) => roundGap(a(frame) / step, margin.half, mode) * unit;
    const undecided = this.undecided(ir);
    const { abs, rel } = margin;
    return (frame) => {
      const steps = roundBand(a(frame) / step, abs, rel, mode);
      return steps === undefined ? undecided(frame) : steps * unit;
    };
  }

  private toExact(ir: IrOf<'toExact'>): Step {
    const { rep } = ir.a.info;
    if (rep.kind === 'number' && rep.bounds.whole) {
      const a = this.number(ir.a);
      const { places } = rep.bounds;
      return (frame) => exactOf(a(frame), places);
    }
    return this.undecided(ir);
  }

  private compare(ir: IrOf<'compare'>): Step {
    const [a, b] = [this.number(ir.a), this.number(ir.b)];
    const { comparator, margin } = ir;
    const constant = ir.b.op === 'constant' ? (ir.b.value as number) : undefined;
    if (margin.how === 'plain') {
      switch (comparator) {
        case '=':
          return constant === undefined ? (frame) => a(frame) === b(frame) : (frame) => a(frame) === constant;
        case '!=':
          return constant === undefined ? (frame) => a(frame) !== b(frame) : (frame) => a(frame) !== constant;
        case '<':
          return constant === undefined ? (frame) => a(frame) < b(frame) : (frame) => a(frame) < constant;
        case '<=':
          return constant === undefined ? (frame) => a(frame) <= b(frame) : (frame) => a(frame) <= constant;
        case '>':
          return constant === undefined ? (frame) => a(frame) > b(frame) : (frame) => a(frame) > constant;
        case '>=':
          return constant === undefined ? (frame) => a(frame) >= b(frame) : (frame) => a(frame) >= constant;
      }
    }
    const [whenMore, whenLess] = [holds(comparator, 1), holds(comparator, -1)];
    if (margin.how === 'gap') {
      const { half } = margin;
      const whenSame = holds(comparator, 0);
      return (frame) => {
        const apart = a(frame) - b(frame);
        return apart > half ? whenMore : apart < -half ? whenLess : whenSame;
      };
    }
    const { abs, rel, gap } = margin;
    const whenSame = holds(comparator, 0);
    const undecided = this.undecided(ir);
    return (frame) => {
      const [left, right] = [a(frame), b(frame)];
      const apart = left - right;
      const band = rel === 0 ? abs : abs + rel * (Math.abs(left) + Math.abs(right));
      // Nearer than unequal values can be, and known well enough to say so: they are equal.
      return apart > band ? whenMore : apart < -band ? whenLess : 4 * band < gap ? whenSame : undecided(frame);
    };
  }

  private join(ir: IrOf<'join'>): Step {
    const operands = ir.operands.map((operand) => this.step(operand));
    const { decisive } = ir;
    if (ir.info.may === 0) {
      const { length } = operands;
      return (frame) => {
        for (let at = 0; at < length; at++) if (operands[at]!(frame) === decisive) return decisive;
        return !decisive;
      };
    }
    return (frame) => {
      let truth: Lowered = !decisive;
      for (const operand of operands) {
        truth = joinTruths(decisive, truth, operand(frame));
        if (truth === decisive) return truth;
      }
      return truth;
    };
  }

  private bind(ir: IrOf<'bind'>): Step {
    const values = ir.values.map((value) => this.step(value));
    const places = ir.locals.map((local) => this.placeOf(local));
    const body = this.step(ir.body);
    const { pass } = ir;
    if (values.length === 1) {
      const value = values[0]!;
      const place = places[0]!;
      return (frame) => {
        const found = value(frame);
        if (typeof found === 'object' && isMissing(found)) return pass || found !== NONE ? found : NONE_MET;
        frame.locals[place] = found;
        return body(frame);
      };
    }
    return (frame) => {
      let missing = false;
      for (let at = 0; at < values.length; at++) {
        const found = values[at]!(frame);
        frame.locals[places[at]!] = found;
        if (typeof found === 'object' && isMissing(found)) missing = true;
      }
      return missing ? missingOf(...places.map((place) => frame.locals[place])) : body(frame);
    };
  }

  private fired(ir: IrOf<'fired'>): Step {
    const rules = ir.rules.map(({ settled, code, id }) => ({ settled: this.step(settled), code: this.step(code), id: this.step(id) }));
    return (frame) => {
      const settled = rules.map((rule) => rule.settled(frame));
      const open = worstOf(settled);
      if (open) return open;
      const members: LoweredRecord[] = [];
      for (const [at, rule] of rules.entries()) {
        if (settled[at] !== true) continue;
        const id = rule.id(frame);
        members.push({ f0: id, f1: plainWord(rule.code(frame)) ?? id });
      }
      return members;
    };
  }

  private map(ir: IrOf<'map'>): Step {
    const [list, body] = [this.list(ir.list), this.step(ir.body)];
    const place = this.placeOf(ir.local);
    const { keepMissing } = ir;
    return (frame) => {
      const members = list(frame);
      const made = new Array<Lowered>(members.length);
      for (let at = 0; at < members.length; at++) {
        const member = members[at]!;
        if (keepMissing && (member instanceof Unknown || member instanceof Fault)) made[at] = member;
        else {
          frame.locals[place] = member;
          made[at] = body(frame);
        }
      }
      return made;
    };
  }

  private filter(ir: IrOf<'filter'>): Step {
    const [list, condition] = [this.list(ir.list), this.step(ir.condition)];
    const place = this.placeOf(ir.local);
    return (frame) => {
      const kept: Lowered[] = [];
      let open: Unknown[] | undefined;
      for (const member of list(frame)) {
        frame.locals[place] = member;
        const truth = condition(frame);
        if (truth === true) kept.push(member);
        else if (truth instanceof Fault) return truth;
        else if (truth instanceof Unknown) (open ??= []).push(truth);
      }
      return open ? worstOf(open)! : kept;
    };
  }

  private quantify(ir: IrOf<'quantify'>): Step {
    const [list, condition] = [this.list(ir.list), this.step(ir.condition)];
    const place = this.placeOf(ir.local);
    const { decisive } = ir;
    return (frame) => {
      let truth: Lowered = !decisive;
      for (const member of list(frame)) {
        frame.locals[place] = member;
        truth = joinTruths(decisive, truth, condition(frame));
        if (truth === decisive) return truth;
      }
      return truth;
    };
  }

  private piece(ir: IrOf<'piece'>): Step {
    const a = this.number(ir.a);
    const cuts = Float64Array.from(ir.cuts);
    const { margin } = ir;
    if (margin.how === 'plain') return (frame) => findPiece(cuts, a(frame));
    const undecided = this.undecided(ir);
    const [reach, surely] = margin.how === 'gap' ? [margin.half, true] : [margin.abs, false];
    const rel = margin.how === 'band' ? margin.rel : 0;
    return (frame) => {
      const value = a(frame);
      const near = reach + rel * Math.abs(value);
      const low = findPiece(cuts, value - near);
      if (low === findPiece(cuts, value + near) && low % 2 === 0) return low;
      // Nearer than unequal values can be: the value is the cut.
      if (surely) return low | 1;
      return undecided(frame);
    };
  }

  private gathered(ir: IrOf<'gathered'>): Step {
    const { source, what, member } = ir;
    const gathered = this.computed.gathered(ir.from);
    const read = (): GatheredSource => gathered()[source]!;
    if (what === 'raters') return () => read().raters;
    if (what === 'fits') return () => !(read().missing instanceof Fault);
    if (what === 'score') {
      return () => {
        const from = read();
        return from.missing ?? from.n / from.d;
      };
    }
    return () => {
      const found = read().members[member];
      return found === undefined ? NONE : found.n / found.d;
    };
  }
}
