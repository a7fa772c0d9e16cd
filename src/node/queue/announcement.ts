/**
 * What travels through Redis, all of it plain JSON: what a batch announces, a partition as a job, how far it is, and who works.
 * In: nothing. Out: {@link Announcement}, {@link PartitionJob}, {@link PartProgress}, {@link Presence}.
 */
import type { PartResult, Partition } from '../batch/partition.ts';
import type { BatchPlan } from '../batch/work.ts';

/** Everything that must be the same where a partition is done. */
export interface Terms {
  /** Version of kinerja: another one may write other bytes. */
  readonly program: string;
  readonly ruleset: BatchPlan['ruleset'] & { readonly folder: string };
  readonly input: { readonly path: string; readonly size: number; readonly changed: number };
  readonly output: string;
}

/** A batch that wants workers. */
export interface Announcement extends Terms {
  readonly batch: string;
  readonly run: string;
  /** Milliseconds since 1970 by the clock of the batch: the older goes first. */
  readonly began: number;
  /** The queue of BullMQ. */
  readonly queue: string;
  /** After how many milliseconds without a sign of life a partition is given to another worker. */
  readonly lockTime: number;
  readonly attempts: number;
  /** Nobody is to begin anything more. */
  readonly closed?: boolean | undefined;
}

export interface PartitionJob {
  readonly terms: Terms;
  readonly partition: Partition;
}

export interface PartProgress {
  readonly read: number;
  readonly rejected: number;
  /** Bytes of the input. */
  readonly done: number;
}

/** What a finished partition leaves in the queue. */
export type PartDone = PartResult;

export interface Refusal {
  readonly run: string;
  readonly message: string;
  readonly mend: string;
}

/** A worker says once a second that it lives. */
export interface Presence {
  readonly worker: string;
  readonly program: string;
  /** Grows; compared with itself only, so clocks need not agree. */
  readonly beat: number;
  readonly refuses: readonly Refusal[];
}

/** @returns undefined for text that is no announcement. */
export function readAnnouncement(text: string): Announcement | undefined {
  try {
    const read = JSON.parse(text) as Partial<Announcement> | null;
    return typeof read?.run === 'string' && typeof read.queue === 'string' && typeof read.lockTime === 'number' ? (read as Announcement) : undefined;
  } catch {
    return undefined;
  }
}
