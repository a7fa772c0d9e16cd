/**
 * The door `kinerja/node`: rulesets from disk.
 * In: ids of shipped rulesets, or paths. Out: resolved rulesets, and folders with their cases.
 */
export { compileModule } from './compile-module.ts';
export type { CompiledModule } from './compile-module.ts';
export { CannotCompile } from '../compile/ahead/cannot-compile.ts';
export type { NotCompiled } from '../compile/ahead/cannot-compile.ts';
export { loadRuleset } from './load-ruleset.ts';
export { RulesetNotFound, findRulesets, openRuleset, shippedFolder, shippedIds, textDiagnostics } from './ruleset-folder.ts';
export type { RulesetFolder } from './ruleset-folder.ts';
export { readAppraisalFile } from './read-appraisal-file.ts';
