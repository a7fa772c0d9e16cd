/**
 * The connection to Redis: refused at once when it cannot be made, kept up when it breaks later, given up after a stated time.
 * In: a {@link QueueAddress}. Out: a {@link Link} through which everything is asked.
 */
import type { Redis } from 'ioredis';
import { BatchError } from '../batch/batch-error.ts';
import { loadRedis } from './queue-library.ts';
import type { QueueAddress } from './queue-url.ts';

const CONNECT_TIME = 5_000;
/** A connection on which an answer is awaited for so long is dead, and is made anew. */
const SILENCE = 20_000;
const SLOWEST_RETRY = 2_000;

export interface Link {
  readonly redis: Redis;
  readonly shown: string;
  /** Rejects once Redis has been away for too long; never resolves. */
  readonly lost: Promise<never>;
  /**
   * Asks Redis; waits and asks again while it is away, so what is asked must be harmless when asked twice.
   * @throws BatchError once Redis has been away for too long; what Redis refuses as it comes.
   */
  ask<Answer>(question: () => Promise<Answer>): Promise<Answer>;
  close(): void;
}

export interface LinkOptions {
  /** How many milliseconds Redis may be away. */
  readonly patience: number;
  readonly onNotice?: ((text: string) => void) | undefined;
}

/** @throws BatchError when Redis cannot be reached, or does not let us in. */
export async function openLink(address: QueueAddress, { patience, onNotice }: LinkOptions): Promise<Link> {
  const { Redis } = await loadRedis();
  const { host, port, db, username, password, tls, shown } = address;
  let connected = false;
  const redis = new Redis({
    host,
    port,
    db,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls && { tls: { servername: host } }),
    lazyConnect: true,
    maxRetriesPerRequest: null,
    connectTimeout: CONNECT_TIME,
    socketTimeout: SILENCE,
    retryStrategy: (times) => (connected ? Math.min(times * 100, SLOWEST_RETRY) : null),
  });
  const errors: Error[] = [];
  redis.on('error', (error: Error) => {
    if (!connected) errors.push(error);
  });
  try {
    await redis.connect();
    await redis.ping();
    if (errors[0]) throw errors[0];
    connected = true;
  } catch (error) {
    redis.disconnect();
    throw connectionError(errors[0] ?? error, shown);
  }
  return new KeptLink(redis, shown, patience, onNotice);
}

class KeptLink implements Link {
  readonly lost: Promise<never>;
  private away: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    readonly redis: Redis,
    readonly shown: string,
    private readonly patience: number,
    onNotice: ((text: string) => void) | undefined,
  ) {
    this.lost = new Promise((_, reject) => {
      redis.on('close', () => {
        if (this.away || this.closed) return;
        onNotice?.(`The queue ${shown} is away; waiting up to ${seconds(patience)} for it.`);
        this.away = setTimeout(() => {
          reject(
            new BatchError(
              'queue/lost',
              `The queue ${shown} has been away for ${seconds(patience)}.`,
              'Bring Redis back, then run again; a batch with --resume.',
            ),
          );
          this.close();
        }, patience);
      });
      redis.on('ready', () => {
        if (!this.away) return;
        clearTimeout(this.away);
        this.away = undefined;
        onNotice?.(`The queue ${shown} is back.`);
      });
    });
    this.lost.catch(() => undefined);
  }

  async ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    const until = performance.now() + this.patience;
    for (;;) {
      try {
        return await Promise.race([question(), this.lost]);
      } catch (error) {
        const wait = this.closed ? undefined : waitAfter(error);
        if (wait === undefined) throw isReply(error) ? faultOf(error, this.shown) : error;
        if (wait === FULL_WAIT && performance.now() > until) throw faultOf(error, this.shown);
        await Promise.race([new Promise((resolve) => setTimeout(resolve, wait)), this.lost]);
      }
    }
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.away);
    this.redis.disconnect();
  }
}

const seconds = (milliseconds: number): string => `${Math.round(milliseconds / 100) / 10} s`;

const BROKEN_WAIT = 100;
const FULL_WAIT = 500;

/** When to ask again: the connection broke and nobody knows whether the question was heard, or Redis cannot answer for now. */
function waitAfter(error: unknown): number | undefined {
  if (!(error instanceof Error) || error instanceof BatchError) return undefined;
  if (/\b(?:OOM|MISCONF|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|NOREPLICAS)\b/.test(error.message) && isReply(error)) return FULL_WAIT;
  return /Connection is closed|ECONNRESET|ECONNREFUSED|EPIPE|Socket timeout|\bLOADING\b|Connection not ready|Command aborted/.test(error.message)
    ? BROKEN_WAIT
    : undefined;
}

const saidBy = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');

const isReply = (error: unknown): boolean => error instanceof Error && error.name === 'ReplyError';

const faultOf = (error: unknown, shown: string): BatchError => {
  const said = saidBy(error);
  if (/\bNO(?:AUTH|PERM)\b/.test(said)) return connectionError(error, shown);
  return new BatchError('queue/fault', `The queue ${shown} cannot do its work: ${said}.`, 'Mend what Redis says, then run again; a batch with --resume.');
};

function connectionError(error: unknown, shown: string): BatchError {
  const said = saidBy(error);
  const [first] = said.split(' ');
  switch (first) {
    case 'NOAUTH':
      return new BatchError(
        'queue/auth',
        `The queue ${shown} wants a password.`,
        'Give it in KINERJA_QUEUE_PASSWORD, or in the address as redis://:password@host.',
      );
    case 'WRONGPASS':
      return new BatchError('queue/auth', `The queue ${shown} refuses the user or the password.`, 'Correct them in the address or in KINERJA_QUEUE_PASSWORD.');
    case 'NOPERM':
      return new BatchError(
        'queue/auth',
        `The queue ${shown} does not let this user work: ${said}.`,
        'Give the user the right to all commands on keys kinerja:*.',
      );
    default:
      return new BatchError(
        'queue/unreachable',
        `The queue ${shown} cannot be reached: ${said}.`,
        'Check that Redis runs there, and that its host and port are right.',
      );
  }
}
