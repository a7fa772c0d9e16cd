/**
 * All that can be wrong with a table that could be read: gaps, overlaps, rows never reached, declared gaps that are covered.
 * In: a table. Out: findings, each with an example input; none means that every input of the domain has its answer.
 */
import { findCoveredGaps } from './find-covered-gaps.ts';
import { findGaps } from './find-gaps.ts';
import { findOverlaps } from './find-overlaps.ts';
import { findUnreachableRows } from './find-unreachable-rows.ts';
import type { Table, TableFinding } from './table.ts';

/** The checks, in the order in which they speak. */
export const TABLE_SMELLS = [findGaps, findOverlaps, findUnreachableRows, findCoveredGaps] as const;

export function hygiene(table: Table): readonly TableFinding[] {
  return Object.freeze([...new Set(TABLE_SMELLS.flatMap((find) => find(table)))]);
}
