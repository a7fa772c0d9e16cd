/**
 * A list of records as columns: each field that is read in an array of its own, filled again for each record that is taken.
 * In: fields by their places, and how many members there may be. Out: columns; members as lowered records for whoever asks for those.
 */
import { NONE } from '../values/result.ts';
import type { Lowered, LoweredRecord } from './lowered.ts';

export interface ColumnField {
  readonly index: number;
  /** NaN stands where a number is none. */
  readonly isNumber: boolean;
}

export class ListColumns {
  length = 0;
  readonly fields: readonly ColumnField[];
  private readonly columns: readonly (Float64Array | Lowered[])[];

  constructor(fields: readonly ColumnField[], most: number) {
    this.fields = fields;
    this.columns = fields.map(({ isNumber }) => (isNumber ? new Float64Array(most) : new Array<Lowered>(most).fill(NONE)));
  }

  column(index: number): Float64Array | Lowered[] {
    return this.columns[this.fields.findIndex((field) => field.index === index)]!;
  }

  isNumber(index: number): boolean {
    return this.fields.some((field) => field.index === index && field.isNumber);
  }

  member(at: number): LoweredRecord {
    const record: Record<string, Lowered> = {};
    for (const [place, { index }] of this.fields.entries()) {
      const value = this.columns[place]![at]!;
      record[`f${index}`] = value === value ? value : NONE;
    }
    return record as LoweredRecord;
  }

  members(): readonly LoweredRecord[] {
    return Array.from({ length: this.length }, (_, at) => this.member(at));
  }
}

/** The same facts, with lists of records in the place of columns. */
export const unfolded = (facts: readonly (Lowered | ListColumns)[]): readonly Lowered[] =>
  facts.map((fact) => (fact instanceof ListColumns ? fact.members() : fact));
