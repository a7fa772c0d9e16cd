/**
 * Evaluates records by compiled rulesets, each interval of law compiled once.
 * In: the intervals of law of a ruleset, and a selection. Out: a {@link RecordEvaluator}.
 * A record that the fast reader does not take is read in full, so that its faults are told as everywhere.
 */
import { type BackEndName, CompiledLaw, stampOf } from '../compile/compiled-law.ts';
import type { CompiledOutcome, LazyOutcome } from '../compile/compiled-outcome.ts';
import { readAppraisal } from '../model/read-appraisal.ts';
import type { RulesetStamp } from '../model/outcome.ts';
import type { RulesetData } from '../ruleset/document.ts';
import type { BatchOutcome } from './batch-outcome.ts';
import { LawIntervals } from './law-intervals.ts';
import type { EvaluatedPayment, EvaluatedRecord, RecordEvaluator } from './record-evaluator.ts';
import { type Cell, type Selection, cellsOf, lineOf } from './selection.ts';

type Outcome = LazyOutcome | CompiledOutcome;

/** @throws RulesetError when the ruleset cannot be read at any date. */
export const compiledLaw = (data: RulesetData, code: BackEndName): LawIntervals<CompiledLaw> =>
  new LawIntervals(data, (ruleset) => new CompiledLaw(ruleset, code));

const MOST_PERIODS = 1_000;

export function compiledEvaluator(law: LawIntervals<CompiledLaw>, selection: Selection): RecordEvaluator {
  const known = new Map<string, { readonly compiled: CompiledLaw; readonly stamp: RulesetStamp }>();
  return {
    evaluate: (record) => {
      const key = periodsOf(record);
      const at = key === undefined ? undefined : known.get(key);
      const quick = at?.compiled.quick(record, at.stamp);
      if (quick) return new CompiledRecord(quick, selection);
      const appraisal = readAppraisal(record);
      const { ruleset, prepared } = law.at(appraisal.assessed, appraisal.paid?.period);
      const outcome = prepared.outcomeOf(ruleset, appraisal);
      if (key !== undefined && !at) {
        if (known.size >= MOST_PERIODS) known.clear();
        known.set(key, { compiled: prepared, stamp: stampOf(ruleset) });
      }
      return new CompiledRecord(outcome, selection);
    },
  };
}

/** The periods as written, when they are texts. */
function periodsOf(record: unknown): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const { assessed, paid } = record as { assessed?: unknown; paid?: { period?: unknown } | null };
  if (typeof assessed !== 'string') return undefined;
  if (paid === undefined) return assessed;
  const period = typeof paid === 'object' && paid !== null ? paid.period : undefined;
  return typeof period === 'string' ? `${assessed} ${period}` : undefined;
}

class CompiledRecord implements EvaluatedRecord {
  constructor(
    private readonly from: Outcome,
    private readonly selection: Selection,
  ) {}

  get status(): EvaluatedRecord['status'] {
    return this.from.status;
  }

  get rating(): string | undefined {
    return this.from.rating;
  }

  get payments(): readonly EvaluatedPayment[] {
    return this.from.payments.map(({ id, status, amount }) => ({ id, status, amount: amount && amount.toFixed() }));
  }

  line(): string {
    return this.selection.whole ? JSON.stringify(this.from) : lineOf(this.selection, this.outcome());
  }

  cells(): readonly Cell[] {
    return cellsOf(this.selection, this.outcome());
  }

  outcome(): BatchOutcome {
    return JSON.parse(JSON.stringify(this.from)) as BatchOutcome;
  }
}
