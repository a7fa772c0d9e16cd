/**
 * A formula read and typed in one step: what a ruleset does with each of its formulas when it is loaded.
 * In: text and the scope it stands in. Out: a typed tree with what it reads, or the findings of the step that failed.
 */
import type { Finding } from '../values/finding.ts';
import { type CheckOptions, type CheckedFormula, checkFormula } from './check-formula.ts';
import { parseFormula } from './parse-formula.ts';
import type { Scope } from './scope.ts';

/**
 * Reads and types a formula. Never throws.
 * @example compileFormula('base * pct / 100', scope, { expected: numberType(parseUnit('IDR')!) })
 */
export function compileFormula(text: string, scope: Scope, options: CheckOptions = {}): CheckedFormula | { readonly findings: readonly Finding[] } {
  const parsed = parseFormula(text);
  return 'findings' in parsed ? parsed : checkFormula(parsed.expression, scope, options);
}
