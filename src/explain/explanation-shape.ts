/**
 * The explanation of one outcome as data: sections and entries without a language, in the order of reading.
 * In: nothing. Out: the shapes that `explain` fills and the renderers tell. Everything is frozen and JSON-compatible: numbers are exact text.
 */
import type { Remark } from '../ruleset/schema.ts';
import type { Title } from '../model/title.ts';
import type { OutcomeStatus, PaymentLine, Standing } from '../model/outcome.ts';
import type { RoundingMode } from '../values/rounding.ts';
import type { FactSource } from '../engine/trace.ts';
import type { EventKind } from '../ruleset/event.ts';
import type { WordKey } from './words/words.ts';

/** A value with what is needed to say it in either language. */
export type Value =
  | { readonly kind: 'number'; readonly exact: string; readonly unit: string }
  | { readonly kind: 'word'; readonly word: string; readonly title: Title }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'truth'; readonly truth: boolean }
  | { readonly kind: 'date'; readonly date: string }
  /** `members` only where they are few and no records. */
  | { readonly kind: 'list'; readonly count: number; readonly unit: string; readonly members: readonly Value[] }
  | { readonly kind: 'record'; readonly fields: readonly { readonly name: Title; readonly value: Value }[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'fault'; readonly code: string; readonly message: string };

/** A piece of a formula in words: a sign, a word of the renderer, a named thing with its number in this explanation, a value. */
export type Piece =
  | { readonly kind: 'sign'; readonly text: string }
  | { readonly kind: 'said'; readonly word: WordKey }
  | { readonly kind: 'name'; readonly title: Title; readonly ref?: string | undefined }
  | { readonly kind: 'value'; readonly value: Value };
export type Phrase = readonly Piece[];

/** What an entry rests on. */
export interface Ground {
  readonly id: string;
  readonly ruleset: string;
  readonly standing: Standing;
  readonly cite?: string | undefined;
  /** First and last day of the version in force. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly note?: Remark | undefined;
  readonly working?: Remark | undefined;
}

/** A fact or a parameter: a value that came in, or that the rules state. */
export interface Entry {
  /** `D3`, `P1`: how formulas point here. */
  readonly number: string;
  readonly title: Title;
  readonly value: Value;
  readonly ground: Ground;
  /** Facts: where the value comes from. */
  readonly source?: FactSource | undefined;
}

/** A condition of a table row on one input. */
export interface RowTest {
  readonly column: string;
  readonly value: Value;
  readonly test: Phrase;
}

export interface PartTold {
  readonly name: Phrase;
  readonly value: Value;
  /** As the rules say, in percent of the whole. */
  readonly weight: Value;
  readonly used?: Value | undefined;
}

export interface SourceTold {
  readonly title: Title;
  readonly raters: number;
  /** How many raters are needed; undefined: all who were asked. */
  readonly quorum?: Value | undefined;
  readonly method: WordKey;
  readonly convert: WordKey;
  readonly scale: readonly [low: Value, high: Value];
  /** The scores that were given, by criterion, from the lowest; never who gave which. */
  readonly given: readonly { readonly title?: Title | undefined; readonly scores: readonly Value[] }[];
  readonly state: 'counted' | 'nobody' | 'tooFew' | 'held';
  readonly score: Value;
  /** As the scheme prints it where all sources are there, and as really used: percent. */
  readonly full?: Value | undefined;
  readonly used?: Value | undefined;
}

/** One reason why a step has its value. */
export type Detail =
  /** A formula by names, the same with values in their places, and what it gives before any rounding. */
  | { readonly kind: 'formula'; readonly names: Phrase; readonly values?: Phrase | undefined; readonly gives: Value }
  | { readonly kind: 'because'; readonly condition: Phrase; readonly holds: boolean; readonly values?: Phrase | undefined }
  | { readonly kind: 'branch'; readonly letter: string; readonly cite?: string | undefined }
  | { readonly kind: 'each'; readonly list: Phrase; readonly members: readonly Value[] }
  | { readonly kind: 'parts'; readonly parts: readonly PartTold[]; readonly renormalised: boolean }
  | {
      readonly kind: 'table';
      readonly title: Title;
      readonly tests: readonly RowTest[];
      readonly otherwise: boolean;
      readonly result: Value;
      readonly ground: Ground;
      readonly times: number;
    }
  | {
      readonly kind: 'function';
      readonly title: Title;
      readonly about: readonly Value[];
      readonly details: readonly Detail[];
      readonly result: Value;
      readonly ground: Ground;
      readonly times: number;
    }
  | { readonly kind: 'dated'; readonly title: Title; readonly on: Value; readonly result: Value; readonly ground: Ground; readonly times: number }
  | {
      readonly kind: 'rounding';
      readonly exact: Value;
      readonly rounded: Value;
      readonly step: Value;
      readonly mode: RoundingMode;
      readonly cite?: string | undefined;
      readonly standing?: Standing | undefined;
    }
  | {
      readonly kind: 'raters';
      readonly sources: readonly SourceTold[];
      readonly how: 'row' | 'renormalise' | 'zero' | 'substitute' | 'hold' | 'none';
      readonly row?: number | undefined;
      readonly cite?: string | undefined;
      readonly sum: Phrase;
      readonly gives: Value;
    }
  /** Further applications of functions or tables that are not spelled out. */
  | { readonly kind: 'more'; readonly count: number }
  | { readonly kind: 'criteria'; readonly criteria: readonly { readonly title: Title; readonly value: Value }[]; readonly decide: boolean };

/** A node of the derivation, explained once. */
export interface Step {
  readonly number: string;
  readonly key: string;
  readonly title: Title;
  readonly value: Value;
  readonly ground: Ground;
  /** Facts that were worked out: their formula is the ruleset's own, without an article. */
  readonly source?: FactSource | undefined;
  readonly details: readonly Detail[];
}

export interface GateTold {
  readonly kind: 'notEntitled' | 'hold';
  readonly reason: Title;
  readonly verdict: Value;
  readonly until?: string | undefined;
  readonly cite?: string | undefined;
}

/** One line of pay: how it was decided, and the steps that make its amount. */
export interface PaymentTold {
  readonly id: string;
  readonly title: Title;
  readonly status: PaymentLine['status'];
  readonly amount?: Value | undefined;
  /** The number of the step that gives the amount. */
  readonly ref?: string | undefined;
  readonly reasons: readonly { readonly title: Title; readonly cite?: string | undefined }[];
  readonly until?: string | undefined;
  readonly facts: readonly Title[];
  readonly gates: readonly GateTold[];
  readonly ground: Ground;
  /** The steps of its amount, and then of its gates, that were not explained before. */
  readonly steps: readonly Step[];
  readonly gateSteps: readonly Step[];
}

/** What a fired rule brings. */
export interface EventTold {
  readonly rule: string;
  readonly event: EventKind;
  readonly title: Title;
  readonly code?: Value | undefined;
  readonly params: readonly { readonly word: WordKey; readonly value: Value }[];
  readonly known: boolean;
  readonly until?: string | undefined;
  readonly ground: Ground;
}

/** A condition of a rule, and how far it was from holding. */
export interface LeafTold {
  readonly fact: Phrase;
  readonly operator: WordKey;
  readonly asked: Phrase;
  readonly left: Value;
  readonly right: Value;
  readonly verdict: Value;
  /** The distance to the value asked: not negative. */
  readonly gap?: Value | undefined;
  /** True when the condition had to fail for the rule to apply. */
  readonly inverted: boolean;
}

export interface RuleTold {
  readonly rule: string;
  readonly event: EventKind;
  readonly title: Title;
  /** Fired: the conditions that held; not fired: those that decided it; open: those not known. */
  readonly leaves: readonly LeafTold[];
  readonly ground: Ground;
}

/** What was nearly reached: one quantity, moved alone, changes the answer. */
export interface NearTold {
  readonly what: Title;
  readonly now: Value;
  readonly at: Value;
  /** Whether `at` itself is enough, or only what lies beyond it. */
  readonly included: boolean;
  readonly direction: 'above' | 'below';
  readonly distance: Value;
  /** The step or rule that answers otherwise. */
  readonly becomes: { readonly title: Title; readonly rule: boolean; readonly from?: Value | undefined; readonly to?: Value | undefined };
  /** What follows if all else stays: rating and payments. */
  readonly then: readonly { readonly title: Title; readonly from: Value; readonly to: Value }[];
  readonly ground: Ground;
}

export interface MissingTold {
  readonly id: string;
  readonly title: Title;
  /** Its unit or its members, to say what to supply. */
  readonly expects:
    | { readonly kind: 'number' | 'date' | 'truth' | 'text' | 'ratings' | 'raters' | 'record' | 'list' | 'gap'; readonly unit?: string | undefined }
    | { readonly kind: 'words'; readonly words: readonly Title[] };
}

export interface FaultTold {
  readonly code: string;
  readonly node: string;
  readonly title: Title;
  readonly message: string;
}

export interface EffectTold {
  readonly title: Title;
  readonly status: Title;
  readonly kind: Title;
  readonly cut?: Value | undefined;
  readonly starts?: string | undefined;
  readonly ends?: string | undefined;
  readonly key: string;
}

export interface SourceCited {
  readonly id: string;
  /** `S4`: how entries point here. */
  readonly number: string;
  readonly kind: string;
  readonly label: Title;
  /** A text is a title in its own words. */
  readonly title: Remark;
  readonly issuer?: string | undefined;
  readonly enacted?: string | undefined;
  readonly pinpoints: readonly string[];
  readonly urls: readonly string[];
  readonly note?: string | undefined;
}

/** The whole explanation, in the order of reading. */
export interface Explanation {
  readonly head: {
    readonly status: OutcomeStatus;
    readonly employee: { readonly id: string; readonly name?: string | undefined; readonly post?: string | undefined; readonly unit?: string | undefined };
    readonly assessed: { readonly from: string; readonly to: string };
    readonly paid?: { readonly from: string; readonly to: string; readonly kind: Title } | undefined;
    readonly ruleset: {
      readonly id: string;
      readonly title: Title;
      readonly issuer: string;
      readonly version: string;
      readonly hash: string;
      readonly assessedOn: string;
      readonly paidOn?: string | undefined;
    };
  };
  readonly result: {
    readonly scores: readonly { readonly title: Title; readonly value: Value; readonly ref?: string | undefined }[];
    readonly rating?: { readonly title: Title; readonly value: Value; readonly ref?: string | undefined } | undefined;
    readonly payments: readonly PaymentTold[];
    readonly events: readonly EventTold[];
    readonly active: readonly EffectTold[];
  };
  /** What came in, and what the rules state: inputs of the steps below. */
  readonly data: readonly Entry[];
  readonly parameters: readonly Entry[];
  readonly score: { readonly steps: readonly Step[] };
  readonly money: { readonly payments: readonly PaymentTold[] };
  readonly rules: {
    readonly fired: readonly RuleTold[];
    readonly idle: readonly RuleTold[];
    readonly open: readonly RuleTold[];
    readonly behind: readonly Step[];
  };
  readonly near: readonly NearTold[];
  readonly missing: { readonly facts: readonly MissingTold[]; readonly faults: readonly FaultTold[] };
  readonly handedOn: {
    readonly through: string;
    readonly carry: readonly { readonly id: string; readonly title: Title; readonly value: Value; readonly ref?: string | undefined }[];
    readonly effects: readonly EffectTold[];
  };
  readonly sureness: {
    readonly nodes: readonly { readonly standing: Standing; readonly count: number; readonly share: Value }[];
    readonly rupiah: readonly { readonly standing: Standing; readonly amount: Value; readonly share?: Value | undefined }[];
    readonly placeholders: readonly { readonly id: string; readonly title: Title; readonly note?: Remark | undefined }[];
  };
  readonly sources: readonly SourceCited[];
}
