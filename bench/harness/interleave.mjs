/**
 * Measures several ways side by side: each in its own child process, warmed up, then in rounds that go through all of them, so that a busy moment
 * of the machine hits them alike. Only one child works at a time.
 * In: jobs by name, spans and rounds. Out: for each the median rate, or why it is missing.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { progress } from './progress.mjs';

const CHILD = fileURLToPath(new URL('./child.mjs', import.meta.url));

/** @typedef {{ maker: string, options: unknown, flags?: readonly string[] }} Job */
/** @typedef {{ perSecond: number, low: number, high: number, rounds: number, checksum: number, extra?: any } | { missing: string }} Rate */

/**
 * @param {Readonly<Record<string, Job>>} jobs
 * @param {{ warmUp: number, span: number, rounds: number, label: string }} how milliseconds, and how many rounds
 * @returns {Promise<Record<string, Rate>>}
 */
export async function interleave(jobs, { warmUp, span, rounds, label }) {
  /** @type {Map<string, { child: import('node:child_process').ChildProcess, rates: number[], checksum: number, extra?: any }>} */
  const running = new Map();
  /** @type {Record<string, Rate>} */
  const rates = {};
  /** A way that fails is told, and the others go on. @param {string} name @param {string} why */
  const drop = (name, why) => {
    const child = running.get(name)?.child;
    if (child?.connected) child.disconnect();
    running.delete(name);
    rates[name] = { missing: why };
    progress(`${label}: ${name} is not available: ${why}`);
  };
  try {
    for (const [name, job] of Object.entries(jobs)) {
      progress(`${label}: ${name} starts`);
      const child = fork(CHILD, [JSON.stringify({ maker: job.maker, options: job.options })], {
        execArgv: [...(job.flags ?? [])],
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      });
      const first = await answer(child);
      if (first.missing !== undefined) {
        rates[name] = { missing: first.missing };
        progress(`${label}: ${name} is not available: ${first.missing}`);
        continue;
      }
      running.set(name, { child, rates: [], checksum: 0 });
      const { missing } = await measured(child, warmUp);
      if (missing !== undefined) drop(name, missing);
    }
    for (let round = 1; round <= rounds; round++) {
      progress(`${label}: round ${round} of ${rounds}`);
      for (const [name, state] of running) {
        const { measured: one, extra, missing } = await measured(state.child, span);
        if (missing !== undefined) {
          drop(name, missing);
          continue;
        }
        state.rates.push(one.perSecond);
        state.checksum += one.checksum;
        state.extra = extra;
      }
    }
    for (const [name, state] of running) {
      rates[name] = {
        perSecond: median(state.rates),
        low: Math.min(...state.rates),
        high: Math.max(...state.rates),
        rounds,
        checksum: state.checksum,
        extra: state.extra,
      };
    }
  } finally {
    for (const { child } of running.values()) if (child.connected) child.disconnect();
  }
  return Object.fromEntries(Object.keys(jobs).map((name) => [name, /** @type {Rate} */ (rates[name])]));
}

/**
 * One measurement: `{ measured, extra }`, or `{ missing }` when it failed.
 * @param {import('node:child_process').ChildProcess} child
 * @param {number} span
 */
async function measured(child, span) {
  child.send({ span });
  return await answer(child);
}

/**
 * The next message of a child; its end counts as one.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<any>}
 */
const answer = (child) =>
  new Promise((resolve) => {
    const onMessage = (/** @type {any} */ message) => settle(message);
    const onExit = (/** @type {number | null} */ code) => settle({ missing: `its process ended with code ${code}` });
    const settle = (/** @type {any} */ message) => {
      child.off('message', onMessage);
      child.off('exit', onExit);
      resolve(message);
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
  });

/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  const lower = sorted[middle - 1] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (lower + upper) / 2;
}
