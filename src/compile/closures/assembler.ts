/**
 * Writes the usual path of a program for the machine: everything is there, lists are lists of facts.
 * In: a program. Out: code; a slot that it cannot write, or that turns out to be not usual, is left to the closures.
 */
import type { Comparator } from '../../formula/tree.ts';
import { NONE } from '../../values/result.ts';
import type { Ir, IrOf, Local, Slot } from '../ir.ts';
import type { Lowered, LoweredRecord } from '../lowered.ts';
import { isMissing } from '../missing.ts';
import type { Program } from '../program.ts';
import { partsOf } from '../reachable.ts';
import { isHalf, roundBand, roundGap, roundWhole } from '../round-carried.ts';
import { type CodeWriter, Label, signsOf } from './code-writer.ts';
import { ListColumns } from './columns.ts';
import { Op } from './operations.ts';
import { isNumeric } from './registers.ts';
import { isStrict } from './strict.ts';

/** What a local stands for while code is written. */
export type Place =
  | {
      readonly is: 'number' | 'object';
      readonly at: number;
      /** Where it is missing, its object says how. */ readonly told?: boolean;
    }
  /** A cell of a table whose answers are records. */
  | { readonly is: 'cell'; readonly at: number; readonly answers: readonly Lowered[] }
  | { readonly is: 'row'; readonly list: number; readonly at: number }
  /** Worked out where it is gone through, or asked for. */
  | { readonly is: 'list' | 'condition'; readonly ir: Ir };

/** What the assembler asks of those who know the record at hand. */
export interface Beside {
  /** The answer of a node that floating point left open; `rows` are the members that the loops around it have reached. */
  readonly undecided: (ir: Ir, rows: ReadonlyMap<number, { readonly list: number; readonly at: number }>) => () => number;
  /** Gathers ratings of a list into registers from `first` on; false where the slot is for the closures. */
  readonly gather: (ir: IrOf<'gather'>, list: number, first: number, slot: number) => (() => boolean) | undefined;
}

/** Registers of each source of a scheme: raters, score, its divisor, whether the divisor is exact. */
export const SOURCE_SIZE = 4;

class Unwritten extends Error {}

export class Assembler {
  /** By the place of the slot: where its code begins. */
  readonly starts: number[] = [];
  private readonly factAt: ReadonlyMap<object, number>;
  private readonly slotAt: ReadonlyMap<Slot, number>;
  private readonly places = new Map<number, Place>();
  private readonly sources = new Map<Slot, number>();

  constructor(
    private readonly program: Program,
    private readonly writer: CodeWriter,
    private readonly beside: Beside,
  ) {
    this.factAt = new Map(program.facts.map((fact, at) => [fact, at]));
    this.slotAt = new Map(program.slots.map((slot, at) => [slot, program.facts.length + at]));
  }

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

  /** Where a source's figures stand; undefined where the scheme is gathered by the closures. */
  sourceAt(slot: Slot, source: number): number | undefined {
    const first = this.sources.get(slot);
    return first === undefined ? undefined : first + source * SOURCE_SIZE;
  }

  registerOf(slot: Slot): number {
    return this.slotAt.get(slot)!;
  }

  private slot(slot: Slot): void {
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
  private into(ir: Ir, to: number, numeric: boolean, may = 0): void {
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

  private settle(ir: IrOf<'settle'>, to: number): void {
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

  /** The register of a fact or slot, whose object tells what is missing. */
  private standing(ir: Ir): number {
    if (ir.op === 'fact') return this.factAt.get(ir.fact)!;
    if (ir.op === 'slot') return this.slotAt.get(ir.slot)!;
    if (ir.op === 'local') {
      const place = this.places.get(ir.local.id);
      if (place?.is === 'number' || place?.is === 'object') return place.at;
    }
    return unwritten();
  }

  /** The same of a value that says how it is missing; a value between others does not. */
  private told(ir: Ir): number {
    const place = ir.op === 'local' ? this.places.get(ir.local.id) : undefined;
    if (ir.op === 'local' && !((place?.is === 'number' || place?.is === 'object') && place.told)) return unwritten();
    return this.standing(ir);
  }

  private bind({ locals, values, body }: IrOf<'bind'>): void {
    for (const [at, local] of locals.entries()) {
      const value = values[at]!;
      // A condition that decides at once, and nothing else, needs no register.
      if (locals.length === 1 && decidesOnce(body, local)) {
        this.places.set(local.id, { is: 'condition', ir: value });
        continue;
      }
      const place = this.placeOf(value);
      this.places.set(local.id, place);
      if (value.info.may === 0 || isStrict(body, local)) continue;
      if (place.is === 'number') this.writer.put(Op.Check, place.at);
      else if (place.is === 'object' && value.info.rep.kind === 'word') this.writer.put(Op.CheckWord, place.at);
      else unwritten();
    }
  }

  private let({ local, value }: IrOf<'let'>): void {
    const numeric = isNumeric(value);
    const at = this.writer.register();
    this.into(value, at, numeric);
    this.places.set(local.id, { is: numeric ? 'number' : 'object', at, told: true });
  }

  private placeOf(ir: Ir): Place {
    if (isNumeric(ir)) return { is: 'number', at: this.number(ir) };
    switch (ir.info.rep.kind) {
      case 'word':
        return { is: 'object', at: this.word(ir) };
      case 'list':
        return { is: 'list', ir };
      case 'record':
        return this.record(ir);
      default:
        return unwritten();
    }
  }

  private record(ir: Ir): Place {
    if (ir.op === 'local') return this.places.get(ir.local.id) ?? unwritten();
    if (ir.op === 'lookup') return { is: 'cell', at: this.cell(ir), answers: ir.answers.length === 0 ? unwritten() : cellsOf(ir) };
    if (ir.op === 'if' && ir.else.op === 'constant' && isMissing(ir.else.value)) {
      const [there, leave] = [new Label(), new Label()];
      this.jumpIf(ir.condition, false, leave);
      const place = this.record(ir.then);
      this.writer.put(Op.Jump, there);
      this.writer.place(leave);
      this.writer.put(Op.Leave);
      this.writer.place(there);
      return place;
    }
    return unwritten();
  }

  /** A number, day or truth; NaN where it is missing, whatever its object says. */
  private number(ir: Ir, wanted?: number): number {
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

  private copyInto(ir: Ir, to: number): void {
    if (ir.op === 'constant' && isMissing(ir.value)) this.writer.put(Op.Leave);
    else {
      const found = this.number(ir, to);
      if (found !== to) this.writer.put(Op.Copy, to, found);
    }
  }

  private word(ir: Ir): number {
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

  private takeInto(ir: Ir, to: number): void {
    if (ir.op === 'constant' && isMissing(ir.value)) this.writer.put(Op.Leave);
    else this.writer.put(Op.Take, to, this.word(ir));
  }

  /** A field of a member at hand, or of an answer of a table. */
  private field(ir: IrOf<'field'>, to: () => number): number {
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

  private truth(ir: Ir, to: () => number): number {
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
  private jumpIf(ir: Ir, when: boolean, label: Label): void {
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

  private jumpSame(ir: IrOf<'same'>, when: boolean, label: Label): void {
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

  private jumpCompared(ir: IrOf<'compare'>, when: boolean, label: Label): void {
    const { writer } = this;
    const [a, b] = [this.number(ir.a), this.number(ir.b)];
    const { holds, fails, turned } = COMPARED[ir.comparator];
    writer.put(when ? holds : fails, ...(turned ? [b, a] : [a, b]), label);
  }

  private compareNear(ir: IrOf<'compare'>, to: () => number): number {
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

  private undecided(ir: Ir): number {
    const rows = new Map<number, { readonly list: number; readonly at: number }>();
    for (const [id, place] of this.places) if (place.is === 'row') rows.set(id, place);
    return this.writer.undecided.push(this.beside.undecided(ir, rows)) - 1;
  }

  private round(ir: IrOf<'round'>, to: () => number): number {
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

  private piece(ir: IrOf<'piece'>, to: () => number): number {
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

  private lookup(ir: IrOf<'lookup'>, to: () => number): number {
    const { writer } = this;
    const [only] = ir.pieces;
    const cells = writer.cells.push(Float64Array.from(cellsOf(ir), numberOf)) - 1;
    if (ir.pieces.length === 1 && only!.op === 'piece' && only!.margin.how === 'plain') {
      const a = this.number(only!.a);
      const at = to();
      writer.put(Op.Ladder, at, a, writer.cuts.push(Float64Array.from(only!.cuts)) - 1, cells);
      return at;
    }
    const cell = this.cell(ir);
    const at = to();
    writer.put(Op.Cell, at, cell, cells);
    return at;
  }

  /** Which cell of a table is met. */
  private cell(ir: IrOf<'lookup'>): number {
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

  private source(ir: IrOf<'gathered'>): number {
    return this.sourceAt(ir.from, ir.source) ?? unwritten();
  }

  private listOf(ir: Ir): number {
    if (ir.op !== 'fact') return unwritten();
    const fact = this.factAt.get(ir.fact)!;
    const known = this.writer.lists.findIndex((list) => list.fact === fact);
    return known >= 0 ? known : this.writer.lists.push(new ListColumns(fact)) - 1;
  }

  /** Code for each member of a list of facts, mapped or filtered. */
  private through(ir: Ir, body: (row: Place & { readonly is: 'row' }) => void): void {
    const { writer } = this;
    if (ir.op === 'filter') {
      this.through(ir.list, (row) => {
        const past = new Label();
        this.places.set(ir.local.id, row);
        this.jumpIf(ir.condition, false, past);
        body(row);
        writer.place(past);
      });
      return;
    }
    if (ir.op === 'local') {
      const place = this.places.get(ir.local.id);
      return place?.is === 'list' ? this.through(place.ir, body) : unwritten();
    }
    if (ir.op === 'bind' && ir.locals.length === 1) {
      this.places.set(ir.locals[0]!.id, this.placeOf(ir.values[0]!));
      return isStrict(ir.body, ir.locals[0]!) ? this.through(ir.body, body) : unwritten();
    }
    const list = this.listOf(ir);
    const at = writer.register();
    const [head, end] = [new Label(), new Label()];
    writer.put(Op.First, at, list, end);
    writer.place(head);
    body({ is: 'row', list, at });
    writer.put(Op.Next, at, list, head);
    writer.place(end);
  }

  /** The same for values that were made of the members. */
  private throughValues(ir: Ir, body: (value: number) => void): void {
    if (ir.op === 'members') return this.throughValues(ir.list, body);
    if (ir.op === 'local') {
      const place = this.places.get(ir.local.id);
      return place?.is === 'list' ? this.throughValues(place.ir, body) : unwritten();
    }
    if (ir.op !== 'map' || ir.keepMissing || !isNumeric(ir.body)) return unwritten();
    this.through(ir.list, (row) => {
      this.places.set(ir.local.id, row);
      body(this.number(ir.body));
    });
  }

  private fold(ir: IrOf<'fold'>): number {
    const { writer } = this;
    if (ir.fold === 'count') return this.count(ir.list);
    if (ir.order || !['sum', 'mean', 'least', 'greatest'].includes(ir.fold)) return unwritten();
    const extreme = ir.fold === 'least' || ir.fold === 'greatest';
    const total = writer.register();
    const counted = ir.fold === 'mean' ? writer.register() : undefined;
    writer.put(Op.Copy, total, writer.constant(extreme ? (ir.fold === 'least' ? Infinity : -Infinity) : 0));
    if (counted !== undefined) writer.put(Op.Copy, counted, writer.constant(0));
    this.throughValues(ir.list, (value) => {
      writer.put(extreme ? BINARY[ir.fold as 'least' | 'greatest'] : Op.Add, total, total, value);
      if (counted !== undefined) writer.put(Op.Add, counted, counted, writer.constant(1));
    });
    if (extreme) writer.put(Op.CheckFinite, total);
    if (counted === undefined) return total;
    const at = writer.register();
    writer.put(Op.CheckedDivide, at, total, counted);
    return at;
  }

  private count(list: Ir): number {
    const { writer } = this;
    const at = writer.register();
    if (list.op === 'fact') {
      writer.put(Op.Length, at, this.listOf(list));
      return at;
    }
    writer.put(Op.Copy, at, writer.constant(0));
    this.through(list, () => {
      writer.put(Op.Add, at, at, writer.constant(1));
    });
    return at;
  }
}

/** Whether a body is a choice by the local, which is read nowhere else. */
function decidesOnce(body: Ir, local: Local): boolean {
  if (body.op !== 'if' || body.condition.op !== 'local' || body.condition.local.id !== local.id) return false;
  const reads = (ir: Ir): boolean => (ir.op === 'local' ? ir.local.id === local.id : partsOf(ir).some(reads));
  return !(stands(body.then) && stands(body.else)) && !reads(body.then) && !reads(body.else);
}

/** A number that needs no code. */
const stands = (ir: Ir): boolean => isNumeric(ir) && (ir.op === 'local' || ir.op === 'slot' || (ir.op === 'constant' && !isMissing(ir.value)));

/** How a comparison is jumped by; `turned`: with its sides in the other order. */
const COMPARED: Readonly<Record<Comparator, { readonly holds: Op; readonly fails: Op; readonly turned: boolean }>> = {
  '=': { holds: Op.JumpEqual, fails: Op.JumpUnequal, turned: false },
  '!=': { holds: Op.JumpUnequal, fails: Op.JumpEqual, turned: false },
  '<': { holds: Op.JumpLess, fails: Op.JumpNotLess, turned: false },
  '>=': { holds: Op.JumpNotLess, fails: Op.JumpLess, turned: false },
  '>': { holds: Op.JumpLess, fails: Op.JumpNotLess, turned: true },
  '<=': { holds: Op.JumpNotLess, fails: Op.JumpLess, turned: true },
};

const BINARY = {
  add: Op.Add,
  subtract: Op.Subtract,
  multiply: Op.Multiply,
  divide: Op.Divide,
  checkedDivide: Op.CheckedDivide,
  least: Op.Least,
  greatest: Op.Greatest,
  modulo: Op.Modulo,
} as const;

/** The answers of a table, cell by cell. */
const cellsOf = ({ grid, answers }: IrOf<'lookup'>): readonly Lowered[] => Array.from(grid, (answer) => answers[answer] ?? NONE);

const numberOf = (value: Lowered): number => (typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : NaN);

function unwritten(): never {
  throw new Unwritten();
}
