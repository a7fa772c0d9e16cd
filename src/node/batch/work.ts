/**
 * Shapes that travel: what a batch is to do, one piece of work in it, and what a piece came to.
 * In: nothing. Out: {@link BatchPlan}, {@link Work}, {@link ChunkResult}: plain data for threads, checkpoints and queues.
 */
import type { Mapping } from '../../batch/mapping/mapping.ts';
import type { BatchTally } from '../../batch/tally.ts';

/** The piece of input that is read, appraised and written at once: bytes of text, after decompression. */
export const CHUNK_BYTES = 4 * 1024 * 1024;
/** The longest record, in bytes. */
export const LONGEST_RECORD = 16 * 1024 * 1024;

export type Compression = 'none' | 'gzip' | 'zstd';
export type Format = 'ndjson' | 'csv' | 'parquet';

export interface InputShape {
  readonly format: Format;
  readonly compression: Compression;
  /** How columns become an appraisal; none for NDJSON. */
  readonly mapping?: Mapping | undefined;
  /** The names of the columns of a flat file. */
  readonly columns?: readonly string[] | undefined;
  /** Between the cells of a CSV file. */
  readonly separator?: string | undefined;
  /** Columns of a Parquet file that hold numbers, dates or truth values as such. */
  readonly exact?: readonly boolean[] | undefined;
  /** Rows of each row group of a Parquet file. */
  readonly groups?: readonly number[] | undefined;
}

export interface OutputShape {
  readonly format: Format;
  readonly compression: Compression;
}

/** Everything that decides the bytes of the output, beside the input and the ruleset. */
export interface BatchPlan {
  readonly ruleset: { readonly id: string; readonly version: string; readonly hash: string };
  /** Fields as selected; all when left out. */
  readonly select?: readonly string[] | undefined;
  readonly input: InputShape;
  readonly output: OutputShape;
}

/** One piece of the input. Lines belong to the piece in which they begin. */
export type Work =
  /** Bytes `from` up to `to` of an uncompressed NDJSON file, wherever lines break. */
  | { readonly kind: 'range'; readonly path: string; readonly from: number; readonly to: number }
  /** Whole records, cut by a reader; `offset` is where they stand in the decompressed text. */
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer>; readonly offset: number; readonly cut: boolean }
  /** Rows of a Parquet file. */
  | { readonly kind: 'rows'; readonly path: string; readonly from: number; readonly to: number };

/** What one piece came to. Line numbers in the rejects count from 1 within the piece. */
export interface ChunkResult {
  readonly output: Uint8Array<ArrayBuffer>;
  readonly rejects: Uint8Array<ArrayBuffer>;
  /** Lines of text, blank ones too; rows of a Parquet file. */
  readonly lines: number;
  readonly tally: BatchTally;
}
