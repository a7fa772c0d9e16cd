/**
 * An evaluator under attack, and what it answers to one record.
 * In: a ruleset as data and resolved, an appraisal. Out: an {@link Answer}: an outcome, a refusal with its issues, or a crash.
 */
import { appraise } from '../../engine/appraise.ts';
import type { AppraisalInput } from '../../model/appraisal.ts';
import type { RulesetData } from '../../ruleset/document.ts';
import { type CompileOptions, compile } from '../compile.ts';
import type { DatesInput, Ruleset } from '../../ruleset/resolve.ts';

/** A ruleset at given dates. */
export interface Subject {
  /** The words by which it is found again: `salatiga`, `ruleset of seed 42`. */
  readonly name: string;
  readonly data: RulesetData;
  readonly dates: DatesInput;
  readonly ruleset: Ruleset;
}

export type Evaluator = (input: AppraisalInput) => object;

export interface BackEnd {
  readonly name: string;
  readonly build: (subject: Subject) => Evaluator;
}

/** The judge: the exact engine. */
export const EXACT: BackEnd = {
  name: 'exact',
  build:
    ({ ruleset }) =>
    (input) =>
      appraise(ruleset, input),
};

/** A stand-in that answers as compiled code does: by the exact engine, without trace, terms and standing, faults as code and node. */
export const STAND_IN: BackEnd = {
  name: 'stand-in',
  build:
    ({ ruleset }) =>
    (input) => {
      const { trace: _trace, terms: _terms, standing: _standing, faults, ...rest } = appraise(ruleset, input);
      return { ...rest, faults: faults.map(({ code, node }) => ({ code, node })) };
    },
};

const compiled = (code: NonNullable<CompileOptions['code']>): BackEnd => ({ name: code, build: ({ ruleset }) => compile(ruleset, { code }) });

/** The back ends that every differential test is run on. */
export const BACK_ENDS: readonly BackEnd[] = [compiled('exact'), compiled('closures'), compiled('generated')];

export type Answer =
  | { readonly kind: 'outcome'; readonly outcome: object }
  /** The input was refused: each issue as `code field`, in order. */
  | { readonly kind: 'refused'; readonly issues: readonly string[] }
  | { readonly kind: 'crashed'; readonly error: string };

export function answerOf(evaluate: Evaluator, input: AppraisalInput): Answer {
  try {
    return { kind: 'outcome', outcome: evaluate(input) };
  } catch (error) {
    return refusalOf(error) ?? { kind: 'crashed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** Told by its name, so that an engine loaded a second time is understood as well. */
function refusalOf(error: unknown): Answer | undefined {
  if (!(error instanceof Error) || error.name !== 'InputError' || !('issues' in error)) return undefined;
  const issues = error.issues as readonly { readonly code: string; readonly field: string }[];
  return { kind: 'refused', issues: issues.map(({ code, field }) => `${code} ${field}`) };
}
