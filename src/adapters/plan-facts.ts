/**
 * What the rules of a plan read, by the names under which an application supplies it.
 * In: a plan. Out: the types of all its values, what each rule reads, and the values that the ruleset itself knows.
 */
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import type { ReadTree, Tree } from '../formula/tree.ts';
import type { ConditionPlan, Plan, RuleStep } from '../ruleset/plan.ts';
import type { Result } from '../values/result.ts';
import { BOOLEAN, type Type, listType, numberType } from '../values/type.ts';
import { startOf } from './follow-path.ts';

/** The types of everything that a rule may read, but for fired lists; facts that nothing reads at these dates are among them. */
export function valueTypes(plan: Plan): Map<string, Type> {
  const types = new Map<string, Type>([...FACT_CATALOGUE].map(([id, { type }]) => [id, type]));
  for (const [id, type] of plan.ownFacts) types.set(id, type);
  for (const step of plan.steps) {
    if (step.kind === 'fact' || step.kind === 'carryFact' || step.kind === 'parameter') types.set(step.key, step.type);
    else if (step.kind === 'term') types.set(step.key, step.each ? listType(step.type) : step.type);
    else if (step.kind === 'raters') {
      types.set(`${step.id}.score`, numberType());
      for (const { source } of step.sources) types.set(`${step.id}.${source}.score`, numberType()).set(`${step.id}.${source}.present`, BOOLEAN);
      for (const member of step.criteria?.members ?? []) types.set(`${step.id}.criterion.${member}`, numberType());
    }
  }
  return types;
}

/** What is known without being asked: parameters, and what the ruleset says of absence. */
export function knownValues(plan: Plan): ReadonlyMap<string, Result> {
  const known = new Map<string, Result>();
  for (const step of plan.steps) {
    if (step.kind === 'parameter') known.set(step.key, step.value);
    else if (step.kind === 'fact' && typeof step.absence === 'object') known.set(step.key, step.absence.default);
  }
  return known;
}

/** What a rule reads: the reads at the start of its paths, those of its condition first. */
export function startsOf(step: RuleStep): readonly ReadTree[] {
  const trees = [...operandsOf(step.condition), ...step.event.values.values(), ...(step.event.key ?? [])];
  const starts = trees.map(startOf).filter((start) => start !== undefined);
  return [...new Map(starts.map((start) => [start.id, start])).values()];
}

function operandsOf(condition: ConditionPlan): readonly Tree[] {
  if (condition.kind === 'leaf') return [condition.fact, condition.value];
  return condition.kind === 'not' ? operandsOf(condition.condition) : condition.conditions.flatMap(operandsOf);
}
