/**
 * What `validate` and `test` found, in the one form that every report for machines is made from.
 * In: nothing. Out: the {@link Suite} shape: a ruleset, its checks, and the findings of each.
 */
import type { Position, Severity } from '../ruleset/diagnostic.ts';

export interface Finding {
  /** Stable, such as `formula/unknown-name` or `case/mismatch`. */
  readonly code: string;
  readonly severity: Severity;
  /** A few words, for a heading. */
  readonly title: string;
  /** Whole sentences, with the mend; may have several lines. */
  readonly message: string;
  readonly position?: Position | undefined;
  readonly related?: { readonly message: string; readonly position?: Position | undefined } | undefined;
}

/** One thing that was looked at: a case, a file, a ruleset as a whole. */
export interface Check {
  readonly name: string;
  /** What it belongs to: a file, or the ruleset. */
  readonly group: string;
  readonly findings: readonly Finding[];
}

export interface Suite {
  readonly name: string;
  readonly checks: readonly Check[];
}

/** Whether warnings count like errors, or are told only. */
export type Warnings = 'fail' | 'allow';

export const fails = (finding: Pick<Finding, 'severity'>, warnings: Warnings): boolean =>
  finding.severity === 'error' || (finding.severity === 'warning' && warnings === 'fail');

export const findingsOf = (suites: readonly Suite[]): readonly Finding[] => suites.flatMap((suite) => suite.checks.flatMap((check) => check.findings));
