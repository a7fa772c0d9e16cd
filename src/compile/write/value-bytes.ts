/**
 * Values of an outcome as bytes of JSON, the same as `JSON.stringify` of what the lazy outcome gives.
 * In: outputs of compiled code. Out: bytes in a {@link ByteSink}; texts that come again are kept as bytes.
 */
import { NONE, type Result, toJson } from '../../values/result.ts';
import type { Lowered } from '../lowered.ts';
import type { Program } from '../program.ts';
import { type ByteSink, type Piece, fitsPlaces, pieceOf } from './byte-sink.ts';

const ENCODER = new TextEncoder();
const MOST_TEXTS = 5_000;
/** A longer text is hardly met twice. */
const LONGEST_KEPT = 200;
const QUOTE = 34;

export const textPiece = (text: string): Piece => pieceOf(ENCODER.encode(text));
export const jsonPiece = (value: unknown): Piece => textPiece(JSON.stringify(value));
export const jsonBytes = (value: unknown): Uint8Array => ENCODER.encode(JSON.stringify(value));

export const NULL = textPiece('null');
export const TRUE = textPiece('true');
export const FALSE = textPiece('false');
export const NONE_JSON = jsonPiece(toJson(NONE));
export const EMPTY_LIST = textPiece('[]');
export const COMMA = 44;
export const COLON = 58;

/** Whether JSON names these in this order: names that look like numbers come first, and a name twice is one. */
export function keepOrder(names: readonly string[]): boolean {
  const kept = Object.keys(Object.fromEntries(names.map((name) => [name, 0])));
  return kept.length === names.length && kept.every((name, at) => name === names[at]);
}

export class ValueBytes {
  private readonly texts = new Map<string, Piece>();
  private readonly places: readonly number[];

  constructor(
    program: Program,
    private readonly plain: (output: number, value: Lowered) => Result,
  ) {
    this.places = program.outputs.map(({ info: { rep } }) => (rep.kind === 'number' && fitsPlaces(rep.bounds.places) ? rep.bounds.places : -1));
  }

  /** The places of an output that is carried as a scaled integer; -1 for any other. */
  placesOf(output: number): number {
    return this.places[output]!;
  }

  exactOf(output: number, value: Lowered): Result {
    return this.plain(output, value);
  }

  text(sink: ByteSink, text: string): void {
    if (text.length > LONGEST_KEPT) return sink.all(jsonBytes(text));
    let piece = this.texts.get(text);
    if (piece === undefined) {
      if (this.texts.size >= MOST_TEXTS) this.texts.clear();
      piece = jsonPiece(text);
      this.texts.set(text, piece);
    }
    sink.piece(piece);
  }

  /** A scaled integer as JSON text, in quotes. */
  number(sink: ByteSink, value: number, places: number): void {
    sink.byte(QUOTE);
    sink.scaled(value, places);
    sink.byte(QUOTE);
  }

  /** As a parameter of an event is written. */
  value(sink: ByteSink, output: number, value: Lowered): void {
    if (typeof value === 'number' && this.places[output]! >= 0) this.number(sink, value, this.places[output]!);
    else if (typeof value === 'string') this.text(sink, value);
    else if (value === true) sink.piece(TRUE);
    else if (value === false) sink.piece(FALSE);
    else if (value === NONE) sink.piece(NONE_JSON);
    else sink.all(jsonBytes(toJson(this.plain(output, value))));
  }
}
