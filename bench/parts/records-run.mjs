/**
 * One process, from nothing: how long the first 1,000, 10,000, … employees take together, compiling and warming up included.
 * In: way, most records, most seconds. Out: milliseconds by count, as JSON on stdout; a count that did not fit into the time is missing.
 */
import { DATA_SETS } from '../data/employees.mjs';
import { WAYS } from '../harness/ways.mjs';

const [way, most, seconds] = /** @type {[string, string, string]} */ (process.argv.slice(2));
const records = DATA_SETS['realistic']?.(20_000, 8) ?? [];
const started = performance.now();
const made = await WAYS[way]?.make();
/** @type {Record<string, number>} */
const times = {};
let checksum = 0;
if (made) {
  let done = 0;
  for (let count = 1_000; count <= Number(most); count *= 10) {
    while (done < count && (done % 100 !== 0 || performance.now() - started < Number(seconds) * 1000)) {
      const record = /** @type {(typeof records)[number]} */ (records[done % records.length]);
      checksum += made.consume(await made.run(record));
      done++;
    }
    if (done < count) break;
    times[count] = performance.now() - started;
  }
}
process.stdout.write(JSON.stringify({ missing: !made, times, checksum }));
