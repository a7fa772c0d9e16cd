/**
 * Carry: what the period before hands over, given back as the outcome returned it.
 * In: nothing. Out: the zod schema; values are exact, ratios such as `200/3` included, in a Map by id.
 */
import * as z from 'zod';
import { type Exact, fromCanonicalText } from '../values/exact.ts';
import { numberType } from '../values/type.ts';
import { RATIO } from '../values/unit.ts';
import { dateField } from './fields/date-field.ts';
import { leafField, noted } from './fields/field-note.ts';
import { recordField } from './fields/list-field.ts';
import { type NumberInput, numberReader } from './fields/number-field.ts';
import { Refusal, quoted } from './fields/refusal.ts';
import { ID_KEY } from './fields/id-key.ts';

/** How many characters a carried value may have; what is longer is a fault of the carry that would hand it on. */
export const LONGEST_CARRY = 1_000;

const readNumber = numberReader(numberType(RATIO));
const CANONICAL = '^-?\\d+(\\.\\d+|/[1-9]\\d*)?$';
const CANONICAL_TEXT = new RegExp(CANONICAL);

/** Text as `toText` writes it is read whatever its digits: an exact value may need many. */
function readCarried(written: unknown): Exact | Refusal {
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

/** A carried number; its unit is declared by the ruleset. */
const carriedField: z.ZodType<Exact, NumberInput> = leafField(
  readCarried,
  { form: 'carried', type: numberType(RATIO), json: { anyOf: [{ type: 'number' }, { type: 'string', pattern: CANONICAL, maxLength: LONGEST_CARRY }] } },
  { id: 'Nilai bawaan', en: 'Carried value', about: 'A value by the id of its carry, as the outcome wrote it: decimal text, or a ratio such as "200/3".' },
);

export const carrySchema = recordField(
  {
    /** Last day that the values take into account. */
    through: dateField({ id: 'Sampai dengan', en: 'Through', about: 'The last day that the values take into account.' }),
    /** Values by id, exactly as the outcome before returned them. */
    values: noted(
      z.record(ID_KEY, carriedField).transform((values): ReadonlyMap<string, Exact> => new Map(Object.entries(values))),
      { id: 'Nilai', en: 'Values', about: 'The values by id, as the outcome before returned them.' },
    ),
  },
  { name: 'carry', id: 'Bawaan', en: 'Carry', about: 'What the period before hands over.', fact: null },
);
