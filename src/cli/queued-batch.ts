/**
 * `kinerja batch --queue`: the part of the command that hands the work to workers on other machines.
 * In: the flags. Out: the summary; notices and progress on stderr on the way.
 */
import type { Command } from 'commander';
import type { BatchOptions } from '../node/batch/batch-options.ts';
import { runQueuedBatch } from '../node/queue/run-queued-batch.ts';
import type { QueuedBatchProgress, QueuedBatchSummary } from '../node/queue/queued-batch-options.ts';
import { batchTeller, progressText } from './batch-progress.ts';
import type { Io } from './io.ts';
import { Misuse } from './misuse.ts';
import { declareQueue, numberFrom, queueOptions } from './queue-options.ts';
import { grouped } from './render/grouped.ts';
import { pathFrom } from './targets.ts';

export interface QueuedFlags {
  readonly queue?: string | undefined;
  readonly queueName?: string | undefined;
  readonly patience?: number | undefined;
  readonly partitionSize?: number | undefined;
  readonly attempts?: number | undefined;
  readonly lockTime?: number | undefined;
}

type Files = Pick<BatchOptions, 'ruleset' | 'rejects' | 'resume' | 'select' | 'mapping' | 'format' | 'outFormat' | 'workers'> & {
  readonly in: string;
  readonly out: string;
};

const MEGABYTE = 1024 * 1024;

export const declareQueuedBatch = (command: Command): Command =>
  declareQueue(command, false)
    .option('--partition-size <MB>', 'input of each partition; default: a 64th of all, from 4 to 64', numberFrom(1, 100_000))
    .option('--attempts <number>', 'tries before a partition counts as poisoned; default: 3', numberFrom(1, 1_000))
    .option('--lock-time <seconds>', 'silence of a worker after which another takes over; default: 30', numberFrom(1, 86_400));

/** @throws Misuse for a flag that has no meaning without a queue. */
export function refuseQueueFlags(flags: QueuedFlags): void {
  const names: Readonly<Record<string, unknown>> = {
    '--queue-name': flags.queueName,
    '--patience': flags.patience,
    '--partition-size': flags.partitionSize,
    '--attempts': flags.attempts,
    '--lock-time': flags.lockTime,
  };
  const given = Object.keys(names).find((name) => names[name] !== undefined);
  if (given !== undefined) throw new Misuse(`${given} has no meaning without --queue.`, 'Give --queue redis://host:6379, or leave it out.');
}

export async function runOnQueue(io: Io, files: Files, flags: QueuedFlags & { readonly queue: string }): Promise<QueuedBatchSummary> {
  const { in: input, out, workers, ...rest } = files;
  if (workers !== undefined) throw new Misuse('--workers has no meaning with --queue.', 'Start workers with kinerja worker, and tell each its --concurrency.');
  if (input === '-' || out === '-') throw new Misuse('A batch with --queue reads a file and writes a file.', 'Name files that all workers see.');
  const { partitionSize, attempts, lockTime } = flags;
  const teller = batchTeller<QueuedBatchProgress>(io, queuedProgressText);
  try {
    return await runQueuedBatch({
      ...rest,
      ...queueOptions(io, { queue: flags.queue, queueName: flags.queueName, patience: flags.patience }),
      input: pathFrom(io, input),
      output: pathFrom(io, out),
      partitionBytes: partitionSize === undefined ? undefined : partitionSize * MEGABYTE,
      attempts,
      lockTime: lockTime === undefined ? undefined : lockTime * 1_000,
      onProgress: teller.tell,
      onNotice: (text) => {
        teller.clear();
        io.stderr(`kinerja batch: ${text}\n`);
      },
    });
  } finally {
    teller.clear();
  }
}

/** `35%, 1,200,000 records, 12 rejected, 250,000 a second, 9 s left, 22 of 64 partitions, 3 workers`. */
export function queuedProgressText(progress: QueuedBatchProgress): string {
  const { done, poisoned, all } = progress.partitions;
  const failed = poisoned > 0 ? `, ${grouped(poisoned)} failed` : '';
  const workers = progress.workers === 1 ? 'one worker' : `${grouped(progress.workers)} workers`;
  return `${progressText(progress)}, ${grouped(done)} of ${grouped(all)} partitions${failed}, ${workers}`;
}
