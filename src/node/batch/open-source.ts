/**
 * Opens the input of a batch: ranges of a plain NDJSON file, rows of a Parquet file, or pieces cut by a reader in the main thread.
 * In: a prepared batch and how many pieces are done. Out: a {@link WorkSource}.
 */
import { createReadStream } from 'node:fs';
import { readingError } from './batch-error.ts';
import { unpacked } from './compression.ts';
import { cutCsv } from './cut-csv.ts';
import { cutLines } from './cut-lines.ts';
import type { PreparedBatch } from './prepare-batch.ts';
import { type Piece, type WorkSource, pieceSource, rangeSource, rowSource } from './work-source.ts';

const BLOCK = 1 << 20;

export function openSource({ input, plan, chunkBytes, blocks }: PreparedBatch, skip: number): WorkSource {
  const { format, compression, separator, groups } = plan.input;
  if (input?.regular && format === 'ndjson' && compression === 'none') return rangeSource(input.path, input.size, chunkBytes, skip);
  if (input && format === 'parquet') return rowSource(input.path, groups ?? [], input.size, skip);
  let consumed = 0;
  const count = (bytes: number): void => void (consumed += bytes);
  const name = input?.path ?? 'the input';
  const raw = counted(blocks ?? createReadStream(input!.path, { highWaterMark: BLOCK }), count);
  const text = guarded(unpacked(raw, blocks ? 'none' : compression, name), name);
  const pieces: AsyncGenerator<Piece, void, undefined> =
    format === 'csv' ? cutCsv(text, separator ?? ',', chunkBytes, () => consumed) : cutLines(text, chunkBytes, () => consumed);
  return pieceSource(pieces, input?.regular ? input.size : undefined, skip);
}

async function* counted(blocks: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    count(block.length);
    yield block;
  }
}

async function* guarded(blocks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* blocks;
  } catch (error) {
    throw readingError(error, name);
  }
}
