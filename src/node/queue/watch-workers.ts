/**
 * Who works: workers say that they live, and some say that a batch does not fit them.
 * In: the presences in Redis, looked at again and again. Out: who lives, who is new in refusing, and whether waiting is in vain.
 */
import { BatchError } from '../batch/batch-error.ts';
import type { Presence, Refusal } from './announcement.ts';
import type { Link } from './open-link.ts';

/** A worker that has not moved for so long is gone. */
const GONE = 10_000;
/** Nobody else says that he is gone: another batch may look at him too. */
const FORGOTTEN = 60_000;
/** How long all workers may refuse a batch before it is given up; they look again meanwhile. */
const REFUSED = 30_000;

interface Seen {
  presence: Presence;
  at: number;
}

export class WorkerWatch {
  private readonly seen = new Map<string, Seen>();
  private readonly told = new Set<string>();
  private fittingAt = performance.now();
  private hinted = false;

  constructor(
    private readonly link: Link,
    private readonly key: string,
    private readonly run: string,
    private readonly patience: number,
    private readonly onNotice: (text: string) => void,
  ) {}

  /**
   * Looks who is there. @returns how many workers live that do not refuse the batch.
   * @throws BatchError when nobody has been there who can do it, for too long.
   */
  async look(): Promise<number> {
    const now = performance.now();
    for (const [worker, text] of Object.entries(await this.link.ask(() => this.link.redis.hgetall(this.key)))) await this.one(worker, text, now);
    const alive = [...this.seen.values()].filter(({ at }) => now - at < GONE).map(({ presence }) => presence);
    const refusals = alive.flatMap((presence) => this.refusalOf(presence) ?? []);
    if (alive.length > refusals.length) this.fittingAt = now;
    const waited = now - this.fittingAt;
    if (alive.length === 0 && waited > GONE / 2 && !this.hinted) {
      this.hinted = true;
      this.onNotice(`No worker is there yet. Start some: kinerja worker --queue ${this.link.shown}`);
    }
    if (refusals.length > 0 && waited > Math.min(REFUSED, this.patience)) throw inVain(refusals);
    if (waited > this.patience)
      throw new BatchError(
        'queue/no-worker',
        `No worker has been at the queue ${this.link.shown} for ${Math.round(waited / 1_000)} s.`,
        'Start kinerja worker with the same --queue and --queue-name, then run again with --resume.',
      );
    return alive.length - refusals.length;
  }

  private async one(worker: string, text: string, now: number): Promise<void> {
    const presence = presenceOf(text);
    const before = this.seen.get(worker);
    if (presence && presence.beat !== before?.presence.beat) this.seen.set(worker, { presence, at: before ? now : now - (GONE - 3_000) });
    else if (!presence || (before && now - before.at > FORGOTTEN)) await this.link.ask(() => this.link.redis.hdel(this.key, worker));
  }

  private refusalOf({ worker, refuses }: Presence): (Refusal & { readonly worker: string }) | undefined {
    const refusal = refuses.find(({ run }) => run === this.run);
    if (!refusal) return undefined;
    const told = `${worker} ${refusal.message}`;
    if (!this.told.has(told)) this.onNotice(`The worker ${worker} refuses the batch. ${refusal.message} ${refusal.mend}`);
    this.told.add(told);
    return { ...refusal, worker };
  }
}

function inVain(refusals: readonly (Refusal & { readonly worker: string })[]): BatchError {
  const [{ message, mend, worker }] = refusals as readonly [Refusal & { readonly worker: string }];
  const others = refusals.length === 1 ? '' : ` So do ${refusals.length - 1} others.`;
  return new BatchError('queue/refused', `No worker fits the batch. ${worker} refuses it: ${message}${others}`, `${mend} Then run again with --resume.`);
}

function presenceOf(text: string): Presence | undefined {
  try {
    const read = JSON.parse(text) as Partial<Presence> | null;
    return typeof read?.worker === 'string' && typeof read.beat === 'number' && Array.isArray(read.refuses) ? (read as Presence) : undefined;
  } catch {
    return undefined;
  }
}
