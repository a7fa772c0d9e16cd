/**
 * The task by every way, on employees full of ties and on employees without a pattern.
 * In: how long and how often. Out: employees per second by way, for both kinds.
 */
import { interleave } from '../harness/interleave.mjs';
import { WAYS } from '../harness/ways.mjs';

const MAKER = new URL('./task-work.mjs', import.meta.url).href;
/** Distinct employees in each process. */
const EMPLOYEES = 20_000;

/** @param {{ quick: boolean }} options */
export async function task({ quick }) {
  /** @type {Record<string, Record<string, import('../harness/interleave.mjs').Rate>>} */
  const rates = {};
  for (const set of ['realistic', 'uniform']) {
    const jobs = Object.fromEntries(Object.keys(WAYS).map((way) => [way, { maker: MAKER, options: { way, set, count: EMPLOYEES, seed: 20 } }]));
    rates[set] = await interleave(jobs, { warmUp: quick ? 600 : 2000, span: quick ? 200 : 1000, rounds: quick ? 5 : 7, label: `task, ${set}` });
  }
  return { employees: EMPLOYEES, realistic: rates['realistic'], uniform: rates['uniform'] };
}
