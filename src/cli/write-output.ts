/**
 * Hands a finished text to where it was asked for: stdout, or a file.
 * In: the text and the options `--out` and `--force`. Out: nothing; for a file one line on stderr says that it is written.
 */
import { OutputFileError, refuseUnwritable, writeFile } from '../node/write-file.ts';
import type { Io } from './io.ts';
import { Misuse } from './misuse.ts';
import { pathFrom } from './targets.ts';

export interface OutputOptions {
  readonly out?: string;
  readonly force?: boolean;
}

const MENDS = {
  'file/exists': 'Give --force to replace it, or another name.',
  'file/is-folder': 'Name a file in it.',
  'file/no-folder': 'Make the folder first, or name another.',
} as const;

/** @throws Misuse when the file may not be written. */
export function writeOutput(io: Io, text: string, { out, force }: OutputOptions): void {
  if (out === undefined) {
    io.stdout(text);
    return;
  }
  writeOutputs(io, [[out, text]], force === true);
}

/**
 * Several files that belong together: none is written when one may not be.
 * @throws Misuse when a file may not be written.
 */
export function writeOutputs(io: Io, files: readonly (readonly [file: string, text: string])[], replace: boolean): void {
  const paths = files.map(([file, text]) => [pathFrom(io, file), text] as const);
  try {
    for (const [path] of paths) refuseUnwritable(path, { replace });
    for (const [path, text] of paths) writeFile(path, text, { replace });
  } catch (error) {
    if (error instanceof OutputFileError) throw new Misuse(error.message, MENDS[error.code]);
    throw error;
  }
  for (const [path] of paths) io.stderr(`Written: ${path}\n`);
}
