/**
 * Gives the locals of a program their places in the machine.
 * In: a program. Out: registers of facts, slots and locals; a value that may be missing is checked where it would not show by itself.
 */
import type { Ir, IrOf, Local, Slot } from '../ir.ts';
import { isMissing } from '../missing.ts';
import type { Program } from '../program.ts';
import { partsOf } from '../reachable.ts';
import { type CodeWriter, Label } from './code-writer.ts';
import { Op } from './operations.ts';
import { cellsOf, type Place, stands } from './place.ts';
import { isNumeric } from './registers.ts';
import { isStrict } from './strict.ts';
import { unwritten } from './unwritten.ts';

/** What the assembler asks of those who know the record at hand. */
export interface Beside {
  /** The answer of a node that floating point left open; `rows` are the members that the loops around it have reached. */
  readonly undecided: (ir: Ir, rows: ReadonlyMap<number, { readonly list: number; readonly at: number }>) => () => number;
  /** Gathers ratings of a list into registers from `first` on; false where the slot is for the closures. */
  readonly gather: (ir: IrOf<'gather'>, list: number, first: number, slot: number) => (() => boolean) | undefined;
}

/** Registers of each source of a scheme: raters, score, its divisor, whether the divisor is exact. */
export const SOURCE_SIZE = 4;

export abstract class PlacesAssembler {
  /** By the place of the slot: where its code begins. */
  readonly starts: number[] = [];
  protected readonly factAt: ReadonlyMap<object, number>;
  protected readonly slotAt: ReadonlyMap<Slot, number>;
  protected readonly places = new Map<number, Place>();
  protected readonly sources = new Map<Slot, number>();

  constructor(
    protected readonly program: Program,
    protected readonly writer: CodeWriter,
    protected readonly beside: Beside,
  ) {
    this.factAt = new Map(program.facts.map((fact, at) => [fact, at]));
    this.slotAt = new Map(program.slots.map((slot, at) => [slot, program.facts.length + at]));
  }

  /** Puts a value, missing or not, into a register. */
  protected abstract into(ir: Ir, to: number, numeric: boolean, may?: number): void;
  /** The register of a number or truth. */
  protected abstract number(ir: Ir, wanted?: number): number;
  /** The register of a word. */
  protected abstract word(ir: Ir): number;
  protected abstract truth(ir: Ir, to: () => number): number;
  protected abstract cell(ir: IrOf<'lookup'>): number;
  protected abstract jumpIf(ir: Ir, when: boolean, label: Label): void;
  protected abstract through(ir: Ir, body: (row: Place & { readonly is: 'row' }) => void): void;

  /** Where a source's figures stand; undefined where the scheme is gathered by the closures. */
  sourceAt(slot: Slot, source: number): number | undefined {
    const first = this.sources.get(slot);
    return first === undefined ? undefined : first + source * SOURCE_SIZE;
  }

  registerOf(slot: Slot): number {
    return this.slotAt.get(slot)!;
  }

  /** The register of a fact or slot, whose object tells what is missing. */
  protected standing(ir: Ir): number {
    if (ir.op === 'fact') return this.factAt.get(ir.fact)!;
    if (ir.op === 'slot') return this.slotAt.get(ir.slot)!;
    if (ir.op === 'local') {
      const place = this.places.get(ir.local.id);
      if (place?.is === 'number' || place?.is === 'object') return place.at;
    }
    return unwritten();
  }

  /** The same of a value that says how it is missing; a value between others does not. */
  protected told(ir: Ir): number {
    const place = ir.op === 'local' ? this.places.get(ir.local.id) : undefined;
    if (ir.op === 'local' && !((place?.is === 'number' || place?.is === 'object') && place.told)) return unwritten();
    return this.standing(ir);
  }

  protected bind({ locals, values, body }: IrOf<'bind'>): void {
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

  protected let({ local, value }: IrOf<'let'>): void {
    const numeric = isNumeric(value);
    const at = this.writer.register();
    this.into(value, at, numeric);
    this.places.set(local.id, { is: numeric ? 'number' : 'object', at, told: true });
  }

  protected placeOf(ir: Ir): Place {
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

  protected record(ir: Ir): Place {
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
}

/** Whether a body is a choice by the local, which is read nowhere else. */
function decidesOnce(body: Ir, local: Local): boolean {
  if (body.op !== 'if' || body.condition.op !== 'local' || body.condition.local.id !== local.id) return false;
  const reads = (ir: Ir): boolean => (ir.op === 'local' ? ir.local.id === local.id : partsOf(ir).some(reads));
  return !(stands(body.then) && stands(body.else)) && !reads(body.then) && !reads(body.else);
}
