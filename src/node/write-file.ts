/**
 * Writes a text file whole or not at all: under a temporary name first, then renamed.
 * In: a path and a text. Out: the file; what stands in its way is an {@link OutputFileError}.
 */
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file that cannot be written. */
export class OutputFileError extends Error {
  override readonly name = 'OutputFileError';
  constructor(
    readonly code: 'file/exists' | 'file/is-folder' | 'file/no-folder',
    message: string,
  ) {
    super(message);
  }
}

export interface WriteOptions {
  readonly replace?: boolean;
}

/**
 * Looks whether a file may be written, before anything is.
 * @throws OutputFileError when the file exists and may not be replaced, is a folder, or its folder is missing.
 */
export function refuseUnwritable(path: string, options: WriteOptions = {}): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw new OutputFileError('file/is-folder', `"${path}" is a folder, not a file.`);
  if (there && !options.replace) throw new OutputFileError('file/exists', `The file "${path}" exists already.`);
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory())
    throw new OutputFileError('file/no-folder', `There is no folder "${dirname(path)}" to write into.`);
}

/**
 * @throws OutputFileError when the file exists and may not be replaced, is a folder, or its folder is missing.
 */
export function writeFile(path: string, text: string, options: WriteOptions = {}): void {
  refuseUnwritable(path, options);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(temporary, text, { encoding: 'utf8', flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
