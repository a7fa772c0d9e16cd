/**
 * What a batch is asked for, and what it says when it has ended.
 * In: nothing. Out: {@link BatchOptions}, {@link BatchProgress}, {@link BatchSummary}.
 */
import type { BatchTally } from '../../batch/tally.ts';
import type { Format } from './work.ts';

/** Where outcomes go that are no file: told when the bytes are taken. */
export type BatchSink = (bytes: Uint8Array) => Promise<void>;

export interface BatchOptions {
  /** Id of a shipped ruleset, or the path of a folder. */
  readonly ruleset: string;
  /** A path, or bytes as they come. */
  readonly input: string | AsyncIterable<Uint8Array>;
  readonly output: string | BatchSink;
  /** Where rejected records go. Beside the output when left out: `out.ndjson.rejects.ndjson`; nowhere when the output is no file. */
  readonly rejects?: string | undefined;
  /** Goes on from the checkpoint of a killed run; begins anew where there is none. */
  readonly resume?: boolean | undefined;
  /** Fields to write, such as `status,payments.tpp`; whole outcomes when left out. */
  readonly select?: string | undefined;
  /** How columns become appraisals: a YAML file, for CSV and Parquet. Without one, columns are named by the paths of the appraisal. */
  readonly mapping?: string | undefined;
  /** Threads. When left out: as many as there are cores, and one for an input of less than 16 MB. */
  readonly workers?: number | undefined;
  /** The format of the input and of the output, where their names do not tell. */
  readonly format?: Format | undefined;
  readonly outFormat?: Format | undefined;
  readonly onProgress?: ((progress: BatchProgress) => void) | undefined;
  /** How often the state is kept for `--resume`, in milliseconds: 2,000 when left out. */
  readonly checkpointEvery?: number | undefined;
  /** How many bytes of input are worked on at once: 4 MB when left out. Part of the state: gzip members end where pieces end. */
  readonly chunkBytes?: number | undefined;
}

export interface BatchProgress {
  readonly read: number;
  readonly rejected: number;
  /** Bytes of the input behind us, and all of them; undefined for a stream. */
  readonly done: number;
  readonly size: number | undefined;
  readonly seconds: number;
  /** Bytes that an earlier run had done. */
  readonly resumedAt: number;
}

export interface BatchSummary extends BatchTally {
  readonly ruleset: { readonly id: string; readonly version: string; readonly hash: string };
  readonly input: string;
  readonly output: string;
  /** The file of the rejects, when there is one. */
  readonly rejects?: string | undefined;
  readonly workers: number;
  /** Of this run alone. */
  readonly seconds: number;
  /** Records that an earlier run had done. */
  readonly resumed: number;
}
