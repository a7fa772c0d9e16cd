/**
 * Appraises a stream of records: the door for programs that have records at hand and not in a file.
 * In: {@link RulesetData} and any iterable of records. Out: for each record, in order, its outcome or why it was rejected.
 */
import type { AppraisalInput } from '../model/appraisal.ts';
import type { RulesetIds } from '../model/ruleset-ids.ts';
import type { RulesetData } from '../ruleset/document.ts';
import type { BatchOutcome } from './batch-outcome.ts';
import { compiledEvaluator, compiledLaw } from './compiled-evaluator.ts';
import type { RecordEvaluator } from './record-evaluator.ts';
import { type Rejection, rejectionOf } from './rejection.ts';
import { WHOLE } from './selection.ts';
import { type BatchTally, Tally } from './tally.ts';

/** A record that could not be appraised. */
export interface RejectedRecord extends Rejection {
  /** The record as it came in. */
  readonly record: unknown;
}

/** One record of a stream: `number` counts from 1. */
export type StreamedRecord =
  | { readonly number: number; readonly outcome: BatchOutcome; readonly rejected?: undefined }
  | { readonly number: number; readonly rejected: RejectedRecord; readonly outcome?: undefined };

export interface StreamOptions {
  /** Told once the stream has ended: counts and exact totals. */
  readonly onEnd?: ((tally: BatchTally, ruleset: { readonly id: string; readonly version: string; readonly hash: string }) => void) | undefined;
}

/**
 * Appraises records one after the other, each by the law of its own periods; every interval of law is resolved once.
 * A bad record never ends the stream: it comes out as `rejected`, at its place. A source that throws ends it.
 * @param records plain records, from anything that can be iterated: a list, a generator, rows of a database, parsed lines.
 * @throws RulesetError, before the first record, when the ruleset cannot be read.
 * @example
 * for await (const { number, outcome, rejected } of appraiseStream(salatiga, records)) {
 *   if (outcome) await store(outcome.employee, outcome.payments);
 *   else console.error(number, rejected.field, rejected.code);
 * }
 */
export async function* appraiseStream<Ids extends RulesetIds = RulesetIds>(
  data: RulesetData<Ids>,
  records: AsyncIterable<AppraisalInput | unknown> | Iterable<AppraisalInput | unknown>,
  options: StreamOptions = {},
): AsyncGenerator<StreamedRecord, void, undefined> {
  const law = compiledLaw(data, 'closures');
  const evaluator = compiledEvaluator(law, WHOLE);
  const tally = new Tally();
  let number = 0;
  for await (const record of records) yield evaluateOne(evaluator, record, ++number, tally);
  options.onEnd?.(tally.json(), { id: law.id, version: law.version, hash: law.hash });
}

function evaluateOne(evaluator: RecordEvaluator, record: unknown, number: number, tally: Tally): StreamedRecord {
  try {
    const evaluated = evaluator.evaluate(record);
    tally.evaluatedOne(evaluated);
    return { number, outcome: evaluated.outcome() };
  } catch (error) {
    const rejected = rejectionOf(error);
    tally.rejectedOne(rejected.code);
    return { number, rejected: { ...rejected, record } };
  }
}
