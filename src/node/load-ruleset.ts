/**
 * Loads a ruleset for dates, from a folder or by the id of a shipped one.
 * In: id or path, and the periods. Out: a resolved {@link Ruleset}; what is wrong names file, line and column.
 */
import { type DatesInput, type Ruleset, tryResolve } from '../ruleset/resolve.ts';
import { RulesetError } from '../ruleset/diagnostic.ts';
import type { RulesetIds } from '../model/ruleset-ids.ts';
import { openRuleset, textDiagnostics } from './ruleset-folder.ts';

/**
 * Loads and resolves a ruleset. A folder is read when the program runs, so its literal ids, if any, are given by name: what `kinerja types` wrote.
 * @throws RulesetError with all diagnostics; RulesetNotFound when there is no such ruleset.
 * @example
 * const ruleset = loadRuleset('salatiga', { assessed: '2025-Q1', paid: '2025-03' });
 * const typed = loadRuleset<KotaIds>('rulesets/kota', { assessed: '2025-Q1' });
 */
export function loadRuleset<Ids extends RulesetIds = RulesetIds>(idOrPath: string, dates: DatesInput): Ruleset<Ids> {
  const folder = openRuleset(idOrPath);
  const text = textDiagnostics(folder).filter((diagnostic) => diagnostic.severity === 'error');
  if (text.length > 0) throw new RulesetError(folder.id, text);
  const { ruleset, diagnostics } = tryResolve(folder.data, dates);
  if (!ruleset) throw new RulesetError(folder.id, diagnostics);
  return ruleset as Ruleset<Ids>;
}
