/**
 * The ids of one ruleset as literal types, so that an editor completes them and a renamed one breaks the build.
 * In: nothing. Out: {@link RulesetIds}, {@link ById}, {@link IdsCarrier}: types only, erased from the running program.
 */

/** The ids of a ruleset. Every member is a union of text literals; `string` where nothing is known, as for a ruleset read at run time. */
export interface RulesetIds {
  /** Terms and what rater schemes yield, in any version. */
  readonly term: string;
  readonly rule: string;
  /** Codes of awards. */
  readonly award: string;
  /** Codes of sanctions. */
  readonly sanction: string;
  readonly payment: string;
  readonly score: string;
  /** The members of the rating. */
  readonly rating: string;
  /** Facts that the ruleset uses, those of the library's catalogue included. */
  readonly fact: string;
}

/** Entries by id. With literal ids each may be missing (a node need not be in force), and another id is a type error. */
export type ById<Id extends string, Value> = string extends Id ? Readonly<Record<string, Value>> : { readonly [Each in Id]?: Value };

declare const IDS: unique symbol;

/** What carries the ids from a ruleset to its outcome: a property that exists for the compiler only. */
export interface IdsCarrier<Ids extends RulesetIds> {
  readonly [IDS]?: Ids;
}
