/**
 * Finds where the records of a CSV text end (RFC 4180): a line break between quotes belongs to its record.
 * In: bytes. Out: the end of one record after the other. A record whose quotes do not close well is its first line, and said to be bad.
 * Written here because a stream of records must be cut without parsing it, and every record must be kept as it stands in the file.
 */

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

export interface CsvRecord {
  /** Behind the end of line. */
  readonly end: number;
  /** Whether its quotes close well. */
  readonly sound: boolean;
  /** The text ended inside quotes: with more text the record may be another. */
  readonly open: boolean;
}

export class CsvScanner {
  private nextQuote = -1;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly separator: number,
  ) {}

  /** The record that begins at `start`; undefined when its line has no end and `last` is not said. */
  at(start: number, last: boolean): CsvRecord | undefined {
    if (this.nextQuote < start) this.nextQuote = endless(this.bytes.indexOf(QUOTE, start));
    const newline = this.bytes.indexOf(NEWLINE, start);
    if (newline < 0 && !last) return undefined;
    const line = newline < 0 ? this.bytes.length : newline + 1;
    if (this.nextQuote >= line) return { end: line, sound: true, open: false };
    return this.quoted(start, line);
  }

  private quoted(start: number, line: number): CsvRecord {
    const { bytes } = this;
    for (let at = start; ; at++) {
      if (bytes[at] === QUOTE) {
        const close = this.closing(at);
        if (close < 0) return { end: line, sound: false, open: true };
        at = close + 1;
        if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) at++;
        if (at < bytes.length && bytes[at] !== this.separator && bytes[at] !== NEWLINE) return { end: line, sound: false, open: false };
      } else while (at < bytes.length && bytes[at] !== this.separator && bytes[at] !== NEWLINE) at++;
      if (at >= bytes.length) return { end: bytes.length, sound: true, open: false };
      if (bytes[at] === NEWLINE) return { end: at + 1, sound: true, open: false };
    }
  }

  /** The quote that closes the one at `open`; two quotes together stand for one. */
  private closing(open: number): number {
    for (let at = this.bytes.indexOf(QUOTE, open + 1); at >= 0; at = this.bytes.indexOf(QUOTE, at + 2)) if (this.bytes[at + 1] !== QUOTE) return at;
    return -1;
  }
}

const endless = (index: number): number => (index < 0 ? Infinity : index);
