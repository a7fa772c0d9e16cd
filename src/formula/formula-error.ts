/**
 * The error of a formula used by itself.
 * In: findings and the text that they are about. Out: an error whose message lists each with its line and column.
 */
import type { Finding } from '../values/finding.ts';

/** A finding with its place in the text, counted from 1. */
export interface PlacedFinding extends Finding {
  readonly line: number;
  readonly column: number;
}

/** Thrown by `evaluateFormula` for a text that does not parse or check, and for facts that are no values of the language. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
  readonly findings: readonly PlacedFinding[];

  constructor(
    readonly text: string,
    findings: readonly Finding[],
  ) {
    const placed = findings.map((finding) => Object.freeze({ ...finding, ...placeOf(text, finding.span?.[0] ?? 0) }));
    super(
      placed
        .map((finding) => `${finding.line}:${finding.column} ${finding.message}${finding.mend === undefined ? '' : ` ${finding.mend}`} [${finding.code}]`)
        .join('\n'),
    );
    this.findings = Object.freeze(placed);
  }
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
