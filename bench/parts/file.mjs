/**
 * From file to file: `kinerja batch` with one worker and with two, beside a bare echo of the same file and beside two echoes at once, which say what two
 * processes that share nothing come to on this machine. Start of the process included on all sides.
 * In: how many employees, rounds. Out: microseconds per record, the rates between them, and peak memory.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CLI, node } from '../harness/command.mjs';
import { median } from '../harness/interleave.mjs';
import { progress } from '../harness/progress.mjs';
import { TASK_FOLDER } from '../peers/library.mjs';

const ECHO = fileURLToPath(new URL('./echo.mjs', import.meta.url));

/** Whether this build has the command at all. */
export async function hasBatch() {
  const { code, stdout } = await node([CLI, 'batch', '--help']);
  return code === 0 && stdout.includes('--in');
}

/** @param {string} from @param {string} to @param {number} workers */
const batchArgs = (from, to, workers) => [CLI, 'batch', TASK_FOLDER, '--in', from, '--out', to, '--workers', String(workers)];

/**
 * @param {{ files: import('../harness/record-file.mjs').RecordFiles, records: number, rounds: number }} options
 */
export async function file({ files, records, rounds }) {
  const from = files.of(records);
  const to = files.output('out.ndjson');
  /** @type {Record<string, readonly string[] | null>} */
  const ways = { echo: [ECHO, from, to] };
  const batch = await hasBatch();
  if (!batch) progress('file: "kinerja batch" is not available');
  ways['batch1'] = batch ? batchArgs(from, to, 1) : null;
  ways['batch2'] = batch ? batchArgs(from, to, 2) : null;
  /** @type {Record<string, number[]>} */
  const times = { echo: [], batch1: [], batch2: [] };
  /** @type {number[]} */
  const pairs = [];
  /** @type {Record<string, string>} */
  const failed = {};
  for (let round = 1; round <= rounds; round++) {
    for (const [name, args] of Object.entries(ways)) {
      if (args === null || failed[name] !== undefined) continue;
      const { ms, code, stderr } = await node(args);
      rmSync(to, { force: true });
      if (name === 'echo' && code === 0) pairs.push(await twoEchoes(from, [to, files.output('out2.ndjson')]));
      if (code !== 0) failed[name] = stderr.trim().split('\n').slice(0, 3).join(' ');
      else times[name]?.push((ms * 1000) / records);
      progress(`file: round ${round} of ${rounds}, ${name}: ${code === 0 ? `${((ms * 1000) / records).toFixed(2)} µs a record` : failed[name]}`);
    }
  }
  const of = (/** @type {string} */ name) => (times[name]?.length ? median(times[name]) : null);
  const echo = of('echo');
  // Two echoes do twice the work of one.
  const twoOverOne = echo === null || pairs.length === 0 ? null : (2 * echo * records) / (median(pairs) * 1000);
  return { records, rounds, echo, batch1: of('batch1'), batch2: of('batch2'), twoEchoesOverOne: twoOverOne, ...(Object.keys(failed).length > 0 && { failed }) };
}

/**
 * Milliseconds of two echoes of one file beside each other.
 * @param {string} from @param {readonly string[]} outputs
 */
async function twoEchoes(from, outputs) {
  const started = performance.now();
  await Promise.all(outputs.map((to) => node([ECHO, from, to])));
  const ms = performance.now() - started;
  for (const to of outputs) rmSync(to, { force: true });
  return ms;
}

/**
 * Peak memory of the batch over as many records, and how long it took.
 * @param {{ files: import('../harness/record-file.mjs').RecordFiles, records: number }} options
 */
export async function memory({ files, records }) {
  if (!(await hasBatch())) {
    progress('memory: "kinerja batch" is not available');
    return { records, peakMB: null };
  }
  const from = files.of(records);
  const to = files.output('out.ndjson');
  /** @type {Record<string, number | null>} */
  const peaks = {};
  /** @type {Record<string, number>} */
  const seconds = {};
  for (const workers of [1, 2]) {
    const { ms, peakMB, code, stderr } = await node(batchArgs(from, to, workers), { peak: true });
    rmSync(to, { force: true });
    peaks[`workers${workers}`] = code === 0 ? peakMB : null;
    if (code === 0) seconds[`workers${workers}`] = ms / 1000;
    progress(
      `memory: ${workers} ${workers === 1 ? 'worker' : 'workers'}, ${records.toLocaleString('en')} records: ${code === 0 ? `${peakMB?.toFixed(0)} MB` : stderr.trim().split('\n')[0]}`,
    );
  }
  const known = Object.values(peaks).filter((peak) => peak !== null);
  return { records, ...peaks, seconds, peakMB: known.length === 0 ? null : Math.max(...known) };
}
