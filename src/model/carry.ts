/**
 * Carry: what the period before hands over, given back as the outcome returned it.
 * In: nothing. Out: the zod schema; values are exact, ratios such as `200/3` included, in a Map by id.
 */
import * as z from 'zod';
import type { Exact } from '../values/exact.ts';
import { numberType } from '../values/type.ts';
import { RATIO } from '../values/unit.ts';
import { CARRIED_PATTERN, LONGEST_CARRY, readCarried } from './fields/carried-number.ts';
import { dateField } from './fields/date-field.ts';
import { leafField, noted } from './fields/field-note.ts';
import { recordField } from './fields/list-field.ts';
import type { NumberInput } from './fields/number-field.ts';
import { ID_KEY } from './fields/id-key.ts';

/** A carried number; its unit is declared by the ruleset. */
const carriedField: z.ZodType<Exact, NumberInput> = leafField(
  readCarried,
  { form: 'carried', type: numberType(RATIO), json: { anyOf: [{ type: 'number' }, { type: 'string', pattern: CARRIED_PATTERN, maxLength: LONGEST_CARRY }] } },
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
