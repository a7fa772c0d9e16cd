/**
 * The shapes that all ways of the task share: the record that goes in, and the answer by which they are compared.
 * In: nothing. Out: types only.
 */

/** An appraisal of the library, as the generators make it: every fact of the task is given. */
export interface TaskRecord {
  readonly id: string;
  readonly employee: { readonly id: string; readonly status: 'pns' | 'cpns' | 'pppk' | 'pppkPartTime'; readonly class: number };
  readonly assessed: string;
  readonly paid: { readonly period: string; readonly kind: 'regular' };
  readonly indicators: readonly Indicator[];
  readonly ratings: { readonly items: readonly Rating[] };
  readonly attendance: { readonly counts: { readonly lateMinutes: number; readonly earlyMinutes: number; readonly absent: number } };
  readonly facts: { readonly 'innovation.points': number; readonly 'region.index': number };
}

export interface Indicator {
  readonly id: string;
  readonly kind: 'quantitative';
  readonly polarity: 'higher' | 'lower';
  readonly target: number;
  readonly realisation: number;
  readonly weight: number;
}

export interface Rating {
  readonly source: 'supervisor' | 'peer' | 'self' | 'public' | 'stakeholder';
  readonly rater: string;
  readonly score: number;
  readonly scale: { readonly min: number; readonly max: number };
}

/** A rule that fired, as a way hands it over. */
export interface Fired {
  readonly rule: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Sanctions only: which case it is. */
  readonly key?: string;
}

/** What a hand-written way returns: numbers of its own kind, and the rules that fired in the ruleset's order. */
export interface Result<N> {
  readonly status: string;
  readonly rating: string;
  readonly conduct: N;
  readonly work: N;
  readonly behaviour: N;
  readonly performance: N;
  readonly final: N;
  readonly gross: N;
  readonly paid: N;
  readonly tax: N;
  readonly net: N;
  readonly sanctions: readonly Fired[];
  readonly awards: readonly Fired[];
  readonly development: readonly Fired[];
  readonly flags: readonly Fired[];
}

/** One way of doing the task. */
export interface Way<R = unknown> {
  /** Appraises one record; a promise where the way cannot do otherwise. */
  readonly run: (record: TaskRecord) => R | Promise<R>;
  /** Reads what a caller acts on (status, rating, rules that fired, net amount), so that nothing can be left out; gives a number to add up. */
  readonly consume: (result: R) => number;
  /** Every field as text, in one order, for comparing ways. */
  readonly answer: (result: R) => Answer;
}

/** Every field of the task, numbers as plain decimal text without trailing zeros. */
export interface Answer {
  readonly [field: string]: string;
}
