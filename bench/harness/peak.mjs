/**
 * Loaded before a program by `node --import`: writes the peak resident memory of its process, in kilobytes, when it ends.
 * In: a folder in the environment. Out: one file a process. Threads share their process, so only the main one writes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const folder = process.env['KINERJA_BENCH_PEAK'];
if (isMainThread && folder !== undefined) process.on('exit', () => writeFileSync(join(folder, String(process.pid)), String(process.resourceUsage().maxRSS)));
