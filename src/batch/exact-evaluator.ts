/**
 * Evaluates records by the exact engine.
 * In: the intervals of law of a ruleset, and a selection. Out: a {@link RecordEvaluator}.
 */
import { appraiseRead } from '../engine/appraise.ts';
import { readAppraisal } from '../model/read-appraisal.ts';
import { type BatchOutcome, batchOutcome } from './batch-outcome.ts';
import type { LawIntervals } from './law-intervals.ts';
import type { EvaluatedPayment, EvaluatedRecord, RecordEvaluator } from './record-evaluator.ts';
import { type Cell, type Selection, cellsOf, lineOf } from './selection.ts';

export function exactEvaluator(law: LawIntervals<unknown>, selection: Selection): RecordEvaluator {
  return {
    evaluate: (record) => {
      const appraisal = readAppraisal(record);
      const { ruleset } = law.at(appraisal.assessed, appraisal.paid?.period);
      return new ExactRecord(batchOutcome(appraiseRead(ruleset, appraisal)), selection);
    },
  };
}

class ExactRecord implements EvaluatedRecord {
  constructor(
    private readonly plain: BatchOutcome,
    private readonly selection: Selection,
  ) {}

  get status(): EvaluatedRecord['status'] {
    return this.plain.status;
  }

  get rating(): string | undefined {
    return this.plain.rating;
  }

  get payments(): readonly EvaluatedPayment[] {
    return this.plain.payments;
  }

  line(): string {
    return lineOf(this.selection, this.plain);
  }

  cells(): readonly Cell[] {
    return cellsOf(this.selection, this.plain);
  }

  outcome(): BatchOutcome {
    return this.plain;
  }
}
