import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { soundRecord } from '../../node/batch/records.fixture.ts';
import { TestRedis, describeWithRedis } from '../../node/queue/redis.fixture.ts';
import { FIXTURES, call, kinerja } from '../fixtures/call.fixture.ts';
import { queuedProgressText } from '../queued-batch.ts';

const TINY = `${FIXTURES}/tiny`;
let redis: TestRedis;
let folder: string;
const at = (name: string): string => join(folder, name);

describeWithRedis('kinerja batch --queue and kinerja worker', () => {
  beforeAll(async () => {
    redis = await TestRedis.start('--requirepass', 'secret');
    folder = mkdtempSync(join(tmpdir(), 'kinerja-cli-queue-'));
    writeFileSync(at('in.ndjson'), `${Array.from({ length: 20 }, (_, number) => JSON.stringify(soundRecord(number))).join('\n')}\nhello\n`);
  });
  afterAll(async () => {
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('meet, write what one process writes, and the worker ends when it is asked to', async () => {
    const env = { KINERJA_QUEUE_PASSWORD: 'secret' };
    let stop: (() => void) | undefined;
    let forgotten = false;
    const worker = call(['worker', '--queue', redis.url, '--concurrency', '1', '--files', folder], {
      env,
      onStop: (ask) => {
        stop = ask;
        return () => void (forgotten = true);
      },
    });
    const batch = await call(['batch', TINY, '--in', at('in.ndjson'), '--out', at('out.ndjson'), '--summary', at('s.json'), '--queue', redis.url], { env });
    stop?.();
    const { code, err } = await worker;
    await kinerja(`batch ${TINY} --in ${at('in.ndjson')} --out ${at('single.ndjson')}`);
    expect(batch.code).toBe(1);
    expect(batch.err).toMatch(
      /^kinerja batch: done\n {2}21 records in = 20 out \+ 1 rejected\n[^]*\n {2}\d+ s, \d+ records a second, one worker\n {2}1 partition, 0 begun again\n$/,
    );
    expect(JSON.parse(readFileSync(at('s.json'), 'utf8'))).toMatchObject({ read: 21, partitions: { all: 1, resumed: 0, repeated: 0 } });
    for (const name of ['.ndjson', '.ndjson.rejects.ndjson']) expect(readFileSync(at(`out${name}`), 'utf8')).toBe(readFileSync(at(`single${name}`), 'utf8'));
    expect(code).toBe(0);
    expect(err.replaceAll(folder, 'FOLDER').replaceAll(/\d+ s\b/g, 'TIME')).toBe(
      `kinerja worker: Serving the queue "kinerja" at ${redis.url}.\n` +
        'kinerja worker: Partition 1 of FOLDER/out.ndjson begun\n' +
        'kinerja worker: Partition 1 of FOLDER/out.ndjson done: 21 records, 1 rejected, TIME\n' +
        'kinerja worker: Stopping, once the partitions that are begun are done\n' +
        'kinerja worker: Ended after 1 partition, 0 failed, 21 records, TIME\n',
    );
    expect(forgotten).toBe(true);
  });

  it.each(['batch', 'worker'])('%s: a password that is wrong ends it with 2', async (command) => {
    const words = command === 'batch' ? ['batch', TINY, '--in', at('in.ndjson'), '--out', at('out.ndjson')] : ['worker'];
    const { code, err } = await call([...words, '--queue', redis.url], { env: { KINERJA_QUEUE_PASSWORD: 'guess' } });
    expect(code).toBe(2);
    expect(err).toContain(`kinerja: The queue ${redis.url} refuses the user or the password.\n  Correct them in the address or in KINERJA_QUEUE_PASSWORD.\n`);
  });
});

describe('kinerja batch --queue, called wrongly', () => {
  it('with an input that only one reader can cut', async () => {
    const place = mkdtempSync(join(tmpdir(), 'kinerja-cli-queue-'));
    writeFileSync(join(place, 'in.ndjson.gz'), '');
    const { code, err } = await kinerja(`batch ${TINY} --in ${join(place, 'in.ndjson.gz')} --out ${join(place, 'out.ndjson')} --queue redis://queue`);
    rmSync(place, { recursive: true });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'kinerja: Only an uncompressed NDJSON file can be split among machines.\n  Unpack or convert the input first, or run without a queue.\n',
    });
  });

  const files = '--in package.json --out tmp-out.ndjson';
  it.each([
    [`${files} --attempts 3`, 'kinerja: --attempts has no meaning without --queue.\n  Give --queue redis://host:6379, or leave it out.\n'],
    [`${files} --lock-time 3`, 'kinerja: --lock-time has no meaning without --queue.\n  Give --queue redis://host:6379, or leave it out.\n'],
    [
      `${files} --workers 2 --queue redis://queue`,
      'kinerja: --workers has no meaning with --queue.\n  Start workers with kinerja worker, and tell each its --concurrency.\n',
    ],
    ['--in - --out a.ndjson --queue redis://queue', 'kinerja: A batch with --queue reads a file and writes a file.\n  Name files that all workers see.\n'],
    ['--in package.json --out - --queue redis://queue', 'kinerja: A batch with --queue reads a file and writes a file.\n  Name files that all workers see.\n'],
    [
      `${files} --queue queue:6379`,
      'kinerja: The address of the queue begins with "queue://", which is no Redis.\n  Write it as redis://host:6379, or rediss://host:6379 for TLS.\n',
    ],
    [
      `${files} --queue redis://queue --queue-name a:b`,
      'kinerja: "a:b" cannot be the name of a queue.\n  Use 1 to 64 letters, digits, dots, hyphens and underscores.\n',
    ],
    [
      `${files} --queue redis://queue --attempts none`,
      "kinerja: option '--attempts <number>' argument 'none' is invalid. Give a whole number from 1 to 1000.\n  See: kinerja batch --help\n",
    ],
  ])('%s', async (words, message) => {
    expect(await kinerja(`batch ${TINY} ${words}`)).toEqual({ code: 2, out: '', err: message });
  });

  it.each(['bullmq', 'ioredis'])('where %s is not installed it says what to install', (missing) => {
    const hook = `export async function resolve(name, context, next) {
      if (name === '${missing}') throw Object.assign(new Error('gone'), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    }`;
    const hide = `import { register } from 'node:module'; register('data:text/javascript,' + ${JSON.stringify(encodeURIComponent(hook))});`;
    const words = ['--import', `data:text/javascript,${encodeURIComponent(hide)}`, 'dist/cli.js', 'worker', '--queue', 'redis://127.0.0.1:1'];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `kinerja: A batch on more than one machine needs the package ${missing}, which is not installed.\n  npm install ${missing}\n`,
    });
  });

  it('a worker needs a queue', async () => {
    expect(await kinerja('worker')).toEqual({
      code: 2,
      out: '',
      err: "kinerja: required option '-q, --queue <url>' not specified\n  See: kinerja worker --help\n",
    });
  });
});

it('progress on a queue tells partitions and workers', () => {
  const progress = { read: 1_200_000, rejected: 12, done: 50, size: 100, seconds: 4, resumedAt: 0, partitions: { done: 22, poisoned: 0, all: 64 }, workers: 3 };
  expect(queuedProgressText(progress)).toBe('50%, 1,200,000 records, 12 rejected, 300,000 a second, 4 s left, 22 of 64 partitions, 3 workers');
  expect(queuedProgressText({ ...progress, partitions: { done: 22, poisoned: 1, all: 64 }, workers: 1 })).toBe(
    '50%, 1,200,000 records, 12 rejected, 300,000 a second, 4 s left, 22 of 64 partitions, 1 failed, one worker',
  );
});
