/**
 * Texts: ids, names, references.
 * In: titles, meaning and the greatest length. Out: schemas that yield text which is not blank and holds no control characters.
 */
import type * as z from 'zod';
import { TEXT } from '../../values/type.ts';
import { type FieldNote, leafField } from './field-note.ts';
import { Refusal, quoted, wrongKind } from './refusal.ts';

/** A text of 1 to `length` characters, 200 unless told. */
export function textField(note: FieldNote & { readonly length?: number }): z.ZodType<string, string> {
  const length = note.length ?? 200;
  return leafField((written) => readText(written, length), { form: 'text', type: TEXT, json: { type: 'string', minLength: 1, maxLength: length } }, note);
}

/** A text by which something is told apart: at most 100 characters. */
export const idField = (note: FieldNote): z.ZodType<string, string> => textField({ ...note, length: 100 });

export function readText(written: unknown, length: number): string | Refusal {
  if (typeof written !== 'string') return wrongKind(written, 'a text');
  if (written.length <= length && isPlain(written)) return written;
  if (written.trim() === '') return new Refusal('input/text', 'This text is blank.', 'Write something, or leave the field out when it may be absent.');
  if (written !== written.trim())
    return new Refusal('input/text', `${quoted(written)} begins or ends with a space.`, 'Remove the space: texts are compared character by character.');
  if (written.length > length)
    return new Refusal('input/text', `This text has ${written.length} characters, and the field holds at most ${length}.`, 'Shorten it.');
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f]/.test(written))
    return new Refusal('input/text', `${quoted(written)} holds a control character.`, 'Remove line breaks, tabs and the like.');
  return written;
}

const [SPACE, LAST_PRINTED] = [0x20, 0x7e];

/** As most texts are: printed ASCII characters, without a space at either end. */
function isPlain(text: string): boolean {
  const last = text.length - 1;
  if (last < 0 || text.charCodeAt(0) === SPACE || text.charCodeAt(last) === SPACE) return false;
  for (let at = 0; at <= last; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code > LAST_PRINTED) return false;
  }
  return true;
}
