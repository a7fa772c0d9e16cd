/**
 * The door `kinerja/bullmq`: batches on more than one machine, over BullMQ on Redis.
 * In: a file that all machines see, and the address of a Redis. Out: one file of outcomes, byte for byte as one process writes it.
 */
export { runQueuedBatch } from './node/queue/run-queued-batch.ts';
export type { QueueOptions, QueuedBatchOptions, QueuedBatchProgress, QueuedBatchSummary } from './node/queue/queued-batch-options.ts';
export { runQueueWorker } from './node/queue/run-queue-worker.ts';
export type { PartitionTold, QueueWorkerOptions, QueueWorkerSummary } from './node/queue/queue-worker-options.ts';
export { PoisonedError } from './node/queue/poisoned.ts';
export type { PoisonedPartition } from './node/queue/poisoned.ts';
export { BatchError } from './node/batch/batch-error.ts';
export type { BatchErrorCode } from './node/batch/batch-error.ts';
