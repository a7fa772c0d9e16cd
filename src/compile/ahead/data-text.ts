/**
 * The text form of the constants of a compiled ruleset: words, tables, titles and the nodes of the exact back end, as JSON.
 * In: nothing. Out: what an entry may be, for those who write and who read it.
 * A text is a list of entries; an entry refers to earlier ones by `[place]`, so that what is shared is written once.
 */

/** A value in an entry: as it is, null for undefined, or the place of an entry. */
export type Cell = string | number | boolean | null | readonly [place: number];

/** A record as it is; all else begins with the word for its kind. */
export type Entry = readonly [kind: EntryKind, ...cells: Cell[]] | { readonly [field: string]: Cell };

export type EntryKind =
  | 'list'
  | 'map'
  | 'set'
  | 'floats'
  | 'ints'
  /** A number that JSON has no text for. */
  | 'number'
  | 'exact'
  | 'fault'
  | 'unknown'
  /** What the runtime exports under this name. */
  | 'runtime'
  /** What a function of the runtime gives for these arguments. */
  | 'call';
