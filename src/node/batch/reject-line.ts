/**
 * One line of the rejects: where the record stands, what is wrong with it, how to mend it, and the record itself.
 * In: a rejection and the raw record. Out: a line of JSON. The line number stands first, so that it can be counted on later.
 */
import type { Rejection } from '../../batch/rejection.ts';
import type { RawRecord } from './record-cursor.ts';

/**
 * `record` is the text of the line as it stands in the file; `recordBase64` its bytes where they are no UTF-8;
 * `recordFrom` and `recordBegins` where it is too long to be held.
 */
export function rejectLine(line: number, { field, code, message, mend, more }: Rejection, raw: RawRecord): string {
  const record = 'text' in raw ? { record: raw.text } : 'base64' in raw ? { recordBase64: raw.base64 } : { recordFrom: raw.from, recordBegins: raw.begins };
  return JSON.stringify({ line, field, code, message, mend, ...(more.length > 0 && { more }), ...record });
}

const HEAD = Buffer.from('{"line":');
const NEWLINE = 10;

/** The same lines with `before` added to each line number: pieces count from 1. */
export function countedOn(rejects: Uint8Array, before: number): Uint8Array {
  if (before === 0 || rejects.length === 0) return rejects;
  const bytes = Buffer.from(rejects.buffer, rejects.byteOffset, rejects.byteLength);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const comma = bytes.indexOf(44, at);
    const newline = bytes.indexOf(NEWLINE, comma);
    parts.push(HEAD, Buffer.from(String(Number(bytes.toString('latin1', at + HEAD.length, comma)) + before)), bytes.subarray(comma, newline + 1));
    at = newline + 1;
  }
  return Buffer.concat(parts);
}
