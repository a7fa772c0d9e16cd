/**
 * The folder beside the output where workers leave their parts: `pay.ndjson.kinerja-parts`.
 * In: a prepared batch. Out: {@link PartsFolder}; a run of its own each time, so that a straggler of an earlier run never writes into a later one.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Tally } from '../../batch/tally.ts';
import { BatchError, writingError } from '../batch/batch-error.ts';
import { type Finished, type Fingerprint, readCheckpoint, writeCheckpoint } from '../batch/checkpoint.ts';
import { type PartResult, type Partition, finishedPartition, partRejects } from '../batch/partition.ts';

export interface PartsFolder {
  readonly run: string;
  readonly path: string;
  /** Whether parts of an earlier run may stand in it. */
  readonly resumed: boolean;
  remove(): void;
}

const RUN = /^run-([0-9a-f]{8})$/;
const NOTHING: Finished = { pieces: 0, lines: 0, outputBytes: 0, rejectsBytes: 0, tally: new Tally().json(), complete: false };

export const partsFolderName = (output: string): string => `${output}.kinerja-parts`;

/**
 * @param fingerprint everything on which the parts depend.
 * @throws BatchError when an earlier run is to be taken up and was of another input, ruleset or cut.
 */
export function openPartsFolder(output: string, fingerprint: Fingerprint, resume: boolean): PartsFolder {
  const root = partsFolderName(output);
  const named = join(root, 'batch');
  const earlier = resume ? earlierRun(root) : undefined;
  if (earlier !== undefined && readCheckpoint(named, fingerprint)) return folder(root, earlier, true);
  const run = randomUUID().slice(0, 8);
  try {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(join(root, `run-${run}`), { recursive: true });
  } catch (error) {
    throw writingError(error, root);
  }
  writeCheckpoint(named, fingerprint, NOTHING);
  return folder(root, run, false);
}

function folder(root: string, run: string, resumed: boolean): PartsFolder {
  return { run, path: join(root, `run-${run}`), resumed, remove: () => rmSync(root, { recursive: true, force: true }) };
}

function earlierRun(root: string): string | undefined {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  return readdirSync(root).flatMap((name) => RUN.exec(name)?.[1] ?? [])[0];
}

/** What a partition came to, when all its files are there and as long as its worker said; undefined otherwise. */
export function wholePart(partition: Partition): PartResult | undefined {
  const result = finishedPartition(partition);
  const long = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.size;
  return result && long(partition.output) === result.outputBytes && long(partRejects(partition)) === result.rejectsBytes ? result : undefined;
}

/**
 * Waits until this machine sees the parts: a shared disk shows other machines' files with some delay.
 * @throws BatchError when they do not come.
 */
export async function waitForParts(partitions: readonly Partition[], patience: number): Promise<void> {
  const until = performance.now() + patience;
  for (const partition of partitions)
    while (!wholePart(partition)) {
      if (performance.now() > until)
        throw new BatchError(
          'queue/parts-missing',
          `Partition ${partition.number + 1} was done by a worker, but its file "${partition.output}" is not seen here.`,
          'Let all machines see one disk under one path, then run again with --resume.',
        );
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}
