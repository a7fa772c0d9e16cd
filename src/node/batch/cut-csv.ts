/**
 * Cuts a stream of CSV into pieces of whole records, at the same places however the bytes arrive.
 * In: blocks of bytes. Out: {@link Piece}s; a record belongs to the piece in which it begins. The names of the columns stand in the first.
 */
import { CsvScanner, type CsvRecord } from '../../batch/csv/csv-scanner.ts';
import { BatchError } from './batch-error.ts';
import { LONGEST_RECORD } from './work.ts';
import type { Piece } from './work-source.ts';

const NEWLINE = 10;

export async function* cutCsv(
  blocks: AsyncIterable<Uint8Array>,
  separator: string,
  chunkBytes: number,
  consumed: () => number,
): AsyncGenerator<Piece, void, undefined> {
  const cutter = new CsvCutter(separator.charCodeAt(0), chunkBytes);
  for await (const block of blocks) {
    cutter.take(block);
    for (let work = cutter.next(false); work; work = cutter.next(false)) yield { work, done: consumed() };
  }
  for (let work = cutter.next(true); work; work = cutter.next(true)) yield { work, done: consumed() };
}

class CsvCutter {
  private bytes = Buffer.alloc(0);
  /** Where the bytes begin in the text, and how far they were looked through. */
  private offset = 0;
  private at = 0;

  constructor(
    private readonly separator: number,
    private readonly chunkBytes: number,
  ) {}

  take(block: Uint8Array): void {
    this.bytes = Buffer.concat([this.bytes, block]);
  }

  next(last: boolean): Piece['work'] | undefined {
    const boundary = (Math.floor(this.offset / this.chunkBytes) + 1) * this.chunkBytes - this.offset;
    const scanner = new CsvScanner(this.bytes, this.separator);
    while (this.at < this.bytes.length && this.at < boundary) {
      const record = scanner.at(this.at, last);
      if (!record || (record.open && !last && this.bytes.length - this.at <= LONGEST_RECORD)) {
        if (this.bytes.length - this.at > LONGEST_RECORD) throw tooLong(this.offset + this.at);
        return undefined;
      }
      this.at = record.end;
    }
    if (this.at === 0 || (this.at < boundary && !last)) return undefined;
    const bytes = new Uint8Array(this.at);
    bytes.set(this.bytes.subarray(0, this.at));
    const work = { kind: 'bytes', bytes, offset: this.offset, cut: false } as const;
    this.bytes = Buffer.from(this.bytes.subarray(this.at));
    this.offset += this.at;
    this.at = 0;
    return work;
  }
}

const tooLong = (at: number): BatchError =>
  new BatchError(
    'file/damaged',
    `From byte ${at} on there is no end of line for ${LONGEST_RECORD} bytes: this is no CSV.`,
    'Check the file, or say its format with --format.',
  );

/** The first record of a CSV text, and all of the text again. */
export async function headerOf(
  blocks: AsyncIterable<Uint8Array>,
  separatorOf: (line: string) => string,
): Promise<{ readonly line: string; readonly separator: string; readonly blocks: AsyncIterable<Uint8Array> }> {
  const iterator = blocks[Symbol.asyncIterator]();
  let bytes = Buffer.alloc(0);
  let done = false;
  let record: CsvRecord | undefined;
  let separator = ',';
  while (!record && bytes.length <= LONGEST_RECORD) {
    const next = await iterator.next();
    done = next.done === true;
    if (!done) bytes = Buffer.concat([bytes, next.value as Uint8Array]);
    const newline = bytes.indexOf(NEWLINE);
    if (newline < 0 && !done) continue;
    separator = separatorOf(bytes.toString('utf8', 0, newline < 0 ? bytes.length : newline));
    record = new CsvScanner(bytes, separator.charCodeAt(0)).at(0, done);
    if (record?.open && !done) record = undefined;
    if (done) break;
  }
  const line = bytes
    .toString('utf8', 0, record?.end ?? 0)
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n$/, '');
  async function* again(): AsyncGenerator<Uint8Array> {
    yield bytes;
    if (!done) for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  }
  return { line, separator, blocks: again() };
}
