/**
 * Looks values up in a decision table.
 * In: an indexed table, one value per input in the order of the table. Out: the outputs and the rows that gave them, a declared gap, or a fault.
 */
import { deepFreeze } from '../values/deep-freeze.ts';
import { type Exact, compare, isExact, isMultiple, toText } from '../values/exact.ts';
import { type Datum, Fault, type None, type Result, isDate, isFault, isNoValue } from '../values/result.ts';
import { type Type, typeText } from '../values/type.ts';
import { type Key, admits, keyOf } from './admits.ts';
import { collect, interpolate } from './aggregate.ts';
import { valueText } from './describe-cell.ts';
import { type Line, domainText, lineOf, lineText, withinBounds } from './line.ts';
import { type LookupIndex, candidates, indexRows } from './lookup-index.ts';
import { pointOf } from './points.ts';
import type { Cell, Column, Row, Table } from './table.ts';

export interface Lookup {
  readonly table: Table;
  readonly index: LookupIndex;
  readonly lines: readonly (Line | undefined)[];
  /** The rows of a linear table, by their points. */
  readonly points: readonly Row[];
}

export interface Found {
  readonly kind: 'found';
  /** The one row that answers; undefined when several do (collect, linear) or none does (otherwise). */
  readonly row: Row | undefined;
  /** All rows that the answer is made of. */
  readonly rows: readonly Row[];
  /** In the order of the table's outputs. */
  readonly outputs: readonly (Datum | None)[];
  readonly otherwise: boolean;
}

/** The source itself leaves a hole here: the caller makes it unknown. */
export interface InGap {
  readonly kind: 'gap';
  readonly gap: Table['gaps'][number];
}

/** Prepares a table for many lookups; a lookup then costs about the same in ten rows as in a hundred thousand. */
export function buildLookup(table: Table): Lookup {
  const points = table.hit === 'linear' ? [...table.rows].sort((a, b) => compare(pointOf(a.when[0])!, pointOf(b.when[0])!)) : [];
  return deepFreeze({ table, index: indexRows(table), lines: table.inputs.map(({ type }) => lineOf(type)), points });
}

/**
 * Looks up one value per input.
 * Faults: `table/no-value` (none or unknown given), `table/wrong-kind`, `table/outside-domain`, `table/no-row`, `table/two-rows`.
 * @example lookup(buildLookup(table), [fromDecimalText('12')])
 */
export function lookup(prepared: Lookup, inputs: readonly Result[]): Found | InGap | Fault {
  const { table } = prepared;
  const keys: Key[] = [];
  for (let at = 0; at < table.inputs.length; at++) {
    const key = readKey(inputs[at], table.inputs[at]!, prepared.lines[at]);
    if (key instanceof Fault) return key;
    keys.push(key);
  }
  if (table.hit === 'linear') return linear(prepared, keys) ?? withoutRow(table, keys, inputs);
  const rows: Row[] = [];
  const few = candidates(prepared.index, keys);
  for (let at = 0; at < few.length; at++) if (admitsAll(few[at]!.when, keys)) rows.push(few[at]!);
  if (table.hit.startsWith('collect')) return collected(table, rows, keys, inputs);
  const [row, second] = rows;
  if (!row) return withoutRow(table, keys, inputs);
  if (second && table.hit !== 'first')
    return new Fault('table/two-rows', `Rows ${row.index + 1} and ${second.index + 1} both answer ${inputsText(table, inputs)}.`);
  return { kind: 'found', row, rows: [row], outputs: row.gives, otherwise: false };
}

function admitsAll(when: readonly Cell[], keys: readonly Key[]): boolean {
  for (let at = 0; at < when.length; at++) if (!admits(when[at]!, keys[at]!)) return false;
  return true;
}

function readKey(value: Result | undefined, column: Column, line: Line | undefined): Key | Fault {
  const { name, type } = column;
  if (value !== undefined && isFault(value)) return value;
  if (value === undefined || isNoValue(value)) return new Fault('table/no-value', `${name} has no value to look up.`);
  const key = keyOf(value);
  if (key === undefined || !fits(value, type.kind)) {
    return new Fault('table/wrong-kind', `${name} is ${valueText(value)}, and the table looks up ${typeText(type)}.`);
  }
  return (
    (line && isExact(key)
      ? outside(name, key, line)
      : type.kind === 'enum' && !type.members.includes(String(key))
        ? noMember(name, String(key), type.name)
        : undefined) ?? key
  );
}

function fits(value: Result, kind: Type['kind']): boolean {
  switch (kind) {
    case 'number':
      return isExact(value);
    case 'date':
      return isDate(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'enum':
    case 'text':
      return typeof value === 'string';
    default:
      return false;
  }
}

const noMember = (name: string, word: string, type: string): Fault =>
  new Fault('table/outside-domain', `${name} is ${word}, which is not a member of ${type}.`);

function outside(name: string, key: Exact, line: Line): Fault | undefined {
  if (!withinBounds(key, line)) return new Fault('table/outside-domain', `${name} is ${lineText(key, line)}, outside its domain ${domainText(line)}.`);
  if (line.step && !isMultiple(key, line.step))
    return new Fault('table/outside-domain', `${name} is ${toText(key)}, which is not a multiple of its step ${toText(line.step)}.`);
  return undefined;
}

/** No row answers: a declared gap, else `otherwise`, else a fault. */
function withoutRow(table: Table, keys: readonly Key[], inputs: readonly Result[]): Found | InGap | Fault {
  const gap = table.gaps.find(({ when }) => admitsAll(when, keys));
  if (gap) return { kind: 'gap', gap };
  if (table.otherwise) return { kind: 'found', row: undefined, rows: [], outputs: table.otherwise, otherwise: true };
  return new Fault('table/no-row', `No row answers ${inputsText(table, inputs)}.`);
}

function collected(table: Table, rows: readonly Row[], keys: readonly Key[], inputs: readonly Result[]): Found | InGap | Fault {
  const outputs = collect(table.hit, rows, table.outputs.length);
  if (rows.length > 0 && outputs) return { kind: 'found', row: undefined, rows, outputs, otherwise: false };
  const without = withoutRow(table, keys, inputs);
  // Nothing to add up is 0 and nothing to count is 0, as for lists; the least of nothing stays a fault.
  return without instanceof Fault && outputs ? { kind: 'found', row: undefined, rows, outputs, otherwise: false } : without;
}

function linear({ points }: Lookup, [key]: readonly Key[]): Found | undefined {
  if (!isExact(key)) return undefined;
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(pointOf(points[middle]!.when[0])!, key) <= 0) low = middle + 1;
    else high = middle;
  }
  const [below, above] = [points[low - 1], points[low]];
  if (!below) return undefined;
  if (compare(pointOf(below.when[0])!, key) === 0) return { kind: 'found', row: below, rows: [below], outputs: below.gives, otherwise: false };
  return above && { kind: 'found', row: undefined, rows: [below, above], outputs: interpolate(below, above, key), otherwise: false };
}

const inputsText = (table: Table, inputs: readonly Result[]): string => table.inputs.map(({ name }, at) => `${name} ${valueText(inputs[at]!)}`).join(', ');
