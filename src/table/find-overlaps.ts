/**
 * Overlaps: inputs that two rows answer, where the hit policy wants one.
 * In: a table. Out: a finding for each pair of rows that is met, with an example. Only "unique" can have any.
 */
import type { Pieces } from './axis.ts';
import { type Slice, TOO_LARGE, describeSlice, eachSlice } from './slices.ts';
import type { Row, Table, TableFinding } from './table.ts';
import { TableFindings } from './table-findings.ts';

export function findOverlaps(table: Table): readonly TableFinding[] {
  if (table.hit !== 'unique') return [];
  const findings = new TableFindings();
  const met = new Set<string>();
  const whole = eachSlice(table, table.rows, (slice) => {
    for (const {
      rows: [a, b],
      pieces,
    } of meetings(slice)) {
      const pair = [a, b]
        .map(({ index, cell }) => `${index}.${cell ?? ''}`)
        .sort()
        .join();
      if (met.has(pair)) continue;
      met.add(pair);
      findings.add(overlapFinding(table, slice, a, b, pieces));
    }
  });
  return whole ? findings.list() : [TOO_LARGE];
}

/** Goes along the axis and meets each row that begins before the one that reaches furthest has ended. */
function meetings({ boxes, ranges }: Slice<Row>): readonly { rows: readonly [Row, Row]; pieces: Pieces }[] {
  const sorted = ranges.flatMap((list, at) => list.map(([from, to]) => ({ from, to, row: boxes[at]! }))).sort((a, b) => a.from - b.from);
  const found: { rows: readonly [Row, Row]; pieces: Pieces }[] = [];
  let furthest: (typeof sorted)[number] | undefined;
  for (const next of sorted) {
    if (furthest && next.from < furthest.to && next.row !== furthest.row)
      found.push({ rows: [furthest.row, next.row], pieces: [next.from, Math.min(next.to, furthest.to)] });
    if (!furthest || next.to > furthest.to) furthest = next;
  }
  return found;
}

function overlapFinding(table: Table, slice: Slice<Row>, a: Row, b: Row, pieces: Pieces): TableFinding {
  const { region, example, exampleText } = describeSlice(table, slice, [pieces]);
  const rows = [...new Set([a.index, b.index])].sort((x, y) => x - y);
  const who = rows.length === 2 ? `Rows ${rows[0]! + 1} and ${rows[1]! + 1} both answer` : `Two columns of the crosstab, in row ${rows[0]! + 1}, both answer`;
  return {
    code: 'table/overlap',
    message: `${who} ${region}; for example ${exampleText}.`,
    mend: 'Move an edge so that each input has one row, or write "hit: first" where the uppermost row is to win.',
    rows,
    column: table.inputs.length === 1 ? slice.column.name : undefined,
    example,
  };
}
