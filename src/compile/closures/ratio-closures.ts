/**
 * Nodes as ratios of safe integers: the quick answer to what floating point leaves open.
 * In: a comparison, a rounding or a piece that is undecided. Out: its answer, or NaN where something is missing, too large or not known here;
 * the always-exact back end then answers. What a slot comes to is worked out once a record.
 */
import { NONE } from '../../values/result.ts';
import { holds } from '../build-ir.ts';
import { placesOf } from '../carried-node.ts';
import type { Ir, IrOf, Local, Slot } from '../ir.ts';
import type { Lowered } from '../lowered.ts';
import { isMissing } from '../missing.ts';
import type { ListColumns } from './columns.ts';
import { isNumeric } from './registers.ts';
import { SmallRatio, compareRatios, roundSteps } from './small-ratio.ts';
import { isStrict } from './strict.ts';

type Ratio = () => boolean;
/** 1, 0, or NaN where it is not known. */
type Truth = () => number;
/** Which member of which list a loop has reached. */
export interface Row {
  readonly list: number;
  readonly at: () => number;
}

/** Where the record at hand is found. */
export interface Standing {
  readonly numbers: () => Float64Array;
  readonly objects: () => readonly Lowered[];
  readonly lists: readonly ListColumns[];
  readonly slotAt: (slot: Slot) => number;
  readonly factAt: (fact: object) => number;
  readonly sourceAt: (slot: Slot, source: number) => number | undefined;
  /** Grows with each record. */
  readonly record: () => number;
}

export class RatioClosures {
  private readonly result = new SmallRatio();
  private readonly slots = new Map<Slot, Ratio>();

  constructor(readonly standing: Standing) {}

  /** Undefined where such a node is never settled here. */
  answer(ir: Ir, rows: ReadonlyMap<number, Row>): (() => number) | undefined {
    try {
      return new Cone(this, this.result, rows).answer(ir);
    } catch (problem) {
      if (problem instanceof NotHere) return undefined;
      throw problem;
    }
  }

  /** A slot as a ratio, worked out once a record. */
  slot(slot: Slot): Ratio {
    const known = this.slots.get(slot);
    if (known) return known;
    const found = new Cone(this, this.result, new Map()).ratio(slot.ir);
    const { result } = this;
    const { record } = this.standing;
    let [of, n, d, fits] = [-1, 0, 1, false];
    const kept: Ratio = () => {
      const now = record();
      if (of === now) return fits && result.set(n, d);
      fits = found();
      of = now;
      n = result.n;
      d = result.d;
      return fits;
    };
    this.slots.set(slot, kept);
    return kept;
  }
}

class NotHere extends Error {}
const not = (): never => {
  throw new NotHere();
};

class Cone {
  private readonly locals = new Map<number, Ratio>();
  private readonly rows: Map<number, Row>;

  constructor(
    private readonly all: RatioClosures,
    private readonly result: SmallRatio,
    rows: ReadonlyMap<number, Row>,
  ) {
    this.rows = new Map(rows);
  }

  answer(ir: Ir): () => number {
    switch (ir.op) {
      case 'compare':
        return this.compare(ir);
      case 'round':
        return this.round(ir);
      case 'piece':
        return this.piece(ir);
      default:
        return not();
    }
  }

  ratio(ir: Ir): Ratio {
    const { result } = this;
    if (ir.info.rep.kind !== 'number' && ir.info.rep.kind !== 'nothing') return not();
    switch (ir.op) {
      case 'constant': {
        if (typeof ir.value !== 'number') return isMissing(ir.value) ? () => false : not();
        const [n, d] = lowest(ir.value, placesOf(ir));
        return () => result.set(n, d);
      }
      case 'fact':
        return this.standing(this.all.standing.factAt(ir.fact), ir);
      case 'slot':
        return isWhole(ir) ? this.standing(this.all.standing.slotAt(ir.slot), ir) : this.all.slot(ir.slot);
      case 'local':
        return this.local(ir.local);
      case 'field':
        return this.field(ir);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
      case 'checkedDivide':
      case 'least':
      case 'greatest':
        return this.binary(ir);
      case 'negate':
      case 'absolute': {
        const a = this.ratio(ir.a);
        return ir.op === 'negate' ? () => a() && result.set(-result.n, result.d) : () => a() && result.set(Math.abs(result.n), result.d);
      }
      case 'rescale': {
        const a = this.ratio(ir.a);
        const moved = scaleOf(ir) / scaleOf(ir.a);
        const { factor } = ir;
        return moved === factor ? a : () => a() && result.multiply(result.n, result.d, factor, moved);
      }
      case 'round': {
        const steps = this.round(ir);
        const scale = scaleOf(ir);
        return () => {
          const value = steps();
          return value === value && result.set(value, scale);
        };
      }
      case 'if': {
        const condition = this.truth(ir.condition);
        const [then, otherwise] = [this.ratio(ir.then), this.ratio(ir.else)];
        return () => {
          const truth = condition();
          return truth === 1 ? then() : truth === 0 && otherwise();
        };
      }
      case 'bind': {
        const [sound, body] = [this.bound(ir), this.ratio(ir.body)];
        return () => sound() && body();
      }
      case 'fold':
        return this.fold(ir);
      case 'lookup':
        return this.lookup(ir);
      case 'gathered':
        return this.gathered(ir);
      default:
        return not();
    }
  }

  private standing(at: number, ir: Ir): Ratio {
    const { numbers } = this.all.standing;
    const { result } = this;
    const scale = scaleOf(ir);
    return () => {
      const value = numbers()[at]!;
      return value === value && result.set(value, scale);
    };
  }

  private local(local: Local): Ratio {
    const known = this.locals.get(local.id);
    if (known) return known;
    const found = local.source ? this.ratio(local.source) : not();
    this.locals.set(local.id, found);
    return found;
  }

  /** A `bind` around its body: what may be missing shows in the body, or is looked at before. */
  private bound(ir: IrOf<'bind'>): () => boolean {
    const checks = ir.values.flatMap((value, at) => (value.info.may === 0 || isStrict(ir.body, ir.locals[at]!) ? [] : [this.present(value)]));
    const [only] = checks;
    if (checks.length <= 1) return only ?? (() => true);
    return () => {
      for (const check of checks) if (!check()) return false;
      return true;
    };
  }

  private present(ir: Ir): () => boolean {
    switch (ir.info.rep.kind) {
      case 'number':
        return this.ratio(ir);
      case 'truth': {
        const truth = this.truth(ir);
        return () => !Number.isNaN(truth());
      }
      case 'word': {
        const word = this.word(ir);
        return () => typeof word() === 'string';
      }
      default:
        return not();
    }
  }

  private field(ir: IrOf<'field'>): Ratio {
    const column = this.column(ir);
    const { result } = this;
    const scale = scaleOf(ir);
    return () => {
      const value = column();
      return value === value && result.set(value, scale);
    };
  }

  private column(ir: IrOf<'field'>): () => number {
    const row = ir.of.op === 'local' ? this.rows.get(ir.of.local.id) : undefined;
    if (!row || !isNumeric(ir)) return not();
    const list = this.all.standing.lists[row.list]!;
    const column = list.column([ir.index], true);
    return () => list.numbers[column]![row.at()]!;
  }

  private binary(ir: IrOf<'add' | 'subtract' | 'multiply' | 'divide' | 'checkedDivide' | 'least' | 'greatest'>): Ratio {
    const { result } = this;
    const [a, b] = [this.ratio(ir.a), this.ratio(ir.b)];
    const { op } = ir;
    return () => {
      if (!a()) return false;
      const { n, d } = result;
      if (!b()) return false;
      const { n: m, d: e } = result;
      switch (op) {
        case 'add':
          return result.add(n, d, m, e);
        case 'subtract':
          return result.add(n, d, -m, e);
        case 'multiply':
          return result.multiply(n, d, m, e);
        case 'least':
          return compareRatios(n, d, m, e) <= 0 ? result.set(n, d) : true;
        case 'greatest':
          return compareRatios(n, d, m, e) >= 0 ? result.set(n, d) : true;
        default:
          return result.divide(n, d, m, e);
      }
    };
  }

  private fold(ir: IrOf<'fold'>): Ratio {
    if (ir.fold !== 'sum' && ir.fold !== 'mean') return not();
    const { result } = this;
    const { list, body } = this.members(ir.list);
    const mean = ir.fold === 'mean';
    return () => {
      let [n, d] = [0, 1];
      const { length } = list.columns;
      if (length < 0) return false;
      for (list.at = 0; list.at < length; list.at++) {
        if (!body() || !result.add(n, d, result.n, result.d)) return false;
        n = result.n;
        d = result.d;
      }
      return mean ? result.divide(n, d, length, 1) : result.set(n, d);
    };
  }

  private members(ir: Ir): { readonly list: { at: number; readonly columns: ListColumns }; readonly body: Ratio } {
    if (ir.op === 'members') return this.members(ir.list);
    if (ir.op === 'local' && ir.local.source) return this.members(ir.local.source);
    if (ir.op === 'bind') {
      const [sound, { list, body }] = [this.bound(ir), this.members(ir.body)];
      return { list, body: () => sound() && body() };
    }
    if (ir.op !== 'map' || ir.keepMissing || ir.list.op !== 'fact') return not();
    const fact = this.all.standing.factAt(ir.list.fact);
    const number = this.all.standing.lists.findIndex((each) => each.fact === fact);
    if (number < 0) return not();
    const list = { at: 0, columns: this.all.standing.lists[number]! };
    this.rows.set(ir.local.id, { list: number, at: () => list.at });
    return { list, body: this.ratio(ir.body) };
  }

  private lookup(ir: IrOf<'lookup'>): Ratio {
    const pieces = ir.pieces.map((piece) => this.place(piece));
    const { sizes, grid } = ir;
    const { result } = this;
    const scale = scaleOf(ir);
    const answers = Float64Array.from(ir.answers, (answer) => (typeof answer === 'number' ? answer : NaN));
    return () => {
      let at = 0;
      for (let column = 0; column < pieces.length; column++) at = at * sizes[column]! + pieces[column]!();
      const answer = at === at ? answers[grid[at]!]! : NaN;
      return answer === answer && result.set(answer, scale);
    };
  }

  private place(ir: Ir): () => number {
    if (ir.op === 'piece') return this.piece(ir);
    if (ir.op === 'pieceTruth') return this.truth(ir.a);
    if (ir.op !== 'pieceWord') return not();
    const word = this.word(ir.a);
    const { words } = ir;
    return () => {
      const found = word();
      if (typeof found !== 'string') return NaN;
      const at = words.indexOf(found);
      return at < 0 ? words.length : at;
    };
  }

  private gathered(ir: IrOf<'gathered'>): Ratio {
    const at = this.all.standing.sourceAt(ir.from, ir.source) ?? not();
    const { numbers } = this.all.standing;
    const { result } = this;
    if (ir.what === 'raters') return () => result.set(numbers()[at]!, 1);
    if (ir.what !== 'score') return not();
    return () => {
      const found = numbers();
      const n = found[at + 1]!;
      return n === n && found[at + 3] === 1 && result.multiply(n, found[at + 2]!, 1, 1000);
    };
  }

  private compare(ir: IrOf<'compare'>): Truth {
    if (ir.a.info.rep.kind !== 'number' || ir.b.info.rep.kind !== 'number') return not();
    const { result } = this;
    const [a, b] = [this.ratio(ir.a), this.ratio(ir.b)];
    const answers = [-1, 0, 1].map((sign) => Number(holds(ir.comparator, sign)));
    return () => {
      if (!a()) return NaN;
      const { n, d } = result;
      return b() ? answers[compareRatios(n, d, result.n, result.d) + 1]! : NaN;
    };
  }

  private round(ir: IrOf<'round'>): () => number {
    const { result } = this;
    const a = this.ratio(ir.a);
    const { step, unit, mode } = ir;
    const scale = scaleOf(ir.a);
    if (!isWhole(ir) || scale > Number.MAX_SAFE_INTEGER) return not();
    return () => {
      if (!a()) return NaN;
      const value = roundSteps(result.n, result.d, step, scale, mode) * unit;
      return Number.isSafeInteger(value) ? value : NaN;
    };
  }

  private piece(ir: IrOf<'piece'>): () => number {
    const { result } = this;
    const { cuts } = ir;
    if (ir.a.info.rep.kind !== 'number') return not();
    const a = this.ratio(ir.a);
    const scale = scaleOf(ir.a);
    return () => {
      if (!a()) return NaN;
      const { n, d } = result;
      let [low, high] = [0, cuts.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const sign = compareRatios(n, d, cuts[middle]!, scale);
        if (sign === 0) return 2 * middle + 1;
        if (sign > 0) low = middle + 1;
        else high = middle;
      }
      return 2 * low;
    };
  }

  private truth(ir: Ir): Truth {
    const { numbers, objects } = this.all.standing;
    switch (ir.op) {
      case 'constant': {
        const value = typeof ir.value === 'boolean' ? Number(ir.value) : NaN;
        return () => value;
      }
      case 'fact':
      case 'slot': {
        if (ir.info.rep.kind !== 'truth') return not();
        const at = this.placeOf(ir);
        return () => numbers()[at]!;
      }
      case 'local':
        return ir.local.source ? this.truth(ir.local.source) : not();
      case 'field':
        return this.column(ir);
      case 'not': {
        const a = this.truth(ir.a);
        return () => 1 - a();
      }
      case 'join': {
        const operands = ir.operands.map((operand) => this.truth(operand));
        const decisive = Number(ir.decisive);
        return () => {
          for (const operand of operands) {
            const found = operand();
            if (found === decisive || found !== found) return found;
          }
          return 1 - decisive;
        };
      }
      case 'compare':
        return this.compare(ir);
      case 'same':
        return this.same(ir);
      case 'bind': {
        const [sound, body] = [this.bound(ir), this.truth(ir.body)];
        return () => (sound() ? body() : NaN);
      }
      case 'isTrue': {
        if (ir.a.op !== 'slot') return not();
        const at = this.placeOf(ir.a);
        return () => (numbers()[at] === 1 ? 1 : 0);
      }
      case 'present': {
        if (ir.a.op !== 'slot' && ir.a.op !== 'fact') return not();
        const at = this.placeOf(ir.a);
        const numeric = isNumeric(ir.a);
        return () => {
          if (numeric && numbers()[at] === numbers()[at]) return 1;
          const value = objects()[at]!;
          return value === NONE ? 0 : isMissing(value) ? NaN : 1;
        };
      }
      default:
        return not();
    }
  }

  private same(ir: IrOf<'same'>): Truth {
    const [yes, no] = ir.negated ? [0, 1] : [1, 0];
    if (ir.a.info.rep.kind === 'truth' && ir.b.info.rep.kind === 'truth') {
      const [a, b] = [this.truth(ir.a), this.truth(ir.b)];
      return () => {
        const apart = a() - b();
        return apart === apart ? (apart === 0 ? yes : no) : NaN;
      };
    }
    const [a, b] = [this.word(ir.a), this.word(ir.b)];
    return () => {
      const [left, right] = [a(), b()];
      return typeof left !== 'string' || typeof right !== 'string' ? NaN : left === right ? yes : no;
    };
  }

  private word(ir: Ir): () => Lowered | undefined {
    if (ir.info.rep.kind !== 'word') return not();
    const { objects, lists } = this.all.standing;
    switch (ir.op) {
      case 'constant': {
        const { value } = ir;
        return () => value;
      }
      case 'fact':
      case 'slot': {
        const at = this.placeOf(ir);
        return () => objects()[at];
      }
      case 'local':
        return ir.local.source ? this.word(ir.local.source) : not();
      case 'bind': {
        const [sound, body] = [this.bound(ir), this.word(ir.body)];
        return () => (sound() ? body() : undefined);
      }
      case 'field': {
        const row = ir.of.op === 'local' ? this.rows.get(ir.of.local.id) : undefined;
        if (!row) return not();
        const list = lists[row.list]!;
        const column = list.column([ir.index], false);
        return () => list.words[column]![row.at()];
      }
      default:
        return not();
    }
  }

  private placeOf(ir: IrOf<'fact'> | IrOf<'slot'>): number {
    return ir.op === 'fact' ? this.all.standing.factAt(ir.fact) : this.all.standing.slotAt(ir.slot);
  }
}

/** A carried number as a ratio with few digits. */
function lowest(carried: number, places: number): readonly [number, number] {
  let [n, left] = [carried, places];
  while (left > 0 && n % 10 === 0) [n, left] = [n / 10, left - 1];
  return [n, 10 ** left];
}

const scaleOf = (ir: Ir): number => 10 ** placesOf(ir);
const isWhole = ({ info: { rep } }: Ir): boolean => rep.kind === 'number' && rep.bounds.whole;
