/**
 * What a line is written of: the outputs of compiled code, who it is about, and what is the same for all records of the same periods.
 * In: nothing. Out: {@link RecordAtHand}, used again for each record, and {@link PeriodPieces}.
 */
import type { RulesetStamp } from '../../model/outcome.ts';
import type { LazyOutcome } from '../compiled-outcome.ts';
import type { Lowered } from '../lowered.ts';
import type { Piece } from './byte-sink.ts';

/** The outcome's lists that follow from sanctions and blocks, as bytes of JSON. */
export interface EffectPieces {
  readonly sanctions: Piece;
  readonly blocks: Piece;
  readonly effects: Piece;
}

/** Constants of the records of one assessed and paid period and one kind of payment. */
export interface PeriodPieces {
  readonly stamp: RulesetStamp;
  readonly kind: string | undefined;
  /** By the place of the field in the line. */
  readonly constants: (Piece | undefined)[];
  /** What sanctions and blocks came to, by what they were made of. */
  readonly effects: Map<string, EffectPieces>;
}

export interface RecordAtHand {
  out: readonly Lowered[];
  period: PeriodPieces;
  /** The id of the employee: bytes of a text without escapes, from `from` up to `to`. */
  source: Uint8Array;
  from: number;
  to: number;
  /** The same outcome, written out on demand. It holds only until the next record is read. */
  lazy: () => LazyOutcome;
}
