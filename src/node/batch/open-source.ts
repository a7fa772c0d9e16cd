/**
 * Opens the input of a batch: ranges of a plain NDJSON file, or pieces cut by a reader in the main thread.
 * In: a prepared batch and how many pieces are done. Out: a {@link WorkSource}.
 */
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BatchError, readingError } from './batch-error.ts';
import { cutLines } from './cut-lines.ts';
import type { PreparedBatch } from './prepare-batch.ts';
import { type WorkSource, pieceSource, rangeSource } from './work-source.ts';
import type { Compression } from './work.ts';

const BLOCK = 1 << 20;

export function openSource({ input, plan, chunkBytes }: PreparedBatch, stream: AsyncIterable<Uint8Array> | undefined, skip: number): WorkSource {
  const { compression } = plan.input;
  if (input?.regular && compression === 'none' && plan.input.format === 'ndjson') return rangeSource(input.path, input.size, chunkBytes, skip);
  let consumed = 0;
  const name = input?.path ?? 'the input';
  const raw = counted(stream ?? createReadStream(input!.path, { highWaterMark: BLOCK }), (bytes) => void (consumed += bytes));
  const pieces = cutLines(guarded(unpacked(raw, compression, name), name), chunkBytes, () => consumed);
  return pieceSource(pieces, input?.regular ? input.size : undefined, skip);
}

async function* counted(blocks: AsyncIterable<Uint8Array>, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) {
    count(block.length);
    yield block;
  }
}

function unpacked(blocks: AsyncIterable<Uint8Array>, compression: Compression, name: string): AsyncIterable<Uint8Array> {
  switch (compression) {
    case 'none':
      return blocks;
    case 'gzip':
      return gunzipped(blocks, name);
    case 'zstd':
      throw new BatchError('library/missing', 'zstd is not read yet.', 'Give gzip.');
  }
}

async function* gunzipped(blocks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const { pipeline } = await import('node:stream/promises');
  const unzip = createGunzip({ chunkSize: BLOCK });
  const done = pipeline(blocks, unzip).catch(() => undefined);
  try {
    for await (const block of unzip) yield block as Uint8Array;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_'))
      throw new BatchError('file/damaged', `"${name}" is no whole gzip file: ${(error as Error).message}.`, 'Fetch or compress the file again.');
    throw error;
  }
  await done;
}

async function* guarded(blocks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* blocks;
  } catch (error) {
    throw readingError(error, name);
  }
}
