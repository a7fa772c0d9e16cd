/**
 * Nodes as ratios of safe integers: the quick answer to what floating point leaves open.
 * In: a comparison, a rounding or a piece that is undecided. Out: its answer, or NaN where something is missing, too large or not known here;
 * the always-exact back end then answers. What a slot comes to is worked out once a record.
 */
import type { Ir, Slot } from '../ir.ts';
import { NotHere, type Ratio, type Row, type Standing } from './cone-parts.ts';
import { RatioCone } from './ratio-cone.ts';
import { SmallRatio } from './small-ratio.ts';

export class RatioClosures {
  private readonly result = new SmallRatio();
  private readonly slots = new Map<Slot, Ratio>();

  constructor(private readonly standing: Standing) {}

  /** Undefined where such a node is never settled here. */
  answer(ir: Ir, rows: ReadonlyMap<number, Row>): (() => number) | undefined {
    try {
      return this.cone(rows).answer(ir);
    } catch (problem) {
      if (problem instanceof NotHere) return undefined;
      throw problem;
    }
  }

  private cone(rows: ReadonlyMap<number, Row>): RatioCone {
    return new RatioCone(this.standing, this.result, rows, (slot) => this.slot(slot));
  }

  /** A slot as a ratio, worked out once a record. */
  private slot(slot: Slot): Ratio {
    const known = this.slots.get(slot);
    if (known) return known;
    const found = this.cone(new Map()).ratio(slot.ir);
    const { result } = this;
    const { record } = this.standing;
    let [of, n, d, fits] = [-1, 0, 1, false];
    const kept: Ratio = () => {
      const now = record();
      if (of === now) return fits && result.set(n, d);
      fits = found();
      of = now;
      n = result.n;
      d = result.d;
      return fits;
    };
    this.slots.set(slot, kept);
    return kept;
  }
}
