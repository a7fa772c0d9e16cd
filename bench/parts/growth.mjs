/**
 * How time grows: with rules, with rows of a table, with records.
 * In: how long. Out: microseconds an employee by number of rules, nanoseconds a lookup by number of rows, milliseconds by number of records.
 */
import { fileURLToPath } from 'node:url';
import { node } from '../harness/command.mjs';
import { interleave } from '../harness/interleave.mjs';
import { LIBRARY_WAYS } from '../harness/library-run.mjs';
import { progress } from '../harness/progress.mjs';

const MAKER = new URL('./growth-work.mjs', import.meta.url).href;
const RECORDS_RUN = fileURLToPath(new URL('./records-run.mjs', import.meta.url));
const RULES = [12, 50, 200, 1_000];
const ROWS = [0, 10, 100, 1_000, 10_000, 100_000];
const LOOKUPS = 64;

/** @param {{ quick: boolean }} options */
export async function growth({ quick }) {
  const how = { warmUp: quick ? 400 : 1500, span: quick ? 150 : 500, rounds: 5 };
  /** @type {Record<string, Record<string, { usPerEmployee: number, resolveMs: number, compileMs: number } | { missing: string }>>} */
  const rules = {};
  /** @type {Record<string, Record<string, { nsPerLookup: number, resolveMs: number, compileMs: number } | { missing: string }>>} */
  const rows = {};
  /** @type {Record<string, Record<string, number> | null>} */
  const records = {};
  for (const way of LIBRARY_WAYS) {
    const byRules = await interleave(jobs('rules', RULES, way), { ...how, label: `rules, ${way}` });
    rules[way] = Object.fromEntries(
      Object.entries(byRules).map(([size, rate]) => [size, 'missing' in rate ? rate : { usPerEmployee: 1e6 / rate.perSecond, ...rate.extra }]),
    );
    const byRows = await interleave(jobs('rows', ROWS, way), { ...how, label: `rows, ${way}` });
    const { 0: bare, ...tables } = byRows;
    rows[way] = Object.fromEntries(
      Object.entries(tables).map(([size, rate]) => {
        if ('missing' in rate) return [size, rate];
        // What the same appraisal takes without the table is taken off, so that the cost of the lookup alone is compared.
        const without = bare && !('missing' in bare) ? 1e9 / bare.perSecond : 0;
        return [size, { nsPerLookup: (1e9 / rate.perSecond - without) / LOOKUPS, ...rate.extra }];
      }),
    );
    const { stdout, stderr } = await node([RECORDS_RUN, way, quick ? '100000' : '1000000', quick ? '10' : '120']);
    const ran = stdout === '' ? { missing: true, times: {} } : JSON.parse(stdout);
    records[way] = ran.missing ? null : ran.times;
    progress(`records, ${way}: ${ran.missing ? `not available ${stderr.split('\n')[0]}` : JSON.stringify(ran.times)}`);
  }
  return { rules, rows, records };
}

/** @param {string} kind @param {readonly number[]} sizes @param {string} way */
const jobs = (kind, sizes, way) => Object.fromEntries(sizes.map((size) => [String(size), { maker: MAKER, options: { kind, size, way } }]));
