/**
 * Declared gaps that are none: a row answers part of them.
 * In: a table. Out: a finding for each such gap and the first row that reaches into it, with an example.
 */
import { common } from './admits.ts';
import { axisOf } from './axis.ts';
import { valueText } from './describe-cell.ts';
import { reach } from './find-gaps.ts';
import type { Cell, Table, TableFinding } from './table.ts';

export function findCoveredGaps(table: Table): readonly TableFinding[] {
  const boxes = reach(table);
  return table.gaps.flatMap((gap, index) => {
    for (const [at, box] of boxes.entries()) {
      const both = meet(table, gap.when, box.when);
      if (both) return [covered(table, index, table.hit === 'linear' ? [] : [table.rows[at]!.index], both)];
    }
    return [];
  });
}

/** The cells that two boxes have in common in every column. */
function meet(table: Table, a: readonly Cell[], b: readonly Cell[]): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  for (const [at, { type }] of table.inputs.entries()) {
    const cell = common(a[at]!, b[at]!, type);
    if (!cell) return undefined;
    cells.push(cell);
  }
  return cells;
}

function covered(table: Table, index: number, rows: readonly number[], cells: readonly Cell[]): TableFinding {
  const samples = table.inputs.map((column, at) => {
    const axis = axisOf(column, [cells[at]!]);
    return [column.name, valueText(axis.sample(axis.piecesOf(cells[at]!)[0]![0]))] as const;
  });
  const who = rows.length === 0 ? 'the line between the points' : `row ${rows[0]! + 1}`;
  return Object.freeze({
    code: 'table/gap-covered',
    message: `Gap ${index + 1} is declared, but ${who} answers ${samples.map(([name, text]) => `${name} ${text}`).join(', ')}.`,
    mend: 'Narrow the gap or the row: a declared gap holds only what no row answers.',
    rows,
    example: Object.freeze(Object.fromEntries(samples)),
  });
}
