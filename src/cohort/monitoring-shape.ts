/**
 * The shape of a monitoring summary: one for each unit and one over all. Numbers are exact texts.
 * In: nothing. Out: types only; a summary is plain frozen data and is its own JSON.
 */
import type { OutcomeStatus, PaymentLine, Standing } from '../model/outcome.ts';
import type { Title } from '../model/title.ts';
import type { CohortPeriod, CohortRuleset, RefusedMember } from './cohort-shape.ts';

/** How often something was met. */
export interface Counted {
  readonly id: string;
  readonly title: Title;
  readonly count: number;
}

/** A score over the outcomes that have it. */
export interface ScoreSpread {
  /** The name of the score, or the id of the term. */
  readonly id: string;
  readonly title: Title;
  readonly unit: string;
  /** How many have a value, and how many have none: not applicable, not known, or faulted. */
  readonly counted: number;
  readonly lacking: number;
  /** Exact: `85.5` or `200/3`; null when nobody has a value. */
  readonly mean: string | null;
  readonly lowest: string | null;
  readonly highest: string | null;
}

/** One component of pay over all lines. */
export interface PaymentTotal {
  readonly id: string;
  readonly title: Title;
  readonly lines: Readonly<Record<PaymentLine['status'], number>>;
  /** Rupiah, exact. */
  readonly paid: string;
  readonly held: string;
}

/** What became of one unit, or of all. */
export interface UnitSummary {
  /** Null for those of whom nothing says the unit, and over all. */
  readonly unit: string | null;
  /** Outcomes counted; one employee may have several, of several periods. */
  readonly appraised: number;
  readonly employees: number;
  readonly refused: number;
  readonly status: Readonly<Record<OutcomeStatus, number>>;
  /** Every rating in the order of the ruleset, those that nobody has included. */
  readonly ratings: readonly Counted[];
  readonly unrated: number;
  readonly scores: readonly ScoreSpread[];
  readonly payments: readonly PaymentTotal[];
  readonly awards: readonly Counted[];
  /** Proposed, not imposed. */
  readonly sanctions: readonly Counted[];
  readonly weakAspects: readonly Counted[];
  readonly training: readonly Counted[];
  readonly flags: readonly Counted[];
  readonly blocks: readonly Counted[];
  readonly missingFacts: readonly Counted[];
  readonly placeholders: readonly Counted[];
  /** Nodes used and rupiah computed, by how sure they are. */
  readonly standing: { readonly nodes: Readonly<Record<Standing, number>>; readonly rupiah: Readonly<Record<Standing, string>> };
}

/** A monitoring summary; see `monitor`. */
export interface Monitoring {
  readonly ruleset: CohortRuleset;
  /** What the units are: unit, sector, place. */
  readonly by: Title;
  readonly periods: readonly CohortPeriod[];
  /** By name; who has none stands last. */
  readonly units: readonly UnitSummary[];
  readonly all: UnitSummary;
  readonly refused: readonly RefusedMember[];
}
