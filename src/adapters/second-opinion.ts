/**
 * The second opinion: json-rules-engine decides every rule of a run over the terms already computed.
 * In: a plan and the trace of a run. Out: fired, notFired or unknown for each rule, found without the engine's evaluator.
 * Two fresh engines: one takes what is unknown for false, the other for true. Both fire: fired. Neither: not. Else: unknown.
 */
import type { Trace } from '../engine/trace.ts';
import type { Plan, RuleStep } from '../ruleset/plan.ts';
import { exactOperator } from './exact-operators.ts';
import { followPath } from './follow-path.ts';
import type { Opinion } from './lean-condition.ts';
import { type RulesJson, rulesJson } from './rule-json.ts';
import { SafeEngine } from './safe-engine.ts';
import { type Verdict, verdictOf } from './verdict.ts';
import { wireOf } from './wire.ts';

/**
 * Decides every rule of the plan by json-rules-engine; the verdicts of the trace itself are not looked at.
 * A fault among what a rule reads leaves it unknown, unless the rest of its condition decides it.
 * @returns a verdict for each rule of the plan, by its key.
 * @example
 * const { trace } = appraise(ruleset, appraisal);
 * (await secondOpinion(ruleset.plan, trace)).get('rule sanction.absence'); // 'fired'
 */
export async function secondOpinion(plan: Plan, trace: Trace): Promise<ReadonlyMap<string, Verdict>> {
  const steps = plan.steps.filter((step): step is RuleStep => step.kind === 'rule');
  const written = rulesJson(steps, 'verdicts');
  const facts = new Map([...written.facts].map(([name, tree]) => [name, wireOf(followPath(tree, (key) => trace.values.get(key)))]));
  const [sure, maybe] = await Promise.all([firedBy('sure', written, facts), firedBy('maybe', written, facts)]);
  return new Map(steps.map(({ key }) => [key, verdictOf(sure.has(key), maybe.has(key))]));
}

async function firedBy(opinion: Opinion, written: RulesJson, facts: ReadonlyMap<string, unknown>): Promise<ReadonlySet<string>> {
  const engine = new SafeEngine({ opinion });
  for (const { name, operator, kind } of written.operators.values()) engine.addDecision(name, exactOperator(operator, kind));
  for (const [name, condition] of written.conditions) engine.setCondition(name, condition);
  for (const rule of written.rules) engine.addRule(rule);
  const { results } = await engine.run(facts);
  return new Set(results.map((result) => result.name));
}
