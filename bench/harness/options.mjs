/**
 * The arguments of `npm run bench`.
 * In: the command line. Out: options; what is wrong is answered with a sentence and how to write it.
 */
import { parseArgs } from 'node:util';

export const PARTS = /** @type {const} */ (['task', 'rulesets', 'file', 'cold', 'memory', 'growth']);

export const HELP = `Usage: npm run bench -- [options]

Checks that all exact ways of the task agree, then measures. Without options everything, some 25 minutes.

  --json            one JSON object on stdout; the rest goes to stderr
  --only <part>     one part, or several with commas: ${PARTS.join(', ')}
  --records <n>     employees in the file and memory parts: 1000000 unless told (5000000 for the memory ratio)
  --quick           short spans and 50,000 employees in files: a look, not figures to quote
  --help            this text
`;

/** An argument that cannot be used; its message says how to mend it. */
export class Misuse extends Error {}

/** @param {readonly string[]} args */
export function readOptions(args) {
  const { values } = parsed(args);
  const only = values.only === undefined ? PARTS : values.only.split(',');
  for (const part of only)
    if (!(/** @type {readonly string[]} */ (PARTS).includes(part)))
      throw new Misuse(`"${part}" is no part of the benchmark. Write --only with ${PARTS.join(', ')}.`);
  const quick = values.quick === true;
  const records = values.records === undefined ? (quick ? 50_000 : 1_000_000) : Number(values.records);
  if (!Number.isInteger(records) || records < 1_000 || records > 10_000_000)
    throw new Misuse(`"${values.records}" is no number of records. Write --records with a whole number from 1000 to 10000000.`);
  return { help: values.help === true, json: values.json === true, quick, records, only: new Set(only) };
}

/** @param {readonly string[]} args */
function parsed(args) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        quick: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        only: { type: 'string' },
        records: { type: 'string' },
      },
    });
  } catch (error) {
    throw new Misuse(`${error instanceof Error ? error.message.split('. ')[0] : String(error)}. Write npm run bench -- --help for what there is.`);
  }
}
