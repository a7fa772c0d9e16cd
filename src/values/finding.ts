/**
 * What a reader of text has to say about it: one finding, with the place in that text.
 * In: nothing. Out: the {@link Finding} shape that formulas, tables and rulesets fill; a ruleset adds file, line and column.
 */

/** A span of characters in the text that was read. */
export type Span = readonly [from: number, to: number];

export interface Finding {
  /** Stable, such as `formula/unknown-name`. */
  readonly code: string;
  /** One plain sentence. */
  readonly message: string;
  /** How to mend it: one sentence. */
  readonly mend?: string | undefined;
  readonly span?: Span | undefined;
}
