/**
 * Writes to a device or a pipe that has a path: nothing can be renamed there, so bytes go as they come.
 * In: a path. Out: a {@link BatchSink} and the way to close it.
 */
import { open } from 'node:fs/promises';
import type { BatchSink } from './batch-options.ts';
import { writingError } from './batch-error.ts';

export async function openStreamPath(path: string): Promise<{ readonly sink: BatchSink; readonly close: () => Promise<void> }> {
  try {
    const file = await open(path, 'w');
    return {
      sink: async (bytes) => {
        try {
          await file.writeFile(bytes);
        } catch (error) {
          throw writingError(error, path);
        }
      },
      close: () => file.close(),
    };
  } catch (error) {
    throw writingError(error, path);
  }
}
