/**
 * Writes comparisons, jumps, roundings and tables.
 * In: nodes. Out: code for the machine; what floating point leaves open is asked of those beside it.
 */
import type { Comparator } from '../../formula/tree.ts';
import type { Ir, IrOf } from '../ir.ts';
import { isHalf, roundBand, roundGap, roundWhole } from '../round-carried.ts';
import { runsOf, wholeColumn } from '../runs.ts';
import { ListAssembler } from './assembler-lists.ts';
import { Label, signsOf } from './code-writer.ts';
import { Op } from './operations.ts';
import { cellsOf, numberOf } from './place.ts';
import { isNumeric } from './registers.ts';
import { unwritten } from './unwritten.ts';

/** How a comparison is jumped by; `turned`: with its sides in the other order. */
const COMPARED: Readonly<Record<Comparator, { readonly holds: Op; readonly fails: Op; readonly turned: boolean }>> = {
  '=': { holds: Op.JumpEqual, fails: Op.JumpUnequal, turned: false },
  '!=': { holds: Op.JumpUnequal, fails: Op.JumpEqual, turned: false },
  '<': { holds: Op.JumpLess, fails: Op.JumpNotLess, turned: false },
  '>=': { holds: Op.JumpNotLess, fails: Op.JumpLess, turned: false },
  '>': { holds: Op.JumpLess, fails: Op.JumpNotLess, turned: true },
  '<=': { holds: Op.JumpNotLess, fails: Op.JumpLess, turned: true },
};

export abstract class DecisionAssembler extends ListAssembler {
  protected override truth(ir: Ir, to: () => number): number {
    const { writer } = this;
    const at = to();
    const end = new Label();
    writer.put(Op.Copy, at, writer.constant(1));
    this.jumpIf(ir, true, end);
    writer.put(Op.Copy, at, writer.constant(0));
    writer.place(end);
    return at;
  }

  /** Goes on at the label where the condition is `when`, else behind what is written. */
  protected override jumpIf(ir: Ir, when: boolean, label: Label): void {
    const { writer } = this;
    switch (ir.op) {
      case 'constant':
        if (typeof ir.value !== 'boolean') return unwritten();
        if (ir.value === when) writer.put(Op.Jump, label);
        return;
      case 'not':
        return this.jumpIf(ir.a, !when, label);
      case 'local': {
        const place = this.places.get(ir.local.id);
        if (place?.is === 'condition') return this.jumpIf(place.ir, when, label);
        break;
      }
      case 'join': {
        if (ir.decisive === when) {
          for (const operand of ir.operands) this.jumpIf(operand, when, label);
          return;
        }
        const past = new Label();
        for (const operand of ir.operands) this.jumpIf(operand, ir.decisive, past);
        writer.put(Op.Jump, label);
        writer.place(past);
        return;
      }
      case 'bind':
        this.bind(ir);
        return this.jumpIf(ir.body, when, label);
      case 'let':
        this.let(ir);
        return this.jumpIf(ir.body, when, label);
      case 'present': {
        const at = this.told(ir.a);
        const numeric = isNumeric(ir.a);
        writer.put(numeric ? (when ? Op.JumpPresent : Op.JumpAbsent) : when ? Op.JumpPresentObject : Op.JumpAbsentObject, at, label);
        return;
      }
      case 'isTrue':
        writer.put(when ? Op.JumpSure : Op.JumpUnsure, this.told(ir.a), label);
        return;
      case 'same':
        return this.jumpSame(ir, when, label);
      case 'compare':
        if (ir.margin.how === 'plain') return this.jumpCompared(ir, when, label);
        break;
      case 'quantify': {
        const found = new Label();
        this.through(ir.list, (row) => {
          this.places.set(ir.local.id, row);
          this.jumpIf(ir.condition, ir.decisive, ir.decisive === when ? label : found);
        });
        if (ir.decisive !== when) {
          writer.put(Op.Jump, label);
          writer.place(found);
        }
        return;
      }
      default:
    }
    const at = this.number(ir);
    writer.put(when ? Op.JumpTrue : Op.JumpFalse, at, label);
  }

  protected jumpSame(ir: IrOf<'same'>, when: boolean, label: Label): void {
    const [a, b] = [isNumeric(ir.a), isNumeric(ir.b)];
    const jumps = ir.negated !== when;
    if (a && b) {
      const [left, right] = [this.number(ir.a), this.number(ir.b)];
      this.writer.put(jumps ? Op.JumpEqual : Op.JumpUnequal, left, right, label);
      return;
    }
    if (ir.a.info.rep.kind !== 'word' || ir.b.info.rep.kind !== 'word') return unwritten();
    const [left, right] = [this.word(ir.a), this.word(ir.b)];
    this.writer.put(jumps ? Op.JumpSame : Op.JumpOther, left, right, label);
  }

  protected jumpCompared(ir: IrOf<'compare'>, when: boolean, label: Label): void {
    const { writer } = this;
    const [a, b] = [this.number(ir.a), this.number(ir.b)];
    const { holds, fails, turned } = COMPARED[ir.comparator];
    writer.put(when ? holds : fails, ...(turned ? [b, a] : [a, b]), label);
  }

  protected compareNear(ir: IrOf<'compare'>, to: () => number): number {
    const { writer } = this;
    const { margin } = ir;
    const [a, b] = [this.number(ir.a), this.number(ir.b)];
    const signs = signsOf(ir.comparator);
    const at = to();
    if (margin.how === 'gap') writer.put(Op.CompareGap, at, a, b, writer.constant(margin.half), signs);
    else if (margin.how === 'band') {
      writer.put(Op.CompareBand, at, a, b, writer.constant(margin.abs), writer.constant(margin.rel), writer.constant(margin.gap), signs, this.undecided(ir));
    }
    return at;
  }

  protected undecided(ir: Ir): number {
    const rows = new Map<number, { readonly list: number; readonly at: number }>();
    for (const [id, place] of this.places) if (place.is === 'row') rows.set(id, place);
    return this.writer.undecided.push(this.beside.undecided(ir, rows)) - 1;
  }

  protected round(ir: IrOf<'round'>, to: () => number): number {
    const { writer } = this;
    const { step, unit, mode, margin } = ir;
    const { rep } = ir.a.info;
    const a = this.number(ir.a);
    const at = to();
    if (margin.how === 'plain') {
      const bounds = rep.kind === 'number' ? rep.bounds : undefined;
      if (bounds && bounds.low >= 0 && mode === 'half-up' && step % 2 === 0 && bounds.high + step <= 2 ** 53)
        writer.put(Op.RoundUpward, at, a, writer.constant(step / 2), writer.constant(step), writer.constant(unit));
      else writer.put(Op.RoundWhole, at, a, writer.rounds.push((value) => roundWhole(value, step, mode) * unit) - 1);
    } else if (margin.how === 'gap') {
      writer.put(Op.RoundWhole, at, a, writer.rounds.push((value) => roundGap(value / step, margin.half, mode) * unit) - 1);
    } else if (isHalf(mode)) {
      writer.put(
        Op.RoundNearest,
        at,
        a,
        writer.constant(step),
        writer.constant(unit),
        writer.constant(margin.abs),
        writer.constant(margin.rel),
        this.undecided(ir),
      );
    } else {
      const { abs, rel } = margin;
      const round = (value: number): number | undefined => {
        const steps = roundBand(value / step, abs, rel, mode);
        return steps === undefined ? undefined : steps * unit;
      };
      writer.put(Op.RoundBand, at, a, writer.rounds.push(round) - 1, this.undecided(ir));
    }
    return at;
  }

  protected piece(ir: IrOf<'piece'>, to: () => number): number {
    const { writer } = this;
    const a = this.number(ir.a);
    const cuts = writer.cuts.push(Float64Array.from(ir.cuts)) - 1;
    const { margin } = ir;
    const at = to();
    if (margin.how === 'plain') writer.put(Op.Piece, at, a, cuts);
    else {
      const [reach, rel] = margin.how === 'gap' ? [margin.half, 0] : [margin.abs, margin.rel];
      writer.put(Op.PieceBand, at, a, cuts, writer.constant(reach), writer.constant(rel), margin.how === 'gap' ? -1 : this.undecided(ir));
    }
    return at;
  }

  protected lookup(ir: IrOf<'lookup'>, to: () => number): number {
    const { writer } = this;
    const column = wholeColumn(ir);
    if (column) {
      const a = this.number(column.a);
      const at = to();
      const answers = cellsOf(ir);
      writer.put(Op.Run, at, a, writer.runs.push(runsOf(column.cuts, (piece) => numberOf(answers[piece]!))) - 1);
      return at;
    }
    const cell = this.cell(ir);
    const at = to();
    writer.put(Op.Cell, at, cell, writer.cells.push(Float64Array.from(cellsOf(ir), numberOf)) - 1);
    return at;
  }

  /** Which cell of a table is met. */
  protected override cell(ir: IrOf<'lookup'>): number {
    const { writer } = this;
    const [first, ...rest] = ir.pieces.map((piece) => this.number(piece)) as [number, ...number[]];
    let found = first;
    for (const [at, piece] of rest.entries()) {
      const next = writer.register();
      writer.put(Op.Index, next, found, writer.constant(ir.sizes[at + 1]!), piece);
      found = next;
    }
    return found;
  }
}
