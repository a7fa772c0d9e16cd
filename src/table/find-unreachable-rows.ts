/**
 * Rows that can never win: under "first", all that they admit is answered further up.
 * In: a table. Out: a finding for each such row, with an input that it admits and does not get.
 */
import { paint } from './paint.ts';
import { TOO_LARGE, describeSlice, eachSlice } from './slices.ts';
import type { Row, Table, TableFinding } from './table.ts';
import { TableFindings } from './table-findings.ts';

export function findUnreachableRows(table: Table): readonly TableFinding[] {
  if (table.hit !== 'first') return [];
  const reached = new Set<Row>();
  const lost = new Map<Row, Readonly<Record<string, string>>>();
  const whole = eachSlice(table, table.rows, (slice) => {
    for (const owner of new Set(paint(slice.ranges, slice.axis.size))) if (owner >= 0) reached.add(slice.boxes[owner]!);
    for (const [at, row] of slice.boxes.entries()) {
      const [first] = slice.ranges[at]!;
      if (first && !reached.has(row) && !lost.has(row)) lost.set(row, describeSlice(table, slice, [[first[0], first[0] + 1]]).example);
    }
  });
  if (!whole) return [TOO_LARGE];
  const findings = new TableFindings();
  for (const row of table.rows) if (!reached.has(row)) findings.add(unreachable(row, lost.get(row)));
  return findings.list();
}

function unreachable({ index, cell }: Row, example: Readonly<Record<string, string>> | undefined): TableFinding {
  const text =
    example &&
    Object.entries(example)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ');
  return {
    code: 'table/unreachable-row',
    message: `Row ${index + 1}${cell === undefined ? '' : `, cell ${cell + 1},`} is never reached: rows above it answer all that it admits${text === undefined ? '' : `; for example ${text}`}.`,
    mend: 'Move it up, or leave it out.',
    rows: [index],
    example,
  };
}
