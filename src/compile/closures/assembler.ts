/**
 * Writes the usual path of a program for the machine: everything is there, lists are lists of facts.
 * In: a program. Out: code; a slot that it cannot write, or that turns out to be not usual, is left to the closures.
 */
import type { Ir, IrOf, Slot } from '../ir.ts';
import type { LoweredRecord } from '../lowered.ts';
import { isMissing } from '../missing.ts';
import { DecisionAssembler } from './assembler-decisions.ts';
import { SOURCE_SIZE } from './assembler-places.ts';
import { Label } from './code-writer.ts';
import { BINARY, Op } from './operations.ts';
import { cellsOf, numberOf, stands } from './place.ts';
import { isNumeric } from './registers.ts';
import { unwritten, Unwritten } from './unwritten.ts';

export class Assembler extends DecisionAssembler {
  write(): void {
    const { writer } = this;
    for (const slot of this.program.slots) {
      const start = writer.at;
      this.starts.push(start);
      try {
        this.slot(slot);
      } catch (problem) {
        if (!(problem instanceof Unwritten)) throw problem;
        writer.cut(start);
        writer.put(Op.Leave);
      }
    }
    writer.put(Op.End);
  }

  protected slot(slot: Slot): void {
    const to = this.slotAt.get(slot)!;
    const { ir } = slot;
    if (ir.op === 'gather') {
      const list = this.listOf(ir.ratings);
      const first = this.writer.registers(ir.scheme.sources.length * SOURCE_SIZE);
      const gather = this.beside.gather(ir, list, first, to) ?? unwritten();
      this.sources.set(slot, first);
      this.writer.put(Op.Gather, this.writer.gathers.push(gather) - 1);
      return;
    }
    this.into(ir, to, isNumeric(ir));
  }

  /** Puts a value, missing or not, into a register. @param may what the values that it reads may be instead. */
  protected override into(ir: Ir, to: number, numeric: boolean, may = 0): void {
    const { writer } = this;
    switch (ir.op) {
      case 'if': {
        const [otherwise, end] = [new Label(), new Label()];
        this.jumpIf(ir.condition, false, otherwise);
        this.into(ir.then, to, numeric, may);
        writer.put(Op.Jump, end);
        writer.place(otherwise);
        this.into(ir.else, to, numeric, may);
        writer.place(end);
        return;
      }
      case 'constant':
        if (!isMissing(ir.value)) break;
        writer.put(numeric ? Op.Missing : Op.Take, to, writer.object(ir.value));
        return;
      case 'bind':
        this.bind(ir);
        this.into(
          ir.body,
          to,
          numeric,
          ir.values.reduce((all, value) => all | value.info.may, may),
        );
        return;
      case 'let':
        this.let(ir);
        this.into(ir.body, to, numeric, may);
        return;
      case 'slot':
      case 'fact':
        if (isNumeric(ir) !== numeric) unwritten();
        writer.put(numeric ? Op.Move : Op.Take, to, this.standing(ir));
        return;
      case 'gathered':
        if (ir.what !== 'score') break;
        writer.put(Op.Score, to, this.source(ir) + 1);
        return;
      case 'settle':
        this.settle(ir, to);
        return;
      default:
    }
    if (isNumeric(ir) !== numeric) unwritten();
    if (!numeric) {
      const { rep } = ir.info;
      if (rep.kind !== 'word') unwritten();
      writer.put(Op.Take, to, this.word(ir));
      if ((may | ir.info.may) !== 0) writer.put(Op.CheckWord, to);
      return;
    }
    const found = this.number(ir, to);
    if (found !== to) writer.put(Op.Copy, to, found);
    if ((may | ir.info.may) !== 0) writer.put(Op.Check, to);
  }

  protected settle(ir: IrOf<'settle'>, to: number): void {
    const { writer } = this;
    const [no, end] = [new Label(), new Label()];
    this.jumpIf(ir.verdict, false, no);
    for (const value of ir.values) {
      if (value.info.may === 0) continue;
      const at = value.op === 'slot' || value.op === 'fact' ? this.standing(value) : unwritten();
      writer.put(isNumeric(value) ? Op.Settle : Op.SettleObject, at);
    }
    writer.put(Op.Copy, to, writer.constant(1));
    writer.put(Op.Jump, end);
    writer.place(no);
    writer.put(Op.Copy, to, writer.constant(0));
    writer.place(end);
  }

  /** A number, day or truth; NaN where it is missing, whatever its object says. */
  protected override number(ir: Ir, wanted?: number): number {
    // What is never there, or a word, has no number in its register: not even NaN.
    if (!isNumeric(ir)) return unwritten();
    const { writer } = this;
    const to = (): number => wanted ?? writer.register();
    switch (ir.op) {
      case 'constant':
        if (typeof ir.value === 'number') return writer.constant(ir.value + 0);
        if (typeof ir.value === 'boolean') return writer.constant(Number(ir.value));
        return unwritten();
      case 'fact':
      case 'slot':
        return this.standing(ir);
      case 'local': {
        const place = this.places.get(ir.local.id);
        return place?.is === 'number' ? place.at : unwritten();
      }
      case 'field':
        return this.field(ir, to);
      case 'add':
      case 'subtract':
      case 'multiply':
      case 'divide':
      case 'checkedDivide':
      case 'least':
      case 'greatest':
      case 'modulo': {
        if (ir.op === 'modulo' && ir.b.op !== 'constant') return unwritten();
        const [a, b] = [this.number(ir.a), this.number(ir.b)];
        const at = to();
        writer.put(BINARY[ir.op], at, a, b);
        return at;
      }
      case 'negate':
      case 'absolute': {
        const a = this.number(ir.a);
        const at = to();
        writer.put(ir.op === 'negate' ? Op.Negate : Op.Absolute, at, a);
        return at;
      }
      case 'rescale': {
        const a = this.number(ir.a);
        if (ir.factor === 1) return a;
        const at = to();
        writer.put(Op.Multiply, at, a, writer.constant(ir.factor));
        return at;
      }
      case 'round':
        return this.round(ir, to);
      case 'compare':
        return ir.margin.how === 'plain' ? this.truth(ir, to) : this.compareNear(ir, to);
      case 'not':
      case 'same':
      case 'join':
      case 'present':
      case 'isTrue':
      case 'quantify':
        return this.truth(ir, to);
      case 'if': {
        const at = to();
        if (stands(ir.then) && stands(ir.else) && stands(ir.condition)) {
          const condition = this.number(ir.condition);
          writer.put(Op.Select, at, condition, this.number(ir.then), this.number(ir.else));
          return at;
        }
        const [otherwise, end] = [new Label(), new Label()];
        this.jumpIf(ir.condition, false, otherwise);
        this.copyInto(ir.then, at);
        writer.put(Op.Jump, end);
        writer.place(otherwise);
        this.copyInto(ir.else, at);
        writer.place(end);
        return at;
      }
      case 'bind':
        this.bind(ir);
        return this.number(ir.body, wanted);
      case 'let':
        this.let(ir);
        return this.number(ir.body, wanted);
      case 'fold':
        return this.fold(ir);
      case 'piece':
        return this.piece(ir, to);
      case 'pieceWord': {
        const a = this.word(ir.a);
        const at = to();
        writer.put(Op.PieceWord, at, a, writer.words.push(ir.words) - 1);
        return at;
      }
      case 'pieceTruth':
        return this.number(ir.a, wanted);
      case 'lookup':
        return this.lookup(ir, to);
      case 'gathered': {
        const source = this.source(ir);
        if (ir.what === 'raters') return source;
        if (ir.what !== 'score') return unwritten();
        const at = to();
        writer.put(Op.Divide, at, source + 1, source + 2);
        return at;
      }
      case 'dateCall': {
        if (ir.name !== 'daysBetween') return unwritten();
        const [from, until] = [this.number(ir.args[0]!), this.number(ir.args[1]!)];
        const at = to();
        writer.put(Op.Subtract, at, until, from);
        return at;
      }
      default:
        return unwritten();
    }
  }

  protected copyInto(ir: Ir, to: number): void {
    if (ir.op === 'constant' && isMissing(ir.value)) this.writer.put(Op.Leave);
    else {
      const found = this.number(ir, to);
      if (found !== to) this.writer.put(Op.Copy, to, found);
    }
  }

  protected override word(ir: Ir): number {
    const { writer } = this;
    switch (ir.op) {
      case 'constant':
        return typeof ir.value === 'string' ? writer.object(ir.value) : unwritten();
      case 'fact':
      case 'slot':
      case 'local':
        return isNumeric(ir) ? unwritten() : this.standing(ir);
      case 'field':
        return this.field(ir, () => writer.register());
      case 'bind':
        this.bind(ir);
        return this.word(ir.body);
      case 'lookup': {
        const cell = this.cell(ir);
        const at = writer.register();
        writer.put(Op.CellObject, at, cell, writer.cellObjects.push(cellsOf(ir)) - 1);
        return at;
      }
      case 'if': {
        const at = writer.register();
        const [otherwise, end] = [new Label(), new Label()];
        this.jumpIf(ir.condition, false, otherwise);
        this.takeInto(ir.then, at);
        writer.put(Op.Jump, end);
        writer.place(otherwise);
        this.takeInto(ir.else, at);
        writer.place(end);
        return at;
      }
      default:
        return unwritten();
    }
  }

  protected takeInto(ir: Ir, to: number): void {
    if (ir.op === 'constant' && isMissing(ir.value)) this.writer.put(Op.Leave);
    else this.writer.put(Op.Take, to, this.word(ir));
  }

  /** A field of a member at hand, or of an answer of a table. */
  protected field(ir: IrOf<'field'>, to: () => number): number {
    const { writer } = this;
    const place = this.record(ir.of);
    const numeric = isNumeric(ir);
    if (!numeric && ir.info.rep.kind !== 'word') return unwritten();
    const at = to();
    if (place.is === 'row') {
      const column = writer.lists[place.list]!.column([ir.index], numeric);
      writer.put(numeric ? Op.Column : Op.ColumnObject, at, place.list, column, place.at);
      return at;
    }
    if (place.is !== 'cell') return unwritten();
    const values = place.answers.map((answer) => (isMissing(answer) ? answer : (answer as LoweredRecord)[`f${ir.index}`]!));
    if (numeric) writer.put(Op.Cell, at, place.at, writer.cells.push(Float64Array.from(values, numberOf)) - 1);
    else writer.put(Op.CellObject, at, place.at, writer.cellObjects.push(values) - 1);
    return at;
  }
}
