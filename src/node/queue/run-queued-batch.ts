/**
 * Runs a batch on more than one machine: splits the input, queues the partitions, waits, and puts the parts together in order.
 * In: {@link QueuedBatchOptions}. Out: {@link QueuedBatchSummary}. The truth lies on the disk: what Redis forgets is queued again.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { BatchError } from '../batch/batch-error.ts';
import type { PartResult, Partition } from '../batch/partition.ts';
import { assemble, partitionsOf } from '../batch/partitions.ts';
import { type PreparedBatch, prepareBatch } from '../batch/prepare-batch.ts';
import { programVersion } from '../batch/program-version.ts';
import { CHUNK_BYTES } from '../batch/work.ts';
import { openRuleset } from '../ruleset-folder.ts';
import { type Announcement, readAnnouncement } from './announcement.ts';
import { BatchLease } from './batch-lease.ts';
import { wholeMilliseconds } from './fit.ts';
import { type Link, openLink } from './open-link.ts';
import { PartitionQueue } from './partition-queue.ts';
import { type PartsFolder, openPartsFolder, waitForParts, wholePart } from './parts-folder.ts';
import { poisonedError } from './poisoned.ts';
import { DEFAULT_PATIENCE, DEFAULT_QUEUE_NAME, type QueueKeys, batchId, bullQueueName, queueKeys } from './queue-keys.ts';
import { loadBull } from './queue-library.ts';
import { readQueueUrl } from './queue-url.ts';
import type { QueuedBatchOptions, QueuedBatchSummary } from './queued-batch-options.ts';
import { watchBatch } from './watch-batch.ts';
import { WorkerWatch } from './watch-workers.ts';

const DEFAULT_ATTEMPTS = 3;
const DEFAULT_LOCK_TIME = 30_000;
const DEFAULT_RETRY_AFTER = 1_000;
const LARGEST_PARTITION = 64 * 1024 * 1024;
const PARTITIONS = 64;
/** How long a shared disk may take to show a file of another machine. */
const DISK_DELAY = 60_000;

/**
 * Appraises all records of a file by workers on any number of machines that see it: `kinerja worker`, or {@link runQueueWorker}.
 * @throws RulesetNotFound, RulesetError, SelectionError for what was asked; BatchError for files, Redis and workers;
 * PoisonedError when partitions could not be done, with every other one kept for `resume`.
 * @example
 * const { evaluated, rejected } = await runQueuedBatch({ ruleset: 'nasional', input: '/data/staff.ndjson', output: '/data/pay.ndjson', queue: 'redis://queue:6379' });
 */
export async function runQueuedBatch(options: QueuedBatchOptions): Promise<QueuedBatchSummary> {
  const address = readQueueUrl(options.queue, options.password);
  const keys = queueKeys(options.queueName ?? DEFAULT_QUEUE_NAME);
  const prepared = cutFor(await prepareBatch({ ...options, onProgress: undefined, input: resolve(options.input), output: resolve(options.output) }), options);
  await loadBull();
  const link = await openLink(address, { patience: options.patience ?? DEFAULT_PATIENCE, onNotice: options.onNotice });
  try {
    return await new QueuedBatch(options, prepared, link, keys).run();
  } finally {
    link.close();
  }
}

interface CutBatch {
  readonly prepared: PreparedBatch;
  readonly input: NonNullable<PreparedBatch['input']>;
  readonly output: string;
  /** Bytes of each partition: a multiple of the chunk. */
  readonly bytes: number;
}

function cutFor(prepared: PreparedBatch, wanted: QueuedBatchOptions): CutBatch {
  const { input, output, plan } = prepared;
  partitionsOf(prepared, LARGEST_PARTITION, '');
  if (!input || !output || !('file' in output))
    throw new BatchError('format/unknown', 'A batch on more than one machine is written to a file.', 'Name a file as output.');
  const bytes = wanted.partitionBytes ?? Math.min(Math.max(Math.ceil(input.size / PARTITIONS), CHUNK_BYTES), LARGEST_PARTITION);
  // The members of a compressed output end where chunks end, so there the chunks stay as they are without a queue.
  const chunkBytes = wanted.chunkBytes ?? (plan.output.compression === 'none' ? Math.min(CHUNK_BYTES, bytes) : CHUNK_BYTES);
  return { prepared: { ...prepared, chunkBytes }, input, output: output.file.path, bytes: Math.ceil(bytes / chunkBytes) * chunkBytes };
}

class QueuedBatch {
  private readonly began = performance.now();

  constructor(
    private readonly options: QueuedBatchOptions,
    private readonly cut: CutBatch,
    private readonly link: Link,
    private readonly keys: QueueKeys,
  ) {}

  async run(): Promise<QueuedBatchSummary> {
    const { output, prepared, bytes } = this.cut;
    const batch = batchId(output);
    const lease = await BatchLease.take(this.link, this.keys.lease(batch), output, () =>
      this.options.onNotice?.('Waiting for an earlier run to be known as ended.'),
    );
    try {
      const folder = openPartsFolder(output, { ...prepared.fingerprint!, chunkBytes: bytes }, this.options.resume === true);
      const partitions = partitionsOf(prepared, bytes, folder.path);
      return await this.lead(lease, folder, partitions, this.announcement(batch, folder.run));
    } finally {
      await Promise.race([lease.release(), this.link.lost]).catch(() => undefined);
    }
  }

  private announcement(batch: string, run: string): Announcement {
    const { input, output, prepared } = this.cut;
    return {
      batch,
      run,
      began: Date.now(),
      queue: bullQueueName(this.options.queueName ?? DEFAULT_QUEUE_NAME, batch, run),
      lockTime: this.options.lockTime ?? DEFAULT_LOCK_TIME,
      attempts: this.options.attempts ?? DEFAULT_ATTEMPTS,
      program: programVersion(),
      ruleset: { ...prepared.plan.ruleset, folder: openRuleset(this.options.ruleset).path },
      input: { path: input.path, size: input.size, changed: wholeMilliseconds(input.changed) },
      output,
    };
  }

  private async lead(lease: BatchLease, folder: PartsFolder, partitions: readonly Partition[], announcement: Announcement): Promise<QueuedBatchSummary> {
    const { link, keys, options } = this;
    const before = new Map(folder.resumed ? partitions.flatMap((partition) => entryOf(partition)) : []);
    await this.clearEarlier(announcement);
    const queue = await PartitionQueue.open(link, announcement.queue);
    try {
      const workers = new WorkerWatch(link, keys.workers, announcement.run, options.patience ?? DEFAULT_PATIENCE, (text) => options.onNotice?.(text));
      const retryAfter = options.retryAfter ?? DEFAULT_RETRY_AFTER;
      const watching = { link, keys, lease, queue, workers, announcement, partitions, before, retryAfter, onProgress: options.onProgress };
      const watched = before.size === partitions.length ? NOTHING_TO_DO : await watchBatch(watching);
      if (watched.poisoned.length > 0) throw poisonedError(watched.poisoned, partitions.length);
      await waitForParts(partitions, DISK_DELAY);
      await lease.renew();
      this.refuseChanged();
      // A Redis that is away does not hold up what needs none.
      const tally = await assemble(this.cut.prepared, partitions, () =>
        Promise.race([lease.renew(), new Promise<void>((resolve) => setTimeout(resolve, 1_000))]),
      );
      folder.remove();
      await queue.remove();
      await link.ask(() => link.redis.hdel(keys.batches, announcement.batch));
      return this.summary(tally, before, partitions.length, watched);
    } catch (error) {
      // No worker begins anything more; what failed stays in the failed set until the next run.
      const closed = JSON.stringify({ ...announcement, closed: true });
      if (!isOthers(error)) await link.ask(() => link.redis.hset(keys.batches, announcement.batch, closed)).catch(() => undefined);
      throw error;
    } finally {
      await Promise.race([queue.close(), link.lost]).catch(() => undefined);
    }
  }

  /** The queue of an earlier run of this batch, and what is left in ours: everything that is not done is queued anew. */
  private async clearEarlier({ batch, queue }: Announcement): Promise<void> {
    const text = await this.link.ask(() => this.link.redis.hget(this.keys.batches, batch));
    const earlier = text === null ? undefined : readAnnouncement(text)?.queue;
    for (const name of new Set([queue, ...(earlier === undefined ? [] : [earlier])])) {
      const old = await PartitionQueue.open(this.link, name);
      await old.remove();
      await old.close();
    }
  }

  private refuseChanged(): void {
    const { path, size, changed } = this.cut.input;
    const now = statSync(path, { throwIfNoEntry: false });
    if (now?.size !== size || now.mtimeMs !== changed)
      throw new BatchError('file/changed', `"${path}" was changed while it was read.`, 'Run again, without --resume, once nobody writes to it.');
  }

  private summary(
    tally: Awaited<ReturnType<typeof assemble>>,
    before: ReadonlyMap<number, PartResult>,
    all: number,
    { repeated, workers }: { readonly repeated: number; readonly workers: number },
  ): QueuedBatchSummary {
    const { prepared, input } = this.cut;
    const { rejects } = prepared;
    return {
      ...tally,
      ruleset: prepared.plan.ruleset,
      input: input.path,
      output: this.options.output,
      ...(rejects && (rejects.always || tally.rejected > 0) && { rejects: rejects.target.name }),
      workers,
      seconds: (performance.now() - this.began) / 1_000,
      resumed: [...before.values()].reduce((sum, { tally: { read } }) => sum + read, 0),
      partitions: { all, resumed: before.size, repeated },
    };
  }
}

const NOTHING_TO_DO = { poisoned: [], repeated: 0, workers: 0 };

/** Another leads the batch: what it announces is not ours to close. */
const isOthers = (error: unknown): boolean => error instanceof BatchError && error.code === 'queue/busy';

function entryOf(partition: Partition): readonly (readonly [number, PartResult])[] {
  const result = wholePart(partition);
  return result ? [[partition.number, result]] : [];
}
