/**
 * Walks through the lines of a piece of NDJSON.
 * In: the bytes of whole lines. Out: a {@link RecordCursor}; blank lines are passed over and counted, a carriage return before the end of line is dropped.
 * Text is decoded line by line: as Latin-1 where the whole piece is ASCII, which costs half as much.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { parseRecord } from '../../batch/parse-record.ts';
import { InputError, inputIssue } from '../../model/input-error.ts';
import type { JsonPlace, RawRecord, RecordCursor } from './record-cursor.ts';
import { LONGEST_RECORD } from './work.ts';

const NEWLINE = 10;
const RETURN = 13;
const BEGINS = 200;

/** Bytes of whole lines, and where they stand in the input. */
export interface LineBytes {
  readonly bytes: Buffer;
  readonly offset: number;
  /** The last line was cut off: it is longer than a record may be. */
  readonly cut: boolean;
}

export class NdjsonCursor implements RecordCursor {
  line = 0;
  lines = 0;
  blank = 0;
  readonly bytes: Buffer;
  private readonly ascii: boolean;
  private readonly utf8: boolean;
  from = 0;
  to = 0;
  private at: number;

  constructor(private readonly piece: LineBytes) {
    this.bytes = piece.bytes;
    this.ascii = isAscii(this.bytes);
    this.utf8 = this.ascii || isUtf8(this.bytes);
    this.at = piece.offset === 0 && this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf ? 3 : 0;
  }

  next(): boolean {
    while (this.at < this.bytes.length) {
      const newline = this.bytes.indexOf(NEWLINE, this.at);
      this.from = this.at;
      this.to = newline < 0 ? this.bytes.length : newline;
      this.at = this.to + 1;
      this.lines++;
      if (newline >= 0 && this.to > this.from && this.bytes[this.to - 1] === RETURN) this.to--;
      if (this.isBlank()) {
        this.blank++;
        continue;
      }
      this.line = this.lines;
      return true;
    }
    return false;
  }

  get json(): JsonPlace | undefined {
    return this.isTooLong() ? undefined : this;
  }

  record(): unknown {
    if (this.isTooLong())
      throw refusal('record/too-long', `The line is longer than ${LONGEST_RECORD} bytes.`, 'Give one employee and one period on each line.');
    if (!this.utf8 && !isUtf8(this.bytes.subarray(this.from, this.to))) throw refusal('record/encoding', 'The line is no UTF-8.', 'Save the file as UTF-8.');
    return parseRecord(this.text());
  }

  raw(): RawRecord {
    if (this.isTooLong()) return { from: this.piece.offset + this.from, begins: this.bytes.toString('utf8', this.from, this.from + BEGINS) };
    const bytes = this.bytes.subarray(this.from, this.to);
    return this.utf8 || isUtf8(bytes) ? { text: this.text() } : { base64: bytes.toString('base64') };
  }

  private text(): string {
    return this.ascii ? this.bytes.toString('latin1', this.from, this.to) : this.bytes.toString('utf8', this.from, this.to);
  }

  private isTooLong(): boolean {
    return this.to - this.from > LONGEST_RECORD || (this.piece.cut && this.to === this.bytes.length);
  }

  private isBlank(): boolean {
    for (let at = this.from; at < this.to; at++) {
      const byte = this.bytes[at]!;
      if (byte !== 32 && byte !== 9 && byte !== RETURN) return false;
    }
    return true;
  }
}

const refusal = (code: string, message: string, mend: string): InputError => new InputError('record', [inputIssue(code, [], message, mend)]);
