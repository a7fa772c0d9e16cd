/**
 * The trace: one entry for each node that was evaluated, with all that it rests on.
 * In: nothing. Out: the shapes that `appraise` fills and explanations read; values are kept as exact results.
 */
import type { Exact } from '../values/exact.ts';
import type { Result } from '../values/result.ts';
import type { Origin, RoundPlan } from '../ruleset/plan.ts';
import type { Stage } from '../ruleset/stage.ts';

/** A table, function or dated parameter that was applied on the way. */
export interface AppliedCall {
  readonly key: string;
  readonly id: string;
  readonly kind: 'table' | 'function' | 'dated';
  readonly args: readonly Result[];
  readonly result: Result;
  readonly origin: Origin;
  /** For a table: the row's input cells as written, its index in the data, and its own article and standing. */
  readonly row?:
    | { readonly index: number; readonly text: readonly string[]; readonly cite?: string | undefined; readonly standing?: Origin['standing'] | undefined }
    | undefined;
  readonly otherwise?: true | undefined;
  /** For a function: its value before rounding. */
  readonly rounding?: Rounding | undefined;
}

export interface Rounding {
  readonly exact: Exact;
  readonly rounded: Exact;
  readonly plan: RoundPlan;
}

export type FactSource = 'given' | 'derived' | 'default' | 'notApplicable' | 'missing' | 'carried' | 'opened';

export interface TracedPart {
  readonly name: string;
  readonly value: Result;
  /** As the ruleset says. */
  readonly weight: Result;
  /** As really used, percent of the whole; absent for a part that is not applicable. */
  readonly used?: Exact | undefined;
}

export interface TracedSource {
  readonly source: string;
  readonly raters: number;
  readonly present: boolean;
  /** Why a source with ratings is absent: too few raters. */
  readonly belowQuorum: boolean;
  readonly score: Result;
  readonly weight?: Exact | undefined;
}

export interface TracedLeaf {
  readonly text: string;
  readonly verdict: Result;
  readonly left: Result;
  readonly right: Result;
  /** How far the left side lies from the right one: left − right, for numbers and (in days) dates. */
  readonly gap?: Exact | undefined;
  readonly condition?: string | undefined;
}

export interface TracedGate {
  readonly kind: 'notEntitled' | 'hold';
  readonly text: string;
  readonly verdict: Result;
}

interface Entry {
  readonly key: string;
  readonly id: string;
  readonly origin: Origin;
  readonly result: Result;
  /** Keys really read: only the branch that was taken. */
  readonly inputs: readonly string[];
  readonly calls: readonly AppliedCall[];
}

export type TraceStep = Entry &
  (
    | { readonly kind: 'fact'; readonly source: FactSource }
    | { readonly kind: 'parameter' }
    | { readonly kind: 'fired'; readonly stage: Stage }
    | {
        readonly kind: 'term';
        readonly stage: Stage;
        readonly form: 'formula' | 'choose' | 'parts';
        readonly text?: string | undefined;
        /** The letter of the branch taken, and its article. */
        readonly branch?: { readonly letter: string; readonly cite?: string | undefined } | undefined;
        readonly parts?: readonly TracedPart[] | undefined;
        readonly rounding?: readonly Rounding[] | undefined;
      }
    | {
        readonly kind: 'raters';
        readonly stage: Stage;
        readonly sources: readonly TracedSource[];
        /** Where the weights come from: a printed row, or what the scheme says otherwise. */
        readonly weights: {
          readonly how: 'row' | 'renormalise' | 'zero' | 'substitute' | 'hold' | 'none';
          readonly row?: number | undefined;
          readonly cite?: string | undefined;
          readonly standing?: Origin['standing'] | undefined;
        };
        readonly criteria: ReadonlyMap<string, Result>;
      }
    | {
        readonly kind: 'rule';
        readonly stage: Stage;
        readonly event: string;
        /** Of the condition alone; the result is unknown when a parameter of the event is. */ readonly verdict: Result;
        readonly leaves: readonly TracedLeaf[];
      }
    | { readonly kind: 'payment'; readonly gates: readonly TracedGate[] }
    | { readonly kind: 'carry' }
  );

export interface Trace {
  /** In the order of evaluation. */
  readonly steps: readonly TraceStep[];
  readonly byKey: ReadonlyMap<string, TraceStep>;
  /** Every value by the key that formulas read, the outputs of rater schemes (`conduct.peer.score`) among them. */
  readonly values: ReadonlyMap<string, Result>;
}
