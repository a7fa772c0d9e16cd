/**
 * A partition: a part of the input that one worker, on whatever machine, does by itself into files of its own.
 * In: a {@link Partition}, as plain data. Out: {@link PartResult}, and three files under their names only once they are whole.
 * The same partition may be done twice, even at once: every attempt has temporary names of its own and comes to the same bytes.
 */
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { type BatchTally, Tally } from '../../batch/tally.ts';
import { writingError } from './batch-error.ts';
import type { ChunkRunner } from './chunk-runner.ts';
import { countedOn } from './reject-line.ts';
import type { BatchPlan, Work } from './work.ts';

/** Plain JSON: travels through a queue. */
export interface Partition {
  /** From 0, in the order of the input. */
  readonly number: number;
  readonly plan: BatchPlan;
  /** An uncompressed NDJSON file, seen by every worker under this path. */
  readonly input: string;
  /** Bytes, both multiples of `chunk` but for the end of the input. */
  readonly from: number;
  readonly to: number;
  readonly chunk: number;
  /** Where the outcomes of this partition go; the rejects and the result stand beside it. */
  readonly output: string;
}

/** What one partition came to. Line numbers in its rejects count from 1 within the partition. */
export interface PartResult {
  readonly number: number;
  readonly lines: number;
  readonly outputBytes: number;
  readonly rejectsBytes: number;
  readonly tally: BatchTally;
}

export const partRejects = ({ output }: Partition): string => `${output}.rejects`;
export const partResult = ({ output }: Partition): string => `${output}.json`;

/**
 * Does one partition. The result file is written last: where it stands, the partition is done.
 * @throws BatchError when the input cannot be read or the files cannot be written; then nothing is left behind.
 */
export async function runPartition(runner: Pick<ChunkRunner, 'run'>, partition: Partition, onChunk?: (tally: BatchTally) => void): Promise<PartResult> {
  const attempt = `.${randomUUID()}.tmp`;
  const rejectsPath = partRejects(partition);
  const output = new AttemptFile(partition.output, attempt);
  try {
    const rejects = new AttemptFile(rejectsPath, attempt);
    const tally = new Tally();
    let lines = 0;
    try {
      for (const work of chunksOf(partition)) {
        const result = await runner.run(work);
        output.write(result.output);
        rejects.write(countedOn(result.rejects, lines));
        lines += result.lines;
        tally.merge(result.tally);
        onChunk?.(result.tally);
      }
      const done: PartResult = { number: partition.number, lines, outputBytes: output.length, rejectsBytes: rejects.length, tally: tally.json() };
      output.publish();
      rejects.publish();
      const result = new AttemptFile(partResult(partition), attempt);
      try {
        result.write(Buffer.from(JSON.stringify(done)));
        result.publish();
      } finally {
        result.discard();
      }
      return done;
    } finally {
      rejects.discard();
    }
  } finally {
    output.discard();
  }
}

/** What a partition came to, when it is done; undefined otherwise. */
export function finishedPartition(partition: Partition): PartResult | undefined {
  try {
    const result = JSON.parse(readFileSync(partResult(partition), 'utf8')) as PartResult;
    return result.number === partition.number ? result : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the files of a partition away. */
export function removePartition(partition: Partition): void {
  for (const path of [partResult(partition), partRejects(partition), partition.output]) rmSync(path, { force: true });
}

function* chunksOf({ input, from, to, chunk }: Partition): Generator<Work> {
  for (let at = from; at < to; at += chunk) yield { kind: 'range', path: input, from: at, to: Math.min(at + chunk, to) };
}

/** A file of one attempt: under its name once whole, or gone. */
class AttemptFile {
  length = 0;
  private readonly file: number;
  private open = true;
  private readonly temporary: string;

  constructor(
    private readonly path: string,
    attempt: string,
  ) {
    this.temporary = path + attempt;
    this.file = this.guarded(() => {
      writeFileSync(this.temporary, '');
      return openSync(this.temporary, 'r+');
    });
  }

  write(bytes: Uint8Array): void {
    this.guarded(() => {
      for (let done = 0; done < bytes.length;) done += writeSync(this.file, bytes, done);
    });
    this.length += bytes.length;
  }

  publish(): void {
    this.guarded(() => {
      fsyncSync(this.file);
      this.close();
      renameSync(this.temporary, this.path);
    });
  }

  discard(): void {
    this.close();
    rmSync(this.temporary, { force: true });
  }

  private close(): void {
    if (this.open) closeSync(this.file);
    this.open = false;
  }

  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw writingError(error, this.path);
    }
  }
}
