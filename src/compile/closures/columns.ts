/**
 * Lists of records as columns: what the machine reads of their members, number by number.
 * In: a list of lowered records, or the columns that the ingest filled. Out: columns that are used again for each record.
 */
import type { Lowered, LoweredRecord } from '../lowered.ts';
import { fieldAt } from './field-at.ts';

/** One field of the members, or a field of a record in them. */
export interface ColumnSpec {
  readonly path: readonly number[];
  readonly numeric: boolean;
}

export class ListColumns {
  length = 0;
  readonly specs: ColumnSpec[] = [];
  /** By the number of the column; NaN where a number is missing. */
  readonly numbers: Float64Array[] = [];
  readonly words: Lowered[][] = [];
  private room = 8;

  constructor(readonly fact: number) {}

  /** The number of the column. */
  column(path: readonly number[], numeric: boolean): number {
    const known = this.specs.findIndex((spec) => spec.numeric === numeric && spec.path.join() === path.join());
    if (known >= 0) return known;
    this.numbers.push(new Float64Array(numeric ? this.room : 0));
    this.words.push([]);
    return this.specs.push({ path, numeric }) - 1;
  }

  /** False where a member is missing, so that nothing can be read of it: of what is lowered, only missing values tell their kind. */
  fill(list: readonly Lowered[]): boolean {
    const { length } = list;
    if (length > this.room) this.grow(length);
    this.length = length;
    for (let at = 0; at < length; at++) if ((list[at] as { readonly kind?: unknown }).kind !== undefined) return false;
    for (let column = 0; column < this.specs.length; column++) {
      const { path, numeric } = this.specs[column]!;
      const first = path[0]!;
      const second = path.length > 1 ? path[1]! : -1;
      const numbers = this.numbers[column]!;
      const words = this.words[column]!;
      for (let at = 0; at < length; at++) {
        let value = fieldAt(list[at] as LoweredRecord, first);
        if (second >= 0 && value !== undefined) value = fieldAt(value as LoweredRecord, second);
        if (!numeric) words[at] = value!;
        else numbers[at] = typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : NaN;
      }
    }
    return true;
  }

  private grow(length: number): void {
    this.room = 2 * length;
    for (const [column, { numeric }] of this.specs.entries()) if (numeric) this.numbers[column] = new Float64Array(this.room);
  }
}
