/**
 * Where the queue is: a Redis address.
 * In: `redis://user:password@host:port/db`, `rediss://` for TLS. Out: {@link QueueAddress}; text that is none is a {@link BatchError}. The password is never shown.
 */
import { BatchError } from '../batch/batch-error.ts';

export interface QueueAddress {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly tls: boolean;
  /** For people: without user and password. */
  readonly shown: string;
}

const MEND = 'Write it as redis://host:6379, or rediss://host:6379 for TLS.';

/**
 * @param password used where the address holds none, so that it need not stand in a list of processes.
 * @throws BatchError when the text is no address of a Redis.
 */
export function readQueueUrl(text: string, password?: string): QueueAddress {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw refusal('The address of the queue is no URL.');
  }
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') throw refusal(`The address of the queue begins with "${url.protocol}//", which is no Redis.`);
  if (url.hostname === '') throw refusal('The address of the queue names no host.');
  const db = url.pathname.replace(/^\/$/, '').replace(/^\//, '');
  if (!/^\d{0,4}$/.test(db)) throw refusal(`"${db}" in the address of the queue is no number of a database.`);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? 6379 : Number(url.port);
  const own = decoded(url.password);
  return {
    host,
    port,
    db: Number(db),
    username: decoded(url.username),
    password: own ?? (password === '' ? undefined : password),
    tls: url.protocol === 'rediss:',
    shown: `${url.protocol}//${url.hostname}:${port}${db === '' ? '' : `/${db}`}`,
  };
}

function decoded(part: string): string | undefined {
  if (part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    throw refusal('The user or password in the address of the queue is not written as URLs want it.');
  }
}

const refusal = (message: string): BatchError => new BatchError('queue/address', message, MEND);
