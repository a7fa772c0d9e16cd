/**
 * Whether outside data has the shape of a table at all.
 * In: anything. Out: findings; none when the readers may go on.
 */
import { didYouMean } from '../values/suggest.ts';
import { quote } from './cell-refused.ts';
import type { TableFindings } from './table-findings.ts';

const MOST_ROWS = 100_000;
const MOST_GAPS = 100;
const PARTS = ['inputs', 'outputs', 'hit', 'rows', 'columns', 'otherwise', 'gaps'];

/** Adds a finding for each part that is missing, of the wrong kind, unknown or too long. */
export function checkShape(data: unknown, findings: TableFindings): void {
  if (!isPlainObject(data)) return refuse(findings, 'A table is an object with inputs, outputs and rows.');
  for (const key of Object.keys(data)) {
    if (!PARTS.includes(key))
      findings.add({
        code: 'table/unknown-part',
        message: `${quote(key)} is not a part of a table.`,
        mend: didYouMean(key, PARTS, `Its parts are ${PARTS.join(', ')}.`),
        rows: [],
      });
  }
  const part = (name: string): unknown => (Object.hasOwn(data, name) ? data[name] : undefined);
  for (const name of ['inputs', 'outputs']) if (!isPlainObject(part(name))) refuse(findings, `The ${name} of a table are an object of names and types.`);
  for (const name of ['columns', 'otherwise']) if (part(name) !== undefined && !isPlainObject(part(name))) refuse(findings, `"${name}" is an object.`);
  if (part('hit') !== undefined && typeof part('hit') !== 'string') refuse(findings, '"hit" is a text, such as "unique".');
  const { rows, gaps = [] } = { rows: part('rows'), gaps: part('gaps') };
  if (!Array.isArray(rows)) refuse(findings, 'The rows of a table are a list.');
  else checkMembers(rows, 'Row', MOST_ROWS, findings);
  if (!Array.isArray(gaps)) refuse(findings, 'The gaps of a table are a list.');
  else checkMembers(gaps, 'Gap', MOST_GAPS, findings);
}

function checkMembers(list: readonly unknown[], word: string, most: number, findings: TableFindings): void {
  if (list.length > most) {
    const message = `The table has ${list.length} ${word.toLowerCase()}s; the most is ${most}.`;
    findings.add({ code: 'table/too-large', message, mend: 'Split it into several tables.', rows: [] });
    return;
  }
  for (const [index, member] of list.entries()) {
    if (!isPlainObject(member))
      findings.add({ code: 'table/shape', message: `${word} ${index + 1} is not an object of cells.`, rows: word === 'Row' ? [index] : [] });
  }
}

const refuse = (findings: TableFindings, message: string): void => findings.add({ code: 'table/shape', message, rows: [] });

export const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
