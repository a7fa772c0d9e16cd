/**
 * Reads an appraisal from a JSON or YAML file.
 * In: a path. Out: plain data, not yet read by the model; what is no JSON or YAML is an {@link InputFileError} with its place.
 */
import { readFileSync, statSync } from 'node:fs';
import { readYaml } from '../authoring/read-yaml.ts';
import { diagnosticText } from '../ruleset/diagnostic.ts';
import type { AppraisalInput } from '../model/appraisal.ts';

const MAX_BYTES = 20_000_000;

/** A file that cannot be read as data. */
export class InputFileError extends Error {
  override readonly name = 'InputFileError';
  constructor(
    readonly code: 'file/not-found' | 'file/too-large' | 'file/syntax',
    message: string,
  ) {
    super(message);
  }
}

/**
 * @throws InputFileError when the file is missing, larger than 20 MB, or neither JSON nor YAML.
 * @example appraise(ruleset, readAppraisalFile('people/clerk.yaml'))
 */
export function readAppraisalFile(path: string): AppraisalInput {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new InputFileError('file/not-found', `There is no file "${path}".`);
  if (stat.size > MAX_BYTES)
    throw new InputFileError('file/too-large', `"${path}" is larger than ${MAX_BYTES / 1_000_000} MB, and an appraisal is one employee.`);
  return readAppraisalText(readFileSync(path, 'utf8'), path);
}

/**
 * As {@link readAppraisalFile}, for a text that is there already; `name` stands in messages, and its ending tells JSON from YAML.
 * @throws InputFileError when it is neither.
 */
export function readAppraisalText(text: string, name: string): AppraisalInput {
  if (/\.json$/i.test(name)) return parseJson(text, name);
  const { data, diagnostics } = readYaml(text, name);
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length > 0) throw new InputFileError('file/syntax', errors.map(diagnosticText).join('\n'));
  return data as AppraisalInput;
}

function parseJson(text: string, path: string): AppraisalInput {
  try {
    return JSON.parse(text) as AppraisalInput;
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
    throw new InputFileError('file/syntax', `${path}${placeOf(reason, text)}: error file/syntax: The file is no JSON: ${reason}.`);
  }
}

/** Where the engine says that JSON breaks; else where YAML, which holds JSON, breaks; else nothing. */
function placeOf(reason: string, text: string): string {
  const at = /position (\d+)/.exec(reason);
  if (at) {
    const before = text.slice(0, Number(at[1])).split('\n');
    return `:${before.length}:${before.at(-1)!.length + 1}`;
  }
  const position = readYaml(text, '').diagnostics[0]?.position;
  return position ? `:${position.line}:${position.column}` : '';
}
