/**
 * Runs a program to its end and says how long it took and how much memory it came to.
 * In: its arguments. Out: milliseconds, peak resident memory in MB (of its process and the processes that it starts), exit code, stderr.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const CLI = join(ROOT, 'dist', 'cli.js');
const PEAK = new URL('./peak.mjs', import.meta.url).href;

/**
 * @param {readonly string[]} args of node
 * @param {{ peak?: boolean, cwd?: string }} [options] `peak` loads a few lines into the process that write down its peak at the end
 * @returns {Promise<{ ms: number, code: number | null, peakMB: number | null, stdout: string, stderr: string }>}
 */
export async function node(args, { peak = false, cwd = ROOT } = {}) {
  const folder = peak ? mkdtempSync(join(tmpdir(), 'kinerja-peak-')) : undefined;
  try {
    const started = performance.now();
    const child = spawn(process.execPath, [...(peak ? ['--import', PEAK] : []), ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...(folder !== undefined && { KINERJA_BENCH_PEAK: folder }) },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text) => (stdout += text));
    child.stderr.on('data', (text) => (stderr += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    const ms = performance.now() - started;
    const peaks = folder === undefined ? [] : readdirSync(folder).map((file) => Number(readFileSync(join(folder, file), 'utf8')));
    return {
      ms,
      code: /** @type {number | null} */ (code),
      peakMB: peaks.length === 0 ? null : peaks.reduce((sum, each) => sum + each, 0) / 1024,
      stdout,
      stderr,
    };
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
