/**
 * What a batch on more than one machine is asked for, what it tells on its way, and what it says when it has ended.
 * In: nothing. Out: {@link QueuedBatchOptions}, {@link QueuedBatchProgress}, {@link QueuedBatchSummary}.
 */
import type { BatchOptions, BatchProgress, BatchSummary } from '../batch/batch-options.ts';

/** Where batch and workers meet. */
export interface QueueOptions {
  /** `redis://user:password@host:port/db`, or `rediss://` for TLS. */
  readonly queue: string;
  /** Used where the address holds no password. */
  readonly password?: string | undefined;
  /** Batches and workers of one name meet: `kinerja` when left out. */
  readonly queueName?: string | undefined;
  /** How many milliseconds Redis may be away, and a batch without any worker, before it is given up: 600,000 when left out. */
  readonly patience?: number | undefined;
  /** Told in a sentence what happens on the way: a worker that does not fit, a queue that is away. */
  readonly onNotice?: ((text: string) => void) | undefined;
}

export interface QueuedBatchOptions extends QueueOptions, Pick<BatchOptions, 'ruleset' | 'rejects' | 'resume' | 'select' | 'mapping' | 'format' | 'outFormat'> {
  /** An uncompressed NDJSON file that every worker sees under the same path. */
  readonly input: string;
  readonly output: string;
  /** Bytes of input in each partition: when left out, a 64th of the input, from 4 MB to 64 MB. */
  readonly partitionBytes?: number | undefined;
  /** Bytes of input that are worked on at once: 4 MB when left out, or less where partitions are smaller. */
  readonly chunkBytes?: number | undefined;
  /** How often a partition is tried before it counts as poisoned: 3 when left out. */
  readonly attempts?: number | undefined;
  /** Milliseconds without a sign of life after which a partition is given to another worker: 30,000 when left out. */
  readonly lockTime?: number | undefined;
  /** Milliseconds before a partition that failed is tried again; twice as long each time: 1,000 when left out. */
  readonly retryAfter?: number | undefined;
  readonly onProgress?: ((progress: QueuedBatchProgress) => void) | undefined;
}

export interface QueuedBatchProgress extends BatchProgress {
  readonly partitions: { readonly done: number; readonly poisoned: number; readonly all: number };
  /** Programs that work or wait for work. */
  readonly workers: number;
}

export interface QueuedBatchSummary extends BatchSummary {
  readonly partitions: {
    readonly all: number;
    /** Done by an earlier run. */
    readonly resumed: number;
    /** How often one was begun again: its worker died, was cut off, or failed. */
    readonly repeated: number;
  };
}
