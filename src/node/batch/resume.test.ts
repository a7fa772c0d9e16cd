import { spawn } from 'node:child_process';
import { appendFileSync, copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BatchError } from './batch-error.ts';
import type { BatchOptions } from './batch-options.ts';
import { RULESET, hostileLines, soundRecord } from './records.fixture.ts';
import { runBatch } from './run-batch.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinerja-resume-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Sound records with a hostile line behind every fortieth. */
function writeInput(count: number): void {
  const hostile = hostileLines();
  const lines = Array.from({ length: count }, (_, number) => [
    Buffer.from(`${JSON.stringify(soundRecord(number))}\n`),
    ...(number % 40 === 0 ? [hostile[(number / 40) % hostile.length]!.bytes, Buffer.from('\n')] : []),
  ]).flat();
  writeFileSync(at('in.ndjson'), Buffer.concat(lines));
}

/** The batch in a process of its own, killed without warning after a number of pieces; says whether it came to its end. */
function killed(options: Partial<BatchOptions>, pieces: number, delay: number): Promise<boolean> {
  const program = `import { runBatch } from ${JSON.stringify(resolve('dist/node.js'))};
    await runBatch({ ...${JSON.stringify(options)}, onProgress: () => process.stdout.write('.') });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = 0;
  child.stdout.on('data', (text: Buffer) => {
    told += text.length;
    if (told >= pieces) setTimeout(() => child.kill('SIGKILL'), delay);
  });
  return new Promise((done, fail) =>
    child.on('exit', (code, signal) =>
      code === 0 ? done(true) : signal === 'SIGKILL' ? done(false) : fail(new Error(`It ended by itself with code ${code}.`)),
    ),
  );
}

describe('a run that is killed', () => {
  it.each([
    { output: 'out.ndjson', input: 'in.ndjson', kills: 10, workers: [1, 2], chunkBytes: 4_000 },
    { output: 'out.ndjson.gz', input: 'in.ndjson.gz', kills: 4, workers: [2, 1], chunkBytes: 9_000 },
    { output: 'out.parquet', input: 'in.ndjson', kills: 4, workers: [1], chunkBytes: 9_000 },
  ])(
    'goes on and ends with the same bytes: $input to $output, killed $kills times',
    async ({ output, input, kills, workers, chunkBytes }) => {
      writeInput(2_000);
      writeFileSync(at('in.ndjson.gz'), gzipSync(readFileSync(at('in.ndjson'))));
      const options = { ruleset: RULESET, input: at(input), chunkBytes, checkpointEvery: 0 };
      const whole = await runBatch({ ...options, output: at(`whole-${output}`), workers: 1 });
      let ended = false;
      let deaths = 0;
      for (let attempt = 0; attempt < kills && !ended; attempt++) {
        const worker = { ...options, output: at(output), resume: true, workers: workers[attempt % workers.length]! };
        ended = await killed(worker, 1 + Math.floor(Math.random() * 8), Math.random() * 15);
        if (!ended) deaths++;
        expect(existsSync(at(output))).toBe(ended);
      }
      expect(deaths).toBeGreaterThanOrEqual(Math.min(3, kills));
      if (!ended) {
        const { resumed, read } = await runBatch({ ...options, output: at(output), resume: true, workers: 1 });
        expect(resumed).toBeGreaterThan(0);
        expect(read).toBe(whole.read);
      }
      expect(readFileSync(at(output)).equals(readFileSync(at(`whole-${output}`)))).toBe(true);
      expect(readFileSync(at(`${output}.rejects.ndjson`), 'utf8')).toBe(readFileSync(at(`whole-${output}.rejects.ndjson`), 'utf8'));
      expect(readdirSync(folder).filter((name) => name.includes('kinerja-'))).toEqual([]);
    },
    240_000,
  );
});

describe('a checkpoint', () => {
  const options = (): BatchOptions => ({
    ruleset: RULESET,
    input: at('in.ndjson'),
    output: at('out.ndjson'),
    workers: 1,
    chunkBytes: 4_000,
    checkpointEvery: 0,
    resume: true,
  });
  /** A run that a failure ends after three pieces. */
  async function half(): Promise<void> {
    let told = 0;
    const stop = (): void => {
      if (++told === 3) throw new Error('enough');
    };
    await expect(runBatch({ ...options(), onProgress: stop })).rejects.toThrow('enough');
  }
  beforeEach(async () => {
    writeInput(200);
    await half();
  });

  it('is taken up by the same run', async () => {
    const { resumed, read } = await runBatch(options());
    expect(resumed).toBeGreaterThan(0);
    expect(read).toBe(205);
  });

  it('is left alone by a run that does not resume: that begins anew', async () => {
    const { resumed, read } = await runBatch({ ...options(), resume: false });
    expect({ resumed, read }).toEqual({ resumed: 0, read: 205 });
  });

  it('is not needed: without one the run begins anew', async () => {
    expect(await runBatch({ ...options(), output: at('other.ndjson') })).toMatchObject({ resumed: 0, read: 205 });
  });

  const mend = 'Take back the change, or run without --resume to begin anew.';
  it.each<readonly [string, () => Partial<BatchOptions>, string, string, string]>([
    [
      'a longer input',
      () => (appendFileSync(at('in.ndjson'), '\n'), {}),
      'resume/changed',
      'The run cannot go on: the input was changed since, or is another file.',
      mend,
    ],
    [
      'an input that was written again',
      () => (utimesSync(at('in.ndjson'), 1, 1), {}),
      'resume/changed',
      'The run cannot go on: the input was changed since, or is another file.',
      mend,
    ],
    ['other fields', () => ({ select: 'status' }), 'resume/changed', 'The run cannot go on: the fields, the format or the mapping are others.', mend],
    ['another file of rejects', () => ({ rejects: at('r.ndjson') }), 'resume/changed', 'The run cannot go on: the rejects go to another file.', mend],
    [
      'another ruleset and other pieces',
      () => ({ ruleset: 'nasional', chunkBytes: 5_000 }),
      'resume/changed',
      'The run cannot go on: the input is cut otherwise; the ruleset is another.',
      mend,
    ],
    [
      'a part that is shorter',
      () => (truncateSync(at('out.ndjson.kinerja-part'), 5), {}),
      'resume/damaged',
      'The run cannot go on: its unfinished files are shorter than the checkpoint says, or gone.',
      'Run without --resume to begin anew.',
    ],
    [
      'a checkpoint that cannot be read',
      () => (writeFileSync(at('out.ndjson.kinerja-checkpoint'), '{'), {}),
      'resume/damaged',
      'The checkpoint "FOLDER/out.ndjson.kinerja-checkpoint" cannot be read.',
      'Run without --resume to begin anew.',
    ],
  ])('is refused with %s', async (_, change, code, message, mending) => {
    const error: unknown = await runBatch({ ...options(), ...change() }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BatchError);
    const refused = error as BatchError;
    expect({ code: refused.code, message: refused.message.replaceAll(folder, 'FOLDER'), mend: refused.mend }).toEqual({ code, message, mend: mending });
    expect(existsSync(at('out.ndjson'))).toBe(false);
  });

  it('of a run that only lacked the final names gives them', async () => {
    const checkpoint = at('out.ndjson.kinerja-checkpoint');
    await runBatch({ ...options(), resume: false, output: at('whole.ndjson') });
    const state = JSON.parse(readFileSync(checkpoint, 'utf8')) as { finished: Record<string, unknown> };
    copyFileSync(at('whole.ndjson'), at('out.ndjson.kinerja-part'));
    writeFileSync(checkpoint, JSON.stringify({ ...state, finished: { ...state.finished, complete: true } }));
    await runBatch(options());
    expect(readFileSync(at('out.ndjson'), 'utf8')).toBe(readFileSync(at('whole.ndjson'), 'utf8'));
    expect(readdirSync(folder).filter((name) => name.includes('kinerja-'))).toEqual([]);
  });
});
