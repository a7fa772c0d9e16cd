/**
 * The cases of the shipped rulesets, each a test: an appraisal like a person of people/, and what must come of it, decided by both opinions.
 * In: rulesets/. Out: a failing test names the case, what was expected and what came.
 */
import { describe, expect, it } from 'vitest';
import { runCases } from '../cases/run-cases.ts';
import { diagnosticText } from '../ruleset/diagnostic.ts';
import { openRuleset, shippedIds, textDiagnostics } from './ruleset-folder.ts';

for (const id of shippedIds()) {
  const folder = openRuleset(id);
  describe(id, async () => {
    it('reads without a finding', () => expect(textDiagnostics(folder).map(diagnosticText)).toEqual([]));
    const { results } = await runCases(folder.data, folder.cases, { people: folder.people });
    it.each(results.map((result) => [`${result.file}: ${result.name}`, result] as const))('%s', (_name, result) => {
      expect({
        problem: result.problem,
        mismatches: result.mismatches.map(({ path, expected, actual }) => ({ path: path.join('.'), expected, actual })),
        disagreements: result.disagreements,
      }).toEqual({ problem: undefined, mismatches: [], disagreements: [] });
    });
    it('has at least 25 cases', () => expect(folder.cases.length).toBeGreaterThanOrEqual(25));
  });
}
