/**
 * The door `kinerja/node`: rulesets from disk.
 * In: ids of shipped rulesets, or paths. Out: resolved rulesets, and folders with their cases.
 */
export { loadRuleset } from './load-ruleset.ts';
export { RulesetNotFound, findRulesets, openRuleset, shippedFolder, shippedIds, textDiagnostics } from './ruleset-folder.ts';
export type { RulesetFolder } from './ruleset-folder.ts';
export { readAppraisalFile } from './read-appraisal-file.ts';
