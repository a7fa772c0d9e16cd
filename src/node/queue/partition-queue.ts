/**
 * The queue of one run as the batch sees it: partitions go in, and what became of them is looked up again and again.
 * In: a link and an {@link Announcement}. Out: {@link PartitionQueue}. Partitions have names, so adding one twice adds it once.
 */
import type { Job, Queue } from 'bullmq';
import type { Partition } from '../batch/partition.ts';
import type { Announcement, PartDone, PartProgress, PartitionJob } from './announcement.ts';
import type { Link } from './open-link.ts';
import type { Failed } from './poisoned.ts';
import { PREFIX } from './queue-keys.ts';
import { loadBull } from './queue-library.ts';

export type BullJob = Job<PartitionJob, PartDone, string>;

const PAGE = 200;
const STATES = ['wait', 'active', 'completed', 'failed', 'delayed', 'prioritized', 'waiting-children'] as const;

export class PartitionQueue {
  private read = 0;
  private failures = 0;

  private constructor(
    private readonly link: Link,
    private readonly bull: Queue<PartitionJob, PartDone, string>,
  ) {}

  static async open(link: Link, name: string): Promise<PartitionQueue> {
    const { Queue } = await loadBull();
    const bull = new Queue<PartitionJob, PartDone, string>(name, { connection: link.redis, prefix: PREFIX, skipMetasUpdate: true });
    bull.on('error', () => undefined);
    return new PartitionQueue(link, bull as Queue<PartitionJob, PartDone, string>);
  }

  async add(partitions: readonly Partition[], { program, ruleset, input, output, attempts }: Announcement, retryAfter: number): Promise<void> {
    const terms = { program, ruleset, input, output };
    for (let at = 0; at < partitions.length; at += PAGE)
      await this.link.ask(() =>
        this.bull.addBulk(
          partitions.slice(at, at + PAGE).map((partition) => ({
            name: 'partition',
            data: { terms, partition },
            opts: { jobId: `part-${partition.number}`, attempts, backoff: { type: 'exponential', delay: retryAfter } },
          })),
        ),
      );
  }

  /** How many partitions the queue knows, in whatever state. */
  async known(): Promise<number> {
    const counts = await this.link.ask(() => this.bull.getJobCounts(...STATES));
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  /** Partitions that were finished since the last time; some of them again, where Redis came back with an older state. */
  async finished(): Promise<readonly BullJob[]> {
    const { completed = 0 } = await this.link.ask(() => this.bull.getJobCounts('completed'));
    if (completed < this.read) this.read = 0;
    const found: BullJob[] = [];
    while (this.read < completed) {
      const page = await this.jobs('completed', this.read, this.read + PAGE - 1);
      if (page.length === 0) break;
      found.push(...page);
      this.read += page.length;
    }
    return found;
  }

  /** Partitions that failed for good, when there are others than the last time. */
  async failed(): Promise<readonly Failed[]> {
    const { failed = 0 } = await this.link.ask(() => this.bull.getJobCounts('failed'));
    if (failed === this.failures) return [];
    this.failures = failed;
    return (await this.jobs('failed', 0, -1)).map(({ data, attemptsMade, stalledCounter, failedReason, processedBy }) => ({
      partition: data.partition,
      tries: Math.max(attemptsMade, stalledCounter),
      reason: failedReason,
      worker: processedBy,
    }));
  }

  /** How far those are that are under way. */
  async underWay(): Promise<readonly { readonly number: number; readonly progress: PartProgress }[]> {
    const active = await this.jobs('active', 0, PAGE - 1);
    return active.flatMap(({ data, progress }) => (isProgress(progress) ? [{ number: data.partition.number, progress }] : []));
  }

  /** Takes everything of this run out of Redis. */
  async remove(): Promise<void> {
    await this.link.ask(() => this.bull.obliterate({ force: true }));
  }

  async close(): Promise<void> {
    await this.bull.close();
  }

  /** A job that was removed between two questions comes as nothing. */
  private async jobs(state: 'completed' | 'failed' | 'active', from: number, to: number): Promise<readonly BullJob[]> {
    const jobs: readonly (BullJob | undefined)[] = await this.link.ask(() => this.bull.getJobs([state], from, to, true));
    return jobs.filter((job) => job !== undefined);
  }
}

const isProgress = (value: unknown): value is PartProgress => typeof value === 'object' && value !== null && 'done' in value;
