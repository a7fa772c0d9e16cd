/**
 * What an appraisal comes to: the shape that `appraise` returns.
 * In: nothing. Out: types only. Everything is frozen; lists are in the order of the ruleset.
 */
import type { KinerjaDecimal } from '../values/decimal.ts';
import type { EffectInput } from './effect.ts';
import type { PaymentKind } from './payment-kind.ts';
import type { ById, RulesetIds } from './ruleset-ids.ts';
import type { Title } from './title.ts';

/** complete: everything is known; undetermined: facts are to be supplied; faulted: a formula has no answer. */
export type OutcomeStatus = 'complete' | 'undetermined' | 'faulted';

/** A number as it leaves the library. */
export interface Score {
  /** For further computing; cut at 60 digits when there is no finite decimal. */
  readonly value: KinerjaDecimal;
  /** The exact value: a decimal, or a ratio such as `200/3`. */
  readonly exact: string;
  readonly unit: string;
}

/** Why: the reason of a line, with the article and the rule behind it. */
export interface Reason {
  readonly title: Title;
  /** Such as `pp-94-2021#art-10(2)f`. */
  readonly cite?: string | undefined;
  readonly rule?: string | undefined;
}

/** What one term came to. Texts, dates, lists and records are given as plain JSON in `value`. */
export type TermOutcome =
  | ({ readonly status: 'value'; readonly kind: 'number' } & Score)
  | { readonly status: 'value'; readonly kind: 'other'; readonly value: unknown }
  | { readonly status: 'none' }
  | { readonly status: 'unknown'; readonly facts: readonly string[] }
  | { readonly status: 'fault'; readonly code: string; readonly message: string };

/** What a rule that fired says: its own parameters, as plain JSON. */
export interface RuleOutcome<Rule extends string = string, Code extends string = string> {
  readonly rule: Rule;
  readonly code: Code;
  readonly title?: Title | undefined;
  readonly cite?: string | undefined;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Award<Ids extends RulesetIds = RulesetIds> = RuleOutcome<Ids['rule'], Ids['award']>;
/** Advice on development, such as a training. */
export type Advice<Ids extends RulesetIds = RulesetIds> = RuleOutcome<Ids['rule']>;
export type Flag<Ids extends RulesetIds = RulesetIds> = RuleOutcome<Ids['rule']>;

/** A sanction that the rules propose; it cuts pay only once it comes back imposed. */
export interface SanctionProposal<Ids extends RulesetIds = RulesetIds> extends RuleOutcome<Ids['rule'], Ids['sanction']> {
  /** What tells this case from others. */
  readonly key: string;
  readonly imposed: 'byDecree' | 'automatic';
  readonly effect: EffectInput;
}

/** A career step that is closed from now on until something happens; one that was closed before stands among the effects. */
export interface BlockOutcome<Ids extends RulesetIds = RulesetIds> extends RuleOutcome<Ids['rule']> {
  readonly until?: string | undefined;
}

/** One line of pay; never a bare 0. */
export interface PaymentLine<Id extends string = string> {
  readonly id: Id;
  readonly title: Title;
  readonly status: 'paid' | 'held' | 'notEntitled' | 'undetermined' | 'faulted';
  /** Rupiah; null unless paid or held. */
  readonly amount: KinerjaDecimal | null;
  readonly reasons: readonly Reason[];
  /** Held: until when or what. */
  readonly until?: string | undefined;
  /** Undetermined: the facts to supply. */
  readonly facts?: readonly string[] | undefined;
}

/** What the period hands to the next: give it back as `carry` of the next appraisal. */
export interface CarryOutcome {
  /** `2024-06-30`. */
  readonly through: string;
  /** Exact texts by id. */
  readonly values: Readonly<Record<string, string>>;
}

/** A formula that has no answer. */
export interface OutcomeFault {
  readonly code: string;
  /** The node in which it arose. */
  readonly node: string;
  readonly message: string;
  readonly span?: readonly [from: number, to: number] | undefined;
}

/** The ruleset behind an outcome. */
export interface RulesetStamp {
  readonly id: string;
  readonly version: string;
  /** SHA-256 over all its documents. */
  readonly hash: string;
  /** The day for which the law of assessment was read. */
  readonly assessedOn: string;
  /** The day for which the law of payment was read. */
  readonly paidOn?: string | undefined;
}

export const STANDINGS = ['confirmed', 'reported', 'derived', 'placeholder'] as const;
/** How sure a number of the ruleset is. */
export type Standing = (typeof STANDINGS)[number];

/** How sure the outcome is. */
export interface StandingShares {
  /** How many of the nodes used have each standing. */
  readonly nodes: Readonly<Record<Standing, number>>;
  /** How many rupiah of the lines paid rest on each standing at worst. */
  readonly rupiah: Readonly<Record<Standing, KinerjaDecimal>>;
  /** The placeholders used, by id. */
  readonly placeholders: readonly string[];
}

/** What `appraise` returns. `Trace` is the engine's own; `Ids` are those of a typed ruleset. */
export interface Outcome<Trace = unknown, Ids extends RulesetIds = RulesetIds> {
  readonly status: OutcomeStatus;
  readonly employee: string;
  /** First and last day, as `2024-01-01`. */
  readonly assessed: { readonly from: string; readonly to: string };
  readonly paid?: { readonly from: string; readonly to: string; readonly kind: PaymentKind } | undefined;
  readonly scores: ById<Ids['score'], Score>;
  /** The rating; undefined when the ruleset has none or it is not known. */
  readonly rating?: Ids['rating'] | undefined;
  readonly terms: ById<Ids['term'], TermOutcome>;
  readonly awards: readonly Award<Ids>[];
  readonly sanctions: readonly SanctionProposal<Ids>[];
  readonly development: readonly Advice<Ids>[];
  readonly flags: readonly Flag<Ids>[];
  readonly blocks: readonly BlockOutcome<Ids>[];
  readonly payments: readonly PaymentLine<Ids['payment']>[];
  /** All that must be kept: those that came in, and new proposals. Give them back as `effects`. */
  readonly effects: readonly EffectInput[];
  readonly carry: CarryOutcome;
  /** The facts to supply, when the status is undetermined. */
  readonly unknownFacts: readonly string[];
  readonly faults: readonly OutcomeFault[];
  readonly ruleset: RulesetStamp;
  readonly standing: StandingShares;
  readonly trace: Trace;
}

/** An outcome after `JSON.stringify` and back: numbers as text. */
export type OutcomeJson<T = Outcome> = T extends KinerjaDecimal
  ? string
  : T extends readonly (infer Member)[]
    ? readonly OutcomeJson<Member>[]
    : T extends object
      ? { readonly [Field in keyof T]: OutcomeJson<T[Field]> }
      : T;
