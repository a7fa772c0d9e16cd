import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { BatchError } from '../batch/batch-error.ts';
import { RULESET } from '../batch/records.fixture.ts';
import { runBatch } from '../batch/run-batch.ts';
import { Ground, WorkerProgram } from './queue.fixture.ts';
import type { PartitionTold, QueueWorkerOptions } from './queue-worker-options.ts';
import type { QueuedBatchProgress } from './queued-batch-options.ts';
import { TestRedis, describeWithRedis } from './redis.fixture.ts';
import type { PoisonedError } from './poisoned.ts';
import { runQueueWorker } from './run-queue-worker.ts';
import { runQueuedBatch } from './run-queued-batch.ts';

let redis: TestRedis;
let ground: Ground;
const ends: (() => Promise<unknown> | unknown)[] = [];

/** A worker in this process, ended after the test. */
function work(more: Partial<QueueWorkerOptions> = {}): { readonly stop: () => Promise<unknown>; readonly told: PartitionTold[]; readonly notices: string[] } {
  const stop = new AbortController();
  const told: PartitionTold[] = [];
  const notices: string[] = [];
  const ended = runQueueWorker({
    queue: redis.url,
    concurrency: 1,
    signal: stop.signal,
    onNotice: (text) => notices.push(text),
    ...more,
    onPartition: (each) => {
      told.push(each);
      return more.onPartition?.(each);
    },
  });
  ended.catch(() => undefined);
  const end = (): Promise<unknown> => {
    stop.abort();
    return ended;
  };
  ends.push(() => end().catch(() => undefined));
  return { stop: end, told, notices };
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error('It did not fail.'),
    (error: unknown) => error as Error,
  );
}

describeWithRedis('a batch on a queue', () => {
  beforeAll(async () => {
    redis = await TestRedis.start();
    ground = new Ground(240);
  });
  afterEach(async () => {
    await Promise.all(ends.splice(0).map((end) => end()));
    rmSync(ground.at('out.ndjson'), { force: true });
    for (const name of readdirSync(ground.folder)) if (name.includes('.kinerja-parts')) throw new Error(`${name} was left behind.`);
    // A worker that was killed is forgotten a minute later.
    expect((await redis.keys()).filter((key) => !key.endsWith(':workers'))).toEqual([]);
  });
  afterAll(async () => {
    await redis.stop();
    ground.remove();
  });

  it('comes to the bytes of one process, tells how far it is, counts everything, and leaves nothing behind', async () => {
    work({ concurrency: 2 });
    const progress: QueuedBatchProgress[] = [];
    const summary = await runQueuedBatch(ground.batch(redis.url, { onProgress: (each) => progress.push(each) }));
    const { queued, single } = await ground.bothWays();
    expect(queued).toEqual(single);
    expect(summary.read).toBe(summary.evaluated + summary.rejected);
    expect(summary).toMatchObject({ evaluated: 240, rejected: 6, workers: 1, resumed: 0, partitions: { resumed: 0, repeated: 0 } });
    expect(summary.partitions.all).toBe(Math.ceil(statSync(ground.at('in.ndjson')).size / 8_000));
    const last = progress.at(-1)!;
    expect(last).toMatchObject({
      read: 246,
      rejected: 6,
      done: last.size,
      partitions: { done: summary.partitions.all, poisoned: 0, all: summary.partitions.all },
    });
    const dones = progress.map(({ done }) => done);
    expect(dones).toEqual([...dones].sort((a, b) => a - b));
  });

  it.each(['out.ndjson.gz', 'out.csv', 'out.parquet'])('comes to the bytes of one process in %s', async (name) => {
    work();
    await runQueuedBatch(ground.batch(redis.url, { output: ground.at(name), chunkBytes: 8_000 }));
    await runBatch({ ruleset: RULESET, input: ground.at('in.ndjson'), output: ground.at(`single-${name}`), chunkBytes: 8_000, workers: 1 });
    expect(readFileSync(ground.at(name)).equals(readFileSync(ground.at(`single-${name}`)))).toBe(true);
  });

  it('two batches on one queue do not mix', async () => {
    work({ concurrency: 2 });
    const outputs = ['a.ndjson', 'b.ndjson'];
    await Promise.all(outputs.map((name) => runQueuedBatch(ground.batch(redis.url, { output: ground.at(name) }))));
    for (const name of outputs) {
      const { queued, single } = await ground.bothWays(name);
      expect(queued).toEqual(single);
    }
  });

  it('two batches that write one file: the second is refused', async () => {
    const first = runQueuedBatch(ground.batch(redis.url));
    await expect.poll(() => redis.keys()).toContain('kinerja:on:kinerja:batches');
    const error = await failure(runQueuedBatch(ground.batch(redis.url)));
    expect(error).toMatchObject({
      code: 'queue/busy',
      message: `Another batch is writing "${ground.at('out.ndjson')}" already.`,
      mend: 'Wait for it to end, or write to another file.',
    });
    work();
    await first;
  }, 30_000);

  it('workers of another name do nothing for it', async () => {
    const other = work({ queueName: 'other' });
    const batch = runQueuedBatch(ground.batch(redis.url, { queueName: 'mine' }));
    await new Promise((resolve) => setTimeout(resolve, 700));
    work({ queueName: 'mine' });
    await batch;
    expect(other.told).toEqual([]);
  });

  it('an empty file is a batch of nothing', async () => {
    writeFileSync(ground.at('empty.ndjson'), '');
    const summary = await runQueuedBatch(ground.batch(redis.url, { input: ground.at('empty.ndjson'), output: ground.at('none.ndjson') }));
    expect(summary).toMatchObject({ read: 0, partitions: { all: 0 } });
    expect(statSync(ground.at('none.ndjson')).size).toBe(0);
  });

  it('a worker that is asked to stop ends the partition that it has begun', async () => {
    const program = new WorkerProgram(redis.url, 'await new Promise((resolve) => setTimeout(resolve, 400));');
    ends.push(() => program.kill());
    const batch = runQueuedBatch(ground.batch(redis.url));
    await expect.poll(() => program.told, { timeout: 20_000 }).toContain('begun');
    expect(await program.kill('SIGTERM')).toBe(0);
    const begun = program.told.match(/begun \d+/g)!.map((text) => text.replace('begun', 'done'));
    expect(program.told.match(/done \d+/g)).toEqual(begun);
    expect(program.told).toContain(`ended after ${begun.length}`);
    work();
    expect((await batch).partitions.repeated).toBe(0);
  }, 30_000);

  it('a partition that throws each time ends in the failed set with its reason; the rest goes on, and --resume mends it', async () => {
    let ill = true;
    const { told } = work({
      concurrency: 2,
      onPartition: ({ state, partition }) => {
        if (ill && state === 'begun' && partition === 3) throw new Error('The disk hums.');
      },
    });
    const error = (await failure(runQueuedBatch(ground.batch(redis.url)))) as PoisonedError;
    const [poisoned] = error.partitions;
    expect(error.partitions).toHaveLength(1);
    expect(poisoned).toMatchObject({ number: 3, bytes: { from: 16_000, to: 24_000 }, tries: 3, reason: 'The disk hums.' });
    const { first, last } = poisoned!.lines!;
    expect(error.code).toBe('queue/poisoned');
    const all = Math.ceil(statSync(ground.at('in.ndjson')).size / 8_000);
    expect(error.message).toBe(
      `1 of ${all} partitions could not be done. Partition 3 (lines ${first} to ${last} of the input) failed 3 times, last at ${poisoned!.worker}: The disk hums.`,
    );
    expect(error.mend).toBe('Mend what the reason names, then run again with --resume: what is done is kept.');
    expect(told.filter(({ state }) => state === 'done').length).toBe(all - 1);
    expect(told.filter(({ state }) => state === 'failed').map(({ partition, reason }) => ({ partition, reason }))).toEqual(
      Array.from({ length: 3 }, () => ({ partition: 3, reason: 'The disk hums.' })),
    );
    expect(existsSync(ground.at('out.ndjson'))).toBe(false);
    expect((await redis.keys()).filter((key) => key.endsWith(':failed'))).toHaveLength(1);
    ill = false;
    const summary = await runQueuedBatch(ground.batch(redis.url, { resume: true }));
    expect(summary.partitions).toMatchObject({ all, resumed: all - 1 });
    const { queued, single } = await ground.bothWays();
    expect(queued).toEqual(single);
  });

  it('a partition that cannot be written is poisoned with what the system says', async () => {
    work();
    let blocked = '';
    const error = (await failure(
      runQueuedBatch(
        ground.batch(redis.url, {
          onProgress: () => {
            const parts = ground.at('out.ndjson.kinerja-parts');
            const [run] = readdirSync(parts).filter((name) => name.startsWith('run-'));
            blocked ||= `${parts}/${run}/part-000005`;
            mkdirSync(blocked, { recursive: true });
          },
          partitionBytes: 4_000,
        }),
      ),
    )) as PoisonedError;
    expect(error.partitions.map(({ number, reason }) => ({ number, reason }))).toEqual([
      { number: 6, reason: `"${blocked}" is a folder, not a file. Name a file in it.` },
    ]);
    rmdirSync(blocked);
    await runQueuedBatch(ground.batch(redis.url, { resume: true, partitionBytes: 4_000 }));
    expect((await ground.bothWays()).queued).toEqual((await ground.bothWays()).single);
  });

  it('a partition that kills its worker each time ends in the failed set, and the rest goes on', async () => {
    const programs: WorkerProgram[] = [];
    let over = false;
    const keepAlive = (async () => {
      while (!over) {
        const program = new WorkerProgram(redis.url, `if (partition === 2) process.kill(process.pid, 'SIGKILL');`);
        programs.push(program);
        await program.ended;
      }
    })();
    const error = (await failure(runQueuedBatch(ground.batch(redis.url, { attempts: 2 })))) as PoisonedError;
    over = true;
    await programs.at(-1)!.kill('SIGTERM');
    await keepAlive;
    expect(error.partitions.map(({ number, tries, reason }) => ({ number, tries, reason }))).toEqual([
      { number: 2, tries: 2, reason: 'Its worker died, or was cut off, without a word: 2 times. Killed, out of memory, or without the network.' },
    ]);
    expect(programs.length).toBe(3);
    work();
    await runQueuedBatch(ground.batch(redis.url, { resume: true }));
    expect((await ground.bothWays()).queued).toEqual((await ground.bothWays()).single);
  }, 40_000);

  it('an input that changes on the way makes no file of two halves', async () => {
    work();
    const path = ground.at('in.ndjson');
    const { atime, mtime } = statSync(path);
    let touched = false;
    const error = await failure(
      runQueuedBatch(
        ground.batch(redis.url, {
          patience: 1_000,
          onProgress: ({ partitions }) => {
            if (!touched && partitions.done > 0) utimesSync(path, atime, new Date(2_000_000_000_000));
            touched ||= partitions.done > 0;
          },
        }),
      ),
    );
    utimesSync(path, atime, mtime);
    expect(error).toBeInstanceOf(BatchError);
    expect((error as BatchError).code).toMatch(/^queue\/refused|^queue\/poisoned|^file\/changed/);
    expect(existsSync(ground.at('out.ndjson.kinerja-parts'))).toBe(true);
    await runQueuedBatch(ground.batch(redis.url, { resume: false }));
    expect((await ground.bothWays()).queued).toEqual((await ground.bothWays()).single);
  });
});
