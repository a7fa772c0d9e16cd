/**
 * The named scores of an outcome as bytes of JSON.
 * In: a program, outputs of compiled code. Out: an object of JSON in a {@link ByteSink}; false where only the lazy outcome can tell.
 */
import { numberOf } from '../../engine/outcome.ts';
import { isExact } from '../../values/exact.ts';
import type { Lowered } from '../lowered.ts';
import type { Program } from '../program.ts';
import type { ByteSink, Piece } from './byte-sink.ts';
import { COLON, COMMA, type ValueBytes, jsonBytes, textPiece } from './value-bytes.ts';

const OPEN = 123;
const CLOSE = 125;
/** Between the two texts of a number, which are the same for decimals. */
const EXACT = textPiece('","exact":"');

interface ScorePieces {
  readonly first: Piece;
  readonly next: Piece;
  /** The end of the score before, and the beginning of this one. */
  readonly joint: Piece;
  readonly end: Piece;
}

export class ScoreBytes {
  private readonly scores: Program['scores'];
  private readonly pieces: readonly ScorePieces[];

  constructor(
    program: Program,
    private readonly values: ValueBytes,
  ) {
    this.scores = program.scores;
    const ends = program.scores.map(({ unit }) => `","unit":${JSON.stringify(unit)}}`);
    this.pieces = program.scores.map(({ name }, at) => {
      const begins = `${JSON.stringify(name)}:{"value":"`;
      return { first: textPiece(begins), next: textPiece(`,${begins}`), joint: textPiece(`${ends[at - 1] ?? ''},${begins}`), end: textPiece(ends[at]!) };
    });
  }

  write(sink: ByteSink, out: readonly Lowered[]): boolean {
    const { scores, values } = this;
    sink.byte(OPEN);
    let met = false;
    /** The score whose end is still to be written. */
    let open = -1;
    for (let at = 0; at < scores.length; at++) {
      const { name, unit, value: output } = scores[at]!;
      const value = out[output]!;
      const isNumber = typeof value === 'number';
      if (!isNumber && !isExact(value)) continue;
      const pieces = this.pieces[at]!;
      const joins = isNumber && open >= 0 && open === at - 1;
      if (open >= 0 && !joins) sink.piece(this.pieces[open]!.end);
      open = -1;
      if (isNumber) {
        const places = values.placesOf(output);
        if (places < 0) return false;
        sink.piece(joins ? pieces.joint : met ? pieces.next : pieces.first);
        const from = sink.length;
        sink.scaled(value, places);
        const to = sink.length;
        sink.piece(EXACT);
        sink.again(from, to);
        open = at;
      } else {
        if (met) sink.byte(COMMA);
        values.text(sink, name);
        sink.byte(COLON);
        sink.all(jsonBytes({ ...numberOf(value), unit }));
      }
      met = true;
    }
    if (open >= 0) sink.piece(this.pieces[open]!.end);
    sink.byte(CLOSE);
    return true;
  }
}
