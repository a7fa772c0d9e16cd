/**
 * What an outcome says of its appraisal beside what was computed: who, which periods, which effects came in.
 * In: an appraisal as read. Out: a {@link Head}.
 */
import type { Appraisal } from '../model/appraisal.ts';
import type { Effect } from '../model/effect.ts';
import type { PaymentKind } from '../model/payment-kind.ts';
import type { Period } from '../values/period.ts';

export interface Head {
  readonly employee: string;
  readonly assessed: Period;
  readonly paid?: Period | undefined;
  readonly kind?: PaymentKind | undefined;
  readonly effects: readonly Effect[];
}

const NO_EFFECTS: readonly Effect[] = Object.freeze([]);

export const headOf = ({ employee, assessed, paid, effects }: Appraisal): Head => ({
  employee: employee.id,
  assessed,
  paid: paid?.period,
  kind: paid?.kind,
  effects: effects ?? NO_EFFECTS,
});
