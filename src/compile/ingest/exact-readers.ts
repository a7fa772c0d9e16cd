/**
 * Readers of numbers that are carried as exact ratios: own facts without bounds or a step, and carried values.
 * In: what stands in a record. Out: the lowered value; undefined where the exact reader refuses it. They need no schema of the model.
 */
import { readCarried } from '../../model/fields/carried-number.ts';
import { Refusal } from '../../model/fields/refusal.ts';
import { readDatum } from '../../values/read-datum.ts';
import type { NumberType } from '../../values/type.ts';
import { type Lowered, lower, shapeOf } from '../lowered.ts';

export function ownNumberReader(type: NumberType): (written: unknown) => Lowered | undefined {
  const shape = shapeOf(type);
  return (written) => {
    const read = readDatum(written, type);
    return 'finding' in read ? undefined : lower(read.value, shape);
  };
}

export function readCarriedNumber(written: unknown): Lowered | undefined {
  const value = readCarried(written);
  return value instanceof Refusal ? undefined : value;
}
