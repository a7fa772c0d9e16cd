/**
 * A gap: inputs of a table's declared domain that no row answers; a lookup there is a fault.
 * In: all versions of the ruleset's own tables. Out: a smell for each hole, with an example; and for each declared gap that is none.
 */
import { findCoveredGaps } from '../../table/find-covered-gaps.ts';
import { findGaps } from '../../table/find-gaps.ts';
import type { Lint } from '../lint.ts';
import { tableSmells } from '../own-tables.ts';

export const tableGap: Lint = {
  codes: ['table/gap', 'table/gap-covered', 'table/too-large-to-check'],
  *check(input) {
    yield* tableSmells(input, 'error', findGaps);
    yield* tableSmells(input, 'error', findCoveredGaps);
  },
};
