/**
 * Carried numbers on the wire: canonical text of any digits, as an outcome wrote it, or a number.
 * In: what is written. Out: the exact number, or a {@link Refusal}.
 */
import { type Exact, fromCanonicalText } from '../../values/exact.ts';
import { numberType } from '../../values/type.ts';
import { RATIO } from '../../values/unit.ts';
import { numberReader } from './number-field.ts';
import { Refusal, quoted } from './refusal.ts';

/** How many characters a carried value may have; what is longer is a fault of the carry that would hand it on. */
export const LONGEST_CARRY = 1_000;

export const CARRIED_PATTERN = '^-?\\d+(\\.\\d+|/[1-9]\\d*)?$';
const CANONICAL_TEXT = new RegExp(CARRIED_PATTERN);
const readNumber = numberReader(numberType(RATIO));

/** Text as `toText` writes it is read whatever its digits: an exact value may need many. */
export function readCarried(written: unknown): Exact | Refusal {
  if (typeof written !== 'string') return readNumber(written);
  if (written.length > LONGEST_CARRY)
    return new Refusal(
      'input/number',
      `This value has ${written.length} characters, and a carry holds at most ${LONGEST_CARRY}.`,
      'Give it as the outcome of the period before wrote it.',
    );
  if (CANONICAL_TEXT.test(written)) return fromCanonicalText(written);
  return new Refusal(
    'input/number',
    `${quoted(written)} is neither a decimal number nor a ratio such as "200/3".`,
    'Give it as the outcome of the period before wrote it: a point (not a comma), or a slash between two whole numbers.',
  );
}
