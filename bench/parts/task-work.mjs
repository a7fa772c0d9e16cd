/**
 * Work for a child process: the task by one way, over employees made before the clock starts.
 * In: way, data set, how many. Out: what `meter` needs, or null.
 */
import { DATA_SETS } from '../data/employees.mjs';
import { WAYS } from '../harness/ways.mjs';

/** @param {{ way: string, set: string, count: number, seed: number }} options */
export async function make({ way, set, count, seed }) {
  const info = /** @type {import('../harness/ways.mjs').WayInfo} */ (WAYS[way]);
  const made = await info.make();
  if (made === null) return null;
  const records = /** @type {NonNullable<(typeof DATA_SETS)[string]>} */ (DATA_SETS[set])(count, seed);
  return { run: made.run, consume: made.consume, waits: info.waits === true, records };
}
