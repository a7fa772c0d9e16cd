/**
 * The lock on a partition while a worker does it: renewed again and again, and known to be lost when another has it.
 * In: a job and its token. Out: {@link HeldLock}; {@link CutOff} is thrown once the lock is lost. It also tells how far the partition is.
 */
import { type BatchTally, Tally } from '../../batch/tally.ts';
import type { BullJob } from './partition-queue.ts';

const TELL_EVERY = 500;

/** Nothing of this attempt counts: the queue gives the partition to whoever is next. */
export class CutOff extends Error {
  override readonly name = 'CutOff';
  constructor() {
    super('The partition is not held any more: no sign of life came through for too long, or the queue has forgotten it. It is done again.');
  }
}

export class HeldLock {
  private lost = false;
  private renewing = false;
  private telling = false;
  private toldAt = -Infinity;
  private chunks = 0;
  private readonly tally = new Tally();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly job: BullJob,
    private readonly token: string,
    private readonly lockTime: number,
  ) {
    this.timer = setInterval(() => void this.renew(), Math.max(lockTime / 4, 50));
  }

  /** @throws CutOff when the lock is lost. */
  assure(): void {
    if (this.lost) throw new CutOff();
  }

  /** @throws CutOff when the lock is lost. */
  chunkDone(tally: BatchTally): void {
    this.assure();
    this.tally.merge(tally);
    this.chunks++;
    if (this.telling || performance.now() - this.toldAt < TELL_EVERY) return;
    this.toldAt = performance.now();
    this.telling = true;
    const { read, rejected } = this.tally.json();
    const { from, to, chunk } = this.job.data.partition;
    const done = Math.min(this.chunks * chunk, to - from);
    const told = (): boolean => (this.telling = false);
    this.job.updateProgress({ read, rejected, done }).then(told, told);
  }

  release(): void {
    clearInterval(this.timer);
  }

  /** While Redis is away nothing is known: the question waits, and its answer tells. */
  private async renew(): Promise<void> {
    if (this.renewing || this.lost) return;
    this.renewing = true;
    try {
      await this.job.extendLock(this.token, this.lockTime);
    } catch (error) {
      if (error instanceof Error && /lock|Missing key/i.test(error.message)) this.lost = true;
    } finally {
      this.renewing = false;
    }
  }
}
