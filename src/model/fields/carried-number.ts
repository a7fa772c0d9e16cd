/**
 * Carried numbers on the wire: a decimal, or a ratio such as `200/3` as an outcome wrote it.
 * In: what is written. Out: the exact number, or a {@link Refusal}.
 */
import { type Exact, fromCanonicalText } from '../../values/exact.ts';
import { numberType } from '../../values/type.ts';
import { RATIO } from '../../values/unit.ts';
import { numberReader } from './number-field.ts';
import type { Refusal } from './refusal.ts';

const readDecimal = numberReader(numberType(RATIO));
const RATIO_TEXT = /^-?\d{1,40}\/[1-9]\d{0,39}$/;

export function readCarried(written: unknown): Exact | Refusal {
  return typeof written === 'string' && RATIO_TEXT.test(written) ? fromCanonicalText(written) : readDecimal(written);
}
