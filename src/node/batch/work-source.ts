/**
 * Where the work comes from: the pieces of the input in order, always cut at the same places.
 * In: an input. Out: a {@link WorkSource}. Only an uncompressed NDJSON file is cut without being read: the workers read their own ranges.
 */
import type { Work } from './work.ts';

/** A piece, and how many bytes of the input lie behind its end. */
export interface Piece {
  readonly work: Work;
  readonly done: number;
}

export interface WorkSource {
  /** The size of the input in bytes; undefined for a stream. */
  readonly size: number | undefined;
  /** @throws BatchError when the input cannot be read. */
  next(): Promise<Piece | undefined>;
  close(): Promise<void>;
}

/** The ranges of an NDJSON file, from the piece with this number on. */
export function rangeSource(path: string, size: number, chunkBytes: number, skip: number): WorkSource {
  let from = skip * chunkBytes;
  return {
    size,
    next: async () => {
      if (from >= size) return undefined;
      const to = Math.min(from + chunkBytes, size);
      const work: Work = { kind: 'range', path, from, to };
      from = to;
      return { work, done: to };
    },
    close: async () => undefined,
  };
}

/** Pieces that a reader has cut; the first `skip` of them are passed over. */
export function pieceSource(pieces: AsyncGenerator<Piece, void, undefined>, size: number | undefined, skip: number): WorkSource {
  let passed = 0;
  return {
    size,
    next: async () => {
      for (; passed < skip; passed++) if ((await pieces.next()).done) return undefined;
      const { value } = await pieces.next();
      return value ?? undefined;
    },
    close: async () => void (await pieces.return()),
  };
}

const ROWS = 20_000;

/** The rows of a Parquet file: no piece reaches over the end of a row group. */
export function rowSource(path: string, groups: readonly number[], size: number, skip: number): WorkSource {
  const pieces: Work[] = [];
  let first = 0;
  for (const rows of groups) {
    for (let from = first; from < first + rows; from += ROWS) pieces.push({ kind: 'rows', path, from, to: Math.min(from + ROWS, first + rows) });
    first += rows;
  }
  let next = skip;
  return {
    size,
    next: async () => {
      const work = pieces[next++];
      return work && { work, done: Math.round((size * next) / pieces.length) };
    },
    close: async () => undefined,
  };
}
