/**
 * Reads a decision table.
 * In: a table as data (from outside, so nothing is trusted), the named types it may use. Out: a {@link Table}, or all that is wrong with it.
 */
import { type Exact, ZERO, add, isExact, maximum, minimum } from '../values/exact.ts';
import type { NamedTypes } from '../values/type-expression.ts';
import { type Type, numberType } from '../values/type.ts';
import { didYouMean } from '../values/suggest.ts';
import { quote } from './cell-refused.ts';
import { checkShape, isPlainObject } from './check-shape.ts';
import { checkLinear, refuseNone, spreadPoints } from './points.ts';
import { readCell } from './read-cell.ts';
import { readHit, readInputs, readOutputs } from './read-columns.ts';
import { type Columns, readGiven, readRows } from './read-rows.ts';
import type { Column, HitPolicy, Row, Table, TableData, TableFinding } from './table.ts';
import { TableFindings } from './table-findings.ts';

export type ReadTable = { readonly table: Table } | { readonly findings: readonly TableFinding[] };

/**
 * Reads a table and says all that it finds wrong at once. Never throws. Gaps and overlaps are the business of `hygiene`.
 * @example readTable({ inputs: { days: 'day' }, outputs: { cut: 'percent' }, rows: [{ days: '>= 28', cut: '25' }] }, new Map())
 */
export function readTable(data: TableData, named: NamedTypes): ReadTable {
  const findings = new TableFindings();
  checkShape(data, findings);
  if (findings.count > 0) return { findings: findings.list() };
  const hit = readHit(data, findings);
  const inputs = readInputs(data, named, findings);
  const columns: Columns = { inputs, outputs: readOutputs(data, hit, inputs, named, findings), outputsOptional: hit === 'collect count' };
  if (findings.count > 0) return { findings: findings.list() };

  const written = readRows(data, columns, findings);
  const otherwise = data.otherwise && readOtherwise(data.otherwise, columns, findings);
  const gaps = (data.gaps ?? []).flatMap((gap, index) => readGap(gap, index, inputs, findings));
  if (hit.startsWith('collect') || hit === 'linear') refuseNone(hit, columns.outputs, written, findings);
  if (hit === 'linear' && findings.count === 0) checkLinear(inputs, written, findings);
  const rows = hit === 'atOrBelow' && findings.count === 0 ? spreadPoints(inputs, written, findings) : written;
  if (findings.count > 0) return { findings: findings.list() };
  const outputs = columns.outputs.map((column, at) =>
    widen(column, at, hit, otherwise ? [...rows.map(({ gives }) => gives), otherwise] : rows.map(({ gives }) => gives)),
  );
  return {
    table: Object.freeze({
      inputs: Object.freeze(inputs),
      outputs: Object.freeze(outputs),
      hit,
      rows: Object.freeze(rows),
      otherwise: otherwise && Object.freeze(otherwise),
      gaps: Object.freeze(gaps),
    }),
  };
}

function readOtherwise(otherwise: NonNullable<TableData['otherwise']>, columns: Columns, findings: TableFindings): Table['otherwise'] {
  const known = columns.outputs.map(({ name }) => name);
  for (const key of Object.keys(otherwise)) {
    if (!known.includes(key))
      findings.add({
        code: 'table/unknown-column',
        message: `Otherwise: ${quote(key)} is not an output of the table.`,
        mend: didYouMean(key, known, `Its outputs are ${known.join(', ')}.`),
        rows: [],
        column: key,
      });
  }
  return readGiven(otherwise, { label: 'Otherwise', rows: [] }, { ...columns, outputsOptional: false }, findings);
}

function readGap(gap: NonNullable<TableData['gaps']>[number], index: number, inputs: readonly Column[], findings: TableFindings): Table['gaps'][number][] {
  const label = `Gap ${index + 1}`;
  const refuse = (message: string, mend?: string): void => findings.add({ code: 'table/gap', message: `${label} ${message}`, mend, rows: [] });
  const before = findings.count;
  for (const key of Object.keys(gap))
    if (!['range', 'gives', 'cite'].includes(key)) refuse(`has ${quote(key)}, which is not a part of a gap.`, didYouMean(key, ['range', 'gives', 'cite']));
  if (gap.gives !== 'unknown') refuse('must say what it gives.', 'Write "gives: unknown".');
  if (gap.cite !== undefined && typeof gap.cite !== 'string') refuse('has a cite that is not a text.');
  if (!isPlainObject(gap.range) || Object.keys(gap.range).length === 0) {
    refuse('has no range.', 'Name the inputs and the cells that the source leaves out.');
    return [];
  }
  const range = gap.range;
  const names = inputs.map(({ name }) => name);
  for (const key of Object.keys(range)) if (!names.includes(key)) refuse(`names ${quote(key)}, which is not an input of the table.`, didYouMean(key, names));
  const when = inputs.map((column) => {
    if (!Object.hasOwn(range, column.name)) return { kind: 'any' } as const;
    const read = readCell(range[column.name], column, { label, rows: [] });
    if ('cell' in read) return read.cell;
    findings.add(read.finding);
    return { kind: 'any' } as const;
  });
  return findings.count === before ? [Object.freeze({ when: Object.freeze(when), cite: gap.cite })] : [];
}

/** What an output can be once rows are added up (other bounds) or interpolated (no step). */
function widen(column: Column, at: number, hit: HitPolicy, given: readonly Row['gives'][]): Column {
  const { type } = column;
  if (type.kind !== 'number' || (hit !== 'collect sum' && hit !== 'linear')) return column;
  const bounds = hit === 'linear' ? { min: type.min, max: type.max } : { ...sumBounds(given, at), step: type.step };
  const widened: Type = numberType(type.unit, bounds);
  return Object.freeze({ name: column.name, type: widened });
}

function sumBounds(given: readonly Row['gives'][], at: number): { min: Exact; max: Exact } {
  let [min, max] = [ZERO, ZERO];
  for (const gives of given) {
    const value = gives[at];
    if (!isExact(value)) continue;
    min = add(min, minimum(value, ZERO));
    max = add(max, maximum(value, ZERO));
  }
  return { min, max };
}
