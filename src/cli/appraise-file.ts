/**
 * Appraises the employee of one file: the way that `appraise` and `explain` share.
 * In: a ruleset and a file (or `-` for stdin) as typed. Out: the appraisal as read, the ruleset for its periods, the outcome.
 */
import { type AppraisalOutcome, appraiseRead } from '../engine/appraise.ts';
import { refusePlaceholders } from '../engine/strict.ts';
import type { Appraisal, AppraisalInput } from '../model/appraisal.ts';
import { InputError } from '../model/input-error.ts';
import { readAppraisal } from '../model/read-appraisal.ts';
import { loadRuleset } from '../node/load-ruleset.ts';
import { readAppraisalFile, readAppraisalText } from '../node/read-appraisal-file.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { FileInputError } from './file-input-error.ts';
import type { Io } from './io.ts';
import { openFolder, pathFrom, rulesetAt } from './targets.ts';

export interface AppraisedFile {
  readonly input: AppraisalInput;
  readonly appraisal: Appraisal;
  readonly ruleset: Ruleset;
  readonly outcome: AppraisalOutcome;
}

/**
 * @throws RulesetNotFound, RulesetError, InputFileError, FileInputError; PlaceholderError when strict.
 */
export async function appraiseFile(io: Io, ruleset: string, file: string, strict: boolean): Promise<AppraisedFile> {
  const { path } = openFolder(rulesetAt(io, ruleset));
  const name = file === '-' ? 'stdin' : pathFrom(io, file);
  const input = file === '-' ? readAppraisalText(...(await stdinText(io))) : readAppraisalFile(name);
  const appraised = naming(name, () => {
    const appraisal = readAppraisal(input);
    const { assessed, paid } = appraisal;
    const loaded = loadRuleset(path, { assessed, ...(paid && { paid: paid.period }) });
    return { input, appraisal, ruleset: loaded, outcome: appraiseRead(loaded, appraisal) };
  });
  if (strict) refusePlaceholders(appraised.outcome);
  return appraised;
}

/** What begins with a brace is JSON; all else is YAML. */
async function stdinText(io: Io): Promise<readonly [text: string, name: string]> {
  const text = await io.readStdin();
  return [text, /^\s*\{\s*(?:"|\})/.test(text) ? 'stdin.json' : 'stdin'];
}

function naming<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof InputError ? new FileInputError(file, error) : error;
  }
}
