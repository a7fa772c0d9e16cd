/**
 * Where a batch writes: files with a checkpoint beside them, or a stream.
 * In: the options and the input. Out: {@link BatchTargets}; output that is the input, a folder, or lies nowhere is a {@link BatchError}.
 */
import { realpathSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { BatchError, writingError } from './batch-error.ts';
import { shapeOf } from './file-shape.ts';

export interface FileTarget {
  /** Where it really lies: links are followed, so that a link stays one. */
  readonly path: string;
  /** As it was asked for. */
  readonly name: string;
}

/** Whether a path is written under a temporary name first; a device or a pipe is written as it is. */
export function isStreamPath(path: string): boolean {
  const there = seen(path);
  return there !== undefined && !there.isFile() && !there.isDirectory();
}

/** @throws BatchError when the file cannot stand there. */
export function fileTarget(name: string, inputs: readonly string[]): FileTarget {
  const there = seen(name);
  if (there?.isDirectory()) throw new BatchError('file/is-folder', `"${name}" is a folder, not a file.`, 'Name a file in it.');
  if (!statSync(dirname(resolve(name)), { throwIfNoEntry: false })?.isDirectory())
    throw new BatchError('file/no-folder', `There is no folder "${dirname(name)}" to write into.`, 'Make the folder first, or name another.');
  const path = there ? realpathSync(name) : resolve(name);
  for (const input of inputs) {
    const other = statSync(input, { throwIfNoEntry: false });
    const same = there && other ? there.dev === other.dev && there.ino === other.ino : path === resolve(input);
    if (same) throw new BatchError('file/same', `"${name}" would overwrite "${input}".`, 'Name another file.');
  }
  return { path, name };
}

/** The file of the rejects: as asked for, or beside the output. */
export function rejectsTarget(name: string | undefined, output: string, inputs: readonly string[]): FileTarget {
  const chosen = name ?? `${output}.rejects.ndjson`;
  if (shapeOf(chosen).compression !== 'none' || shapeOf(chosen).format !== 'ndjson')
    throw new BatchError('format/unknown', `Rejects are plain NDJSON, and "${chosen}" is named otherwise.`, 'Name it rejects.ndjson.');
  return fileTarget(chosen, inputs);
}

function seen(path: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw writingError(error, path);
  }
}
