/**
 * Decisions and truths by ratios of safe integers: comparisons, roundings, pieces of tables, words.
 * In: such a node. Out: a function that answers for the record at hand, with NaN or undefined where it is not known here.
 */
import { NONE } from '../../values/result.ts';
import { holds } from '../build-ir.ts';
import type { Ir, IrOf } from '../ir.ts';
import type { Lowered } from '../lowered.ts';
import { isMissing } from '../missing.ts';
import { ConeParts, type Truth, isWhole, not, scaleOf } from './cone-parts.ts';
import { isNumeric } from './registers.ts';
import { compareRatios, roundSteps } from './small-ratio.ts';

export abstract class TruthCone extends ConeParts {
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

  protected compare(ir: IrOf<'compare'>): Truth {
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

  protected round(ir: IrOf<'round'>): () => number {
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

  protected piece(ir: IrOf<'piece'>): () => number {
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

  protected truth(ir: Ir): Truth {
    const { numbers, objects } = this.where;
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

  protected same(ir: IrOf<'same'>): Truth {
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

  protected word(ir: Ir): () => Lowered | undefined {
    if (ir.info.rep.kind !== 'word') return not();
    const { objects, lists } = this.where;
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
}
