/**
 * One leader for each batch: two that write the same file would be one too many.
 * In: a link, a key. Out: {@link BatchLease}, renewed while the batch runs; a dead leader's ends by itself.
 */
import { randomUUID } from 'node:crypto';
import { BatchError } from '../batch/batch-error.ts';
import type { Link } from './open-link.ts';

const LASTS = 6_000;
const TRY_AGAIN = 500;

export class BatchLease {
  private constructor(
    private readonly link: Link,
    private readonly key: string,
    private readonly token: string,
    private readonly output: string,
  ) {}

  /** @throws BatchError when another leader lives. */
  static async take(link: Link, key: string, output: string, onWait: () => void): Promise<BatchLease> {
    const lease = new BatchLease(link, key, randomUUID(), output);
    let left = Infinity;
    for (let waits = false; !(await lease.hold()); waits = true) {
      const before = left;
      left = await link.ask(() => link.redis.pttl(key));
      // It was renewed meanwhile: its leader lives.
      if (left > before) throw lease.busy();
      if (!waits) onWait();
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
    }
    return lease;
  }

  /** @throws BatchError when another has become the leader meanwhile. */
  async renew(): Promise<void> {
    if (!(await this.hold())) throw this.busy();
  }

  async release(): Promise<void> {
    if ((await this.link.ask(() => this.link.redis.get(this.key))) === this.token) await this.link.ask(() => this.link.redis.del(this.key));
  }

  /** Also when the key is gone: Redis may have come back empty. */
  private async hold(): Promise<boolean> {
    const { redis } = this.link;
    if ((await this.link.ask(() => redis.set(this.key, this.token, 'PX', LASTS, 'NX'))) === 'OK') return true;
    if ((await this.link.ask(() => redis.get(this.key))) !== this.token) return false;
    await this.link.ask(() => redis.pexpire(this.key, LASTS));
    return true;
  }

  private busy(): BatchError {
    return new BatchError('queue/busy', `Another batch is writing "${this.output}" already.`, 'Wait for it to end, or write to another file.');
  }
}
