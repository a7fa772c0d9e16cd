/**
 * What a command says when it cannot go on, and how it ends.
 * In: whatever was thrown. Out: text for stderr and an exit code; a stack trace only for a fault of the program itself.
 */
import { MappingError } from '../batch/mapping/mapping.ts';
import { SelectionError } from '../batch/selection.ts';
import { PlaceholderError } from '../engine/strict.ts';
import { FileInputError } from './file-input-error.ts';
import { BatchError } from '../node/batch/batch-error.ts';
import { InputFileError } from '../node/read-appraisal-file.ts';
import { RulesetNotFound } from '../node/ruleset-folder.ts';
import { OutputFileError } from '../node/write-file.ts';
import { RulesetError } from '../ruleset/diagnostic.ts';
import { type ExitCode, FAULT, FINDINGS, MISUSE } from './command.ts';
import { Misuse } from './misuse.ts';

export interface Failure {
  readonly text: string;
  readonly code: ExitCode;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof Misuse) return { text: `kinerja: ${error.message}\n${error.hint === undefined ? '' : `  ${error.hint}\n`}`, code: MISUSE };
  if (error instanceof BatchError || error instanceof SelectionError) return { text: `kinerja: ${error.message}\n  ${error.mend}\n`, code: MISUSE };
  if (error instanceof RulesetNotFound || error instanceof OutputFileError) return { text: `kinerja: ${error.message.trim()}\n`, code: MISUSE };
  if (error instanceof InputFileError) return { text: `kinerja: ${error.message}\n`, code: error.code === 'file/syntax' ? FINDINGS : MISUSE };
  if (error instanceof FileInputError || error instanceof RulesetError || error instanceof MappingError || error instanceof PlaceholderError)
    return { text: `kinerja: ${error.message}\n`, code: FINDINGS };
  if (isSystemError(error)) return { text: `kinerja: The system refuses: ${error.message}.\n`, code: MISUSE };
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: `kinerja: This is a fault of kinerja itself, not of your files. Please report it with these lines:\n${stack}\n`, code: FAULT };
}

/** A refusal of the file system: no permission, no room. */
const isSystemError = (error: unknown): error is Error => error instanceof Error && 'syscall' in error && 'code' in error;
