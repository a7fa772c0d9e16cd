/**
 * Libraries that most installations do without: loaded when a file asks for them.
 * In: how to import one, and what for. Out: the library, or a {@link BatchError} that says what to install.
 */
import { BatchError } from './batch-error.ts';

/** @throws BatchError when it is not installed. */
export async function optionalLibrary<Library>(name: string, purpose: string, load: () => Promise<Library>): Promise<Library> {
  try {
    return await load();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new BatchError('library/missing', `${purpose} needs the package ${name}, which is not installed.`, `npm install ${name}`);
  }
}
