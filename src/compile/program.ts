/**
 * A compiled ruleset before it is printed: which facts come in, which values are computed in which order, and what the outcome reads.
 * In: nothing. Out: the {@link Program} that every back end runs.
 */
import type { CarryStep, PaymentStep, RuleStep } from '../ruleset/plan.ts';
import type { FactSlot, Ir, Slot } from './ir.ts';

export interface RuleProgram {
  readonly step: RuleStep;
  readonly verdict: number;
  readonly settled: number;
  readonly values: readonly (readonly [name: string, output: number])[];
  readonly key?: readonly number[] | undefined;
}
export interface PaymentProgram {
  readonly step: PaymentStep;
  readonly amount: number;
  readonly notEntitled: readonly number[];
  readonly held: readonly number[];
  /** Rules that exclude from this payment or hold it, by their place in `rules`. */
  readonly rules: readonly { readonly rule: number; readonly kind: 'hold' | 'exclude' }[];
}

export interface Program {
  readonly facts: readonly FactSlot[];
  /** In the order in which they are computed. */
  readonly slots: readonly Slot[];
  /** What leaves the code, by place; numbers of `rules`, `payments` and the rest point here. */
  readonly outputs: readonly Ir[];
  readonly rules: readonly RuleProgram[];
  readonly payments: readonly PaymentProgram[];
  readonly carries: readonly { readonly step: CarryStep; readonly value: number }[];
  readonly scores: readonly { readonly name: string; readonly unit: string; readonly value: number }[];
  readonly rating?: number | undefined;
  /** What the outcome answers for, in the order in which it tells faults. */
  readonly roots: readonly Root[];
  /** Own facts that follow from others: an appraisal that gives one itself is compared by the exact evaluator. */
  readonly derived: ReadonlySet<string>;
  /** Steps that the exact evaluator answers, and why. */
  readonly foreign: readonly { readonly id: string; readonly why: string }[];
}

export type Root =
  | { readonly kind: 'rule'; readonly id: string; readonly at: number }
  | { readonly kind: 'payment'; readonly id: string; readonly at: number }
  | { readonly kind: 'carry'; readonly id: string; readonly at: number }
  | { readonly kind: 'value'; readonly id: string; readonly output: number };
