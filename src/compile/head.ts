/**
 * What an outcome says of its appraisal beside what was computed: who, which periods, which effects came in.
 * In: an appraisal as read, or what the fast ingest found. Out: a {@link Head}, which nothing changes.
 */
import type { Appraisal } from '../model/appraisal.ts';
import type { Effect } from '../model/effect.ts';
import type { PaymentKind } from '../model/payment-kind.ts';
import type { Head as Ingested } from './ingest/ingest-plan.ts';

export interface Head {
  readonly employee: string;
  /** First and last day, as `2024-01-01`. */
  readonly from: string;
  readonly to: string;
  readonly paidFrom: string;
  readonly paidTo: string;
  /** Undefined when nothing is paid. */
  readonly kind: PaymentKind | undefined;
  readonly effects: readonly Effect[];
}

const NO_EFFECTS: readonly Effect[] = Object.freeze([]);

export const headOf = ({ employee, assessed, paid, effects }: Appraisal): Head => ({
  employee: employee.id,
  from: assessed.from.toString(),
  to: assessed.to.toString(),
  paidFrom: paid ? paid.period.from.toString() : '',
  paidTo: paid ? paid.period.to.toString() : '',
  kind: paid?.kind,
  effects: effects ?? NO_EFFECTS,
});

/** A record with effects is not taken by the ingest. */
export const headOfIngested = (head: Ingested): Head => ({
  employee: head.employee,
  from: head.assessedFromText,
  to: head.assessedToText,
  paidFrom: head.paidFromText,
  paidTo: head.paidToText,
  kind: head.paidKind as PaymentKind | undefined,
  effects: NO_EFFECTS,
});

/** To be filled by an ingest, record after record. */
export const newIngested = (): Ingested => ({
  employee: '',
  id: undefined,
  assessedFrom: 0,
  assessedTo: 0,
  paidFrom: 0,
  paidTo: 0,
  paidKind: undefined,
  assessedFromText: '',
  assessedToText: '',
  paidFromText: '',
  paidToText: '',
  effects: undefined,
});
