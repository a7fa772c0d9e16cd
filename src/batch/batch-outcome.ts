/**
 * The outcome of one record of a batch: plain JSON data, without the trace, the terms and the standing.
 * In: an {@link AppraisalOutcome}. Out: a {@link BatchOutcome}, field for field as `JSON.stringify` of that outcome has it.
 */
import type { AppraisalOutcome } from '../engine/appraise.ts';
import { OUTCOME_FIELDS, type OutcomeField } from '../compile/outcome-fields.ts';
import { outcomeJson } from '../engine/outcome-json.ts';
import type { Outcome, OutcomeJson } from '../model/outcome.ts';

/** An outcome as plain JSON: numbers as exact text. A fault is told by its code and its node; `appraise` of that one record tells the rest. */
export type BatchOutcome = OutcomeJson<Pick<Outcome, Exclude<OutcomeField, 'faults'>>> & {
  readonly faults: readonly { readonly code: string; readonly node: string }[];
};

export function batchOutcome(outcome: AppraisalOutcome): BatchOutcome {
  const plain = outcomeJson({ ...outcome, trace: { ...outcome.trace, steps: [] } }) as Readonly<Record<string, unknown>>;
  const kept = OUTCOME_FIELDS.flatMap((field): readonly (readonly [string, unknown])[] => {
    if (field === 'faults') return [[field, outcome.faults.map(({ code, node }) => ({ code, node }))]];
    return plain[field] === undefined ? [] : [[field, plain[field]]];
  });
  return Object.fromEntries(kept) as unknown as BatchOutcome;
}
