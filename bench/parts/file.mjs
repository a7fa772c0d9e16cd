/**
 * From file to file: `kinerja batch` with one worker and with two, beside a bare echo of the same file. Start of the process included on all sides.
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
  /** @type {Record<string, string>} */
  const failed = {};
  for (let round = 1; round <= rounds; round++) {
    for (const [name, args] of Object.entries(ways)) {
      if (args === null || failed[name] !== undefined) continue;
      const { ms, code, stderr } = await node(args);
      rmSync(to, { force: true });
      if (code !== 0) failed[name] = stderr.trim().split('\n').slice(0, 3).join(' ');
      else times[name]?.push((ms * 1000) / records);
      progress(`file: round ${round} of ${rounds}, ${name}: ${code === 0 ? `${((ms * 1000) / records).toFixed(2)} µs a record` : failed[name]}`);
    }
  }
  const of = (/** @type {string} */ name) => (times[name]?.length ? median(times[name]) : null);
  return { records, rounds, echo: of('echo'), batch1: of('batch1'), batch2: of('batch2'), ...(Object.keys(failed).length > 0 && { failed }) };
}

/**
 * Peak memory of the batch over as many records.
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
  for (const workers of [1, 2]) {
    const { peakMB, code, stderr } = await node(batchArgs(from, to, workers), { peak: true });
    rmSync(to, { force: true });
    peaks[`workers${workers}`] = code === 0 ? peakMB : null;
    progress(
      `memory: ${workers} ${workers === 1 ? 'worker' : 'workers'}, ${records.toLocaleString('en')} records: ${code === 0 ? `${peakMB?.toFixed(0)} MB` : stderr.trim().split('\n')[0]}`,
    );
  }
  const known = Object.values(peaks).filter((peak) => peak !== null);
  return { records, ...peaks, peakMB: known.length === 0 ? null : Math.max(...known) };
}
