/**
 * Times of day on the wire: `07:30`.
 * In: titles and meaning. Out: a schema that yields minutes since midnight.
 */
import type * as z from 'zod';
import { TEXT } from '../../values/type.ts';
import { type TimeOfDay, parseTime } from '../time-of-day.ts';
import { type FieldNote, leafField } from './field-note.ts';
import { Refusal, quoted, wrongKind } from './refusal.ts';

export const timeField = (note: FieldNote): z.ZodType<TimeOfDay, string> =>
  leafField(readTime, { form: 'time', type: TEXT, json: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' } }, note);

function readTime(written: unknown): TimeOfDay | Refusal {
  if (typeof written !== 'string') return wrongKind(written, 'a time such as "07:30"');
  return (
    parseTime(written) ??
    new Refusal('input/time', `${quoted(written)} is not a time of day.`, 'Write hours and minutes, such as "07:30"; cut seconds as your rule says.')
  );
}
