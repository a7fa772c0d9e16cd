/**
 * Which fields a batch writes: those selected; else whole outcomes, or in a flat file who, how it ended, scores and payments.
 * In: the plan and the names of the ruleset. Out: a {@link Selection}, and the first line of a flat file.
 */
import { csvLine } from '../../batch/csv/csv-text.ts';
import type { OutputNames } from '../../batch/law-intervals.ts';
import { type Selection, WHOLE, flatSelection, selectFields } from '../../batch/selection.ts';
import type { BatchPlan } from './work.ts';

export function selectionFor({ select, output }: Pick<BatchPlan, 'select' | 'output'>, names: OutputNames): Selection {
  if (select) return selectFields(select, names);
  return output.format === 'ndjson' ? WHOLE : flatSelection(names);
}

/** What stands before the first outcome: the names of the columns in CSV, nothing elsewhere. */
export function headOf({ output }: Pick<BatchPlan, 'output'>, { fields }: Selection): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(output.format === 'csv' ? `${csvLine(fields.map(({ name }) => name))}\n` : '');
}
