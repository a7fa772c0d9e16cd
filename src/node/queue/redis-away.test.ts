import { afterEach, beforeEach, expect, it } from 'vitest';
import { BatchError } from '../batch/batch-error.ts';
import { Ground } from './queue.fixture.ts';
import type { QueuedBatchProgress, QueuedBatchSummary } from './queued-batch-options.ts';
import { TestRedis, describeWithRedis, freePort } from './redis.fixture.ts';
import { runQueueWorker } from './run-queue-worker.ts';
import { runQueuedBatch } from './run-queued-batch.ts';

let redis: TestRedis;
let ground: Ground;
const stops: AbortController[] = [];

const told = (promise: Promise<unknown>): Promise<{ code?: string; message: string; mend?: string }> =>
  promise.then(
    () => ({ message: 'It did not fail.' }),
    (error: unknown) => (error instanceof BatchError ? { code: error.code, message: error.message, mend: error.mend } : { message: String(error) }),
  );

function work(patience = 20_000): Promise<unknown> {
  const stop = new AbortController();
  stops.push(stop);
  return runQueueWorker({ queue: redis.url, concurrency: 1, patience, signal: stop.signal });
}

/** Does something as soon as some partitions, and not all, are done. */
const inTheMiddle = (action: () => Promise<void>): { readonly onProgress: (progress: QueuedBatchProgress) => void; readonly happened: () => Promise<void> } => {
  let happening: Promise<void> | undefined;
  return { onProgress: ({ partitions }) => void (partitions.done > 1 && (happening ??= action())), happened: async () => happening };
};

describeWithRedis('a Redis that goes away', () => {
  beforeEach(() => {
    ground = new Ground(200);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0)) stop.abort();
    await redis.stop();
    ground.remove();
  });

  it.each([
    ['with nothing in its memory', []],
    ['with what it wrote to its disk', ['--appendonly', 'yes', '--appendfsync', 'always']],
  ])('and comes back %s: batch and workers go on by themselves', async (_, words) => {
    redis = await TestRedis.start(...words);
    const worker = work();
    const notices: string[] = [];
    const restart = inTheMiddle(async () => {
      await redis.kill();
      await new Promise((resolve) => setTimeout(resolve, 400));
      await redis.begin();
    });
    const summary = await runQueuedBatch(
      ground.batch(redis.url, { partitionBytes: 4_000, onProgress: restart.onProgress, onNotice: (text) => notices.push(text) }),
    );
    await restart.happened();
    expect(notices).toEqual([`The queue ${redis.url} is away; waiting up to 20 s for it.`, `The queue ${redis.url} is back.`]);
    expect(summary.read).toBe(summary.evaluated + summary.rejected);
    const { queued, single } = await ground.bothWays();
    expect(queued).toEqual(single);
    stops[0]!.abort();
    await worker;
  });

  it('and stays away: both give up after the stated time, and --resume goes on with what is done', async () => {
    redis = await TestRedis.start();
    const worker = told(work(700));
    const end = inTheMiddle(() => redis.kill());
    const batch = await told(runQueuedBatch(ground.batch(redis.url, { partitionBytes: 4_000, patience: 700, onProgress: end.onProgress })));
    const message = `The queue ${redis.url} has been away for 0.7 s.`;
    const mend = 'Bring Redis back, then run again; a batch with --resume.';
    expect(batch).toEqual({ code: 'queue/lost', message, mend });
    expect(await worker).toEqual({ code: 'queue/lost', message, mend });
    await redis.begin();
    void work();
    const summary: QueuedBatchSummary = await runQueuedBatch(ground.batch(redis.url, { partitionBytes: 4_000, resume: true }));
    expect(summary.partitions.resumed).toBeGreaterThan(1);
    const { queued, single } = await ground.bothWays();
    expect(queued).toEqual(single);
  });
});

describeWithRedis('a Redis that has no room', () => {
  beforeEach(async () => {
    redis = await TestRedis.start();
    ground = new Ground(100);
  });
  afterEach(async () => {
    await redis.stop();
    ground.remove();
  });

  it('is waited for, then told with what it says', async () => {
    await redis.ask('CONFIG SET maxmemory 1');
    expect(await told(runQueuedBatch(ground.batch(redis.url, { patience: 700 })))).toEqual({
      code: 'queue/fault',
      message: `The queue ${redis.url} cannot do its work: OOM command not allowed when used memory > 'maxmemory'.`,
      mend: 'Mend what Redis says, then run again; a batch with --resume.',
    });
  });

  it('and has some again: the batch goes on', async () => {
    const worker = work();
    const full = inTheMiddle(async () => {
      await redis.ask('CONFIG SET maxmemory 1');
      await new Promise((resolve) => setTimeout(resolve, 800));
      await redis.ask('CONFIG SET maxmemory 0');
    });
    await runQueuedBatch(ground.batch(redis.url, { partitionBytes: 4_000, onProgress: full.onProgress }));
    await full.happened();
    const { queued, single } = await ground.bothWays();
    expect(queued).toEqual(single);
    stops.splice(0).forEach((stop) => stop.abort());
    await worker;
  });
});

describeWithRedis('a Redis that does not let us in', () => {
  beforeEach(async () => {
    redis = await TestRedis.start('--requirepass', 'secret');
    ground = new Ground(3);
  });
  afterEach(async () => {
    await redis.stop();
    ground.remove();
  });

  const port = (): number => redis.port;
  it.each([
    [
      'without a password',
      () => ({ queue: redis.url }),
      () => ({
        code: 'queue/auth',
        message: `The queue redis://127.0.0.1:${port()} wants a password.`,
        mend: 'Give it in KINERJA_QUEUE_PASSWORD, or in the address as redis://:password@host.',
      }),
    ],
    [
      'with a wrong password',
      () => ({ queue: redis.url, password: 'guess' }),
      () => ({
        code: 'queue/auth',
        message: `The queue redis://127.0.0.1:${port()} refuses the user or the password.`,
        mend: 'Correct them in the address or in KINERJA_QUEUE_PASSWORD.',
      }),
    ],
    [
      'where nobody listens',
      () => ({ queue: 'redis://127.0.0.1:1' }),
      () => ({
        code: 'queue/unreachable',
        message: 'The queue redis://127.0.0.1:1 cannot be reached: connect ECONNREFUSED 127.0.0.1:1.',
        mend: 'Check that Redis runs there, and that its host and port are right.',
      }),
    ],
    [
      'by a database that it has not',
      () => ({ queue: `redis://:secret@127.0.0.1:${port()}/99` }),
      () => ({
        code: 'queue/unreachable',
        message: `The queue redis://127.0.0.1:${port()}/99 cannot be reached: ERR DB index is out of range.`,
        mend: 'Check that Redis runs there, and that its host and port are right.',
      }),
    ],
  ])('%s: said at once, to the batch and to the worker', async (_, options, expected) => {
    expect(await told(runQueuedBatch(ground.batch(options().queue, options())))).toEqual(expected());
    expect(await told(runQueueWorker(options()))).toEqual(expected());
  });

  it('with its password a batch waits for workers for the stated time, then says that none came', async () => {
    const patience = 2_000;
    const error = await told(runQueuedBatch(ground.batch(redis.url, { password: 'secret', patience })));
    expect(error).toEqual({
      code: 'queue/no-worker',
      message: expect.stringMatching(new RegExp(`^No worker has been at the queue ${redis.url} for [234] s\\.$`)) as string,
      mend: 'Start kinerja worker with the same --queue and --queue-name, then run again with --resume.',
    });
  });

  it('is no Redis at all', async () => {
    const { createServer } = await import('node:http');
    const http = createServer((_, answer) => answer.end('no')).listen(await freePort(), '127.0.0.1');
    await new Promise((resolve) => http.once('listening', resolve));
    const address = http.address() as { readonly port: number };
    const error = await told(runQueueWorker({ queue: `redis://127.0.0.1:${address.port}` }));
    http.close();
    expect(error.code).toBe('queue/unreachable');
    expect(error.message).toContain(`The queue redis://127.0.0.1:${address.port} cannot be reached: `);
  });
});
