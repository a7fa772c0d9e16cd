/**
 * Splits a prepared batch into partitions, and puts finished ones together again in the order of the input.
 * In: a {@link PreparedBatch}. Out: {@link Partition}s; then the output and the rejects, byte for byte as one process writes them.
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type BatchTally, Tally } from '../../batch/tally.ts';
import { BatchError, readingError } from './batch-error.ts';
import { FileJournal } from './journal.ts';
import { finishingOf } from './parquet-finishing.ts';
import { type Partition, finishedPartition, partRejects, removePartition } from './partition.ts';
import type { PreparedBatch } from './prepare-batch.ts';

const BLOCK = 1 << 22;
const NEWLINE = 10;

/**
 * @param bytes how much of the input each partition holds, at least; rounded up to whole chunks.
 * @param folder where the files of the partitions stand, seen by every worker under this path.
 * @throws BatchError for an input that only one reader can cut: a stream, a compressed file, CSV.
 */
export function partitionsOf({ input, plan, chunkBytes }: PreparedBatch, bytes: number, folder: string): readonly Partition[] {
  if (!input?.regular || plan.input.format !== 'ndjson' || plan.input.compression !== 'none')
    throw new BatchError(
      'format/unknown',
      'Only an uncompressed NDJSON file can be split among machines.',
      'Unpack or convert the input first, or run without a queue.',
    );
  const step = Math.max(1, Math.ceil(bytes / chunkBytes)) * chunkBytes;
  const count = Math.ceil(input.size / step);
  return Array.from({ length: count }, (_, number) => ({
    number,
    plan,
    input: input.path,
    from: number * step,
    to: Math.min((number + 1) * step, input.size),
    chunk: chunkBytes,
    output: join(folder, `part-${String(number).padStart(6, '0')}`),
  }));
}

/**
 * Puts finished partitions together under the final names, and takes their files away.
 * @param onPart told after each partition, and waited for: the caller has other duties, too.
 * @throws BatchError when one is not finished or cannot be read; then nothing has a final name.
 */
export async function assemble(prepared: PreparedBatch, partitions: readonly Partition[], onPart?: () => Promise<void>): Promise<BatchTally> {
  const { output, rejects, head } = prepared;
  if (!output || !('file' in output)) throw new BatchError('resume/stream', 'Partitions are put together in a file.', 'Name a file as output.');
  const journal = new FileJournal(output.file, rejects!, undefined, Infinity, undefined, finishingOf(prepared));
  try {
    await journal.begin(head);
    for (const partition of partitions) {
      const result = finishedPartition(partition);
      if (!result) throw new BatchError('file/not-found', `Partition ${partition.number} is not finished.`, 'Wait for it, or run it again.');
      for (const block of blocksOf(partition.output)) await journal.write({ ...NOTHING, output: block });
      for (const block of lineBlocksOf(partRejects(partition))) await journal.write({ ...NOTHING, rejects: block });
      await journal.write({ ...NOTHING, lines: result.lines, tally: result.tally });
      await onPart?.();
    }
    await journal.finish();
  } catch (error) {
    journal.abandon();
    throw error;
  }
  for (const partition of partitions) removePartition(partition);
  return journal.tally;
}

const NOTHING = { output: new Uint8Array(), rejects: new Uint8Array(), lines: 0, tally: new Tally().json() };

function* blocksOf(path: string): Generator<Uint8Array<ArrayBuffer>> {
  const block = new Uint8Array(BLOCK);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    throw readingError(error, path);
  }
  try {
    for (let read = readSync(file, block); read > 0; read = readSync(file, block)) yield block.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** The same, cut behind ends of line. */
function* lineBlocksOf(path: string): Generator<Uint8Array<ArrayBuffer>> {
  let rest = Buffer.alloc(0);
  for (const block of blocksOf(path)) {
    const bytes = Buffer.concat([rest, block]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end > 0) yield bytes.subarray(0, end);
    rest = bytes.subarray(end);
  }
}
