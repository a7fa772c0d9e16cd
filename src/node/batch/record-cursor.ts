/**
 * How records of any format are walked through: one after the other, each with its line and its text as it stands in the file.
 * In: nothing. Out: the {@link RecordCursor} contract, and the shapes of a raw record.
 */

/** A record as it stands in the input. */
export type RawRecord =
  /** Text, without the end of line. */
  | { readonly text: string }
  /** Bytes that are no UTF-8. */
  | { readonly base64: string }
  /** Too long to be held: its first byte in the input, and how it begins. */
  | { readonly from: number; readonly begins: string };

/** The text of a record is the bytes from `from` up to `to`. */
export interface JsonPlace {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

export interface RecordCursor {
  /** Moves to the next record; false at the end. */
  next(): boolean;
  /** The line, from 1 within the piece, on which the record begins. */
  readonly line: number;
  /** Where the record stands as JSON; undefined where it is none, or too long. */
  readonly json: JsonPlace | undefined;
  /** @throws InputError when the text is no record. */
  record(): unknown;
  raw(): RawRecord;
  /** After the end: all lines of the piece, and the blank ones among them. */
  readonly lines: number;
  readonly blank: number;
}
