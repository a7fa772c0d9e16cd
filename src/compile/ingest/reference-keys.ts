/**
 * Activities name indicators: where the keys of both are kept.
 * In: a plan. Out: the numbers of the keys.
 */
import type { IngestPlan } from './ingest-plan.ts';

/** The numbers of the keys of indicators, and of the indicator that an activity names. */
export function referenceKeys(plan: IngestPlan): { readonly indicators: number; readonly activities: number } {
  const keyOf = (list: string, name: string): number => {
    const reader = plan.record.fields.find((field) => field.name === list)!.reader;
    const of = reader.kind === 'list' && reader.of.kind === 'record' ? reader.of : undefined;
    return of?.fields.find((field) => field.name === name)?.key ?? -1;
  };
  return { indicators: keyOf('indicators', 'id'), activities: keyOf('activities', 'indicator') };
}
