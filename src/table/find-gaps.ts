/**
 * Gaps: inputs of the declared domain that no row answers.
 * In: a table. Out: a finding for each hole, with an example. A table with "otherwise" has none, nor one that adds up or counts; declared gaps are none.
 */
import { compare } from '../values/exact.ts';
import { paint } from './paint.ts';
import { pointOf } from './points.ts';
import { type Box, type Slice, TOO_LARGE, describeSlice, eachSlice } from './slices.ts';
import type { Table, TableFinding } from './table.ts';
import { TableFindings } from './table-findings.ts';

export function findGaps(table: Table): readonly TableFinding[] {
  if (table.otherwise || table.hit === 'collect sum' || table.hit === 'collect count') return [];
  const findings = new TableFindings();
  const boxes: readonly Box[] = [...reach(table), ...table.gaps];
  const whole = eachSlice(table, boxes, (slice) => {
    for (const hole of holes(slice)) findings.add(gapFinding(table, slice, hole));
  });
  return whole ? findings.list() : [TOO_LARGE];
}

/** What the rows answer: for a linear table all between its first and its last point. */
export function reach(table: Table): readonly Box[] {
  if (table.hit !== 'linear') return table.rows;
  const points = table.rows.map(({ when }) => pointOf(when[0])!).sort(compare);
  return [{ when: [{ kind: 'intervals', intervals: [{ low: points[0], high: points.at(-1), lowIncluded: true, highIncluded: true }] }] }];
}

/** The runs of pieces that no box has. */
function holes({ ranges, axis }: Slice<Box>): [number, number][] {
  const owners = paint(ranges, axis.size);
  const found: [number, number][] = [];
  for (const [piece, owner] of owners.entries()) {
    if (owner >= 0) continue;
    const last = found.at(-1);
    if (last && last[1] === piece) last[1] = piece + 1;
    else found.push([piece, piece + 1]);
  }
  return found;
}

function gapFinding(table: Table, slice: Slice<Box>, hole: readonly [number, number]): TableFinding {
  const { region, example, exampleText } = describeSlice(table, slice, [hole]);
  return {
    code: 'table/gap',
    message: `No row answers ${region}; for example ${exampleText}.`,
    mend: 'Add a row, give "otherwise", or, where the source itself leaves the hole, declare it under "gaps".',
    rows: [],
    column: table.inputs.length === 1 ? slice.column.name : undefined,
    example,
  };
}
