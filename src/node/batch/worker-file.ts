/**
 * Where the program of the worker threads lies: beside this file in the built package, or in `dist` when the sources run.
 * In: nothing. Out: its URL.
 */
import { existsSync } from 'node:fs';
import { BatchError } from './batch-error.ts';

const NAME = 'batch-worker.js';

/** @throws BatchError when the sources run and nothing was built. */
export function workerFile(): URL {
  const places = [`./${NAME}`, `../${NAME}`, `../../../dist/${NAME}`].map((place) => new URL(place, import.meta.url));
  const found = places.find((place) => existsSync(place));
  if (!found) throw new BatchError('worker/died', `The program of the workers, ${NAME}, is not built.`, 'Build the package, or use one worker.');
  return found;
}
