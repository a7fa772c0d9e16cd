/**
 * What stands in the way of a whole batch: a file, a disk, a pipe, a library, a checkpoint. A bad record never does.
 * In: a code, a sentence, a mend. Out: {@link BatchError}, also from what the file system throws.
 */

export type BatchErrorCode =
  | 'file/not-found'
  | 'file/is-folder'
  | 'file/no-folder'
  | 'file/unreadable'
  | 'file/same'
  | 'file/full'
  | 'file/broken-pipe'
  | 'file/refused'
  | 'file/damaged'
  | 'file/encoding'
  | 'file/changed'
  | 'file/header'
  | 'format/unknown'
  | 'format/column'
  | 'library/missing'
  | 'mapping/invalid'
  | 'resume/stream'
  | 'resume/changed'
  | 'resume/damaged'
  | 'worker/died'
  | 'queue/address'
  | 'queue/name'
  | 'queue/unreachable'
  | 'queue/auth'
  | 'queue/lost'
  | 'queue/fault'
  | 'queue/busy'
  | 'queue/refused'
  | 'queue/no-worker'
  | 'queue/poisoned'
  | 'queue/parts-missing';

/** The batch cannot begin, or cannot go on. Nothing stands half-written under the final name. */
export class BatchError extends Error {
  override readonly name = 'BatchError';
  constructor(
    readonly code: BatchErrorCode,
    message: string,
    /** How to mend it: one sentence. */
    readonly mend: string,
  ) {
    super(message);
  }
}

const READING: Readonly<Record<string, readonly [BatchErrorCode, (file: string) => string, string]>> = {
  ENOENT: ['file/not-found', (file) => `There is no file "${file}".`, 'Check the name.'],
  EISDIR: ['file/is-folder', (file) => `"${file}" is a folder, not a file.`, 'Name a file in it.'],
  EACCES: ['file/unreadable', (file) => `The file "${file}" may not be read.`, 'Ask for the right to read it.'],
};

const WRITING: Readonly<Record<string, readonly [BatchErrorCode, (file: string) => string, string]>> = {
  ENOENT: ['file/no-folder', (file) => `There is no folder to write "${file}" into.`, 'Make the folder first, or name another.'],
  ENOTDIR: ['file/no-folder', (file) => `There is no folder to write "${file}" into.`, 'Make the folder first, or name another.'],
  EISDIR: ['file/is-folder', (file) => `"${file}" is a folder, not a file.`, 'Name a file in it.'],
  EACCES: ['file/refused', (file) => `The file "${file}" may not be written.`, 'Ask for the right to write there, or name another place.'],
  EROFS: ['file/refused', (file) => `The file "${file}" lies on a disk that may only be read.`, 'Name another place.'],
  ENOSPC: ['file/full', (file) => `The disk is full: "${file}" could not be written further.`, 'Make room, then run again with --resume.'],
  EDQUOT: ['file/full', (file) => `The quota is used up: "${file}" could not be written further.`, 'Make room, then run again with --resume.'],
  EFBIG: ['file/full', (file) => `The file "${file}" may not grow further.`, 'Raise the limit, then run again with --resume.'],
  EPIPE: [
    'file/broken-pipe',
    () => 'Whoever read the output has gone before its end: the pipe is broken.',
    'Let the reader read to the end, or write to a file.',
  ],
};

const from =
  (table: typeof READING, verb: string) =>
  (error: unknown, file: string): unknown => {
    if (error instanceof BatchError || !(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
    const known = table[error.code];
    if (known) return new BatchError(known[0], known[1](file), known[2]);
    return 'syscall' in error ? new BatchError('file/refused', `"${file}" cannot be ${verb}: ${error.message}.`, 'See what the system says.') : error;
  };

/** What the file system throws at reading, as a {@link BatchError}; anything else as it is. */
export const readingError = from(READING, 'read');
/** The same for writing. */
export const writingError = from(WRITING, 'written');
