/**
 * The checkpoint beside the output: what a killed run has finished, and all that must be the same for another to go on from there.
 * In: a state. Out: a file written whole or not at all; reading it back compares input, ruleset and options first.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { BatchTally } from '../../batch/tally.ts';
import { BatchError, writingError } from './batch-error.ts';
import type { InputFile } from './input-file.ts';
import type { BatchPlan } from './work.ts';

/** Everything on which the bytes of the output depend. */
export interface Fingerprint {
  readonly program: string;
  readonly plan: BatchPlan;
  readonly input: Pick<InputFile, 'size' | 'changed' | 'head' | 'tail'>;
  readonly rejects: string;
  readonly chunkBytes: number;
}

/** What was finished: pieces in order, and how long the files were after them. */
export interface Finished {
  readonly pieces: number;
  readonly lines: number;
  readonly outputBytes: number;
  readonly rejectsBytes: number;
  readonly tally: BatchTally;
  /** Nothing is left to do but giving the files their names. */
  readonly complete: boolean;
}

export const checkpointName = (output: string): string => `${output}.kinerja-checkpoint`;

const LAYOUT = 1;

export function writeCheckpoint(output: string, fingerprint: Fingerprint, finished: Finished): void {
  const path = checkpointName(output);
  try {
    writeFileSync(`${path}-new`, JSON.stringify({ layout: LAYOUT, fingerprint, finished }), { flush: true });
    renameSync(`${path}-new`, path);
  } catch (error) {
    throw writingError(error, path);
  }
}

export function removeCheckpoint(output: string): void {
  rmSync(checkpointName(output), { force: true });
  rmSync(`${checkpointName(output)}-new`, { force: true });
}

const DIFFERENCES: readonly (readonly [keyof Fingerprint, string])[] = [
  ['program', 'this version of kinerja is another'],
  ['input', 'the input was changed since, or is another file'],
  ['rejects', 'the rejects go to another file'],
  ['chunkBytes', 'the input is cut otherwise'],
];

/**
 * @returns what was finished, or undefined when there is no checkpoint.
 * @throws BatchError when the checkpoint is of another run, or cannot be read.
 */
export function readCheckpoint(output: string, fingerprint: Fingerprint): Finished | undefined {
  const text = textOf(checkpointName(output));
  if (text === undefined) return undefined;
  const mend = `Take back the change, or run without --resume to begin anew.`;
  let read: { readonly layout?: unknown; readonly fingerprint?: Fingerprint; readonly finished?: Finished };
  try {
    read = JSON.parse(text) as typeof read;
  } catch {
    throw new BatchError('resume/damaged', `The checkpoint "${checkpointName(output)}" cannot be read.`, 'Run without --resume to begin anew.');
  }
  if (read.layout !== LAYOUT || !read.fingerprint || !read.finished)
    throw new BatchError('resume/changed', 'The run cannot go on: its checkpoint is of another version of kinerja.', mend);
  const before = read.fingerprint;
  const reasons = [
    ...DIFFERENCES.filter(([part]) => !same(before[part], fingerprint[part])).map(([, reason]) => reason),
    ...(same(before.plan.ruleset, fingerprint.plan.ruleset) ? [] : ['the ruleset is another']),
    ...(same({ ...before.plan, ruleset: null }, { ...fingerprint.plan, ruleset: null }) ? [] : ['the fields, the format or the mapping are others']),
  ];
  if (reasons.length > 0) throw new BatchError('resume/changed', `The run cannot go on: ${reasons.join('; ')}.`, mend);
  return read.finished;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
