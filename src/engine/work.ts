/**
 * What the steps of a plan work on.
 * In: nothing. Out: the {@link Work} shape, which `appraise` fills before the first step and the outcome reads after the last one.
 */
import type { Appraisal } from '../model/appraisal.ts';
import type { InputIssue } from '../model/input-error.ts';
import type { PaymentLine } from '../model/outcome.ts';
import type { Result } from '../values/result.ts';
import type { EffectBook } from './effects.ts';
import type { GivenRating } from './evaluate-raters.ts';
import type { FiredEvent } from './events.ts';
import type { GivenFacts } from './load-facts.ts';
import type { Run } from './run.ts';

/** What a run works on beside the plan. */
export interface Work {
  readonly run: Run;
  readonly appraisal: Appraisal;
  readonly given: GivenFacts;
  readonly ratings: readonly GivenRating[];
  readonly expectedRaters: ReadonlyMap<string, number>;
  readonly issues: InputIssue[];
  /** Filled as rules fire, in the order of the plan. */
  readonly fired: FiredEvent[];
  /** What came in, and what fired rules add to it. */
  readonly effects: EffectBook;
  /** Rules whose verdict is unknown or a fault. */
  readonly unsettled: Map<string, Result>;
  /** Filled as lines of pay are decided. */
  readonly lines: PaymentLine[];
}
