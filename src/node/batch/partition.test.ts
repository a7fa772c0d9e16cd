import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRuleset } from '../ruleset-folder.ts';
import type { BatchOptions } from './batch-options.ts';
import { ChunkRunner } from './chunk-runner.ts';
import { finishedPartition, runPartition } from './partition.ts';
import { assemble, partitionsOf } from './partitions.ts';
import { prepareBatch } from './prepare-batch.ts';
import { RULESET, hostileLines, soundRecord } from './records.fixture.ts';
import { runBatch } from './run-batch.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinerja-parts-'));
  mkdirSync(at('parts'));
  const hostile = hostileLines();
  const lines = Array.from({ length: 300 }, (_, number) => [
    Buffer.from(`${JSON.stringify(soundRecord(number))}\n`),
    ...(number % 11 === 0 ? [hostile[(number / 11) % hostile.length]!.bytes, Buffer.from('\n')] : []),
  ]).flat();
  writeFileSync(at('in.ndjson'), Buffer.concat(lines));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('partitions', () => {
  it.each(['out.ndjson', 'out.ndjson.gz', 'out.csv', 'out.parquet'])(
    'done in any order, twice, come to the same bytes as one process: %s',
    async (name) => {
      const options: BatchOptions = { ruleset: RULESET, input: at('in.ndjson'), output: at(name), chunkBytes: 3_000, workers: 1 };
      const { seconds: _, ...summary } = await runBatch({ ...options, output: at(`whole-${name}`) });
      const prepared = await prepareBatch(options);
      const partitions = partitionsOf(prepared, 8_000, at('parts'));
      expect(partitions.length).toBeGreaterThan(4);
      const { data } = openRuleset(RULESET);
      // As a queue hands them out: plain JSON, to runners that know nothing of each other.
      for (const job of [...partitions].reverse().flatMap((partition) => [partition, partition])) {
        const runner = await ChunkRunner.open(data, job.plan);
        const received = JSON.parse(JSON.stringify(job)) as typeof job;
        const result = await runPartition(runner, received);
        expect(finishedPartition(received)).toEqual(result);
        await runner.close();
      }
      expect(readdirSync(at('parts'))).toHaveLength(partitions.length * 3);
      const tally = await assemble(prepared, partitions);
      expect(summary).toMatchObject(tally);
      expect(readFileSync(at(name)).equals(readFileSync(at(`whole-${name}`)))).toBe(true);
      expect(readFileSync(at(`${name}.rejects.ndjson`), 'utf8')).toBe(readFileSync(at(`whole-${name}.rejects.ndjson`), 'utf8'));
      expect(readdirSync(at('parts'))).toEqual([]);
    },
    60_000,
  );

  it('that are not finished are not put together', async () => {
    const prepared = await prepareBatch({ ruleset: RULESET, input: at('in.ndjson'), output: at('out.ndjson'), chunkBytes: 3_000 });
    await expect(assemble(prepared, partitionsOf(prepared, 8_000, at('parts')))).rejects.toMatchObject({
      code: 'file/not-found',
      message: 'Partition 0 is not finished.',
      mend: 'Wait for it, or run it again.',
    });
    expect(existsSync(at('out.ndjson'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('kinerja-'))).toEqual([]);
  });

  it('of another ruleset are refused by whoever has the wrong files', async () => {
    const { plan } = await prepareBatch({ ruleset: RULESET, input: at('in.ndjson'), output: at('out.ndjson') });
    await expect(ChunkRunner.open(openRuleset('nasional').data, plan)).rejects.toMatchObject({
      code: 'file/changed',
      mend: 'Give every machine the same files of the ruleset.',
    });
  });
});
