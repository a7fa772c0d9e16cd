/**
 * Waits for the partitions of a batch: looks what became of them, puts back what Redis has forgotten, tells how far it is.
 * In: the queue of the run and the partitions that are not done. Out: {@link Watched}. What is done is known from the workers' answers.
 */
import type { BatchTally } from '../../batch/tally.ts';
import type { PartResult, Partition } from '../batch/partition.ts';
import type { Announcement, PartProgress } from './announcement.ts';
import type { BatchLease } from './batch-lease.ts';
import type { Link } from './open-link.ts';
import type { PartitionQueue } from './partition-queue.ts';
import type { Failed } from './poisoned.ts';
import type { QueueKeys } from './queue-keys.ts';
import type { QueuedBatchProgress } from './queued-batch-options.ts';
import type { WorkerWatch } from './watch-workers.ts';

const LOOK_EVERY = 250;
const BEAT_EVERY = 2_000;

export interface Watched {
  readonly poisoned: readonly Failed[];
  readonly repeated: number;
  /** The most workers that were there at once. */
  readonly workers: number;
}

export interface Watching {
  readonly link: Link;
  readonly keys: QueueKeys;
  readonly lease: BatchLease;
  readonly queue: PartitionQueue;
  readonly workers: WorkerWatch;
  readonly announcement: Announcement;
  readonly partitions: readonly Partition[];
  /** Done by an earlier run, by number. */
  readonly before: ReadonlyMap<number, PartResult>;
  readonly retryAfter: number;
  readonly onProgress: ((progress: QueuedBatchProgress) => void) | undefined;
}

export async function watchBatch(watching: Watching): Promise<Watched> {
  return new BatchWatch(watching).end();
}

class BatchWatch {
  private readonly done = new Map<number, BatchTally>();
  private readonly begun = new Map<number, number>();
  private readonly poisoned = new Map<number, Failed>();
  private readonly began = performance.now();
  private expected = 0;
  private workers = 0;
  private mostWorkers = 0;
  private beatAt = -Infinity;

  constructor(private readonly watching: Watching) {
    for (const [number, { tally }] of watching.before) this.done.set(number, tally);
  }

  async end(): Promise<Watched> {
    for (;;) {
      await this.beat();
      await this.look();
      if (this.done.size + this.poisoned.size === this.watching.partitions.length) break;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
    const repeated = [...this.begun.values()].reduce((sum, times) => sum + Math.max(0, times - 1), 0);
    return { poisoned: [...this.poisoned.values()], repeated, workers: this.mostWorkers };
  }

  /** Says that the batch lives, also to a Redis that has come back empty. */
  private async beat(): Promise<void> {
    if (performance.now() - this.beatAt < BEAT_EVERY) return;
    this.beatAt = performance.now();
    const { link, keys, lease, announcement, workers } = this.watching;
    await lease.renew();
    await link.ask(() => link.redis.hset(keys.batches, announcement.batch, JSON.stringify(announcement)));
    this.workers = await workers.look();
    this.mostWorkers = Math.max(this.mostWorkers, this.workers);
    await this.putBack();
  }

  /** Adds what the queue does not know: everything at first, and what a Redis without a disk forgets. */
  private async putBack(): Promise<void> {
    const { queue, partitions, announcement, retryAfter } = this.watching;
    const known = await queue.known();
    if (known > 0 && known >= this.expected) return;
    const open = partitions.filter(({ number }) => !this.done.has(number) && !this.poisoned.has(number));
    await queue.add(open, announcement, retryAfter);
    this.expected = await queue.known();
  }

  private async look(): Promise<void> {
    const { queue, onProgress } = this.watching;
    for (const { data, returnvalue, attemptsStarted } of await queue.finished()) {
      const { number } = data.partition;
      this.done.set(number, returnvalue.tally);
      this.poisoned.delete(number);
      this.begun.set(number, Math.max(attemptsStarted, this.begun.get(number) ?? 0));
    }
    for (const failed of await queue.failed()) {
      const { number } = failed.partition;
      if (!this.done.has(number)) this.poisoned.set(number, failed);
    }
    onProgress?.(this.progress(await queue.underWay()));
  }

  private progress(underWay: readonly { readonly number: number; readonly progress: PartProgress }[]): QueuedBatchProgress {
    const { partitions, before, announcement } = this.watching;
    const bytes = (numbers: Iterable<number>): number => [...numbers].reduce((sum, number) => sum + partitions[number]!.to - partitions[number]!.from, 0);
    const parts = underWay.filter(({ number }) => !this.done.has(number)).map(({ progress }) => progress);
    const tallies = [...this.done.values()];
    return {
      read: sum(tallies, ({ read }) => read) + sum(parts, ({ read }) => read),
      rejected: sum(tallies, ({ rejected }) => rejected) + sum(parts, ({ rejected }) => rejected),
      done: bytes(this.done.keys()) + sum(parts, ({ done }) => done),
      size: announcement.input.size,
      seconds: (performance.now() - this.began) / 1_000,
      resumedAt: bytes(before.keys()),
      partitions: { done: this.done.size, poisoned: this.poisoned.size, all: partitions.length },
      workers: this.workers,
    };
  }
}

const sum = <Item>(items: readonly Item[], count: (item: Item) => number): number => items.reduce((total, item) => total + count(item), 0);
