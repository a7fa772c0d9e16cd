/**
 * What the rules of a plan read, by the names under which an application supplies it.
 * In: a plan. Out: the types of all its values, the keys that its rules need, and the values that the ruleset itself knows.
 */
import { FACT_CATALOGUE } from '../model/catalogue.ts';
import { childrenOf } from '../formula/tree-children.ts';
import type { Tree } from '../formula/tree.ts';
import type { Plan, RuleStep } from '../ruleset/plan.ts';
import type { Result } from '../values/result.ts';
import { BOOLEAN, type Type, listType, numberType } from '../values/type.ts';

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

/** All trees of a rule: both sides of each leaf, and the parameters of its event. */
export function treesOf(step: RuleStep): readonly Tree[] {
  return [step.tree, ...step.event.values.values(), ...(step.event.key ?? [])];
}

/** The keys that a tree reads, also through term functions, with the types that are known from the tree. */
export function readsOf(plan: Plan, tree: Tree, into = new Map<string, Type | undefined>()): Map<string, Type | undefined> {
  if (tree.op === 'read') into.set(tree.id, tree.type);
  if (tree.op === 'apply') readsOfCallable(plan, tree.id, into);
  for (const child of childrenOf(tree)) readsOf(plan, child, into);
  return into;
}

function readsOfCallable(plan: Plan, key: string, into: Map<string, Type | undefined>): void {
  const callable = plan.callables.get(key);
  if (callable?.kind !== 'function') return;
  for (const read of callable.reads) {
    if (plan.callables.has(read)) readsOfCallable(plan, read, into);
    else if (!into.has(read)) into.set(read, undefined);
  }
}
