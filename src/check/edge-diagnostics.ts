/**
 * Edges, rows, branches and rules that no case reaches, as warnings.
 * In: the items that are missing from the coverage of cases. Out: {@link Diagnostic}s at the nodes.
 */
import type { CoverageItem, CoverageKind } from '../cases/coverage.ts';
import { type Diagnostic, sortDiagnostics } from '../ruleset/diagnostic.ts';

const MENDS: Readonly<Record<CoverageKind, string>> = {
  edge: 'Add a case with that value: edges are where rules go wrong.',
  row: 'Add a case that reads this row.',
  branch: 'Add a case that takes this branch.',
  rule: 'Add a case that shows it.',
};

/**
 * @example
 * const warnings = edgeDiagnostics(coverageItems(ruleset).filter((item) => !coverage.has(item)));
 */
export function edgeDiagnostics(missing: Iterable<CoverageItem>): readonly Diagnostic[] {
  return sortDiagnostics(
    [...missing].map((item) => ({
      code: `case/no-${item.kind}`,
      severity: 'warning' as const,
      message: `No case reaches "${item.id}": ${item.text}.`,
      mend: MENDS[item.kind],
      ruleset: item.ruleset,
      path: [item.id],
      ...(item.position && { position: item.position }),
    })),
  );
}
