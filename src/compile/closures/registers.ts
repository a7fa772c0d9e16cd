/**
 * Registers of the machine: each has a place for a number and a place for anything else.
 * In: lowered values. Out: truths as 0 and 1, numbers and days as they are; NaN where a value is missing or is no number, which then stands in `objects`.
 */
import { type None, NONE } from '../../values/result.ts';
import type { Ir, Rep } from '../ir.ts';
import type { Lowered } from '../lowered.ts';

export type Kind = 'number' | 'truth' | 'object';

export const kindOf = ({ kind }: Rep): Kind => (kind === 'number' || kind === 'date' ? 'number' : kind === 'truth' ? 'truth' : 'object');
export const isNumeric = ({ info: { rep } }: Ir): boolean => kindOf(rep) !== 'object';

export class Registers {
  readonly numbers: Float64Array;
  readonly objects: Lowered[];

  constructor(size: number) {
    this.numbers = new Float64Array(size);
    this.objects = new Array<None>(size).fill(NONE);
  }

  write(at: number, kind: Kind, value: Lowered): void {
    if (kind === 'object') this.objects[at] = value;
    else if (typeof value === 'number') this.numbers[at] = value;
    else if (typeof value === 'boolean') this.numbers[at] = value ? 1 : 0;
    else {
      this.numbers[at] = NaN;
      this.objects[at] = value;
    }
  }

  read(at: number, kind: Kind): Lowered {
    if (kind === 'object') return this.objects[at]!;
    const value = this.numbers[at]!;
    if (value !== value) return this.objects[at]!;
    return kind === 'truth' ? value === 1 : value;
  }
}
