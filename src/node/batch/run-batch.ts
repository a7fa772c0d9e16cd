/**
 * Runs a batch on one machine: pieces of the input go to the workers, and what they came to is written in the order of the input.
 * In: {@link BatchOptions}. Out: {@link BatchSummary}; a bad record never ends the run, and nothing half-written has the final name.
 */
import { availableParallelism } from 'node:os';
import { statSync } from 'node:fs';
import { BatchError } from './batch-error.ts';
import type { BatchOptions, BatchSink, BatchSummary } from './batch-options.ts';
import { type Finished, readCheckpoint, removeCheckpoint } from './checkpoint.ts';
import type { InputFile } from './input-file.ts';
import { FileJournal, type Journal, StreamJournal, publishRejects } from './journal.ts';
import { openSource } from './open-source.ts';
import { discard, partLength, publish, rowsName } from './output-file.ts';
import { finishingOf } from './parquet-finishing.ts';
import { type PreparedBatch, prepareBatch } from './prepare-batch.ts';
import { openStreamPath } from './stream-path.ts';
import { type Pool, openPool } from './worker-pool.ts';
import type { Piece, WorkSource } from './work-source.ts';
import type { ChunkResult } from './work.ts';

const CHECKPOINT_EVERY = 2_000;
/** Below this a second thread costs more than it saves. */
const SMALL_INPUT = 16 * 1024 * 1024;

/**
 * Appraises all records of a file or stream.
 * @throws RulesetNotFound, RulesetError, SelectionError for what was asked; BatchError for what stands in the way of files, disk and workers.
 * @example
 * const { read, evaluated, rejected } = await runBatch({ ruleset: 'salatiga', input: 'staff.ndjson', output: 'pay.ndjson' });
 */
export async function runBatch(options: BatchOptions): Promise<BatchSummary> {
  const prepared = await prepareBatch(options);
  const { input, output, rejects, fingerprint } = prepared;
  const workers = options.workers ?? defaultWorkers(input);
  const before = options.resume && output && 'file' in output && fingerprint ? takeUp(prepared, output.file.path) : undefined;
  const began = performance.now();
  const summary = (journal: Pick<Journal, 'tally'>): BatchSummary => ({
    ...journal.tally,
    ruleset: prepared.plan.ruleset,
    input: input?.path ?? '-',
    output: typeof options.output === 'string' ? options.output : '-',
    ...(rejects && (rejects.always || journal.tally.rejected > 0) && { rejects: rejects.target.name }),
    workers,
    seconds: (performance.now() - began) / 1_000,
    resumed: before?.tally.read ?? 0,
  });
  if (before?.complete && output && 'file' in output) {
    publishRejects(rejects!, before.rejectsBytes);
    publish(output.file.path);
    removeCheckpoint(output.file.path);
    discard(output.file.path);
    return summary(before);
  }
  const device = output && 'device' in output ? await openStreamPath(output.device) : undefined;
  const journal =
    output && 'file' in output
      ? new FileJournal(output.file, rejects!, fingerprint, options.checkpointEvery ?? CHECKPOINT_EVERY, before, finishingOf(prepared))
      : new StreamJournal(device?.sink ?? (options.output as BatchSink), rejects);
  try {
    if (!before) await journal.begin(prepared.head);
    const source = openSource(prepared, before?.pieces ?? 0);
    const pool = await openPool(prepared.data, prepared.plan, workers);
    try {
      await work(source, pool, journal, options, began, output !== undefined && 'file' in output);
    } finally {
      await Promise.all([pool.close(), source.close()]);
    }
    if (input?.regular) refuseChanged(input);
    await journal.finish();
    return summary(journal);
  } catch (error) {
    journal.abandon();
    throw error;
  } finally {
    await device?.close();
  }
}

interface UnderWay {
  readonly piece: Piece;
  readonly result: Promise<ChunkResult>;
}

/** @param keepsNothing whether the journal is done with a piece once it has written it; a stream of the caller may hold on to it. */
async function work(source: WorkSource, pool: Pool, journal: Journal, { onProgress }: BatchOptions, began: number, keepsNothing: boolean): Promise<void> {
  const underWay: UnderWay[] = [];
  let resumedAt: number | undefined;
  for (;;) {
    while (underWay.length < pool.ahead) {
      const piece = await source.next();
      if (!piece) break;
      resumedAt ??= piece.work.kind === 'bytes' ? 0 : piece.work.from;
      const result = pool.run(piece.work);
      // It is waited for in its turn; until then its failure is no unhandled one.
      result.catch(() => undefined);
      underWay.push({ piece, result });
    }
    const first = underWay.shift();
    if (!first) return;
    const result = await first.result;
    await journal.write(result);
    if (keepsNothing) pool.giveBack(result);
    if (!onProgress) continue;
    const { read, rejected } = journal.tally;
    onProgress({ read, rejected, done: first.piece.done, size: source.size, seconds: (performance.now() - began) / 1_000, resumedAt: resumedAt ?? 0 });
  }
}

/** What a killed run has finished; undefined when there is nothing to take up. */
function takeUp({ fingerprint, plan }: PreparedBatch, output: string): Finished | undefined {
  const finished = readCheckpoint(output, fingerprint!);
  if (!finished || (finished.complete && partLength(output) === undefined)) return finished;
  const short = (path: string, wanted: number, part?: string): boolean => (partLength(path, part) ?? 0) < wanted;
  const rows = plan.output.format === 'parquet' && !finished.complete ? rowsName(output) : undefined;
  if (short(output, finished.complete ? 0 : finished.outputBytes, rows) || (!finished.complete && short(fingerprint!.rejects, finished.rejectsBytes)))
    throw new BatchError(
      'resume/damaged',
      'The run cannot go on: its unfinished files are shorter than the checkpoint says, or gone.',
      'Run without --resume to begin anew.',
    );
  return finished;
}

export function defaultWorkers(input: InputFile | undefined): number {
  return input?.regular && input.size < SMALL_INPUT ? 1 : availableParallelism();
}

/** The outcomes of half an old file and half a new one would be of no file at all. */
function refuseChanged({ path, size, changed }: InputFile): void {
  const now = statSync(path, { throwIfNoEntry: false });
  if (now?.size !== size || now.mtimeMs !== changed)
    throw new BatchError('file/changed', `"${path}" was changed while it was read.`, 'Run again, without --resume, once nobody writes to it.');
}
