/**
 * Tables whose rows are points of one input: atOrBelow and linear.
 * In: columns and rows as read. Out: for atOrBelow rows that reach to the next point, so that whoever looks at them sees intervals; findings.
 */
import { type Exact, compare, equals } from '../values/exact.ts';
import { isNone } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import { lineOf, lineText } from './line.ts';
import type { Cell, Column, Row } from './table.ts';
import type { TableFindings } from './table-findings.ts';

const MOST_ROWS = 200_000;

/** The point of a row: its one cell on a line. */
export function pointOf(cell: Cell | undefined): Exact | undefined {
  if (cell?.kind !== 'intervals' || cell.intervals.length !== 1) return undefined;
  const { low, high, lowIncluded, highIncluded } = cell.intervals[0]!;
  return low && high && lowIncluded && highIncluded && equals(low, high) ? low : undefined;
}

/** Rows that are points become rows that reach up to the next point with the same words. */
export function spreadPoints(inputs: readonly Column[], rows: readonly Row[], findings: TableFindings): readonly Row[] {
  const at = pointColumn(inputs, findings, 'atOrBelow');
  if (at === undefined || !checkPoints(rows, inputs[at]!, at, findings)) return rows;
  const groups = new Map<string, { row: Row; when: readonly Cell[]; point: Exact }[]>();
  let room = MOST_ROWS;
  for (const row of rows) {
    const keys = exactKeys(row, inputs, at, findings, room);
    if (!keys) {
      findings.add({ code: 'table/too-large', message: `The rows name more than ${MOST_ROWS} combinations of words.`, mend: 'Split the table.', rows: [] });
      return rows;
    }
    room -= keys.length;
    for (const when of keys) {
      const key = JSON.stringify(when.map(keyText));
      const group = groups.get(key) ?? [];
      group.push({ row, when, point: pointOf(row.when[at])! });
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .flatMap((group) => {
      group.sort((a, b) => compare(a.point, b.point));
      return group.map(({ row, when, point }, place) => {
        const next = group[place + 1];
        if (next && equals(next.point, point)) refuseTwin(row, next.row, inputs[at]!, point, findings);
        const cell: Cell = { kind: 'intervals', intervals: [{ low: point, high: next?.point, lowIncluded: true, highIncluded: false }] };
        return Object.freeze({ ...row, when: Object.freeze([...when.slice(0, at), cell, ...when.slice(at)]) });
      });
    })
    .sort((a, b) => a.index - b.index || (a.cell ?? 0) - (b.cell ?? 0));
}

/** What "linear" asks of a table: one number input, at least two points, no two alike, only numbers. */
export function checkLinear(inputs: readonly Column[], rows: readonly Row[], findings: TableFindings): void {
  const at = pointColumn(inputs, findings, 'linear');
  if (at === undefined || !checkPoints(rows, inputs[at]!, at, findings)) return;
  if (rows.length < 2)
    findings.add({ code: 'table/points', message: 'A linear table has at least two points.', mend: 'Add a row.', rows: rows.map(({ index }) => index) });
  const sorted = rows.map((row) => ({ row, point: pointOf(row.when[at])! })).sort((a, b) => compare(a.point, b.point));
  for (const [place, { row, point }] of sorted.entries()) {
    const next = sorted[place + 1];
    if (next && equals(next.point, point)) refuseTwin(row, next.row, inputs[at]!, point, findings);
  }
}

/** Adding up and interpolating need numbers: `none` has no place in such rows. */
export function refuseNone(hit: string, outputs: readonly Column[], rows: readonly Row[], findings: TableFindings): void {
  for (const { index, gives } of rows) {
    const at = gives.findIndex(isNone);
    if (at < 0) continue;
    const column = outputs[at]!.name;
    findings.add({
      code: 'table/output-none',
      message: `Row ${index + 1}, ${column}: a row of a table with the hit policy "${hit}" gives a number, not none.`,
      mend: 'Write a number, or leave the row out.',
      rows: [index],
      column,
    });
  }
}

/** The place of the one line input; linear takes only numbers and no other input. */
function pointColumn(inputs: readonly Column[], findings: TableFindings, hit: 'atOrBelow' | 'linear'): number | undefined {
  const fits = ({ kind }: Type): boolean => kind === 'number' || (hit === 'atOrBelow' && kind === 'date');
  const lines = inputs.flatMap(({ type }, at) => (fits(type) ? [at] : []));
  if (lines.length === 1 && (hit === 'atOrBelow' || inputs.length === 1)) return lines[0];
  const message =
    hit === 'linear'
      ? 'A linear table has exactly one input, a number.'
      : 'A table with the hit policy "atOrBelow" has exactly one number or date among its inputs.';
  findings.add({ code: 'table/points', message, mend: 'Leave out the other inputs, or take the hit policy "unique" with ranges.', rows: [] });
  return undefined;
}

function checkPoints(rows: readonly Row[], { name }: Column, at: number, findings: TableFindings): boolean {
  const bad = rows.filter(({ when }) => pointOf(when[at]) === undefined);
  for (const { index, text } of bad)
    findings.add({
      code: 'table/points',
      message: `Row ${index + 1}, ${name}: "${text[at]!}" is not a point.`,
      mend: 'Write one value; the hit policy says how far it reaches.',
      rows: [index],
      column: name,
    });
  return bad.length === 0;
}

function refuseTwin(a: Row, b: Row, column: Column, point: Exact, findings: TableFindings): void {
  const [first, second] = [Math.min(a.index, b.index), Math.max(a.index, b.index)];
  const text = lineText(point, lineOf(column.type)!);
  findings.add({
    code: 'table/points',
    message: `Rows ${first + 1} and ${second + 1} both stand at ${column.name} ${text}.`,
    mend: 'Leave one of them out.',
    rows: [first, second],
    column: column.name,
    example: { [column.name]: text },
  });
}

const keyText = (cell: Cell): string | boolean => (cell.kind === 'words' ? [...cell.words][0]! : cell.kind === 'truth' && cell.value);

/** The other cells of a row, one word each: a list of words stands for a row of each. Undefined when there are more than `room`. */
function exactKeys(row: Row, inputs: readonly Column[], at: number, findings: TableFindings, room: number): readonly (readonly Cell[])[] | undefined {
  let keys: (readonly Cell[])[] = [[]];
  for (const [place, cell] of row.when.entries()) {
    if (place === at) continue;
    const singles = singleCells(cell, inputs[place]!.type);
    if (!singles) {
      const { name } = inputs[place]!;
      findings.add({
        code: 'table/points',
        message: `Row ${row.index + 1}, ${name}: "${row.text[place]!}" does not name its words.`,
        mend: 'Under "atOrBelow" write the words that the row is for.',
        rows: [row.index],
        column: name,
      });
      return [];
    }
    if (keys.length * singles.length > room) return undefined;
    keys = keys.flatMap((key) => singles.map((single) => [...key, single]));
  }
  return keys.length > room ? undefined : keys;
}

function singleCells(cell: Cell, type: Type): readonly Cell[] | undefined {
  if (cell.kind === 'truth') return [cell];
  if (cell.kind === 'any' && type.kind === 'boolean') return [true, false].map((value) => ({ kind: 'truth', value }));
  const words = cell.kind === 'words' ? [...cell.words] : cell.kind === 'any' && type.kind === 'enum' ? type.members : undefined;
  return words?.map((word) => ({ kind: 'words', words: new Set([word]) }));
}
