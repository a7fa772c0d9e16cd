/**
 * The columns of a decision table.
 * In: the table as data, the types that it may name. Out: input and output columns; findings go to the collector.
 */
import { didYouMean } from '../values/suggest.ts';
import { ONE } from '../values/exact.ts';
import { type Type, numberType } from '../values/type.ts';
import { type NamedTypes, isFinding, readType } from '../values/type-expression.ts';
import { COUNT } from '../values/unit.ts';
import { quote } from './cell-refused.ts';
import { type Column, HIT_POLICIES, type HitPolicy, ROW_NOTES, type TableData } from './table.ts';
import type { TableFindings } from './table-findings.ts';

const MOST_INPUTS = 12;
const MOST_OUTPUTS = 100;
const NAME = /^[a-z][A-Za-z0-9]*$/;
const KINDS = ['number', 'enum', 'boolean', 'date', 'text'];

/** The hit policy; unique when the table names none. */
export function readHit(data: TableData, findings: TableFindings): HitPolicy {
  const hit: string = data.hit ?? 'unique';
  const known = HIT_POLICIES.find((policy) => policy === hit);
  if (known) return known;
  const mend = hit === 'collect' ? 'Say how to put the rows together: "collect sum", "collect min", "collect max" or "collect count".' : undefined;
  findings.add({
    code: 'table/hit',
    message: `${quote(hit)} is not a hit policy.`,
    mend: mend ?? didYouMean(hit, HIT_POLICIES, `Write one of ${HIT_POLICIES.join(', ')}.`),
    rows: [],
  });
  return 'unique';
}

export function readInputs(data: TableData, named: NamedTypes, findings: TableFindings): readonly Column[] {
  const columns = readColumns('inputs', data.inputs, named, findings);
  const count = Object.keys(data.inputs).length;
  if (count === 0) findings.add({ code: 'table/columns', message: 'The table has no inputs.', mend: 'Name at least one input with its type.', rows: [] });
  if (count > MOST_INPUTS)
    findings.add({
      code: 'table/too-large',
      message: `The table has ${count} inputs; the most is ${MOST_INPUTS}.`,
      mend: 'Split it into two tables.',
      rows: [],
    });
  return columns;
}

export function readOutputs(data: TableData, hit: HitPolicy, inputs: readonly Column[], named: NamedTypes, findings: TableFindings): readonly Column[] {
  const columns = readColumns('outputs', data.outputs, named, findings);
  const count = Object.keys(data.outputs).length;
  if (hit === 'collect count') return countColumn(columns, findings);
  if (count === 0) findings.add({ code: 'table/columns', message: 'The table has no outputs.', mend: 'Name at least one output with its type.', rows: [] });
  if (count > MOST_OUTPUTS)
    findings.add({
      code: 'table/too-large',
      message: `The table has ${count} outputs; the most is ${MOST_OUTPUTS}.`,
      mend: 'Split it into two tables.',
      rows: [],
    });
  for (const { name, type } of columns) {
    if (inputs.some((input) => input.name === name))
      findings.add({
        code: 'table/column-name',
        message: `${name} is both an input and an output.`,
        mend: 'Give one of them another name.',
        rows: [],
        column: name,
      });
    if ((hit.startsWith('collect') || hit === 'linear') && type.kind !== 'number') {
      findings.add({
        code: 'table/hit',
        message: `The hit policy ${quote(hit)} needs numbers, and the output ${name} is not one.`,
        mend: 'Give it a unit, or take another hit policy.',
        rows: [],
        column: name,
      });
    }
  }
  return columns;
}

/** Under "collect count" the one output is the count; its column may be named, or is called count. */
function countColumn(columns: readonly Column[], findings: TableFindings): readonly Column[] {
  const [first, ...rest] = columns;
  if (rest.length > 0)
    findings.add({ code: 'table/hit', message: 'Under "collect count" a table has one output, the count.', mend: 'Leave out the other outputs.', rows: [] });
  if (first && first.type.kind !== 'number')
    findings.add({
      code: 'table/hit',
      message: `Under "collect count" the output ${first.name} is a number.`,
      mend: 'Give it the unit count.',
      rows: [],
      column: first.name,
    });
  return [first ?? { name: 'count', type: numberType(COUNT, { step: ONE }) }];
}

function readColumns(where: 'inputs' | 'outputs', written: TableData['inputs'], named: NamedTypes, findings: TableFindings): Column[] {
  const columns: Column[] = [];
  for (const name of Object.keys(written).slice(0, MOST_OUTPUTS)) {
    const type = readType(written[name], named);
    const problem = nameProblem(name) ?? (isFinding(type) ? undefined : kindProblem(type));
    if (problem !== undefined) findings.add({ code: 'table/column-name', message: `The column ${quote(name)} of ${where} ${problem}`, rows: [], column: name });
    else if (isFinding(type))
      findings.add({ code: 'table/column-type', message: `The column ${name} of ${where}: ${type.message}`, mend: type.mend, rows: [], column: name });
    else columns.push(Object.freeze({ name, type }));
  }
  return columns;
}

function nameProblem(name: string): string | undefined {
  if (!NAME.test(name)) return 'has a name that is not a small letter followed by letters and digits.';
  return [...ROW_NOTES, 'cells'].includes(name) ? 'has a name that a row keeps for its own notes.' : undefined;
}

const kindProblem = (type: Type): string | undefined =>
  KINDS.includes(type.kind) ? undefined : 'holds neither numbers, dates, texts, truth values nor members of an enumeration.';
