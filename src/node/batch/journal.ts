/**
 * Takes the pieces in order and keeps them: output, rejects, counts, and how far a killed run can go on.
 * In: {@link ChunkResult}s. Out: a {@link Journal} onto files (temporary names, checkpoint) or onto a stream.
 */
import { rmSync } from 'node:fs';
import { Tally, type BatchTally } from '../../batch/tally.ts';
import type { BatchSink } from './batch-options.ts';
import { type Finished, type Fingerprint, removeCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { writingError } from './batch-error.ts';
import { OutputFile, discard, partName, publish, rowsName, syncPart } from './output-file.ts';
import { countedOn } from './reject-line.ts';
import type { ChunkResult } from './work.ts';
import type { FileTarget } from './targets.ts';

export interface Journal {
  /** Writes what stands before the first record, such as the names of columns. */
  begin(bytes: Uint8Array): Promise<void>;
  write(result: ChunkResult): Promise<void>;
  /** All pieces are there: gives the files their names. */
  finish(): Promise<void>;
  /** The run cannot go on: keeps what allows another to do so, or takes everything back. */
  abandon(): void;
  readonly tally: BatchTally;
}

/** Where rejects go: a file, or nowhere; `always` when it was asked for and stands there even when empty. */
export interface RejectsPlace {
  readonly target: FileTarget;
  readonly always: boolean;
}

/** Makes the file itself of the rows that were kept. */
export type Finishing = (rows: string, part: string) => Promise<void>;

const NOTHING: Finished = { pieces: 0, lines: 0, outputBytes: 0, rejectsBytes: 0, tally: new Tally().json(), complete: false };

/** A file of rejects that grows beside whatever the output is. */
class Rejects {
  private readonly file: OutputFile;
  constructor(
    private readonly place: RejectsPlace,
    keep: number,
  ) {
    this.file = OutputFile.open(place.target.path, keep);
  }
  get length(): number {
    return this.file.length;
  }
  write(rejects: Uint8Array, linesBefore: number): void {
    this.file.write(countedOn(rejects, linesBefore));
  }
  sync(): void {
    this.file.sync();
  }
  close(): void {
    this.file.close();
  }
  publish(): void {
    publishRejects(this.place, this.length);
  }
}

/** An empty file of rejects is no news, unless it was asked for by name; one of an earlier run would be false news. */
export function publishRejects({ target, always }: RejectsPlace, length: number): void {
  if (length > 0 || always) return publish(target.path);
  discard(target.path);
  rmSync(target.path, { force: true });
}

export class FileJournal implements Journal {
  private finished: Finished;
  private readonly counts = new Tally();
  private readonly output: OutputFile;
  private readonly rejects: Rejects;
  private last = performance.now();

  /**
   * @param fingerprint what a checkpoint names; without one the run cannot be resumed.
   * @param before what an earlier run has finished.
   */
  constructor(
    private readonly target: FileTarget,
    private readonly place: RejectsPlace,
    private readonly fingerprint: Fingerprint | undefined,
    private readonly every: number,
    before: Finished | undefined,
    private readonly finishing?: Finishing | undefined,
  ) {
    if (!before) removeCheckpoint(target.path);
    this.finished = before ?? NOTHING;
    this.counts.merge(this.finished.tally);
    this.output = OutputFile.open(target.path, this.finished.outputBytes, finishing && rowsName(target.path));
    this.rejects = new Rejects(place, this.finished.rejectsBytes);
  }

  get tally(): BatchTally {
    return this.counts.json();
  }

  async begin(bytes: Uint8Array): Promise<void> {
    this.output.write(bytes);
  }

  async write({ output, rejects, lines, tally }: ChunkResult): Promise<void> {
    this.output.write(output);
    this.rejects.write(rejects, this.finished.lines);
    this.counts.merge(tally);
    this.finished = {
      ...this.finished,
      pieces: this.finished.pieces + 1,
      lines: this.finished.lines + lines,
      outputBytes: this.output.length,
      rejectsBytes: this.rejects.length,
    };
    if (performance.now() - this.last >= this.every) this.keep(false);
  }

  async finish(): Promise<void> {
    const { path } = this.target;
    if (this.finishing) {
      this.keep(false);
      await this.finishing(rowsName(path), partName(path));
      syncPart(path);
    }
    this.keep(true);
    this.close();
    this.rejects.publish();
    publish(path);
    removeCheckpoint(path);
    discard(path);
  }

  abandon(): void {
    try {
      if (this.fingerprint) this.keep(false);
    } catch {
      // The reason why the run cannot go on is told already; the last checkpoint holds.
    }
    this.close();
    if (this.fingerprint) return;
    discard(this.target.path);
    discard(this.place.target.path);
  }

  /** What a checkpoint says is on the disk before the checkpoint is. */
  private keep(complete: boolean): void {
    if (this.fingerprint || complete) {
      this.output.sync();
      this.rejects.sync();
    }
    this.finished = { ...this.finished, tally: this.counts.json(), complete };
    if (this.fingerprint) writeCheckpoint(this.target.path, this.fingerprint, this.finished);
    this.last = performance.now();
  }

  private close(): void {
    this.output.close();
    this.rejects.close();
  }
}

/** Outcomes to a stream; rejects to a file or, without one, only counted. */
export class StreamJournal implements Journal {
  private readonly counts = new Tally();
  private readonly rejects: Rejects | undefined;
  private lines = 0;

  constructor(
    private readonly sink: BatchSink,
    private readonly place: RejectsPlace | undefined,
  ) {
    this.rejects = place && new Rejects(place, 0);
  }

  get tally(): BatchTally {
    return this.counts.json();
  }

  async begin(bytes: Uint8Array): Promise<void> {
    if (bytes.length > 0) await this.send(bytes);
  }

  async write({ output, rejects, lines, tally }: ChunkResult): Promise<void> {
    if (output.length > 0) await this.send(output);
    this.rejects?.write(rejects, this.lines);
    this.lines += lines;
    this.counts.merge(tally);
  }

  async finish(): Promise<void> {
    this.rejects?.sync();
    this.rejects?.close();
    this.rejects?.publish();
  }

  abandon(): void {
    this.rejects?.close();
    if (this.place) discard(this.place.target.path);
  }

  private async send(bytes: Uint8Array): Promise<void> {
    try {
      await this.sink(bytes);
    } catch (error) {
      throw writingError(error, 'the output');
    }
  }
}
