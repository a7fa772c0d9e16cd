/**
 * The rules of a plan in json-rules-engine's format: conditions as written, named conditions kept as named ones.
 * In: rule steps. Out: {@link RulesJson}: rules, named conditions, and the trees behind each fact that they name.
 * Facts are named by their path (`absence.step.code`), operators by the kind they compare (`number.greaterThan`).
 */
import type { RuleProperties, TopLevelCondition } from 'json-rules-engine';
import { formatTree } from '../formula/format-tree.ts';
import type { Tree } from '../formula/tree.ts';
import type { ConditionPlan, RuleStep } from '../ruleset/plan.ts';
import { STAGES, stageIndex } from '../ruleset/stage.ts';
import { type AnyCondition, rootCondition } from './lean-condition.ts';
import { type OperatorUse, operatorUse } from './operator-names.ts';
import { wireOf } from './wire.ts';

type Leaf = Extract<ConditionPlan, { kind: 'leaf' }>;

export interface RulesJson {
  readonly rules: readonly RuleProperties[];
  readonly conditions: ReadonlyMap<string, TopLevelCondition>;
  readonly operators: ReadonlyMap<string, OperatorUse>;
  /** What each fact that the rules name stands for. */
  readonly facts: ReadonlyMap<string, Tree>;
}

/** @param wanted the `events` with their params, under the ids of the rules; or only the `verdicts`, under their keys. */
export function rulesJson(steps: readonly RuleStep[], wanted: 'events' | 'verdicts'): RulesJson {
  const writer = new RuleWriter();
  const rules = steps.map((step): RuleProperties => ({
    name: wanted === 'events' ? step.id : step.key,
    // Higher runs sooner: stage by stage.
    priority: STAGES.length - stageIndex(step.stage),
    conditions: rootCondition(writer.condition(step.condition)),
    event: wanted === 'events' ? { type: step.event.kind, params: writer.params(step) } : { type: 'fired' },
  }));
  return { rules, conditions: writer.conditions, operators: writer.operators, facts: writer.facts };
}

class RuleWriter {
  readonly conditions = new Map<string, TopLevelCondition>();
  readonly operators = new Map<string, OperatorUse>();
  readonly facts = new Map<string, Tree>();

  condition(plan: ConditionPlan): AnyCondition {
    const written = this.body(plan);
    return plan.name === undefined ? written : { condition: this.named(plan.name, rootCondition(written)) };
  }

  params(step: RuleStep): Record<string, unknown> {
    const { values, key, payment, words } = step.event;
    const params: Record<string, unknown> = { rule: step.id };
    for (const [name, tree] of values) params[name] = this.operand(tree);
    if (key) params['key'] = key.map((tree) => this.operand(tree));
    if (payment !== undefined) params['payment'] = payment;
    for (const [name, word] of words) params[name] = word;
    return params;
  }

  private body(plan: ConditionPlan): AnyCondition {
    switch (plan.kind) {
      case 'leaf':
        return this.leaf(plan);
      case 'not':
        return { not: this.condition(plan.condition) };
      case 'all':
        return { all: plan.conditions.map((inner) => this.condition(inner)) };
      case 'any':
        return { any: plan.conditions.map((inner) => this.condition(inner)) };
    }
  }

  private leaf(leaf: Leaf): AnyCondition {
    const use = operatorUse(leaf);
    this.operators.set(use.name, use);
    return { fact: this.fact(leaf.fact), operator: use.name, value: this.operand(leaf.value) };
  }

  /** The law of pay may know another version of a condition than the law of assessment: it is kept beside it. */
  private named(name: string, body: TopLevelCondition): string {
    const text = JSON.stringify(body);
    for (const candidate of [name, `${name}@paid`]) {
      const known = this.conditions.get(candidate);
      if (!known) this.conditions.set(candidate, body);
      if (!known || JSON.stringify(known) === text) return candidate;
    }
    throw new Error(`The condition "${name}" has more than two versions in one plan.`);
  }

  private operand(tree: Tree): unknown {
    return tree.op === 'constant' ? wireOf(tree.value) : { fact: this.fact(tree) };
  }

  private fact(tree: Tree): string {
    const name = formatTree(tree);
    this.facts.set(name, tree);
    return name;
  }
}
