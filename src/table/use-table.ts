/**
 * A decision table by itself, without a ruleset.
 * In: a table as data, inputs as plain JSON. Out: a {@link TableAnswer} in plain JSON; what is wrong with table or inputs is thrown as a {@link TableError}.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import { NumberRefused, fromDecimalText, fromNumber } from '../values/exact.ts';
import { type Datum, Fault, toJson, isNone } from '../values/result.ts';
import { didYouMean } from '../values/suggest.ts';
import { type Type, enumType } from '../values/type.ts';
import { quote } from './cell-refused.ts';
import { buildLookup, lookup } from './lookup.ts';
import { readTable } from './read-table.ts';
import type { Column, Table, TableData, TableFinding } from './table.ts';

export interface TableOptions {
  /** Enumerations that the table names: their members, or, where cells compare them, their members from the lowest to the highest. */
  readonly types?: Readonly<Record<string, readonly string[] | { readonly order: readonly string[] }>> | undefined;
}

/** `found`: the outputs, numbers as exact text (`25`, `200/3`), dates as ISO text, a declared none as null. `gap`: the table leaves this open. */
export type TableAnswer =
  | {
      readonly kind: 'found';
      readonly outputs: Readonly<Record<string, string | boolean | null>>;
      readonly rows: readonly number[];
      readonly otherwise: boolean;
    }
  | { readonly kind: 'gap'; readonly cite?: string | undefined }
  | { readonly kind: 'fault'; readonly code: string; readonly message: string };

/** The table cannot be read, or the inputs do not fit it; `findings` say why. */
export class TableError extends Error {
  override readonly name = 'TableError';
  constructor(readonly findings: readonly TableFinding[]) {
    super(findings.map(({ message, mend }) => (mend === undefined ? message : `${message} ${mend}`)).join('\n'));
  }
}

/**
 * Reads a table once, to be asked many times.
 * @throws TableError when the table cannot be read. Gaps and overlaps are not looked for: `hygiene` does that.
 */
export function prepareTable(data: TableData, options: TableOptions = {}): (inputs: Readonly<Record<string, unknown>>) => TableAnswer {
  const read = readTable(data, namedTypes(options));
  if ('findings' in read) throw new TableError(read.findings);
  const prepared = buildLookup(read.table);
  return (inputs) => {
    const answer = lookup(prepared, readInputs(read.table, inputs));
    if (answer.kind === 'gap') return Object.freeze({ kind: 'gap', cite: answer.gap.cite });
    if (answer instanceof Fault) return Object.freeze({ kind: 'fault', code: answer.code, message: answer.message });
    const outputs = read.table.outputs.map(({ name }, at) => [name, plain(answer.outputs[at]!)] as const);
    return Object.freeze({
      kind: 'found',
      outputs: Object.freeze(Object.fromEntries(outputs)),
      rows: Object.freeze(answer.rows.map(({ index }) => index)),
      otherwise: answer.otherwise,
    });
  };
}

/**
 * Reads a table and answers one question.
 * @throws TableError when the table cannot be read, or the inputs do not fit its columns.
 * @example evaluateTable({ inputs: { days: 'day' }, outputs: { cut: 'percent' }, rows: [{ days: '>= 28', cut: '50' }] }, { days: 30 }) // { kind: 'found', outputs: { cut: '50' }, … }
 */
export function evaluateTable(data: TableData, inputs: Readonly<Record<string, unknown>>, options: TableOptions = {}): TableAnswer {
  return prepareTable(data, options)(inputs);
}

const plain = (value: Table['rows'][number]['gives'][number]): string | boolean | null => (isNone(value) ? null : (toJson(value) as string | boolean));

function namedTypes({ types = {} }: TableOptions): Map<string, Type> {
  const read = Object.entries(types).map(([name, written]): [string, Type] =>
    'order' in written ? [name, enumType(name, written.order, written.order)] : [name, enumType(name, written)],
  );
  return new Map(read);
}

function readInputs(table: Table, inputs: Readonly<Record<string, unknown>>): readonly Datum[] {
  const findings: TableFinding[] = [];
  const names = table.inputs.map(({ name }) => name);
  for (const key of Object.keys(inputs)) {
    if (!names.includes(key))
      findings.push({
        code: 'table/unknown-input',
        message: `${quote(key)} is not an input of the table.`,
        mend: didYouMean(key, names, `Its inputs are ${names.join(', ')}.`),
        rows: [],
        column: key,
      });
  }
  const values = table.inputs.flatMap((column) => {
    const read = Object.hasOwn(inputs, column.name) ? readInput(inputs[column.name], column) : `The input ${column.name} is missing.`;
    if (typeof read !== 'string') return [read.value];
    findings.push({ code: 'table/input', message: read, rows: [], column: column.name });
    return [];
  });
  if (findings.length > 0) throw new TableError(Object.freeze(findings));
  return values;
}

/** The value, or the sentence that refuses it. */
function readInput(written: unknown, { name, type }: Column): { readonly value: Datum } | string {
  if (type.kind === 'number') return readNumber(written, name, type.step);
  if (type.kind === 'boolean') return typeof written === 'boolean' ? { value: written } : `The input ${name} is neither true nor false.`;
  if (typeof written !== 'string') return `The input ${name} is not a text.`;
  if (type.kind !== 'date') return { value: written };
  const value = CalendarDate.parse(written);
  return value ? { value } : `The input ${name} is ${quote(written)}, which is not a date such as 2024-06-30.`;
}

function readNumber(written: unknown, name: string, step: Parameters<typeof fromNumber>[1]): { readonly value: Datum } | string {
  try {
    if (typeof written === 'number') return { value: fromNumber(written, step) };
    return typeof written === 'string' ? { value: fromDecimalText(written) } : `The input ${name} is neither a number nor a number as text.`;
  } catch (error) {
    if (error instanceof NumberRefused) return `The input ${name}: ${error.message}`;
    throw error;
  }
}
