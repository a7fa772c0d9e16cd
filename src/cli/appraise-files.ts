/**
 * Appraises the employees of many files: the way that `monitor` and `select` share.
 * In: a ruleset, and files or folders as typed. Out: outcomes with their units, and what was refused, each fault with its place.
 * A file that cannot be appraised stops no other.
 */
import type { CohortMember, RefusedMember } from '../cohort/cohort-shape.ts';
import { unitOf } from '../cohort/unit-of.ts';
import { appraiseRead } from '../engine/appraise.ts';
import type { Appraisal, AppraisalInput } from '../model/appraisal.ts';
import { InputError } from '../model/input-error.ts';
import { readAppraisal } from '../model/read-appraisal.ts';
import { appraisalFiles, placeInFile } from '../node/appraisal-files.ts';
import { InputFileError, readAppraisalFile } from '../node/read-appraisal-file.ts';
import { textDiagnostics } from '../node/ruleset-folder.ts';
import { RulesetError, diagnosticText } from '../ruleset/diagnostic.ts';
import { type Ruleset, tryResolve } from '../ruleset/resolve.ts';
import type { Io } from './io.ts';
import { openFolder, pathFrom, rulesetAt } from './targets.ts';

export interface AppraisedFiles {
  /** As of the last day assessed; undefined when nothing could be appraised. */
  readonly ruleset: Ruleset | undefined;
  readonly members: readonly CohortMember[];
  readonly refused: readonly RefusedMember[];
  /** Every fault on a line of its own, for stderr. */
  readonly faults: readonly string[];
}

/** @param groupOf in which group a person is counted; the unit when left out. */
export function appraiseFiles(
  io: Io,
  rulesetName: string,
  paths: readonly string[],
  groupOf: (appraisal: Appraisal) => string | undefined = unitOf,
): AppraisedFiles {
  const folder = openFolder(rulesetAt(io, rulesetName));
  const errors = textDiagnostics(folder).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new RulesetError(folder.id, errors);
  const lawOf = lawReader(folder);
  const members: CohortMember[] = [];
  const refused: RefusedMember[] = [];
  const faults: string[] = [];
  let latest: Ruleset | undefined;
  for (const file of appraisalFiles(paths.map((path) => pathFrom(io, path)))) {
    let group: string | undefined;
    try {
      const input = readAppraisalFile(file);
      group = writtenUnit(input);
      const appraisal = readAppraisal(input);
      group = groupOf(appraisal);
      const ruleset = lawOf(appraisal);
      const { name } = appraisal.employee;
      members.push({
        outcome: appraiseRead(ruleset, appraisal),
        source: file,
        ...(name !== undefined && { name }),
        ...(group !== undefined && { unit: group }),
      });
      if (!latest || latest.dates.assessed.to.epochDay < ruleset.dates.assessed.to.epochDay) latest = ruleset;
    } catch (error) {
      const told = toldOf(file, error);
      if (!told) throw error;
      faults.push(...told.lines);
      refused.push({ source: file, ...(group !== undefined && { unit: group }), code: told.code, message: told.message, mend: told.mend });
    }
  }
  return { ruleset: latest, members, refused, faults };
}

/** The ruleset for the periods of an appraisal; each interval of law is resolved once. */
function lawReader({ id, data }: ReturnType<typeof openFolder>): (appraisal: Appraisal) => Ruleset {
  const known: Ruleset[] = [];
  return ({ assessed, paid }) => {
    const holds = ({ validity }: Ruleset): boolean =>
      within(assessed.to.epochDay, validity.assessed) &&
      (paid ? validity.paid !== undefined && within(paid.period.to.epochDay, validity.paid) : validity.paid === undefined);
    const there = known.find(holds);
    if (there) return there;
    const { ruleset, diagnostics } = tryResolve(data, { assessed, ...(paid && { paid: paid.period }) });
    if (!ruleset) throw new RulesetError(id, diagnostics);
    known.push(ruleset);
    return ruleset;
  };
}

const within = (day: number, { from, to }: Ruleset['validity']['assessed']): boolean => day >= from.epochDay && (!to || day <= to.epochDay);

interface Told {
  readonly code: string;
  readonly message: string;
  readonly mend: string;
  readonly lines: readonly string[];
}

/** What an error says of a file; undefined for what is no fault of the file. */
function toldOf(file: string, error: unknown): Told | undefined {
  if (error instanceof InputError) {
    const lines = error.issues.map(({ code, path, field, message, mend }) => {
      const place = placeInFile(file, path);
      return `${file}${place ? `:${place.line}:${place.column}` : ''}: error ${code}: ${field === '' ? '' : `${field}: `}${message} ${mend}`;
    });
    const [first, ...more] = error.issues;
    return {
      code: first!.code,
      message: `${first!.field === '' ? '' : `${first!.field}: `}${first!.message}${andMore(more.length)}`,
      mend: first!.mend,
      lines,
    };
  }
  if (error instanceof RulesetError) {
    const [first, ...more] = error.diagnostics.filter(({ severity }) => severity === 'error');
    const { code, message, mend = '' } = first!;
    return { code, message: `${message}${andMore(more.length)}`, mend, lines: error.diagnostics.map((each) => `${file}: ${diagnosticText(each)}`) };
  }
  if (error instanceof InputFileError && error.code !== 'file/not-found')
    return {
      code: error.code,
      message: error.message.split('\n')[0]!.replace(/^.*?: error [\w/-]+: /, ''),
      mend: 'Mend the file.',
      lines: error.message.split('\n'),
    };
  return undefined;
}

const andMore = (count: number): string => (count === 0 ? '' : ` (and ${count} more)`);

/** The unit as a file writes it, for one whose other fields cannot be read. */
function writtenUnit(input: AppraisalInput): string | undefined {
  const unit: unknown = (input as Partial<AppraisalInput> | undefined)?.employee?.unit;
  return typeof unit === 'string' ? unit : undefined;
}
