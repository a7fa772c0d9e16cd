/**
 * The door `kinerja/node`: rulesets from disk.
 * In: ids of shipped rulesets, or paths. Out: resolved rulesets, and folders with their cases.
 */
export { loadRuleset } from './load-ruleset.ts';
export { RulesetNotFound, findRulesets, openRuleset, shippedFolder, shippedIds, textDiagnostics } from './ruleset-folder.ts';
export type { RulesetFolder } from './ruleset-folder.ts';
export { readAppraisalFile } from './read-appraisal-file.ts';
export { runBatch } from './batch/run-batch.ts';
export type { BatchOptions, BatchProgress, BatchSink, BatchSummary } from './batch/batch-options.ts';
export { BatchError } from './batch/batch-error.ts';
export type { BatchErrorCode } from './batch/batch-error.ts';
