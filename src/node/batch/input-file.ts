/**
 * The input as a file: whether it can be read, and what tells it from another file or from a later state of itself.
 * In: a path. Out: {@link InputFile} with size, time of change and hashes of its head and tail, for checkpoints.
 */
import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { BatchError, readingError } from './batch-error.ts';

export interface InputFile {
  readonly path: string;
  readonly size: number;
  readonly changed: number;
  /** SHA-256 of the first and the last 64 KB. */
  readonly head: string;
  readonly tail: string;
  /** Whether it has a size at all; a pipe has none. */
  readonly regular: boolean;
}

const SAMPLE = 64 * 1024;

/** @throws BatchError when it is not there, is a folder, may not be read, or is UTF-16. */
export function inspectInput(path: string): InputFile {
  try {
    const file = openSync(path, 'r');
    try {
      const stat = fstatSync(file);
      if (stat.isDirectory()) throw new BatchError('file/is-folder', `"${path}" is a folder, not a file.`, 'Name a file in it.');
      if (!stat.isFile()) return { path, size: 0, changed: 0, head: '', tail: '', regular: false };
      const head = sample(file, 0);
      refuseUtf16(path, head);
      return { path, size: stat.size, changed: stat.mtimeMs, head: hash(head), tail: hash(sample(file, Math.max(0, stat.size - SAMPLE))), regular: true };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw readingError(error, path);
  }
}

function sample(file: number, position: number): Buffer {
  const bytes = Buffer.alloc(SAMPLE);
  return bytes.subarray(0, readSync(file, bytes, 0, SAMPLE, position));
}

const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

function refuseUtf16(path: string, head: Buffer): void {
  const mark = head.length < 2 ? 0 : head.readUInt16BE(0);
  if (mark === 0xfeff || mark === 0xfffe) throw new BatchError('file/encoding', `The file "${path}" is UTF-16.`, 'Save it as UTF-8.');
}
