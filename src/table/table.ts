/**
 * Decision tables: as data ({@link TableData}) and as understood ({@link Table}).
 * In: nothing. Out: the shapes shared by reading, hygiene (gaps, overlaps, unreachable rows) and lookup.
 */
import type { Exact } from '../values/exact.ts';
import type { Finding } from '../values/finding.ts';
import type { Datum, None } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import type { NumberText, TypeExpression } from '../values/type-expression.ts';

/** unique: exactly one row; first: the uppermost; collect…: all that match, aggregated; atOrBelow: the last point not above; linear: between points. */
export const HIT_POLICIES = ['unique', 'first', 'collect sum', 'collect min', 'collect max', 'collect count', 'atOrBelow', 'linear'] as const;
export type HitPolicy = (typeof HIT_POLICIES)[number];

/** A cell as data: `"11..13"`, `">= 28"`, `"[0..50)"`, `"a, b"`, `"not(a)"`, `"-"` (any), a bare value; for an output a bare value or `none`. */
export type CellData = NumberText | boolean;

/** A row as data: a cell per input and output name; with `columns`, `cells` in their order instead of the output. */
export interface RowData {
  readonly [column: string]: CellData | readonly CellData[] | undefined;
}

/** Keys of a row that are not columns: they belong to whoever keeps the table. */
export const ROW_NOTES = ['cite', 'standing', 'working', 'note', 'checked'] as const;

/** A decision table as data, JSON-compatible. */
export interface TableData {
  readonly inputs: Readonly<Record<string, TypeExpression>>;
  readonly outputs: Readonly<Record<string, TypeExpression>>;
  readonly hit?: HitPolicy | undefined;
  readonly rows: readonly RowData[];
  /** Crosstab: one input spread over columns; each row then gives `cells`. */
  readonly columns?: Readonly<Record<string, readonly CellData[]>> | undefined;
  /** The outputs for inputs that no row reaches (closes an open domain). */
  readonly otherwise?: Readonly<Record<string, CellData>> | undefined;
  /** Holes that the source itself leaves: such inputs give unknown. */
  readonly gaps?: readonly { readonly range: Readonly<Record<string, CellData>>; readonly gives: 'unknown'; readonly cite?: string | undefined }[] | undefined;
}

/** One end of a number or date range in the ordinate of its column; undefined is unbounded. */
export interface Interval {
  readonly low?: Exact | undefined;
  readonly high?: Exact | undefined;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** What an input cell admits. Dates are intervals over days since 1970-01-01; enumeration order is the declared one. */
export type Cell =
  | { readonly kind: 'any' }
  | { readonly kind: 'intervals'; readonly intervals: readonly Interval[] }
  | { readonly kind: 'words'; readonly words: ReadonlySet<string> }
  /** Every text but these: only in text columns, whose words cannot be listed. */
  | { readonly kind: 'except'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'truth'; readonly value: boolean };

export interface Column {
  readonly name: string;
  readonly type: Type;
}

export interface Row {
  /** Where the row stands in the data, from 0: rows of a crosstab share it. */
  readonly index: number;
  /** Which of `cells` of a crosstab row, from 0. */
  readonly cell?: number | undefined;
  readonly when: readonly Cell[];
  readonly gives: readonly (Datum | None)[];
  /** The input cells as written, for traces. Under atOrBelow `when` reaches to the next point, and this is the point. */
  readonly text: readonly string[];
}

export interface Table {
  readonly inputs: readonly Column[];
  /** What a lookup gives: bounds and step are widened where the hit policy adds up or interpolates. */
  readonly outputs: readonly Column[];
  readonly hit: HitPolicy;
  readonly rows: readonly Row[];
  readonly otherwise?: readonly (Datum | None)[] | undefined;
  readonly gaps: readonly { readonly when: readonly Cell[]; readonly cite?: string | undefined }[];
}

/** A finding about a table, with the rows (indexes in the data) that it is about and an example input. */
export interface TableFinding extends Finding {
  readonly rows: readonly number[];
  readonly column?: string | undefined;
  readonly example?: Readonly<Record<string, string>> | undefined;
}
