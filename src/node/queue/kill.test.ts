import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Ground, WorkerProgram } from './queue.fixture.ts';
import { TestRedis, describeWithRedis } from './redis.fixture.ts';
import { runQueueWorker } from './run-queue-worker.ts';
import { runQueuedBatch } from './run-queued-batch.ts';

/** `npm run kills` takes more of them, and tells the counts. */
const asked = process.env['KINERJA_KILLS'];
const KILLS = asked === undefined ? 20 : Number(asked);
const WORKERS = 4;
const LONGEST = 200;
const EACH = 40;

const sleep = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
const isBusy = ({ told }: WorkerProgram): boolean => told.split('begun ').length > told.split('done ').length;

let redis: TestRedis;
let ground: Ground;

describeWithRedis('killed without warning', () => {
  beforeEach(async () => {
    redis = await TestRedis.start();
  });
  afterEach(async () => {
    await redis.stop();
    ground.remove();
  });

  it(`${KILLS} kills of workers at random moments: the output is that of one process, byte for byte`, async () => {
    ground = new Ground(KILLS * EACH);
    const start = (): WorkerProgram => new WorkerProgram(redis.url, `await new Promise((go) => setTimeout(go, Math.random() * 40));`);
    const workers = Array.from({ length: WORKERS }, start);
    let kills = 0;
    let inTheMiddle = 0;
    let over = false;
    const killer = (async () => {
      while (!over && kills < KILLS) {
        await sleep(Math.random() * LONGEST);
        const working = workers.filter(isBusy);
        const victim = working[Math.floor(Math.random() * working.length)];
        if (!victim || over) continue;
        workers[workers.indexOf(victim)] = start();
        if (isBusy(victim)) inTheMiddle++;
        expect(await victim.kill()).toBe('SIGKILL');
        kills++;
      }
    })();
    try {
      const summary = await runQueuedBatch(ground.batch(redis.url, { partitionBytes: 10_000, chunkBytes: 2_000, attempts: 1_000, lockTime: 400 }));
      over = true;
      await killer;
      const { queued, single } = await ground.bothWays();
      const identical = queued.every((bytes, index) => bytes.equals(single[index]!));
      if (asked !== undefined)
        process.stdout.write(
          `kills ${kills}, of them in the middle of a partition ${inTheMiddle}; partitions ${summary.partitions.all}, begun again ${summary.partitions.repeated}; ` +
            `records ${summary.read} = ${summary.evaluated} + ${summary.rejected}; identical ${identical}\n`,
        );
      expect(identical).toBe(true);
      expect(kills).toBe(KILLS);
      expect(summary.partitions.repeated).toBeGreaterThan(KILLS / 4);
      expect(summary).toMatchObject({ evaluated: KILLS * EACH, rejected: Math.ceil((KILLS * EACH) / 40) });
    } finally {
      over = true;
      await Promise.all(workers.map((worker) => worker.kill()));
    }
  });

  it('the batch itself is killed: workers go on, and --resume ends with the same bytes', async () => {
    ground = new Ground(200);
    const stop = new AbortController();
    const worker = runQueueWorker({ queue: redis.url, concurrency: 1, signal: stop.signal });
    const options = ground.batch(redis.url, { partitionBytes: 4_000 });
    const program = `import { runQueuedBatch } from ${JSON.stringify(resolve('dist/bullmq.js'))};
      await runQueuedBatch({ ...${JSON.stringify(options)}, onProgress: ({ partitions }) => partitions.done > 1 && process.kill(process.pid, 'SIGKILL') });`;
    const batch = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' });
    expect(await new Promise((ended) => batch.once('exit', (_, signal) => ended(signal)))).toBe('SIGKILL');
    const summary = await runQueuedBatch({ ...options, resume: true });
    stop.abort();
    await worker;
    expect(summary.partitions.resumed).toBeGreaterThan(1);
    expect(summary).toMatchObject({ evaluated: 200, rejected: 5 });
    const { queued, single } = await ground.bothWays();
    expect(queued).toEqual(single);
  });
});
