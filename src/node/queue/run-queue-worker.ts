/**
 * A worker of the queue: does partitions of whatever batches are announced and fit, until it is asked to stop.
 * In: {@link QueueWorkerOptions}. Out: {@link QueueWorkerSummary}. It ends once the partitions that it has begun are done.
 */
import { randomUUID } from 'node:crypto';
import { availableParallelism, hostname } from 'node:os';
import { programVersion } from '../batch/program-version.ts';
import type { Presence } from './announcement.ts';
import { type Link, openLink } from './open-link.ts';
import { DEFAULT_PATIENCE, DEFAULT_QUEUE_NAME, type QueueKeys, queueKeys } from './queue-keys.ts';
import { loadBull } from './queue-library.ts';
import { readQueueUrl } from './queue-url.ts';
import type { QueueWorkerOptions, QueueWorkerSummary } from './queue-worker-options.ts';
import { ServedBatches } from './served-batches.ts';
import { type SlotCounts, WorkerSlot } from './worker-slot.ts';

const BEAT_EVERY = 1_000;
const LOOK_EVERY = 300;
/** When the last worker has been dead for so long, nothing is left of any. */
const FORGOTTEN = 60_000;

/**
 * Works for every batch of its queue whose version, ruleset and files are the ones that it has itself.
 * @throws BatchError when BullMQ is not installed, when Redis cannot be reached, or has been away for too long.
 * @example
 * const stop = new AbortController();
 * process.once('SIGTERM', () => stop.abort());
 * const { partitions } = await runQueueWorker({ queue: 'redis://queue:6379', signal: stop.signal });
 */
export async function runQueueWorker(options: QueueWorkerOptions): Promise<QueueWorkerSummary> {
  const address = readQueueUrl(options.queue, options.password);
  const keys = queueKeys(options.queueName ?? DEFAULT_QUEUE_NAME);
  await loadBull();
  const link = await openLink(address, { patience: options.patience ?? DEFAULT_PATIENCE, onNotice: options.onNotice });
  try {
    options.onNotice?.(`Serving the queue "${options.queueName ?? DEFAULT_QUEUE_NAME}" at ${link.shown}.`);
    return await new QueueWorker(options, link, keys).run();
  } finally {
    link.close();
  }
}

class QueueWorker {
  private readonly name = `${hostname()}-${process.pid}-${randomUUID().slice(0, 4)}`;
  private readonly counts: SlotCounts = { partitions: 0, failed: 0, read: 0, rejected: 0 };
  private readonly batches: ServedBatches;
  private beats = 0;
  private beating = false;

  constructor(
    private readonly options: QueueWorkerOptions,
    private readonly link: Link,
    private readonly keys: QueueKeys,
  ) {
    this.batches = new ServedBatches(link, keys.batches, this.name, options.files, (text) => options.onNotice?.(text));
  }

  async run(): Promise<QueueWorkerSummary> {
    const began = performance.now();
    const { concurrency = availableParallelism(), onPartition } = this.options;
    const slots = Array.from({ length: concurrency }, () => new WorkerSlot(this.link, this.batches, this.counts, onPartition));
    const beat = setInterval(() => void this.beat(), BEAT_EVERY);
    try {
      await this.beat();
      await Promise.all(slots.map((slot) => this.serve(slot)));
    } finally {
      clearInterval(beat);
      await Promise.all(slots.map((slot) => slot.close()));
      await Promise.race([this.leave(), this.link.lost]).catch(() => undefined);
    }
    return { worker: this.name, ...this.counts, seconds: (performance.now() - began) / 1_000 };
  }

  private async serve(slot: WorkerSlot): Promise<void> {
    const { signal } = this.options;
    while (!signal?.aborted) {
      await this.batches.look();
      if (!(await slot.workOnce())) await pause(LOOK_EVERY, signal);
    }
  }

  private async beat(): Promise<void> {
    if (this.beating) return;
    this.beating = true;
    const presence: Presence = { worker: this.name, program: programVersion(), beat: ++this.beats, refuses: this.batches.refusals };
    try {
      await this.link.ask(() => this.link.redis.hset(this.keys.workers, this.name, JSON.stringify(presence)));
      await this.link.ask(() => this.link.redis.pexpire(this.keys.workers, FORGOTTEN));
      // Also while every slot is busy: a batch that has ended is let go.
      await this.batches.look();
    } catch {
      // The slots ask as well, and tell why Redis does not answer.
    } finally {
      this.beating = false;
    }
  }

  private async leave(): Promise<void> {
    await this.batches.close();
    await this.link.ask(() => this.link.redis.hdel(this.keys.workers, this.name));
  }
}

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end, { once: true });
  });
}
