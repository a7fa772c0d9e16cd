/**
 * What goes into a cohort: outcomes of many employees, and what could not be appraised.
 * In: nothing. Out: {@link CohortMember}, {@link RefusedMember} and the words that summaries share.
 */
import type { Outcome, OutcomeJson } from '../model/outcome.ts';
import type { Title } from '../model/title.ts';

/** An outcome as `appraise` returns it, or as `JSON.parse` gives it back. */
export type CohortOutcome = Outcome | OutcomeJson<Outcome>;

/** One outcome of a cohort. */
export interface CohortMember {
  readonly outcome: CohortOutcome;
  /** Name of the employee, for people. */
  readonly name?: string | undefined;
  /** The unit in which it is counted; left out when nothing says it. `unitOf(appraisal)` finds it. */
  readonly unit?: string | undefined;
  /** Where it comes from, such as the name of a file. */
  readonly source?: string | undefined;
}

/** What was handed in and is not counted, with its reason; a summary says how many there are. */
export interface RefusedMember {
  /** Where it comes from: a file, or the id of the employee. */
  readonly source: string;
  readonly unit?: string | undefined;
  /** Stable, such as `cohort/twice`. */
  readonly code: string;
  /** One plain sentence. */
  readonly message: string;
  readonly mend: string;
}

/** The ruleset behind a cohort. */
export interface CohortRuleset {
  readonly id: string;
  readonly title: Title;
  readonly version: string;
}

/** Days that were assessed and paid, with how many outcomes have them. */
export interface CohortPeriod {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}
