/**
 * One place of a worker in which one partition at a time is done: takes it, keeps its lock, does it in a thread, settles it.
 * In: the {@link ServedBatches}. Out: files under their names, and jobs that are completed or failed. A lock that is lost ends the attempt: another has it.
 */
import { randomUUID } from 'node:crypto';
import type { BatchTally } from '../../batch/tally.ts';
import { BatchError, type BatchErrorCode } from '../batch/batch-error.ts';
import { type PartResult, runPartition } from '../batch/partition.ts';
import { type Pool, openPool } from '../batch/worker-pool.ts';
import { refuseInput, refuseStray } from './fit.ts';
import { CutOff, HeldLock } from './held-lock.ts';
import type { Link } from './open-link.ts';
import type { BullJob } from './partition-queue.ts';
import type { QueueWorkerOptions } from './queue-worker-options.ts';
import { loadBull } from './queue-library.ts';
import type { ServedBatch, ServedBatches } from './served-batches.ts';

export interface SlotCounts {
  partitions: number;
  failed: number;
  read: number;
  rejected: number;
}

export class WorkerSlot {
  private pool: { readonly run: string; readonly pool: Pool } | undefined;

  constructor(
    private readonly link: Link,
    private readonly batches: ServedBatches,
    private readonly counts: SlotCounts,
    private readonly onPartition: QueueWorkerOptions['onPartition'],
  ) {}

  /** Does one partition of the oldest batch that has any. @returns whether there was one. */
  async workOnce(): Promise<boolean> {
    for (const batch of this.batches.all) {
      const token = randomUUID();
      const job: BullJob | undefined = await this.link.ask(() => batch.bull.getNextJob(token, { block: false }));
      if (!job) continue;
      await this.work(batch, job, token);
      return true;
    }
    return false;
  }

  async close(): Promise<void> {
    await this.pool?.pool.close();
    this.pool = undefined;
  }

  private async work(batch: ServedBatch, job: BullJob, token: string): Promise<void> {
    const { number, from, to } = job.data.partition;
    const told = { output: batch.announcement.output, partition: number + 1, from, to };
    const began = performance.now();
    try {
      if (job.deferredFailure) return await this.bury(job, token);
      const tally = await this.attempt(batch, job, token, () => this.onPartition?.({ state: 'begun', ...told }));
      this.counts.partitions++;
      this.counts.read += tally.read;
      this.counts.rejected += tally.rejected;
      await this.onPartition?.({ state: 'done', ...told, read: tally.read, rejected: tally.rejected, seconds: (performance.now() - began) / 1_000 });
    } catch (error) {
      if (isOfTheQueue(error)) throw error;
      this.counts.failed++;
      await this.onPartition?.({ state: 'failed', ...told, reason: reasonOf(error) });
    }
  }

  private async attempt(batch: ServedBatch, job: BullJob, token: string, begin: () => void | Promise<void>): Promise<BatchTally> {
    const lock = new HeldLock(job, token, batch.announcement.lockTime);
    try {
      const result = await this.partResult(batch, job, lock, begin);
      await this.settle(() => job.moveToCompleted(result, token, false));
      return result.tally;
    } catch (error) {
      if (error instanceof CutOff || isOfTheQueue(error)) throw error;
      if (error instanceof BatchError && error.code === 'queue/refused') this.batches.refuse(batch.announcement, error);
      // A thread that has died, or may be in the middle of something, is not used again.
      await this.close();
      await this.settle(() => job.moveToFailed(new Error(reasonOf(error)), token, false));
      throw error;
    } finally {
      lock.release();
    }
  }

  private async partResult(batch: ServedBatch, job: BullJob, lock: HeldLock, begin: () => void | Promise<void>): Promise<PartResult> {
    await begin();
    refuseStray(job.data, batch.announcement);
    refuseInput(job.data.terms);
    const result = await runPartition(await this.poolFor(batch, job.data.partition.plan), job.data.partition, (tally) => lock.chunkDone(tally));
    lock.assure();
    return result;
  }

  /** What the queue refuses to settle is not ours any more. */
  private async settle(question: () => Promise<unknown>): Promise<void> {
    try {
      await this.link.ask(question);
    } catch (error) {
      throw isOfTheQueue(error) ? error : new CutOff();
    }
  }

  /** It has killed its workers so often that it is not tried again. */
  private async bury(job: BullJob, token: string): Promise<void> {
    const { UnrecoverableError } = await loadBull();
    const reason = `Its worker died, or was cut off, without a word: ${job.stalledCounter} times. Killed, out of memory, or without the network.`;
    await this.link.ask(() => job.moveToFailed(new UnrecoverableError(reason), token, false));
  }

  private async poolFor({ announcement: { run }, data }: ServedBatch, plan: BullJob['data']['partition']['plan']): Promise<Pool> {
    if (this.pool?.run !== run) {
      await this.close();
      this.pool = { run, pool: await openPool(data, plan, 1, true) };
    }
    return this.pool.pool;
  }
}

const OF_THE_QUEUE: readonly BatchErrorCode[] = ['queue/lost', 'queue/fault', 'queue/auth', 'queue/unreachable'];

/** Redis is gone for good: not the partition is at fault, and the worker ends. */
const isOfTheQueue = (error: unknown): boolean => error instanceof BatchError && OF_THE_QUEUE.includes(error.code);

function reasonOf(error: unknown): string {
  if (error instanceof BatchError) return `${error.message} ${error.mend}`;
  return error instanceof Error ? error.message : String(error);
}
