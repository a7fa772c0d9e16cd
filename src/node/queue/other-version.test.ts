import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { BatchError } from '../batch/batch-error.ts';
import { Ground, WorkerProgram } from './queue.fixture.ts';
import { TestRedis, describeWithRedis } from './redis.fixture.ts';
import { runQueuedBatch } from './run-queued-batch.ts';

vi.mock('../batch/program-version.ts', () => ({ programVersion: () => '9.9.9' }));

let redis: TestRedis;
let ground: Ground;

describeWithRedis('a worker of another version', () => {
  beforeAll(async () => {
    redis = await TestRedis.start();
    ground = new Ground(100);
  });
  afterAll(async () => {
    await redis.stop();
    ground.remove();
  });

  it('refuses the batch, burns no try of it, and the batch says so', async () => {
    const worker = new WorkerProgram(redis.url);
    const notices: string[] = [];
    const error: unknown = await runQueuedBatch(ground.batch(redis.url, { patience: 4_000, onNotice: (text) => notices.push(text) })).catch(
      (thrown: unknown) => thrown,
    );
    await worker.kill('SIGTERM');
    const reason = /It is kinerja \d+\.\d+\.\d+, and the batch was begun by kinerja 9\.9\.9\./;
    expect(error).toBeInstanceOf(BatchError);
    const { code, message, mend } = error as BatchError;
    expect(code).toBe('queue/refused');
    expect(message).toMatch(new RegExp(`^No worker fits the batch\\. \\S+ refuses it: ${reason.source}$`));
    expect(mend).toBe('Install the same version on every machine. Then run again with --resume.');
    expect(notices).toEqual([
      expect.stringMatching(new RegExp(`^The worker \\S+ refuses the batch\\. ${reason.source} Install the same version on every machine\\.$`)),
    ]);
    expect(worker.told).toMatch(reason);
    expect(worker.told).not.toContain('begun 1');
  }, 30_000);
});
