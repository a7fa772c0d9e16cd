import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BatchError } from './batch-error.ts';
import { RULESET, soundRecord } from './records.fixture.ts';
import { runBatch } from './run-batch.ts';

// A worker that dies as soon as it is given work.
vi.mock('./worker-file.ts', () => ({
  workerFile: () => new URL("data:text/javascript,import{parentPort}from'node:worker_threads';parentPort.on('message',()=>process.exit(3));"),
}));

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinerja-pool-'));
  writeFileSync(at('in.ndjson'), Array.from({ length: 300 }, (_, number) => `${JSON.stringify(soundRecord(number))}\n`).join(''));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a batch by several threads', () => {
  const batch = { ruleset: RULESET, chunkBytes: 3_000 };

  it('ends with an error when one of them dies, without a file of the final name, and goes on from there', async () => {
    const files = { input: at('in.ndjson'), output: at('out.ndjson') };
    const error: unknown = await runBatch({ ...batch, ...files, workers: 2 }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(BatchError);
    const { code, message, mend } = error as BatchError;
    expect({ code, message, mend }).toEqual({
      code: 'worker/died',
      message: 'A worker ended in the middle of its work: it ended with code 3.',
      mend: 'Give the program more memory or fewer workers, then run again with --resume.',
    });
    expect(existsSync(at('out.ndjson'))).toBe(false);
    expect(await runBatch({ ...batch, ...files, workers: 1, resume: true })).toMatchObject({ read: 300, evaluated: 300, rejected: 0 });
    await runBatch({ ...batch, input: at('in.ndjson'), output: at('whole.ndjson'), workers: 1 });
    expect(readFileSync(at('out.ndjson')).equals(readFileSync(at('whole.ndjson')))).toBe(true);
  });
});
