/**
 * Collects findings, and stops at a number that a person can still read.
 * In: findings. Out: the first of them, and one that says how many more there are.
 */
import type { TableFinding } from './table.ts';

const MOST = 100;

export class TableFindings {
  readonly #kept: TableFinding[] = [];
  #count = 0;

  add(finding: TableFinding): void {
    if (++this.#count <= MOST) this.#kept.push(Object.freeze(finding));
  }

  get count(): number {
    return this.#count;
  }

  list(): readonly TableFinding[] {
    const more = this.#count - MOST;
    if (more <= 0) return Object.freeze([...this.#kept]);
    return Object.freeze([
      ...this.#kept,
      {
        code: 'table/more-findings',
        message: `The table has ${more} more ${more === 1 ? 'finding' : 'findings'}.`,
        mend: 'Mend the first ones, and look again.',
        rows: [],
      },
    ]);
  }
}
