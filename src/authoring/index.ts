/**
 * The door `kinerja/authoring`: rulesets as YAML text, their checks, their cases, and the schemas of an editor.
 * In: texts. Out: documents, diagnostics, case results. Pure: runs in a browser, too.
 */
export { readRulesetFiles } from './read-ruleset-files.ts';
export type { ReadRulesetFiles, ReadRulesetFilesOptions, RulesetFile } from './read-ruleset-files.ts';
export { readYaml } from './read-yaml.ts';
export { rulesetJsonSchemas } from './json-schema.ts';
export { workspaceFiles } from './workspace.ts';
export { exportNameOf, rulesetTypes } from './ruleset-types.ts';
export type { RulesetTypesOptions } from './ruleset-types.ts';
export { checkRuleset } from '../check/check-ruleset.ts';
export { lawRegister } from '../check/law-register.ts';
export { runCases } from '../cases/run-cases.ts';
export type { CaseResult, CasesResult, Disagreement, RunCasesOptions } from '../cases/run-cases.ts';
export { runBaseCases } from '../cases/base-cases.ts';
export type { BaseCasesResult, Variation } from '../cases/base-cases.ts';
export { reportCoverage } from '../cases/coverage-report.ts';
export type { CoverageReport } from '../cases/coverage-report.ts';
export { Coverage, coverageItems } from '../cases/coverage.ts';
export type { CoverageItem, CoverageKind } from '../cases/coverage.ts';
export { caseSchema } from '../cases/case-schema.ts';
export type { CaseData, CaseExpectation, LocatedCase } from '../cases/case-schema.ts';
