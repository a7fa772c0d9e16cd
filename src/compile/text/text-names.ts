/**
 * What stands under which name in generated code: constants, facts, slots, locals.
 * In: a program. Out: names and literals; the text holds numbers and indexes alone.
 */
import type { Ir, Local, Slot } from '../ir.ts';
import type { Lowered } from '../lowered.ts';
import type { Program } from '../program.ts';
import { undecidedOf } from '../undecided.ts';
import { isApart, together } from './apart.ts';

/** Stands for the part at work in functions of their own. */
export const COLD = -1;

export abstract class TextNames {
  protected readonly constants: unknown[] = [];
  protected readonly names = new Map<unknown, string>();
  protected readonly factAt: ReadonlyMap<object, number>;
  protected readonly slotAt: ReadonlyMap<Slot, number>;
  protected readonly nodes: Ir[] = [];
  protected locals = new Map<number, string>();
  /** What is missing in the stead of a local's number: the second variable of those that may be. */
  protected missings = new Map<number, string>();
  protected readonly answers: unknown;
  protected readonly undecidedName: string;
  /** Slots that are read outside the part in which they are computed, or when a node is undecided. */
  protected readonly stored = new Set<Slot>();
  protected partOf = new Map<Slot, number>();
  /** The part at work; {@link COLD} in functions of their own, which read every slot from store. */
  protected part = 0;
  /** Names that the cold function at work has declared itself. */
  protected declared: Set<number> | undefined;
  protected readonly cold = new Map<string, string>();
  /** What cold functions have worked out for the record at hand. */
  protected readonly kept = new Set<string>();
  protected count = 0;

  constructor(protected readonly program: Program) {
    this.factAt = new Map(program.facts.map((fact, at) => [fact, at]));
    this.slotAt = new Map(program.slots.map((slot, at) => [slot, at]));
    this.answers = undecidedOf(program, this.nodes);
    this.undecidedName = this.constant(this.answers);
  }

  /** An expression without effects, to be used once; what has to be done before stands in `lines`. */
  protected abstract value(ir: Ir, lines: string[]): string;

  protected hoisted(): string {
    return this.constants.map((_, at) => `const k${at} = K[${at}];`).join(' ');
  }

  protected constant(value: unknown): string {
    const name = this.names.get(value);
    if (name) return name;
    const made = `k${this.constants.push(value) - 1}`;
    this.names.set(value, made);
    return made;
  }

  /** A new name for a local: the same node may be printed more than once. */
  protected declare(local: Local): string {
    const name = `l${this.count++}`;
    this.locals.set(local.id, name);
    this.declared?.add(local.id);
    return name;
  }

  protected atom(expression: string, lines: string[]): string {
    if (/^(?:[A-Za-z]\w*|-?\d+(?:\.\d+)?|true|false)$/.test(expression)) return expression;
    const name = `v${this.count++}`;
    lines.push(`const ${name} = ${expression};`);
    return name;
  }

  protected literal(value: Lowered): string {
    if (typeof value === 'number') return value < 0 || Object.is(value, -0) ? `(${value})` : String(value);
    return typeof value === 'boolean' ? String(value) : this.constant(value);
  }

  protected slotHere(slot: Slot): string {
    const at = this.slotAt.get(slot)!;
    return isApart(slot.ir) ? together({ value: `t${at}`, missing: `m${at}` }) : `t${at}`;
  }

  protected localValue(local: Local, lines: string[]): string {
    // A cold function works out again what was named outside it.
    if (this.declared && local.source && !this.declared.has(local.id)) return this.value(local.source, lines);
    return this.locals.get(local.id)!;
  }
}
