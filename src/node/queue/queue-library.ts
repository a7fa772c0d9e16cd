/**
 * The engine behind the queue: BullMQ on ioredis, optional packages that are loaded when a queue is asked for.
 * In: nothing. Out: the two libraries, or a {@link BatchError} that says what to install.
 */
import type * as Bull from 'bullmq';
import type * as IoRedis from 'ioredis';
import { optionalLibrary } from '../batch/optional-library.ts';

export type BullLibrary = Pick<typeof Bull, 'Queue' | 'Worker' | 'UnrecoverableError'>;
export type RedisLibrary = Pick<typeof IoRedis, 'Redis'>;

const PURPOSE = 'A batch on more than one machine';

/** @throws BatchError when BullMQ is not installed. */
export const loadBull = (): Promise<BullLibrary> => optionalLibrary('bullmq', PURPOSE, () => import('bullmq'));
/** @throws BatchError when ioredis is not installed. */
export const loadRedis = (): Promise<RedisLibrary> => optionalLibrary('ioredis', PURPOSE, () => import('ioredis'));
