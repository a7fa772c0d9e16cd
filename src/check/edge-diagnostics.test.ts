import { expect, test } from 'vitest';
import type { CoverageItem, CoverageKind } from '../cases/coverage.ts';
import { diagnosticText } from '../ruleset/diagnostic.ts';
import { edgeDiagnostics } from './edge-diagnostics.ts';

const item = (kind: CoverageKind, text: string, line: number): CoverageItem => ({
  key: `${kind} ${text}`,
  kind,
  ruleset: 'sound',
  id: 'late.cut',
  text,
  position: { file: 'tables/cut.yaml', line, column: 3 },
});

test('what no case reaches is a warning at its node, in the order of the file', () => {
  expect(
    edgeDiagnostics([item('rule', 'fires', 9), item('branch', 'branch b', 4), item('edge', 'days below 3', 2), item('row', 'row 2 (>= 3)', 2)]).map(
      diagnosticText,
    ),
  ).toEqual([
    'tables/cut.yaml:2:3: warning case/no-edge: No case reaches "late.cut": days below 3. Add a case with that value: edges are where rules go wrong.',
    'tables/cut.yaml:2:3: warning case/no-row: No case reaches "late.cut": row 2 (>= 3). Add a case that reads this row.',
    'tables/cut.yaml:4:3: warning case/no-branch: No case reaches "late.cut": branch b. Add a case that takes this branch.',
    'tables/cut.yaml:9:3: warning case/no-rule: No case reaches "late.cut": fires. Add a case that shows it.',
  ]);
});

test('what is reached by all leaves nothing to say', () => expect(edgeDiagnostics([])).toEqual([]));
