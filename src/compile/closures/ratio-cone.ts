/**
 * Numbers as ratios of safe integers: terms, sums over lists, answers of tables, means of ratings.
 * In: a node. Out: a function that leaves its ratio in the result; false where something is missing, too large or not known here.
 */
import type { Ir, IrOf, Slot } from '../ir.ts';
import { placesOf } from '../carried-node.ts';
import { isMissing } from '../missing.ts';
import type { ListColumns } from './columns.ts';
import { type Ratio, type Row, type Standing, isWhole, lowest, not, scaleOf } from './cone-parts.ts';
import { type SmallRatio, compareRatios } from './small-ratio.ts';
import { TruthCone } from './truth-cone.ts';

export class RatioCone extends TruthCone {
  /** @param slotOf a slot as a ratio, worked out once a record. */
  constructor(
    where: Standing,
    result: SmallRatio,
    rows: ReadonlyMap<number, Row>,
    private readonly slotOf: (slot: Slot) => Ratio,
  ) {
    super(where, result, rows);
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
        return this.standing(this.where.factAt(ir.fact), ir);
      case 'slot':
        return isWhole(ir) ? this.standing(this.where.slotAt(ir.slot), ir) : this.slotOf(ir.slot);
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
    const fact = this.where.factAt(ir.list.fact);
    const number = this.where.lists.findIndex((each) => each.fact === fact);
    if (number < 0) return not();
    const list = { at: 0, columns: this.where.lists[number]! };
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
    const at = this.where.sourceAt(ir.from, ir.source) ?? not();
    const { numbers } = this.where;
    const { result } = this;
    if (ir.what === 'raters') return () => result.set(numbers()[at]!, 1);
    if (ir.what !== 'score') return not();
    return () => {
      const found = numbers();
      const n = found[at + 1]!;
      return n === n && found[at + 3] === 1 && result.multiply(n, found[at + 2]!, 1, 1000);
    };
  }
}
