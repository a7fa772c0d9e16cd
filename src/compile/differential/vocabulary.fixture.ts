/**
 * What the formulas of a generated ruleset may name, by sort: a unit, `boolean`, `grade`, `date`, `list:points`, …
 * In: names as they are declared. Out: {@link Vocabulary}.
 */
export type Sort = string;

/** The units of generated numbers; the others are met through the model's own facts. */
export const UNITS = ['ratio', 'percent', 'IDR', 'points', 'day', 'count', 'month'] as const;

export const GRADES = ['low', 'middle', 'high'];
export const COLOURS = ['red', 'green', 'none'];

/** The fields of the record `entry`, by their sorts. */
export const ENTRY: Readonly<Record<string, Sort>> = {
  score: 'points',
  target: 'points',
  weight: 'ratio',
  amount: 'IDR',
  grade: 'grade',
  colour: 'colour',
  flag: 'boolean',
  on: 'date',
};

export interface Called {
  readonly id: string;
  readonly inputs: readonly Sort[];
  /** The output, and the field in which it stands where the table has several. */
  readonly outputs: readonly { readonly field?: string; readonly sort: Sort }[];
}

export class Vocabulary {
  private readonly bySort = new Map<Sort, string[]>();
  readonly calls: Called[] = [];
  /** Parameters read per day, by id, with the sort that they give. */
  readonly dated: { readonly id: string; readonly sort: Sort }[] = [];

  constructor(private readonly outer?: Vocabulary) {
    if (outer) {
      this.calls = outer.calls;
      this.dated = outer.dated;
    }
  }

  add(sort: Sort, ...names: readonly string[]): void {
    const known = this.bySort.get(sort) ?? [];
    known.push(...names);
    this.bySort.set(sort, known);
    // A record brings its fields, a list of records their projections.
    for (const name of names) {
      if (sort === 'entry') for (const [field, of] of Object.entries(ENTRY)) this.add(of, `${name}.${field}`);
      if (sort === 'list:entry') for (const [field, of] of Object.entries(ENTRY)) this.add(`list:${of}`, `${name}.${field}`);
    }
  }

  names(sort: Sort): readonly string[] {
    return [...(this.bySort.get(sort) ?? []), ...(this.outer?.names(sort) ?? [])];
  }

  sorts(): readonly Sort[] {
    return [...new Set([...this.bySort.keys(), ...(this.outer?.sorts() ?? [])])];
  }

  /** With names of its own, such as the variable of a `for`. */
  within(): Vocabulary {
    return new Vocabulary(this);
  }
}
