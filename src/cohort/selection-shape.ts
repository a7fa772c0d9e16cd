/**
 * The shape of a selection: who stands where, why, and who could not be placed. Numbers are exact texts.
 * In: nothing. Out: types only; a selection is plain frozen data and is its own JSON.
 */
import type { Standing } from '../model/outcome.ts';
import type { Title } from '../model/title.ts';
import type { CohortPeriod, CohortRuleset, RefusedMember } from './cohort-shape.ts';

/** A term by which candidates are compared; the first decides, a further one only where all before are equal. */
export interface Criterion {
  readonly term: string;
  readonly title: Title;
  readonly better: 'higher' | 'lower';
  /** How sure the term itself is; undefined where its parts speak for it. */
  readonly standing?: Standing | undefined;
}

/** A term that must be true. */
export interface Condition {
  readonly term: string;
  readonly title: Title;
  readonly cite?: string | undefined;
  readonly standing?: Standing | undefined;
}

export type CriterionValue =
  | { readonly kind: 'number'; readonly exact: string; readonly unit: string }
  | { readonly kind: 'word'; readonly word: string; readonly title: Title }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'truth'; readonly truth: boolean };

/** Who a candidate is. */
export interface Candidate {
  readonly employee: string;
  readonly name?: string | undefined;
  readonly source?: string | undefined;
}

/** What decided between a place and the next one. */
export interface Decision {
  readonly term: string;
  readonly own: CriterionValue;
  readonly other: CriterionValue;
  /** Exact and positive: in the unit of the term, in days for dates, in steps of the order for words and truth. */
  readonly by: string;
  /** Everybody on the next place. */
  readonly against: readonly string[];
}

/** One who has a place. */
export interface Ranked extends Candidate {
  /** Standard competition ranking: 1, 2, 2, 4. */
  readonly place: number;
  /** In the order of the criteria. */
  readonly values: readonly CriterionValue[];
  /** Who has the same place: equal in every criterion. */
  readonly tiedWith: readonly string[];
  /** chosen: within the vacancies; tied: on a place that reaches over the last vacancy; notChosen: behind them. */
  readonly verdict: 'chosen' | 'tied' | 'notChosen';
  /** Against the next place; left out for the last one. */
  readonly decision?: Decision | undefined;
  /** The same as sentences. */
  readonly why: Title;
}

/** One who has no place, and why. */
export interface Unranked extends Candidate {
  /** notEligible: a condition is not met; undetermined: facts are to be supplied; notComparable: a term does not apply; faulted: a formula has no answer. */
  readonly state: 'notEligible' | 'undetermined' | 'notComparable' | 'faulted';
  /** The conditions that are not met, or the terms without a value. */
  readonly terms: readonly Condition[];
  /** Undetermined: the facts to supply. */
  readonly facts: readonly string[];
  readonly why: Title;
}

/** A tie that reaches over the last vacancy: somebody has to decide, and no rule here does. */
export interface TieAtTheEnd {
  readonly place: number;
  readonly employees: readonly string[];
  /** How many of them can still be taken. */
  readonly left: number;
}

/** A selection; see `selectByCompetence`. */
export interface Selection {
  readonly ruleset: CohortRuleset;
  readonly periods: readonly CohortPeriod[];
  readonly places: number;
  readonly criteria: readonly Criterion[];
  readonly conditions: readonly Condition[];
  /** By place; those who share one by their id, which means nothing. */
  readonly ranked: readonly Ranked[];
  readonly unranked: readonly Unranked[];
  readonly refused: readonly RefusedMember[];
  readonly tie?: TieAtTheEnd | undefined;
  /** Vacancies that nobody fills. */
  readonly open: number;
  /** Whether somebody undetermined, faulted or refused could still take a place. */
  readonly provisional: boolean;
}
