/**
 * A file that stands under its final name only once it is whole: it grows under a temporary name, is brought to the disk and renamed.
 * In: a path and bytes. Out: the file; what stands in the way is a {@link BatchError}. After a failure the part stays, for `--resume`.
 */
import { closeSync, fdatasyncSync, fsyncSync, ftruncateSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { writingError } from './batch-error.ts';

/** The name under which a file grows. */
export const partName = (path: string): string => `${path}.kinerja-part`;

export class OutputFile {
  private written: number;

  private constructor(
    readonly path: string,
    private readonly file: number,
    length: number,
  ) {
    this.written = length;
  }

  /**
   * @param keep how many bytes of an earlier part to keep: 0 to begin anew.
   * @throws BatchError when it cannot be written.
   */
  static open(path: string, keep: number, part = partName(path)): OutputFile {
    return guarded(path, () => {
      const file = openSync(part, keep > 0 ? 'r+' : 'w');
      if (keep > 0) ftruncateSync(file, keep);
      return new OutputFile(path, file, keep);
    });
  }

  get length(): number {
    return this.written;
  }

  write(bytes: Uint8Array): void {
    guarded(this.path, () => {
      for (let done = 0; done < bytes.length;) {
        const count = writeSync(this.file, bytes, done, bytes.length - done, this.written);
        done += count;
        this.written += count;
      }
    });
  }

  /** Brings what was written to the disk. */
  sync(): void {
    guarded(this.path, () => fdatasyncSync(this.file));
  }

  close(): void {
    closeSync(this.file);
  }
}

/** The rows of a file that can only be written once all are there. */
export const rowsName = (path: string): string => `${path}.kinerja-rows`;

/** The length of the part of an earlier run; undefined when there is none. */
export const partLength = (path: string, part = partName(path)): number | undefined => statSync(part, { throwIfNoEntry: false })?.size;

/** Brings a finished part to the disk that another writer has written. */
export function syncPart(path: string): void {
  guarded(path, () => {
    const file = openSync(partName(path), 'r+');
    fsyncSync(file);
    closeSync(file);
  });
}

/** Gives a finished part its final name; one that has it already is left. */
export function publish(path: string): void {
  guarded(path, () => {
    if (partLength(path) === undefined) return;
    renameSync(partName(path), path);
    syncFolder(dirname(path));
  });
}

export function discard(path: string): void {
  rmSync(partName(path), { force: true });
  rmSync(rowsName(path), { force: true });
}

/** Brings a new name to the disk; systems that cannot do that for a folder are let be. */
function syncFolder(folder: string): void {
  try {
    const file = openSync(folder, 'r');
    fsyncSync(file);
    closeSync(file);
  } catch {
    return;
  }
}

function guarded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw writingError(error, path);
  }
}
