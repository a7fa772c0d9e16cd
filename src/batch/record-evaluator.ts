/**
 * What a batch needs to know of the engine: one record in, what is written of it and counted about it out.
 * In: nothing. Out: {@link RecordEvaluator}, the only door between batches and an evaluator (exact, or compiled).
 */
import type { OutcomeStatus, PaymentLine } from '../model/outcome.ts';
import type { ByteSink } from '../compile/write/byte-sink.ts';
import type { BatchOutcome } from './batch-outcome.ts';
import type { Cell } from './selection.ts';

/** One line of pay, as totals need it. */
export interface EvaluatedPayment {
  readonly id: string;
  readonly status: PaymentLine['status'];
  /** Rupiah as exact decimal text; null unless paid or held. */
  readonly amount: string | null;
}

/** One record after its appraisal. */
export interface EvaluatedRecord {
  /** `undetermined` where facts are missing, `faulted` where a formula has no answer. */
  readonly status: OutcomeStatus;
  readonly rating: string | undefined;
  readonly payments: readonly EvaluatedPayment[];
  /** The selected fields as one line of JSON, without an end of line. */
  line(): string;
  /** The selected fields as cells of a flat file. */
  cells(): readonly Cell[];
  outcome(): BatchOutcome;
}

/** A line of pay with its amount as a scaled integer; without a form when the payment is of another kind. */
export interface WrittenLine {
  readonly id: string;
  readonly form: { readonly status: PaymentLine['status']; readonly hasAmount: boolean } | undefined;
  readonly amount: number;
  readonly places: number;
}

/** What counts records. */
export interface RecordCounter {
  evaluatedOne(record: Pick<EvaluatedRecord, 'status' | 'rating' | 'payments'>): void;
  /** A complete record whose line was written from scaled integers. */
  writtenOne(rating: string | undefined, lines: readonly WrittenLine[]): void;
}

export interface RecordEvaluator {
  /**
   * @throws InputError for a record that is no appraisal, or fits no law of the ruleset; RulesetError where the ruleset has an error at its dates.
   */
  evaluate(record: unknown): EvaluatedRecord;
  /**
   * Writes the line of a record that is surely sound, as {@link EvaluatedRecord.line} gives it, and counts it; false where {@link evaluate} must look.
   * The sink may then hold a part of a line, and so it may when this throws.
   */
  write(record: unknown, sink: ByteSink, tally: RecordCounter): boolean;
  /** As {@link write} for the record whose JSON stands at `from` up to `to`; false, too, for unusual JSON. */
  scan(bytes: Uint8Array, from: number, to: number, sink: ByteSink, tally: RecordCounter): boolean;
}
