/**
 * Before anything is timed: do the ways give the same answer, in every field, for random employees?
 * In: how many. Out: for each way how many employees differ from the reference (ratios of BigInts), in which fields, and the first that does.
 */
import { DATA_SETS } from '../data/employees.mjs';
import { progress } from '../harness/progress.mjs';
import { WAYS } from '../harness/ways.mjs';

const REFERENCE = 'handBigInt';
/** What the hand-written ways need nothing but time for is counted on more employees. */
const FLOAT_EMPLOYEES = 100_000;

/**
 * @typedef {object} Agreement
 * @property {number} employees
 * @property {number} differ
 * @property {Record<string, number>} fields
 * @property {string | null} example
 */

/** @param {{ quick: boolean }} options */
export async function agreement({ quick }) {
  const each = 500;
  /** @type {Record<string, Agreement | null>} */
  const ways = {};
  const reference = await made(REFERENCE);
  const records = [...of('realistic', each, 1), ...of('uniform', each, 2)];
  for (const name of Object.keys(WAYS)) {
    if (name === REFERENCE) continue;
    const way = await made(name).catch(() => null);
    ways[name] = way === null || reference === null ? null : await compare(way, reference, records);
    progress(`agreement: ${name} ${told(ways[name] ?? null)}`);
  }
  const many = quick ? FLOAT_EMPLOYEES / 10 : FLOAT_EMPLOYEES;
  const [floats, integers] = [await made('handFloat'), await made('handInteger')];
  const float = /** @type {Record<string, Agreement>} */ ({});
  for (const set of ['realistic', 'uniform']) {
    const some = of(set, many, 3);
    float[set] = await compare(/** @type {any} */ (floats), /** @type {any} */ (reference), some);
    progress(`agreement: floats, ${set}: ${told(float[set] ?? null)}`);
    const exact = await compare(/** @type {any} */ (integers), /** @type {any} */ (reference), some);
    if (exact.differ > 0) ways['handInteger'] = exact;
  }
  const wrong = Object.entries(ways).filter(([name, found]) => WAYS[name]?.exact !== 'no' && found !== null && found.differ > 0);
  return { employees: records.length, reference: REFERENCE, agreed: wrong.length === 0, wrong: wrong.map(([name]) => name), ways, float };
}

/** @param {string} name */
const made = async (name) => (await WAYS[name]?.make()) ?? null;
/** @param {string} set @param {number} count @param {number} seed */
const of = (set, count, seed) => /** @type {NonNullable<(typeof DATA_SETS)[string]>} */ (DATA_SETS[set])(count, seed);

/**
 * @param {import('../data/record.d.mts').Way<any>} way
 * @param {import('../data/record.d.mts').Way<any>} reference
 * @param {readonly import('../data/record.d.mts').TaskRecord[]} records
 * @returns {Promise<Agreement>}
 */
export async function compare(way, reference, records) {
  /** @type {Agreement} */
  const found = { employees: records.length, differ: 0, fields: {}, example: null };
  for (const record of records) {
    const [mine, theirs] = [way.answer(await way.run(record)), reference.answer(await reference.run(record))];
    const fields = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])].filter((field) => mine[field] !== theirs[field]);
    if (fields.length === 0) continue;
    found.differ++;
    for (const field of fields) found.fields[field] = (found.fields[field] ?? 0) + 1;
    const [field] = fields;
    found.example ??= `employee ${record.id}, ${field}: ${mine[field ?? '']} instead of ${theirs[field ?? '']}`;
  }
  return found;
}

/** @param {Agreement | null} found */
const told = (found) =>
  found === null
    ? 'is not available'
    : found.differ === 0
      ? `agrees on ${found.employees}`
      : `differs on ${found.differ} of ${found.employees} (${found.example})`;
