/**
 * The fields of an outcome without trace, terms and standing, in the order in which they are written.
 * In: nothing. Out: names; compiled outcomes, lines of a batch and its selected fields all follow it.
 */
import type { Outcome } from '../model/outcome.ts';

export const OUTCOME_FIELDS = [
  'status',
  'employee',
  'assessed',
  'paid',
  'scores',
  'rating',
  'awards',
  'sanctions',
  'development',
  'flags',
  'blocks',
  'payments',
  'effects',
  'carry',
  'unknownFacts',
  'faults',
  'ruleset',
] as const satisfies readonly (keyof Outcome)[];
export type OutcomeField = (typeof OUTCOME_FIELDS)[number];
