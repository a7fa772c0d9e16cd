/**
 * Says on stderr what the benchmark is doing; stdout is for the result alone.
 * In: a sentence. Out: nothing.
 */
const started = performance.now();

/** @param {string} text */
export const progress = (text) => void process.stderr.write(`[${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s] ${text}\n`);
