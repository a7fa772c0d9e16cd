/**
 * Cold start: one employee appraised by the command line, from the start of the process to its end; beside a process of Node that does nothing.
 * In: rounds. Out: milliseconds, medians.
 */
import { writeFileSync } from 'node:fs';
import { DATA_SETS } from '../data/employees.mjs';
import { CLI, node } from '../harness/command.mjs';
import { median } from '../harness/interleave.mjs';
import { progress } from '../harness/progress.mjs';
import { TASK_FOLDER } from '../peers/library.mjs';

/** @param {{ files: import('../harness/record-file.mjs').RecordFiles, rounds: number }} options */
export async function cold({ files, rounds }) {
  const person = files.output('person.json');
  writeFileSync(person, JSON.stringify(DATA_SETS['realistic']?.(1, 7)[0]));
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const bare = [];
  for (let round = 1; round <= rounds; round++) {
    const { ms, code, stderr } = await node([CLI, 'appraise', TASK_FOLDER, person, '--format', 'json']);
    if (code !== 0) throw new Error(`The cold start failed: ${stderr}`);
    ours.push(ms);
    bare.push((await node(['--eval', '0'])).ms);
  }
  const found = { rounds, coldStartMs: median(ours), bareNodeMs: median(bare) };
  progress(`cold start: ${found.coldStartMs.toFixed(0)} ms, Node alone ${found.bareNodeMs.toFixed(0)} ms`);
  return found;
}
