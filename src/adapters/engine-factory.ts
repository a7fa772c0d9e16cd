/**
 * Builds engines that hold the rules of a ruleset, and an application's own beside them.
 * In: a plan and what the application adds. Out: a fresh {@link SafeEngine} each time it is asked.
 * Facts of the ruleset are read by their types; a part of one (`absence.step.code`) is a fact too, found from the whole.
 */
import type { Almanac, RuleProperties } from 'json-rules-engine';
import type { Tree } from '../formula/tree.ts';
import { CONDITION_OPERATORS, type Plan, type RuleStep } from '../ruleset/plan.ts';
import { toJson } from '../values/result.ts';
import { didYouMean } from '../values/suggest.ts';
import type { Type } from '../values/type.ts';
import { EngineRefused } from './engine-refused.ts';
import { type Misfit, exactOperator } from './exact-operators.ts';
import { followPath, startOf } from './follow-path.ts';
import type { Opinion } from './lean-condition.ts';
import { ANY_KIND, OPAQUE_KIND } from './operand-kind.ts';
import { type OwnRules, factsOfRule } from './own-rules.ts';
import { knownValues, startsOf, valueTypes } from './plan-facts.ts';
import { readFactInput, shownValue } from './read-fact-input.ts';
import { type RulesJson, rulesJson } from './rule-json.ts';
import { SafeEngine } from './safe-engine.ts';
import { wireOf } from './wire.ts';

/** Values, or functions that give them, perhaps later; by the names under which rules read them. */
export type FactInputs = Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;

export class EngineFactory {
  readonly steps: readonly RuleStep[];
  /** What the ruleset's rules read, with the types; without what the ruleset knows itself. */
  readonly asked: ReadonlyMap<string, Type>;
  /** Every name that an application may give a value for. */
  readonly names: ReadonlySet<string>;
  private readonly types: ReadonlyMap<string, Type>;
  private readonly read: ReadonlySet<string>;
  private readonly known: ReturnType<typeof knownValues>;
  /** The law's own values as JSON text, which no application may replace. */
  private readonly parameters: ReadonlyMap<string, string>;
  private readonly written: RulesJson;

  constructor(
    plan: Plan,
    private readonly own: OwnRules,
  ) {
    this.steps = plan.steps.filter((step): step is RuleStep => step.kind === 'rule');
    this.written = rulesJson(this.steps, 'events');
    const types = valueTypes(plan);
    const reads = new Set<string>();
    for (const { id, type } of this.steps.flatMap(startsOf)) {
      reads.add(id);
      if (!types.has(id)) types.set(id, type);
    }
    const ownNames = own.rules.flatMap((rule) => [...factsOfRule(rule, own.conditions)]);
    this.types = types;
    this.known = knownValues(plan);
    this.read = new Set([...reads, ...ownNames]);
    this.names = new Set([...plan.byKey.keys(), ...types.keys(), ...ownNames]);
    this.parameters = new Map(
      [...this.known].filter(([key]) => plan.byKey.get(key)?.kind === 'parameter').map(([key, value]) => [key, JSON.stringify(toJson(value))]),
    );
    this.asked = new Map([...reads].filter((key) => !this.parameters.has(key)).map((key) => [key, types.get(key)!]));
  }

  /** A fresh engine that holds the chosen rules of the ruleset, and the application's own or none. */
  build(opinion: Opinion, steps: readonly RuleStep[], own: readonly RuleProperties[], facts: ReadonlyMap<string, unknown>): SafeEngine {
    const engine = new SafeEngine({ opinion, encode: (name, value) => this.encode(name, value) });
    for (const operator of CONDITION_OPERATORS) engine.addDecision(operator, exactOperator(operator, ANY_KIND, refuseMisfit));
    for (const { name, operator, kind } of this.written.operators.values()) engine.addDecision(name, exactOperator(operator, kind, refuseMisfit));
    for (const [name, operator] of this.own.operators) engine.addOperator(name, operator as (fact: unknown, value: unknown) => boolean);
    for (const [name, value] of this.known) if (this.read.has(name)) engine.addFact(name, value);
    for (const [name, tree] of this.written.facts) if (tree.op !== 'read') engine.addFact(name, (_params, almanac) => this.part(tree, almanac));
    for (const [name, source] of facts) if (this.read.has(name)) engine.addFact(name, source);
    for (const conditions of [this.written.conditions, this.own.conditions]) for (const [name, condition] of conditions) engine.setCondition(name, condition);
    const chosen = new Set(steps.map((step) => step.id));
    for (const rule of this.written.rules) if (chosen.has(rule.name!)) engine.addRule(rule);
    for (const rule of own) engine.addRule(rule);
    return engine;
  }

  /** The names of what a rule reads, its condition first. */
  readsOf(step: RuleStep): readonly string[] {
    return startsOf(step).map(({ id }) => id);
  }

  /** @throws EngineRefused for a name that no rule could mean. */
  checkNames(names: Iterable<string>): void {
    for (const name of names) {
      if (!this.names.has(name))
        throw new EngineRefused('fact/name', `There is no fact "${name}" in the ruleset, and no rule reads it.`, didYouMean(name, this.names, 'Remove it.')!);
    }
  }

  private encode(name: string, value: unknown): unknown {
    const type = this.types.get(name);
    if (!type) return value;
    const encoded = toJson(readFactInput(name, value, type));
    const fixed = this.parameters.get(name);
    if (fixed !== undefined && JSON.stringify(encoded) !== fixed) {
      throw new EngineRefused(
        'fact/value',
        `"${name}" is a parameter of the ruleset, which says ${fixed}, and ${JSON.stringify(encoded)} was given.`,
        'Leave it out, or give the parameter another version in a ruleset.',
      );
    }
    return encoded;
  }

  /** A part of a fact, such as a field of a record. */
  private async part(tree: Tree, almanac: Almanac): Promise<unknown> {
    const start = startOf(tree);
    if (!start) return undefined;
    const whole = readFactInput(start.id, await almanac.factValue<unknown>(start.id), this.types.get(start.id)!, 'encoded');
    return wireOf(followPath(tree, () => whole));
  }
}

const refuseMisfit: Misfit = (value, kind) => {
  if (kind === OPAQUE_KIND) return;
  throw new EngineRefused(
    'fact/value',
    `A rule compares ${shownValue(value)}, where it needs ${kind.text}.`,
    'Give numbers as whole numbers or decimal text, dates as YYYY-MM-DD, and compare like with like.',
  );
};
