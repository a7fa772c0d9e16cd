/**
 * The batches that a worker serves: those that are announced and fit it, the oldest first.
 * In: the announcements in Redis. Out: {@link ServedBatch}es with their queues; those that do not fit are refused, and looked at again later.
 */
import type { Worker } from 'bullmq';
import type { RulesetData } from '../../ruleset/document.ts';
import { BatchError } from '../batch/batch-error.ts';
import { type Announcement, type PartDone, type PartitionJob, type Refusal, readAnnouncement } from './announcement.ts';
import { fittingRuleset } from './fit.ts';
import type { Link } from './open-link.ts';
import { PREFIX } from './queue-keys.ts';
import { loadBull } from './queue-library.ts';

export interface ServedBatch {
  readonly announcement: Announcement;
  readonly data: RulesetData;
  readonly bull: Worker<PartitionJob, PartDone, string>;
}

/** Disks are mounted and versions changed while a worker runs. */
const LOOK_AGAIN = 5_000;

interface Refused {
  readonly refusal: Refusal;
  readonly at: number;
}

export class ServedBatches {
  private readonly served = new Map<string, ServedBatch>();
  private readonly refused = new Map<string, Refused>();
  private looking: Promise<void> | undefined;

  constructor(
    private readonly link: Link,
    private readonly key: string,
    private readonly worker: string,
    private readonly files: readonly string[] | undefined,
    private readonly onNotice: (text: string) => void,
  ) {}

  get all(): readonly ServedBatch[] {
    return [...this.served.values()].toSorted((a, b) => a.announcement.began - b.announcement.began);
  }

  get refusals(): readonly Refusal[] {
    return [...this.refused.values()].map(({ refusal }) => refusal);
  }

  /** Looks at the announcements; all who ask at once share one look. */
  look(): Promise<void> {
    this.looking ??= this.lookOnce().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /** Takes nothing more of a batch until it is looked at again. */
  refuse({ run, output }: Announcement, { message, mend }: BatchError): void {
    const told = this.refused.get(run)?.refusal.message === message;
    this.refused.set(run, { refusal: { run, message, mend }, at: performance.now() });
    if (!told) this.onNotice(`This worker refuses the batch that writes "${output}". ${message} ${mend}`);
    this.drop(run);
  }

  async close(): Promise<void> {
    await Promise.all([...this.served.keys()].map((run) => this.drop(run)));
  }

  private async lookOnce(): Promise<void> {
    const texts = Object.values(await this.link.ask(() => this.link.redis.hgetall(this.key)));
    const announced = texts.flatMap((text) => readAnnouncement(text) ?? []).filter(({ closed }) => !closed);
    const runs = new Set(announced.map(({ run }) => run));
    for (const run of this.served.keys()) if (!runs.has(run)) void this.drop(run);
    for (const run of this.refused.keys()) if (!runs.has(run)) this.refused.delete(run);
    for (const each of announced) await this.consider(each);
  }

  private async consider(announcement: Announcement): Promise<void> {
    const { run } = announcement;
    const refused = this.refused.get(run);
    if (this.served.has(run) || (refused && performance.now() - refused.at < LOOK_AGAIN)) return;
    let data: RulesetData;
    try {
      data = fittingRuleset(announcement, this.files);
    } catch (error) {
      if (!(error instanceof BatchError)) throw error;
      return this.refuse(announcement, error);
    }
    this.refused.delete(run);
    this.served.set(run, { announcement, data, bull: await this.open(announcement) });
  }

  /** Jobs are taken and settled by the slots; of BullMQ's own loop only the watch for the dead runs. */
  private async open({ queue, lockTime, attempts }: Announcement): Promise<ServedBatch['bull']> {
    const { Worker } = await loadBull();
    const bull = new Worker<PartitionJob, PartDone, string>(queue, undefined, {
      connection: this.link.redis,
      prefix: PREFIX,
      name: this.worker,
      autorun: false,
      lockDuration: lockTime,
      stalledInterval: Math.max(Math.round(lockTime / 2), 100),
      maxStalledCount: attempts - 1,
    });
    bull.on('error', () => undefined);
    await bull.startStalledCheckTimer();
    return bull;
  }

  private async drop(run: string): Promise<void> {
    const batch = this.served.get(run);
    if (!batch) return;
    this.served.delete(run);
    // Settling a job that is still under way needs the shared connection only, which stays.
    await batch.bull.close(true).catch(() => undefined);
    await this.sweep(batch.announcement).catch(() => undefined);
  }

  /** BullMQ's watch for the dead may have written once more after the batch took its queue away. */
  private async sweep({ batch, queue, run }: Announcement): Promise<void> {
    const announced = await this.link.ask(() => this.link.redis.hget(this.key, batch));
    // A later run of the same batch has a queue of its own.
    if (announced !== null && readAnnouncement(announced)?.run === run) return;
    const base = `${PREFIX}:${queue}`;
    await this.link.ask(() => this.link.redis.del(`${base}:meta`, `${base}:stalled-check`));
  }
}
