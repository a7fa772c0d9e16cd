/**
 * The door `kinerja/json-rules-engine`: a ruleset's rules for applications that run json-rules-engine.
 * In: a ruleset, facts. Out: verdicts in the ruleset's order, or a real `Engine` with its traps closed.
 */
export { toEngine, type RulesetEngine, type RuleVerdict, type ToEngineOptions } from './to-engine.ts';
export type { FactInputs } from './engine-factory.ts';
export { SafeEngine, type SafeEngineOptions } from './safe-engine.ts';
export { EngineRefused, type EngineRefusal } from './engine-refused.ts';
export type { Decide, Decision } from './exact-operators.ts';
export type { Encode } from './safe-fact.ts';
export type { Verdict } from './verdict.ts';
export type { Opinion } from './lean-condition.ts';
export { secondOpinion } from './second-opinion.ts';
