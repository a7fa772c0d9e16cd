/**
 * json-rules-engine's `Engine` with its traps closed: a real engine, for applications that run one already.
 * In: rules, named conditions, facts and operators, as json-rules-engine takes them. Out: {@link SafeEngine}; results in the order in which rules were added.
 * Unsafe rules are refused when they are added; what is unknown never fires a rule, not even under `not`.
 */
import {
  type DynamicFactCallback,
  Engine,
  type EngineResult,
  Fact,
  type FactOptions,
  type Operator,
  type OperatorEvaluator,
  type Rule,
  type RuleProperties,
  type RuleResult,
  type RunOptions,
  type TopLevelCondition,
} from 'json-rules-engine';
import { checkCondition, checkRule } from './check-rule.ts';
import { EngineRefused } from './engine-refused.ts';
import { resolveParams } from './event-params.ts';
import { type Decide, isMissing } from './exact-operators.ts';
import { OPINIONS, type Opinion, leanCondition, leaningName, rootCondition } from './lean-condition.ts';
import { type Encode, safeFact } from './safe-fact.ts';

export interface SafeEngineOptions {
  /** How a leaf that cannot be decided is taken: `sure` (the default) fires only what is certain, `maybe` what is possible. */
  readonly opinion?: Opinion;
  /** Turns the values of facts into what the operators read. */
  readonly encode?: Encode;
}

const asGiven: Encode = (_name, value) => value;

export class SafeEngine extends Engine {
  /** False while the base class fills itself with its stock operators and decorators, which are left out. */
  private readonly guarded: boolean;
  private readonly opinion: Opinion;
  private readonly encode: Encode;
  private readonly operatorNames = new Set<string>();
  private readonly conditionNames = new Set<string>();
  private readonly places = new Map<string, number>();
  private added = 0;
  private running = false;

  constructor(options: SafeEngineOptions = {}) {
    super([], { allowUndefinedFacts: true, pathResolver: refusePath });
    this.opinion = options.opinion ?? 'sure';
    this.encode = options.encode ?? asGiven;
    this.guarded = true;
  }

  /**
   * Adds a rule; operators and named conditions that it uses must be there already.
   * @throws EngineRefused for a rule that json-rules-engine would take and get wrong.
   */
  override addRule(rule: RuleProperties): this {
    checkRule(rule, this.known());
    const name = rule.name!;
    if (this.places.has(name)) throw new EngineRefused('rule/name', `There are two rules "${name}".`, 'Give each rule a name of its own.');
    this.places.set(name, this.added++);
    const conditions = rootCondition(leanCondition(rule.conditions, this.opinion));
    return super.addRule({
      ...rule,
      conditions,
      onSuccess: async (event, almanac, result) => {
        // The event is the run's own copy; it reaches the listeners of the engine after this handler.
        if (event.params) event.params = (await resolveParams(event.params, almanac)) as Record<string, unknown>;
        await rule.onSuccess?.(event, almanac, result);
      },
    });
  }

  override removeRule(rule: Rule | string): boolean {
    const removed = super.removeRule(rule);
    if (removed) this.places.delete(typeof rule === 'string' ? rule : rule.name);
    return removed;
  }

  /** @throws EngineRefused always: a rule is replaced by removing it and adding the new one. */
  override updateRule(rule: Rule): void {
    throw new EngineRefused('rule/form', `The rule "${rule.name}" cannot be changed in place.`, 'Remove it, and add the new one.');
  }

  /** @throws EngineRefused for a condition that is not safe. */
  override setCondition(name: string, condition: TopLevelCondition): this {
    checkCondition(condition, this.known(), `The condition "${name}"`);
    if (this.conditionNames.has(name)) throw new EngineRefused('rule/condition', `There is a condition "${name}" already.`, 'Choose another name.');
    this.conditionNames.add(name);
    for (const opinion of OPINIONS) super.setCondition(leaningName(opinion, name), rootCondition(leanCondition(condition, opinion)));
    return this;
  }

  override removeCondition(name: string): boolean {
    for (const opinion of OPINIONS) super.removeCondition(leaningName(opinion, name));
    return this.conditionNames.delete(name);
  }

  /**
   * Adds an operator of the application; it is asked only when both sides are known, and must answer true or false.
   * @throws EngineRefused for a name that is taken, or that holds ":" (the sign of a decorator).
   */
  override addOperator<A, B>(operator: Operator | string, evaluator?: OperatorEvaluator<A, B>): void {
    if (this.guarded !== true) return;
    if (typeof operator !== 'string' || typeof evaluator !== 'function')
      throw new EngineRefused('operator/name', 'An operator is added by its name and a function.', 'Write addOperator("name", (fact, value) => ...).');
    this.addDecision(operator, (fact, value) => {
      if (isMissing(fact) || isMissing(value)) return undefined;
      const answer: unknown = evaluator(fact as A, value as B);
      if (typeof answer !== 'boolean')
        throw new EngineRefused(
          'operator/answer',
          `The operator "${operator}" answered ${answer instanceof Promise ? 'a promise' : typeof answer}.`,
          'Answer true or false; what takes time belongs in a fact.',
        );
      return answer;
    });
  }

  /** Adds an operator that may leave open what it cannot decide. */
  addDecision(name: string, decide: Decide): void {
    if (name === '' || name.includes(':')) throw new EngineRefused('operator/name', `"${name}" is no name for an operator.`, 'Write a name without ":".');
    if (this.operatorNames.has(name)) throw new EngineRefused('operator/name', `There is an operator "${name}" already.`, 'Choose another name.');
    this.operatorNames.add(name);
    super.addOperator(leaningName('sure', name), (fact: unknown, value: unknown) => decide(fact, value) === true);
    super.addOperator(leaningName('maybe', name), (fact: unknown, value: unknown) => decide(fact, value) !== false);
  }

  override removeOperator(operator: Operator | string): boolean {
    const name = typeof operator === 'string' ? operator : operator.name;
    for (const opinion of OPINIONS) super.removeOperator(leaningName(opinion, name));
    return this.operatorNames.delete(name);
  }

  /** @throws EngineRefused always: a decorator cannot tell what is unknown. */
  override addOperatorDecorator(): void {
    if (this.guarded !== true) return;
    throw new EngineRefused('engine/decorator', 'This engine takes no operator decorators.', 'Add an operator that says it by its own name.');
  }

  override addFact<T>(fact: Fact<T> | string, source?: DynamicFactCallback<T> | T, options?: FactOptions): this {
    const name = fact instanceof Fact ? fact.id : fact;
    return super.addFact(
      fact instanceof Fact
        ? safeFact(name, fact.calculationMethod ?? fact.value, this.encode, { ...fact.options, priority: fact.priority })
        : safeFact(name, source, this.encode, options),
    );
  }

  /**
   * Runs all rules once. Listeners are called as rules complete; the result is in the order in which rules were added.
   * @throws EngineRefused when a run of this engine is still under way: json-rules-engine would skip rules of one of them in silence.
   */
  override async run(facts: Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown> = {}, options: RunOptions = {}): Promise<EngineResult> {
    if (this.running) throw new EngineRefused('engine/busy', 'This engine is running already.', 'Wait for that run to end, or make a new engine for each run.');
    if (options.almanac) throw new EngineRefused('engine/almanac', 'A run was given the almanac of another.', 'Give the facts to run().');
    const given: Record<string, Fact> = Object.create(null) as Record<string, Fact>;
    for (const [name, value] of facts instanceof Map ? (facts as ReadonlyMap<string, unknown>) : Object.entries(facts))
      given[name] =
        value instanceof Fact ? safeFact(name, value.calculationMethod ?? value.value, this.encode, value.options) : safeFact(name, value, this.encode);
    this.running = true;
    try {
      const { almanac, ...ended } = await super.run(given);
      const [results, failureResults] = [this.sorted(ended.results), this.sorted(ended.failureResults)];
      return { almanac, results, failureResults, events: results.map((result) => result.event!), failureEvents: failureResults.map((result) => result.event!) };
    } finally {
      this.running = false;
    }
  }

  private known(): { operators: ReadonlySet<string>; conditions: ReadonlySet<string> } {
    return { operators: this.operatorNames, conditions: this.conditionNames };
  }

  private sorted(results: readonly RuleResult[]): RuleResult[] {
    return [...results].sort((a, b) => this.places.get(a.name)! - this.places.get(b.name)!);
  }
}

function refusePath(_value: object, path: string): never {
  throw new EngineRefused('rule/path', `A rule reads a part of a fact by the path expression "${path}".`, 'Name the part as a fact of its own.');
}
