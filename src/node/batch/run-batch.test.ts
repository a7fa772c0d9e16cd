import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, lstatSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appraise } from '../../engine/appraise.ts';
import { batchOutcome } from '../../batch/batch-outcome.ts';
import type { AppraisalInput } from '../../model/appraisal.ts';
import { loadRuleset } from '../load-ruleset.ts';
import { BatchError } from './batch-error.ts';
import type { BatchOptions, BatchSummary } from './batch-options.ts';
import { RULESET, hostileLines, soundRecord } from './records.fixture.ts';
import { runBatch } from './run-batch.ts';
import { LONGEST_RECORD } from './work.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kinerja-batch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sound = (count: number): string => Array.from({ length: count }, (_, number) => `${JSON.stringify(soundRecord(number))}\n`).join('');
const run = (more: Partial<BatchOptions> = {}): Promise<BatchSummary> =>
  runBatch({ ruleset: RULESET, input: at('in.ndjson'), output: at('out.ndjson'), workers: 1, ...more });
const rejectsOf = (name = 'out.ndjson.rejects.ndjson'): readonly Record<string, unknown>[] =>
  readFileSync(at(name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
async function refusal(promise: Promise<unknown>): Promise<{ readonly code: string; readonly message: string; readonly mend: string }> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof BatchError)) throw new Error(`No BatchError, but ${String(error)}`);
  return { code: error.code, message: error.message.replaceAll(folder, 'FOLDER'), mend: error.mend };
}

describe('a batch', () => {
  it('writes what appraise says of each record with the law of its own periods, byte for byte and in order', async () => {
    writeFileSync(at('in.ndjson'), sound(60));
    await run();
    const lines = Array.from({ length: 60 }, (_, number) => {
      const record = soundRecord(number) as unknown as AppraisalInput;
      const ruleset = loadRuleset(RULESET, { assessed: record.assessed, paid: record.paid!.period });
      return `${JSON.stringify(batchOutcome(appraise(ruleset, record)))}\n`;
    });
    expect(readFileSync(at('out.ndjson'), 'utf8')).toBe(lines.join(''));
  });

  it('counts everything: in = out + rejected, exact totals by rating and payment', async () => {
    writeFileSync(at('in.ndjson'), `${sound(14)}\n\r\nhello\n`);
    const { seconds: _, ...summary } = await run();
    const amounts = readFileSync(at('out.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => (JSON.parse(line) as { payments: { amount: string | null }[] }).payments.map(({ amount }) => BigInt(amount ?? 0)));
    const nothing = { records: 0, rupiah: '0' };
    expect(summary).toEqual({
      read: 15,
      evaluated: 14,
      rejected: 1,
      blank: 2,
      status: { complete: 12, undetermined: 2, faulted: 0 },
      ratings: {},
      unrated: 14,
      payments: {
        'payment.pay': {
          paid: { records: 12, rupiah: String(amounts.reduce((a, b) => a + b)) },
          held: nothing,
          notEntitled: nothing,
          undetermined: { records: 2, rupiah: '0' },
          faulted: nothing,
        },
      },
      rejections: { 'record/json': 1 },
      ruleset: { id: 'tiny', version: '1.0.0', hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      input: at('in.ndjson'),
      output: at('out.ndjson'),
      rejects: at('out.ndjson.rejects.ndjson'),
      workers: 1,
      resumed: 0,
    });
  });

  it('loses nothing of a file with hostile lines, at whatever size of pieces', async () => {
    const hostile = hostileLines();
    const lines: Buffer[] = [];
    const expected: { line: number; text: string; code: string }[] = [];
    for (let number = 0; number < 2_700; number++) {
      if (number % 100 === 50) {
        const { bytes, code } = hostile[(number - 50) / 100]!;
        lines.push(bytes);
        expected.push({ line: lines.length, text: bytes.toString('latin1'), code });
      }
      lines.push(Buffer.from(JSON.stringify(soundRecord(number))));
    }
    expect(expected).toHaveLength(hostile.length);
    const bom = Buffer.from([0xef, 0xbb, 0xbf]);
    writeFileSync(at('in.ndjson'), Buffer.concat([bom, ...lines.flatMap((line, index) => [line, Buffer.from(index % 2 === 0 ? '\n' : '\r\n')])]));
    const outputs: string[] = [];
    for (const chunkBytes of [4_194_304, 50_021, 997]) {
      const { read, evaluated, rejected } = await run({ chunkBytes });
      expect({ read, evaluated, rejected }).toEqual({ read: lines.length, evaluated: 2_700, rejected: hostile.length });
      const verbatim = rejectsOf().map(({ line, code, record, recordBase64 }) => ({
        line,
        code,
        text: recordBase64 === undefined ? Buffer.from(record as string).toString('latin1') : Buffer.from(recordBase64 as string, 'base64').toString('latin1'),
      }));
      expect(verbatim).toEqual(expected);
      outputs.push(readFileSync(at('out.ndjson'), 'utf8') + readFileSync(at('out.ndjson.rejects.ndjson'), 'utf8'));
    }
    expect(new Set(outputs).size).toBe(1);
  }, 60_000);

  it('names the line and field of a fault, how to mend it, and every further fault', async () => {
    const record = JSON.stringify({ ...soundRecord(1), employee: { id: '1', status: 'pnx', clas: 9 } });
    writeFileSync(at('in.ndjson'), `${sound(2)}${record}\n`);
    await run();
    expect(rejectsOf()).toEqual([
      {
        line: 3,
        field: 'employee.status',
        code: 'input/not-a-member',
        message: '"pnx" is not one of employeeStatus.',
        mend: 'Did you mean "pns"?',
        more: [{ code: 'input/unknown-key', field: 'employee.clas', message: '"clas" is no field of an employee record.', mend: 'Did you mean "class"?' }],
        record,
      },
    ]);
  });

  it('rejects a line that is longer than a record may be, and goes on behind it', async () => {
    const long = `{"employee":"${'x'.repeat(LONGEST_RECORD)}"}`;
    writeFileSync(at('in.ndjson'), `${sound(2)}${long}\n${sound(3)}`);
    const offset = Buffer.byteLength(sound(2));
    const expected = [
      {
        line: 3,
        field: '',
        code: 'record/too-long',
        message: 'The line is longer than 16777216 bytes.',
        mend: 'Give one employee and one period on each line.',
        recordFrom: offset,
        recordBegins: long.slice(0, 200),
      },
    ];
    for (const chunkBytes of [4_194_304, 900_001, 64 * 1024 * 1024]) {
      const { read, evaluated } = await run({ chunkBytes });
      expect({ read, evaluated }).toEqual({ read: 6, evaluated: 5 });
      expect(rejectsOf()).toEqual(expected);
    }
    writeFileSync(at('in.ndjson.gz'), gzipSync(readFileSync(at('in.ndjson'))));
    expect((await run({ input: at('in.ndjson.gz'), chunkBytes: 900_001 })).evaluated).toBe(5);
    expect(rejectsOf()).toEqual(expected);
  }, 60_000);

  it.each([
    ['an empty file', '', 0],
    ['blank lines alone', '\n  \n\r\n', 0],
    ['a last line without an end', sound(3).trimEnd(), 3],
    ['a mark of byte order alone', '\uFEFF', 0],
  ])('takes %s', async (_, text, evaluated) => {
    writeFileSync(at('in.ndjson'), text);
    expect(await run()).toMatchObject({ read: evaluated, evaluated, rejected: 0 });
    expect(readFileSync(at('out.ndjson'), 'utf8').split('\n')).toHaveLength(evaluated + 1);
    expect(readdirSync(folder).sort()).toEqual(['in.ndjson', 'out.ndjson']);
  });

  it('writes the same bytes with one, two and three workers', async () => {
    writeFileSync(at('in.ndjson'), `${sound(400)}hello\n${sound(300)}`);
    const outputs: string[] = [];
    for (const workers of [1, 2, 3]) {
      const { evaluated, rejected } = await run({ workers, chunkBytes: 10_000 });
      expect({ evaluated, rejected }).toEqual({ evaluated: 700, rejected: 1 });
      outputs.push(readFileSync(at('out.ndjson'), 'utf8') + readFileSync(at('out.ndjson.rejects.ndjson'), 'utf8'));
    }
    expect(new Set(outputs).size).toBe(1);
  }, 60_000);

  it.each(['gz', 'zst'])(
    'reads and writes .%s, with the same bytes whatever the workers',
    async (ending) => {
      writeFileSync(at('in.ndjson'), sound(500));
      await run();
      const plain = readFileSync(at('out.ndjson'), 'utf8');
      const packed: string[] = [];
      for (const workers of [1, 2]) {
        await run({ output: at(`out.ndjson.${ending}`), workers, chunkBytes: 20_000 });
        packed.push(readFileSync(at(`out.ndjson.${ending}`), 'base64'));
      }
      expect(packed[0]).toBe(packed[1]);
      if (ending === 'gz') expect(gunzipSync(readFileSync(at('out.ndjson.gz'))).toString()).toBe(plain);
      // Outcomes are no appraisals: every line comes back as a reject, verbatim.
      for (const workers of [1, 2]) {
        expect(await run({ input: at(`out.ndjson.${ending}`), output: at('again.ndjson'), workers, chunkBytes: 9_000 })).toMatchObject({
          read: 500,
          rejected: 500,
        });
        expect(rejectsOf('again.ndjson.rejects.ndjson').map(({ line, record }) => `${String(line)} ${String(record)}`)).toEqual(
          plain
            .trim()
            .split('\n')
            .map((line, index) => `${index + 1} ${line}`),
        );
      }
    },
    60_000,
  );

  it('reads a stream and writes to one, as the files would have it', async () => {
    writeFileSync(at('in.ndjson'), `${sound(300)}hello\n`);
    await run();
    const bytes = readFileSync(at('in.ndjson'));
    async function* blocks(): AsyncGenerator<Uint8Array> {
      for (let from = 0; from < bytes.length; from += 777) yield bytes.subarray(from, from + 777);
    }
    const taken: Uint8Array[] = [];
    const summary = await run({ input: blocks(), output: async (block) => void taken.push(block), rejects: at('rejects.ndjson'), chunkBytes: 5_000 });
    expect(summary).toMatchObject({ evaluated: 300, rejected: 1, input: '-', output: '-', rejects: at('rejects.ndjson') });
    expect(Buffer.concat(taken).toString()).toBe(readFileSync(at('out.ndjson'), 'utf8'));
    expect(readFileSync(at('rejects.ndjson'), 'utf8')).toBe(readFileSync(at('out.ndjson.rejects.ndjson'), 'utf8'));
  });

  it('writes the selected fields alone, under the names by which they were selected', async () => {
    writeFileSync(at('in.ndjson'), `${JSON.stringify(soundRecord(1))}\n${JSON.stringify(soundRecord(7))}\n`);
    await run({ select: 'employee, status,payments.payment.pay,payments.payment.pay.status,scores.kerja,unknownFacts' });
    expect(readFileSync(at('out.ndjson'), 'utf8').split('\n')).toEqual([
      expect.stringMatching(
        /^\{"employee":"1000001","status":"complete","payments.payment.pay":"\d+","payments.payment.pay.status":"paid","scores.kerja":"1","unknownFacts":\[\]\}$/,
      ),
      '{"employee":"1000007","status":"undetermined","payments.payment.pay":null,"payments.payment.pay.status":"undetermined","scores.kerja":"7","unknownFacts":["days.absent"]}',
      '',
    ]);
  });

  it('leaves a link a link', async () => {
    writeFileSync(at('in.ndjson'), sound(2));
    writeFileSync(at('real.ndjson'), 'old');
    symlinkSync('real.ndjson', at('out.ndjson'));
    await run();
    expect(lstatSync(at('out.ndjson')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('real.ndjson'), 'utf8').split('\n')).toHaveLength(3);
  });

  it('takes away an old file of rejects that this run has nothing for, and keeps an empty one that was asked for', async () => {
    writeFileSync(at('in.ndjson'), 'hello\n');
    await run();
    expect(existsSync(at('out.ndjson.rejects.ndjson'))).toBe(true);
    writeFileSync(at('in.ndjson'), sound(1));
    await run();
    expect(existsSync(at('out.ndjson.rejects.ndjson'))).toBe(false);
    await run({ rejects: at('r.ndjson') });
    expect(readFileSync(at('r.ndjson'), 'utf8')).toBe('');
  });

  it('tells how far it is', async () => {
    writeFileSync(at('in.ndjson'), sound(200));
    const told: number[] = [];
    const { size } = lstatSync(at('in.ndjson'));
    await run({ chunkBytes: 5_000, onProgress: ({ done, size: all, read }) => void (expect(all).toBe(size), told.push(done, read)) });
    expect(told.slice(-2)).toEqual([size, 200]);
  });
});

describe('a batch that cannot run says why, and leaves nothing under the final name', () => {
  beforeEach(() => writeFileSync(at('in.ndjson'), sound(50)));
  afterEach(() => expect(existsSync(at('out.ndjson'))).toBe(false));

  it.each<readonly [string, () => Partial<BatchOptions>, { readonly code: string; readonly message: string; readonly mend: string }]>([
    ['no input', () => ({ input: at('nothing') }), { code: 'file/not-found', message: 'There is no file "FOLDER/nothing".', mend: 'Check the name.' }],
    ['a folder as input', () => ({ input: folder }), { code: 'file/is-folder', message: '"FOLDER" is a folder, not a file.', mend: 'Name a file in it.' }],
    ['a folder as output', () => ({ output: folder }), { code: 'file/is-folder', message: '"FOLDER" is a folder, not a file.', mend: 'Name a file in it.' }],
    [
      'no folder for the output',
      () => ({ output: at('no/out.ndjson') }),
      { code: 'file/no-folder', message: 'There is no folder "FOLDER/no" to write into.', mend: 'Make the folder first, or name another.' },
    ],
    [
      'the input as output',
      () => ({ output: `${folder}/./in.ndjson` }),
      { code: 'file/same', message: '"FOLDER/./in.ndjson" would overwrite "FOLDER/in.ndjson".', mend: 'Name another file.' },
    ],
    [
      'the output as rejects',
      () => ({ rejects: at('out.ndjson') }),
      { code: 'file/same', message: '"FOLDER/out.ndjson" would overwrite "FOLDER/out.ndjson".', mend: 'Name another file.' },
    ],
    [
      'packed rejects',
      () => ({ rejects: at('r.ndjson.gz') }),
      { code: 'format/unknown', message: 'Rejects are plain NDJSON, and "FOLDER/r.ndjson.gz" is named otherwise.', mend: 'Name it rejects.ndjson.' },
    ],
    [
      'a full disk',
      () => ({ output: '/dev/full' }),
      { code: 'file/full', message: 'The disk is full: "/dev/full" could not be written further.', mend: 'Make room, then run again with --resume.' },
    ],
    [
      'a stream to resume',
      () => ({ output: '/dev/null', resume: true }),
      { code: 'resume/stream', message: 'A run from or to a stream cannot be resumed.', mend: 'Give files as input and output, or leave out --resume.' },
    ],
    [
      'UTF-16',
      () => (writeFileSync(at('in.ndjson'), Buffer.from('\uFEFF{}', 'utf16le')), {}),
      { code: 'file/encoding', message: 'The file "FOLDER/in.ndjson" is UTF-16.', mend: 'Save it as UTF-8.' },
    ],
    [
      'a cut-off gzip file',
      () => (writeFileSync(at('in.ndjson.gz'), gzipSync(sound(50)).subarray(0, -20)), { input: at('in.ndjson.gz') }),
      { code: 'file/damaged', message: '"FOLDER/in.ndjson.gz" is no whole gzip file: unexpected end of file.', mend: 'Fetch or compress the file again.' },
    ],
    [
      'a mapping for NDJSON',
      () => (writeFileSync(at('m.yaml'), 'columns: { NIP: employee.id }\n'), { mapping: at('m.yaml') }),
      {
        code: 'mapping/invalid',
        message: 'A mapping is for columns, and NDJSON has none.',
        mend: 'Leave out --mapping, or say the format with --format csv.',
      },
    ],
    [
      'packed Parquet',
      () => ({ output: at('out.parquet.gz') }),
      { code: 'format/unknown', message: 'Parquet is written to a file, and packs its columns itself.', mend: 'Name the output out.parquet.' },
    ],
  ])('%s', async (_, options, expected) => {
    expect(await refusal(run(options()))).toEqual(expected);
  });

  it('a reader that has gone', async () => {
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' });
    expect(await refusal(run({ output: () => Promise.reject(gone) }))).toEqual({
      code: 'file/broken-pipe',
      message: 'Whoever read the output has gone before its end: the pipe is broken.',
      mend: 'Let the reader read to the end, or write to a file.',
    });
  });

  it('a field that no outcome has, with a suggestion', async () => {
    await expect(run({ select: 'status,payments.pay' })).rejects.toMatchObject({
      name: 'SelectionError',
      message: '"payments.pay" is no field of an outcome of this ruleset.',
    });
    await expect(run({ select: 'ratng' })).rejects.toMatchObject({ mend: 'Did you mean "rating"?' });
  });

  it('an input that is changed while it is read', async () => {
    const change = (): void => writeFileSync(at('in.ndjson'), sound(51));
    expect(await refusal(run({ chunkBytes: 1_000, onProgress: change }))).toEqual({
      code: 'file/changed',
      message: '"FOLDER/in.ndjson" was changed while it was read.',
      mend: 'Run again, without --resume, once nobody writes to it.',
    });
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    chmodSync(at('in.ndjson'), 0);
    expect((await refusal(run())).code).toBe('file/unreadable');
  });

  it('a file where the folder of the output should be', async () => {
    writeFileSync(at('file'), '');
    expect((await refusal(run({ output: at('file/out.ndjson') }))).code).toBe('file/no-folder');
  });
});
