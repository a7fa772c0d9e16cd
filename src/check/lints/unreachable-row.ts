/**
 * An unreachable row: rows above it take all that it admits.
 * In: all versions of the ruleset's own tables. Out: a smell at each such row, with an example.
 */
import { findUnreachableRows } from '../../table/find-unreachable-rows.ts';
import type { Lint } from '../lint.ts';
import { tableSmells } from '../own-tables.ts';

export const unreachableRow: Lint = {
  codes: ['table/unreachable-row', 'table/too-large-to-check'],
  check: (input) => tableSmells(input, 'warning', findUnreachableRows),
};
