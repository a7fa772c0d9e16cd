/**
 * `kinerja worker`: does partitions of the batches of a queue, on any machine that sees their files.
 * In: the address of a queue. Out: a line on stderr for each partition; it runs until it is asked to stop.
 */
import type { Command } from 'commander';
import { runQueueWorker } from '../../node/queue/run-queue-worker.ts';
import type { PartitionTold } from '../../node/queue/queue-worker-options.ts';
import { type CliCommand, type ExitCode, GOOD } from '../command.ts';
import { durationText } from '../batch-progress.ts';
import { type QueueFlags, declareQueue, numberFrom, queueOptions } from '../queue-options.ts';
import { grouped, many } from '../render/grouped.ts';
import { pathFrom } from '../targets.ts';

interface Options extends QueueFlags {
  readonly queue: string;
  readonly concurrency?: number;
  readonly files?: readonly string[];
}

export const worker: CliCommand = {
  name: 'worker',
  summary: 'work for batches that others have queued, on any machine that sees their files',
  about: `It serves every batch of its queue that has its version of kinerja, its ruleset (by hash) and its input; others it refuses.
A partition whose worker dies is done again by another: files come under their names only once they are whole.
SIGTERM or SIGINT: it ends once the partitions that it has begun are done; a second one ends it at once, and nothing is lost.
Exit code 0 when it was asked to stop; 2 when Redis cannot be reached, or was away for too long.`,
  examples: [
    ['kinerja worker --queue redis://queue:6379', 'on all cores of this machine'],
    ['kinerja worker --queue rediss://queue:6380 --concurrency 2', 'two partitions at once, over TLS'],
    ['kinerja worker --queue redis://queue:6379 --files /data/payroll', 'touch nothing outside a folder'],
  ],
  declare: (command: Command) =>
    declareQueue(command, true)
      .option('-c, --concurrency <number>', 'partitions at once, each in a thread; default: all cores', numberFrom(1, 999))
      .option('--files <folder...>', 'read and write in these folders only'),
  async run({ io, options }): Promise<ExitCode> {
    const { concurrency, files, ...queue } = options as unknown as Options;
    const say = (text: string): void => io.stderr(`kinerja worker: ${text}\n`);
    const stop = new AbortController();
    const forget = io.onStop?.(() => {
      say('Stopping, once the partitions that are begun are done');
      stop.abort();
    });
    try {
      const { partitions, failed, read, seconds } = await runQueueWorker({
        ...queueOptions(io, queue),
        concurrency,
        files: files?.map((folder) => pathFrom(io, folder)),
        signal: stop.signal,
        onNotice: say,
        onPartition: (told) => say(toldText(told)),
      });
      say(`Ended after ${many(partitions, 'partition')}, ${grouped(failed)} failed, ${many(read, 'record')}, ${durationText(seconds)}`);
      return GOOD;
    } finally {
      forget?.();
    }
  },
};

function toldText({ state, output, partition, read = 0, rejected = 0, seconds = 0, reason = '' }: PartitionTold): string {
  const which = `Partition ${partition} of ${output}`;
  if (state === 'begun') return `${which} begun`;
  if (state === 'failed') return `${which} failed: ${reason}`;
  return `${which} done: ${many(read, 'record')}, ${grouped(rejected)} rejected, ${durationText(seconds)}`;
}
