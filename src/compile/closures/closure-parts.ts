/**
 * What every closure of a node is made with: its operands, places of locals, and the always-exact back end for what stays undecided.
 * In: a program. Out: the base of {@link GeneralClosures}.
 */
import type { ExactBackEnd } from '../exact-back-end.ts';
import type { GatheredSource } from '../gather.ts';
import type { Ir, Local, Slot } from '../ir.ts';
import { loopLocals } from '../loop-locals.ts';
import type { Lowered } from '../lowered.ts';
import type { Program } from '../program.ts';

/** What one record has come to so far; used again for the next. */
export interface Frame {
  facts: readonly Lowered[];
  readonly locals: Lowered[];
}
export type Step = (frame: Frame) => Lowered;
export type NumberStep = (frame: Frame) => number;
export type List = readonly Lowered[];

/** Where the closures find what was computed before. */
export interface Computed {
  readonly slot: (slot: Slot) => () => Lowered;
  /** What a scheme's ratings come to. */
  readonly gathered: (slot: Slot) => () => readonly GatheredSource[];
  /** All slots by their place, as far as they are computed. */
  readonly slots: () => readonly Lowered[];
}

export abstract class ClosureParts {
  protected readonly factAt: ReadonlyMap<object, number>;
  private readonly places = new Map<number, number>();

  constructor(
    program: Program,
    private readonly exact: ExactBackEnd,
    protected readonly computed: Computed,
  ) {
    this.factAt = new Map(program.facts.map((fact, at) => [fact, at]));
  }

  abstract step(ir: Ir): Step;

  protected number(ir: Ir): NumberStep {
    return this.step(ir) as NumberStep;
  }

  protected list(ir: Ir): (frame: Frame) => List {
    return this.step(ir) as (frame: Frame) => List;
  }

  protected placeOf(local: Local): number {
    const place = this.places.get(local.id);
    if (place !== undefined) return place;
    this.places.set(local.id, this.places.size);
    return this.places.size - 1;
  }

  /** The node answered exactly, from what is known of this record. */
  protected undecided(ir: Ir): Step {
    const loops = loopLocals(ir).map((local) => [local.id, this.placeOf(local)] as const);
    return (frame) =>
      this.exact.answer(ir, { facts: frame.facts, slots: this.computed.slots(), locals: new Map(loops.map(([id, at]) => [id, frame.locals[at]!])) });
  }
}
