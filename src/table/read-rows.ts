/**
 * The rows of a decision table, crosstabs spread out.
 * In: the table as data, its columns. Out: {@link Row}s in their order; findings go to the collector.
 */
import type { Datum, None } from '../values/result.ts';
import { didYouMean } from '../values/suggest.ts';
import { type Place, quote, rowPlace } from './cell-refused.ts';
import { readCell, readOutput } from './read-cell.ts';
import { type Cell, type Column, ROW_NOTES, type Row, type RowData, type TableData } from './table.ts';
import type { TableFindings } from './table-findings.ts';

const MOST_CELLS = 100_000;

export interface Columns {
  readonly inputs: readonly Column[];
  readonly outputs: readonly Column[];
  /** Under "collect count" a row need not give anything. */
  readonly outputsOptional: boolean;
}

interface Read {
  readonly cell: Cell;
  readonly text: string;
}

export function readRows(data: TableData, columns: Columns, findings: TableFindings): readonly Row[] {
  if (data.rows.length === 0) findings.add({ code: 'table/no-rows', message: 'The table has no rows.', mend: 'Write at least one row.', rows: [] });
  if (data.columns !== undefined) return readCrosstab(data, data.columns, columns, findings);
  return data.rows.flatMap((row, index) => {
    refuseUnknown(row, index, [...columns.inputs, ...columns.outputs], findings);
    const when = readInputCells(row, rowPlace(index), columns.inputs, findings);
    const gives = readGiven(row, rowPlace(index), columns, findings);
    return when && gives ? [freezeRow({ index, when: when.map(({ cell }) => cell), gives, text: when.map(({ text }) => text) })] : [];
  });
}

const freezeRow = (row: Row): Row => Object.freeze({ ...row, when: Object.freeze(row.when), gives: Object.freeze(row.gives), text: Object.freeze(row.text) });

function readCrosstab(data: TableData, written: NonNullable<TableData['columns']>, columns: Columns, findings: TableFindings): readonly Row[] {
  const spread = readSpread(written, columns, findings);
  const output = columns.outputs[0];
  if (!spread || !output) return [];
  if (data.rows.length * spread.cells.length > MOST_CELLS) {
    findings.add({
      code: 'table/too-large',
      message: `The crosstab has ${data.rows.length * spread.cells.length} cells; the most is ${MOST_CELLS}.`,
      mend: 'Split it into several tables.',
      rows: [],
    });
    return [];
  }
  const others = columns.inputs.filter((_, at) => at !== spread.at);
  return data.rows.flatMap((row, index) => {
    const place = rowPlace(index);
    refuseUnknown(row, index, others, findings, 'cells');
    const when = readInputCells(row, place, others, findings);
    const cells = Object.hasOwn(row, 'cells') ? row['cells'] : undefined;
    if (!Array.isArray(cells) || cells.length !== spread.cells.length) {
      const has = Array.isArray(cells) ? `has ${cells.length} cells, and the crosstab ${spread.cells.length} columns` : 'has no "cells"';
      findings.add({
        code: 'table/crosstab',
        message: `Row ${index + 1} ${has}.`,
        mend: `Give ${spread.cells.length} cells, in the order of the columns.`,
        rows: [index],
      });
      return [];
    }
    return Array.from(cells as readonly unknown[]).flatMap((cell, at) => {
      const given = readOutput(cell, output, { label: `Row ${index + 1}, cell ${at + 1}`, rows: [index] });
      if ('finding' in given) findings.add(given.finding);
      if ('finding' in given || !when) return [];
      const all = [...when.slice(0, spread.at), spread.cells[at]!, ...when.slice(spread.at)];
      return [freezeRow({ index, cell: at, when: all.map((one) => one.cell), gives: [given.value], text: all.map((one) => one.text) })];
    });
  });
}

/** The one input that is spread over the columns, and the cell of each column. */
function readSpread(
  written: NonNullable<TableData['columns']>,
  { inputs, outputs }: Columns,
  findings: TableFindings,
): { at: number; cells: readonly Read[] } | undefined {
  const [name, ...more] = Object.keys(written);
  const refuse = (message: string, mend?: string): undefined => findings.add({ code: 'table/crosstab', message, mend, rows: [] }) as undefined;
  if (name === undefined || more.length > 0) return refuse('The "columns" of a crosstab spread exactly one input.');
  if (outputs.length !== 1) return refuse('A crosstab has exactly one output.', 'Leave out "columns", or the other outputs.');
  const at = inputs.findIndex((input) => input.name === name);
  if (at < 0)
    return refuse(
      `${quote(name)} is not an input that a crosstab can spread.`,
      didYouMean(
        name,
        inputs.map((input) => input.name),
      ),
    );
  const cells: unknown = written[name];
  if (!Array.isArray(cells) || cells.length === 0) return refuse(`The columns of ${name} are a list of cells.`);
  const read = Array.from(cells as readonly unknown[]).flatMap((cell, index) => {
    const result = readCell(cell, inputs[at]!, { label: `Column ${index + 1} of the crosstab`, rows: [] });
    if ('cell' in result) return [{ cell: result.cell, text: String(cell) }];
    findings.add(result.finding);
    return [];
  });
  return read.length === cells.length ? { at, cells: read } : undefined;
}

function readInputCells(row: RowData, place: Place, inputs: readonly Column[], findings: TableFindings): Read[] | undefined {
  const read = inputs.flatMap((column) => {
    if (!Object.hasOwn(row, column.name) || row[column.name] === undefined) {
      findings.add({
        code: 'table/cell-missing',
        message: `${place.label}, ${column.name}: the cell is missing.`,
        mend: 'Write "-" for any value.',
        rows: place.rows,
        column: column.name,
      });
      return [];
    }
    const result = readCell(row[column.name], column, place);
    if ('cell' in result) return [{ cell: result.cell, text: String(row[column.name]).trim() }];
    findings.add(result.finding);
    return [];
  });
  return read.length === inputs.length ? read : undefined;
}

/** The values that a row or `otherwise` gives, in the order of the outputs. */
export function readGiven(row: RowData, place: Place, { outputs, outputsOptional }: Columns, findings: TableFindings): (Datum | None)[] | undefined {
  const wanted = outputsOptional ? outputs.filter(({ name }) => Object.hasOwn(row, name)) : outputs;
  const read = wanted.flatMap((column) => {
    if (!Object.hasOwn(row, column.name) || row[column.name] === undefined) {
      findings.add({
        code: 'table/cell-missing',
        message: `${place.label}, ${column.name}: the output is missing.`,
        mend: 'Write its value, or "none" where the table declares that there is none.',
        rows: place.rows,
        column: column.name,
      });
      return [];
    }
    const result = readOutput(row[column.name], column, place);
    if ('value' in result) return [result.value];
    findings.add(result.finding);
    return [];
  });
  return read.length === wanted.length ? read : undefined;
}

/** Adds a finding for each key of a row that is neither a column nor a note. */
function refuseUnknown(row: RowData, index: number, columns: readonly Column[], findings: TableFindings, ...also: string[]): void {
  const known = [...columns.map(({ name }) => name), ...also];
  for (const key of Object.keys(row)) {
    if (known.includes(key) || (ROW_NOTES as readonly string[]).includes(key)) continue;
    findings.add({
      code: 'table/unknown-column',
      message: `Row ${index + 1}: ${quote(key)} is not a column of the table.`,
      mend: didYouMean(key, known, `Its columns are ${known.join(', ')}.`),
      rows: [index],
      column: key,
    });
  }
}
