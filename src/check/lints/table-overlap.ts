/**
 * An overlap: inputs that two rows of a table answer, where one answer is wanted; a lookup there is a fault.
 * In: all versions of the ruleset's own tables. Out: a smell at the later row of each pair, with an example.
 */
import { findOverlaps } from '../../table/find-overlaps.ts';
import type { Lint } from '../lint.ts';
import { tableSmells } from '../own-tables.ts';

export const tableOverlap: Lint = {
  codes: ['table/overlap', 'table/too-large-to-check'],
  check: (input) => tableSmells(input, 'error', findOverlaps),
};
