/**
 * Writes the machine's code: operations, places to jump to, registers, constants and the lists that operations point into.
 * In: operations one after another. Out: what a {@link Machine} is made of.
 */
import type { Lowered } from '../lowered.ts';
import type { Runs } from '../runs.ts';
import type { ListColumns } from './columns.ts';
import { LESS, type Machine, MORE, SAME } from './machine.ts';
import type { Op } from './operations.ts';
import { Registers } from './registers.ts';
import { holds } from '../build-ir.ts';
import type { Comparator } from '../../formula/tree.ts';

/** A place in the code that may not be known yet. */
export class Label {
  at = -1;
  readonly users: number[] = [];
}

export class CodeWriter {
  readonly lists: ListColumns[] = [];
  readonly cuts: Float64Array[] = [];
  readonly runs: Runs[] = [];
  readonly words: (readonly string[])[] = [];
  readonly cells: Float64Array[] = [];
  readonly cellObjects: (readonly Lowered[])[] = [];
  readonly rounds: ((value: number) => number | undefined)[] = [];
  readonly undecided: (() => number)[] = [];
  readonly gathers: (() => boolean)[] = [];
  private readonly code: number[] = [];
  private readonly constants = new Map<number, number>();
  private readonly words0 = new Map<Lowered, number>();
  private size: number;

  constructor(registers: number) {
    this.size = registers;
  }

  get at(): number {
    return this.code.length;
  }

  /** Takes back what was written from there on. */
  cut(at: number): void {
    this.code.length = at;
  }

  register(): number {
    return this.size++;
  }

  registers(count: number): number {
    this.size += count;
    return this.size - count;
  }

  constant(value: number): number {
    const known = this.constants.get(value);
    if (known !== undefined) return known;
    const at = this.register();
    this.constants.set(value, at);
    return at;
  }

  object(value: Lowered): number {
    const known = this.words0.get(value);
    if (known !== undefined) return known;
    const at = this.register();
    this.words0.set(value, at);
    return at;
  }

  put(op: Op, ...operands: readonly (number | Label)[]): void {
    this.code.push(op);
    for (const operand of operands) {
      if (typeof operand === 'number') this.code.push(operand);
      else {
        operand.users.push(this.code.length);
        this.code.push(operand.at);
      }
    }
  }

  /** The label is here. */
  place(label: Label): void {
    label.at = this.at;
    for (const user of label.users) this.code[user] = label.at;
  }

  /** Registers with the constants in place. */
  makeRegisters(): Registers {
    const registers = new Registers(this.size);
    for (const [value, at] of this.constants) registers.numbers[at] = value;
    for (const [value, at] of this.words0) registers.objects[at] = value;
    return registers;
  }

  machine({ numbers, objects }: Registers): Machine {
    const { lists, cuts, runs, words, cells, cellObjects, rounds, undecided, gathers } = this;
    return { code: Int32Array.from(this.code), numbers, objects, lists, cuts, runs, words, cells, cellObjects, rounds, undecided, gathers };
  }
}

/** Which of more, same and less make a comparison true. */
export const signsOf = (comparator: Comparator): number =>
  (holds(comparator, 1) ? MORE : 0) | (holds(comparator, 0) ? SAME : 0) | (holds(comparator, -1) ? LESS : 0);
