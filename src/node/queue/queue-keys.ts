/**
 * The names in Redis: everything of kinerja begins with `kinerja:`, and every run of a batch has a queue of its own.
 * In: the name of the queue that batches and workers meet on. Out: names of keys and queues.
 */
import { createHash } from 'node:crypto';
import { BatchError } from '../batch/batch-error.ts';

/** What BullMQ puts before the names of its own keys. */
export const PREFIX = 'kinerja';
export const DEFAULT_QUEUE_NAME = 'kinerja';

export interface QueueKeys {
  /** Hash: id of a batch to its announcement. */
  readonly batches: string;
  /** Hash: id of a worker to its presence. */
  readonly workers: string;
  /** Who leads a batch; it ends by itself when the leader has died. */
  lease(batch: string): string;
}

/** @throws BatchError when the name cannot be part of a key. */
export function queueKeys(name: string): QueueKeys {
  if (!/^[\w.-]{1,64}$/.test(name))
    throw new BatchError('queue/name', `"${name}" cannot be the name of a queue.`, 'Use 1 to 64 letters, digits, dots, hyphens and underscores.');
  const base = `${PREFIX}:on:${name}`;
  return { batches: `${base}:batches`, workers: `${base}:workers`, lease: (batch) => `${base}:lease:${batch}` };
}

/** A batch is told by where it writes: two cannot write to one file. */
export const batchId = (output: string): string => createHash('sha256').update(output).digest('hex').slice(0, 12);

/** The queue of one run. */
export const bullQueueName = (name: string, batch: string, run: string): string => `${name}-${batch}-${run}`;

/** How long Redis may be away, and a batch without any worker. */
export const DEFAULT_PATIENCE = 600_000;
