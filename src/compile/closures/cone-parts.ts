/**
 * What ratios are worked out from: where the record at hand stands, rows of its lists, locals and what a `bind` asks for.
 * In: where things stand. Out: the base of the cones in which a node is settled; {@link NotHere} for what is never settled so.
 */
import { placesOf } from '../carried-node.ts';
import type { Ir, IrOf, Local, Slot } from '../ir.ts';
import type { Lowered } from '../lowered.ts';
import type { ListColumns } from './columns.ts';
import { isNumeric } from './registers.ts';
import type { SmallRatio } from './small-ratio.ts';
import { isStrict } from './strict.ts';

export type Ratio = () => boolean;
/** 1, 0, or NaN where it is not known. */
export type Truth = () => number;
/** Which member of which list a loop has reached. */
export interface Row {
  readonly list: number;
  readonly at: () => number;
}

/** Where the record at hand is found. */
export interface Standing {
  readonly numbers: () => Float64Array;
  readonly objects: () => readonly Lowered[];
  readonly lists: readonly ListColumns[];
  readonly slotAt: (slot: Slot) => number;
  readonly factAt: (fact: object) => number;
  readonly sourceAt: (slot: Slot, source: number) => number | undefined;
  /** Grows with each record. */
  readonly record: () => number;
}

/** What is never settled by ratios of safe integers. */
export class NotHere extends Error {}
export const not = (): never => {
  throw new NotHere();
};

export abstract class ConeParts {
  private readonly locals = new Map<number, Ratio>();
  protected readonly rows: Map<number, Row>;

  constructor(
    protected readonly where: Standing,
    protected readonly result: SmallRatio,
    rows: ReadonlyMap<number, Row>,
  ) {
    this.rows = new Map(rows);
  }

  abstract ratio(ir: Ir): Ratio;
  protected abstract truth(ir: Ir): Truth;
  protected abstract word(ir: Ir): () => Lowered | undefined;

  protected standing(at: number, ir: Ir): Ratio {
    const { numbers } = this.where;
    const { result } = this;
    const scale = scaleOf(ir);
    return () => {
      const value = numbers()[at]!;
      return value === value && result.set(value, scale);
    };
  }

  protected local(local: Local): Ratio {
    const known = this.locals.get(local.id);
    if (known) return known;
    const found = local.source ? this.ratio(local.source) : not();
    this.locals.set(local.id, found);
    return found;
  }

  /** A `bind` around its body: what may be missing shows in the body, or is looked at before. */
  protected bound(ir: IrOf<'bind'>): () => boolean {
    const checks = ir.values.flatMap((value, at) => (value.info.may === 0 || isStrict(ir.body, ir.locals[at]!) ? [] : [this.present(value)]));
    const [only] = checks;
    if (checks.length <= 1) return only ?? (() => true);
    return () => {
      for (const check of checks) if (!check()) return false;
      return true;
    };
  }

  protected present(ir: Ir): () => boolean {
    switch (ir.info.rep.kind) {
      case 'number':
        return this.ratio(ir);
      case 'truth': {
        const truth = this.truth(ir);
        return () => !Number.isNaN(truth());
      }
      case 'word': {
        const word = this.word(ir);
        return () => typeof word() === 'string';
      }
      default:
        return not();
    }
  }

  protected field(ir: IrOf<'field'>): Ratio {
    const column = this.column(ir);
    const { result } = this;
    const scale = scaleOf(ir);
    return () => {
      const value = column();
      return value === value && result.set(value, scale);
    };
  }

  protected column(ir: IrOf<'field'>): () => number {
    const row = ir.of.op === 'local' ? this.rows.get(ir.of.local.id) : undefined;
    if (!row || !isNumeric(ir)) return not();
    const list = this.where.lists[row.list]!;
    const column = list.column([ir.index], true);
    return () => list.numbers[column]![row.at()]!;
  }

  protected placeOf(ir: IrOf<'fact'> | IrOf<'slot'>): number {
    return ir.op === 'fact' ? this.where.factAt(ir.fact) : this.where.slotAt(ir.slot);
  }
}

/** A carried number as a ratio with few digits. */
export function lowest(carried: number, places: number): readonly [number, number] {
  let [n, left] = [carried, places];
  while (left > 0 && n % 10 === 0) [n, left] = [n / 10, left - 1];
  return [n, 10 ** left];
}

export const scaleOf = (ir: Ir): number => 10 ** placesOf(ir);
export const isWhole = ({ info: { rep } }: Ir): boolean => rep.kind === 'number' && rep.bounds.whole;
