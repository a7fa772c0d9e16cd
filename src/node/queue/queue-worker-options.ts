/**
 * What a worker of the queue is asked for, what it tells, and what it says when it has ended.
 * In: nothing. Out: {@link QueueWorkerOptions}, {@link PartitionTold}, {@link QueueWorkerSummary}.
 */
import type { QueueOptions } from './queued-batch-options.ts';

export interface QueueWorkerOptions extends QueueOptions {
  /** How many partitions it does at once, each in a thread of its own: all cores when left out. */
  readonly concurrency?: number | undefined;
  /** Folders that it may read and write in; anywhere that its user may when left out. */
  readonly files?: readonly string[] | undefined;
  /** Ends it, once the partitions that it has begun are done. */
  readonly signal?: AbortSignal | undefined;
  /** Told when a partition is begun, done or failed. It is waited for; what it throws at `begun` fails the partition. */
  readonly onPartition?: ((told: PartitionTold) => void | Promise<void>) | undefined;
}

export interface PartitionTold {
  readonly state: 'begun' | 'done' | 'failed';
  /** The file that the batch writes. */
  readonly output: string;
  /** From 1, and the bytes of the input. */
  readonly partition: number;
  readonly from: number;
  readonly to: number;
  /** Of `done`. */
  readonly read?: number | undefined;
  readonly rejected?: number | undefined;
  readonly seconds?: number | undefined;
  /** Of `failed`. */
  readonly reason?: string | undefined;
}

export interface QueueWorkerSummary {
  readonly worker: string;
  readonly partitions: number;
  readonly failed: number;
  readonly read: number;
  readonly rejected: number;
  readonly seconds: number;
}
