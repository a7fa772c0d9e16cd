/**
 * Faults of an appraisal with the file that it was read from.
 * In: a file and the {@link InputError}. Out: an error whose message names both.
 */
import type { InputError } from '../model/input-error.ts';

export class FileInputError extends Error {
  override readonly name = 'FileInputError';
  constructor(
    readonly file: string,
    override readonly cause: InputError,
  ) {
    super(`${file}: ${cause.message}`);
  }
}
