import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { soundRecord } from '../../node/batch/records.fixture.ts';
import { durationText, progressText } from '../batch-progress.ts';
import { FIXTURES, call, kinerja } from '../fixtures/call.fixture.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const sound = (count: number): string => Array.from({ length: count }, (_, number) => `${JSON.stringify(soundRecord(number))}\n`).join('');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinerja-cli-batch-'));
  writeFileSync(at('in.ndjson'), `${sound(20)}hello\n\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const TINY = `${FIXTURES}/tiny`;
const told = (text: string): string =>
  text
    .replaceAll(folder, 'FOLDER')
    .replace(/hash [0-9a-f]{64}/, 'hash HASH')
    .replace(/\d+ s, [\d,]+ records a second/, 'TIME');

describe('kinerja batch', () => {
  it('says at the end that nothing was lost, and what came of the records', async () => {
    const { code, out, err } = await kinerja(`batch ${TINY} --in ${at('in.ndjson')} --out ${at('out.ndjson')} --summary ${at('s.json')}`);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const summary = JSON.parse(readFileSync(at('s.json'), 'utf8')) as { read: number; payments: Record<string, { paid: { rupiah: string } }> };
    const rupiah = summary.payments['payment.pay']!.paid.rupiah.replaceAll(/\B(?=(\d{3})+$)/g, ',');
    expect(told(err)).toBe(`kinerja batch: done
  21 records in = 20 out + 1 rejected; 1 blank line
  status: 17 complete, 3 undetermined, 0 faulted
  without a rating: 20 records
  payment payment.pay, paid: 17 records, Rp ${rupiah}
  payment payment.pay, undetermined: 3 records
  rejected record/json: 1 record
  rejects: FOLDER/out.ndjson.rejects.ndjson
  ruleset tiny 1.0.0, hash HASH
  TIME, one worker
`);
    expect(summary.read).toBe(21);
  });

  it('ends with 0 when every record has an outcome', async () => {
    writeFileSync(at('in.ndjson'), sound(3));
    expect((await kinerja(`batch ${TINY} --in ${at('in.ndjson')} --out ${at('out.ndjson')}`)).code).toBe(0);
  });

  it('reads stdin and writes stdout, and says that rejects are kept nowhere', async () => {
    const taken: Uint8Array[] = [];
    async function* stdinBytes(): AsyncGenerator<Uint8Array> {
      yield readFileSync(at('in.ndjson'));
    }
    const { code, err } = await call(['batch', TINY, '--in', '-', '--out', '-', '--select', 'employee'], {
      stdinBytes,
      stdoutBytes: async (bytes) => void taken.push(bytes),
    });
    expect(code).toBe(1);
    expect(err).toContain('  the rejected records are kept nowhere: --rejects FILE keeps them\n');
    expect(Buffer.concat(taken).toString().split('\n').slice(0, 2)).toEqual(['{"employee":"1000000"}', '{"employee":"1000001"}']);
  });

  it.each([
    [`batch ${TINY} --out o`, "kinerja: required option '-i, --in <file>' not specified\n  See: kinerja batch --help\n"],
    [
      `batch ${TINY} --in i --out o --workers 0`,
      "kinerja: option '-w, --workers <number>' argument '0' is invalid. Give a whole number from 1 to 999.\n  See: kinerja batch --help\n",
    ],
    [`batch ${TINY} --in nothing --out o`, 'kinerja: There is no file "nothing".\n  Check the name.\n'],
    [`batch ${TINY} --in package.json --out nowhere/o`, 'kinerja: There is no folder "nowhere" to write into.\n  Make the folder first, or name another.\n'],
    [`batch ${TINY} --in package.json --out o --select ratng`, 'kinerja: "ratng" is no field of an outcome of this ruleset.\n  Did you mean "rating"?\n'],
    [
      `batch ${TINY} --in - --out o --resume`,
      'kinerja: A run from or to a stream cannot be resumed.\n  Give files as input and output, or leave out --resume.\n',
    ],
    ['batch salatga --in i --out o', 'kinerja: There is no ruleset "salatga", neither as a folder nor among the shipped ones. Did you mean "salatiga"?\n'],
  ])('refuses "%s"', async (words, err) => {
    async function* stdinBytes(): AsyncGenerator<Uint8Array> {}
    expect(await kinerja(words, { stdinBytes })).toEqual({ code: 2, out: '', err });
    expect(existsSync('o')).toBe(false);
  });

  it('points at the line of a mapping that is wrong', async () => {
    writeFileSync(at('in.csv'), 'NIP\n1\n');
    writeFileSync(at('m.yaml'), 'columns:\n  NIP: employee.di\n');
    const { code, err } = await kinerja(`batch ${TINY} --in ${at('in.csv')} --out ${at('out.ndjson')} --mapping ${at('m.yaml')}`);
    expect(code).toBe(1);
    expect(told(err)).toBe(
      'kinerja: The mapping cannot be used.\nFOLDER/m.yaml:2:8: error mapping/unknown-field: "employee.di" is no field of an appraisal. Did you mean "employee.id"?\n',
    );
  });
});

describe('the built command line', () => {
  const CLI = ['dist/cli.js', 'batch', TINY];

  it('is told by the reader of a pipe that has gone', async () => {
    writeFileSync(at('in.ndjson'), sound(20_000));
    const child = spawn(process.execPath, [...CLI, '--in', at('in.ndjson'), '--out', '-', '--workers', '1'], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.once('data', () => child.stdout.destroy());
    let err = '';
    child.stderr.on('data', (text: Buffer) => (err += text.toString()));
    const code = await new Promise((done) => child.on('exit', done));
    expect({ code, err }).toEqual({
      code: 2,
      err: 'kinerja: Whoever read the output has gone before its end: the pipe is broken.\n  Let the reader read to the end, or write to a file.\n',
    });
  }, 60_000);

  it.skipIf(!existsSync('/dev/full'))('says that a disk is full', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"$0" dist/cli.js batch ${TINY} --in ${at('in.ndjson')} --out - > /dev/full`, process.execPath], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'kinerja: The disk is full: "the output" could not be written further.\n  Make room, then run again with --resume.\n',
    });
  });

  it('keeps what it has when a file may not grow further, and goes on once it may', () => {
    writeFileSync(at('in.ndjson'), sound(9_000));
    const words = `dist/cli.js batch ${TINY} --in ${at('in.ndjson')} --out ${at('out.ndjson')} --workers 1`;
    const limited = spawnSync('bash', ['-c', `ulimit -f 2000; trap '' XFSZ; exec "$0" ${words}`, process.execPath], { encoding: 'utf8' });
    expect({ status: limited.status, stderr: limited.stderr.replaceAll(folder, 'FOLDER') }).toEqual({
      status: 2,
      stderr: 'kinerja: The file "FOLDER/out.ndjson" may not grow further.\n  Raise the limit, then run again with --resume.\n',
    });
    expect(existsSync(at('out.ndjson'))).toBe(false);
    const { status, stderr } = spawnSync(process.execPath, [...words.split(' '), '--resume'], { encoding: 'utf8' });
    expect({ status, stderr: stderr.split('\n')[1] }).toEqual({ status: 0, stderr: '  9,000 records in = 9,000 out + 0 rejected' });
  }, 60_000);
});

describe('progress', () => {
  const progress = { read: 1_200_000, rejected: 12, done: 300, size: 1_000, seconds: 6, resumedAt: 0 };

  it.each([
    [progress, '30%, 1,200,000 records, 12 rejected, 200,000 a second, 14 s left'],
    [{ ...progress, resumedAt: 200 }, '30%, 1,200,000 records, 12 rejected, 42 s left'],
    [{ ...progress, size: undefined }, '1,200,000 records, 12 rejected, 200,000 a second'],
  ])('is told as %#', (each, text) => expect(progressText(each)).toBe(text));

  it.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [125, '2 min 5 s'],
    [3_780, '1 h 3 min'],
  ])('%d seconds are %s', (seconds, text) => expect(durationText(seconds)).toBe(text));

  it('is a bar where somebody looks on, and cleared at the end', async () => {
    const { err } = await kinerja(`batch ${TINY} --in ${at('in.ndjson')} --out ${at('out.ndjson')}`, { isErrorTTY: true });
    expect(err).toMatch(/^\r\u001b\[K\[#{24}\] 100%, 21 records, 1 rejected, [\d,]+ a second, 0 s left\r\u001b\[Kkinerja batch: done\n/);
  });
});
