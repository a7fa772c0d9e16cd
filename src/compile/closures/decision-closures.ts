/**
 * Closures that decide on a number: comparisons, roundings, pieces of tables; each as sure as its margin says.
 * In: such a node. Out: a function from a frame to its answer; what is open within the margin the always-exact back end answers.
 */
import { holds } from '../build-ir.ts';
import { exactOf } from '../exact-of.ts';
import { findPiece } from '../find-piece.ts';
import type { IrOf } from '../ir.ts';
import { roundBand, roundGap, roundWhole } from '../round-carried.ts';
import { ClosureParts, type Step } from './closure-parts.ts';

export abstract class DecisionClosures extends ClosureParts {
  protected round(ir: IrOf<'round'>): Step {
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

  protected toExact(ir: IrOf<'toExact'>): Step {
    const { rep } = ir.a.info;
    if (rep.kind === 'number' && rep.bounds.whole) {
      const a = this.number(ir.a);
      const { places } = rep.bounds;
      return (frame) => exactOf(a(frame), places);
    }
    return this.undecided(ir);
  }

  protected compare(ir: IrOf<'compare'>): Step {
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

  protected piece(ir: IrOf<'piece'>): Step {
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
}
