/**
 * A ruleset's rules for applications that run json-rules-engine: as a real engine, and as one safe call.
 * In: a resolved ruleset, facts (values, or functions that fetch them), an application's own operators and rules. Out: {@link RulesetEngine}.
 * Each run takes fresh engines; the verdicts come in the ruleset's order.
 */
import type { Almanac, EngineResult, RuleProperties, TopLevelCondition } from 'json-rules-engine';
import type { FiredStep, RuleStep } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { STAGES } from '../ruleset/stage.ts';
import type { Type } from '../values/type.ts';
import { EngineFactory, type FactInputs } from './engine-factory.ts';
import { isMissing } from './exact-operators.ts';
import { type OwnRules, factsOfRule } from './own-rules.ts';
import type { SafeEngine } from './safe-engine.ts';
import { type Verdict, verdictOf } from './verdict.ts';

export interface ToEngineOptions {
  /** Facts that hold in every run, or functions that fetch them: `async (params, almanac) => ...`, asked once in each run. */
  readonly facts?: FactInputs;
  /** Operators for the application's own rules, by name; asked only when both sides are known. */
  readonly operators?: Readonly<Record<string, (fact: never, value: never) => boolean>>;
  /** Named conditions of the application. */
  readonly conditions?: Readonly<Record<string, TopLevelCondition>>;
  /** Rules of the application, each with a name; they may use the ten operators, exact, on numbers, dates and texts. */
  readonly rules?: readonly RuleProperties[];
}

/** What became of one rule. */
export interface RuleVerdict {
  /** The id of the rule in the ruleset, or the name of an own rule. */
  readonly rule: string;
  /** The kind of its event: award, sanction, flag and so on; the type of an own rule's event. */
  readonly event: string;
  readonly verdict: Verdict;
  /** Of a fired rule: values as JSON, numbers as canonical text. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** Of an unknown rule: the facts it reads that have no value, in the order in which it reads them. */
  readonly lacking?: readonly string[];
}

export interface RulesetEngine {
  /** The facts that the ruleset's rules read, with their types; parameters of the ruleset are known and not among them. */
  readonly facts: ReadonlyMap<string, Type>;
  /**
   * A fresh engine with all rules: event type = kind, params resolved. It fires only what is certain.
   * Add asynchronous facts, operators and rules to it as to any engine; one run at a time.
   * A rule that reads a list of fired rules does not fire there, unless the list is given.
   */
  engine(): SafeEngine;
  /**
   * Decides every rule on fresh engines, stage by stage. What is not given is unknown, unless the ruleset says what its absence means;
   * the values that an appraisal computed are `appraise(ruleset, appraisal).trace.values`.
   * @throws EngineRefused for a misspelt fact, or one whose value is of another type; what a fact's function throws.
   */
  run(facts?: FactInputs): Promise<readonly RuleVerdict[]>;
}

/**
 * Makes json-rules-engine rules of a ruleset.
 * @throws EngineRefused when an own rule, operator or fact is not safe to use: at once, not at the first run.
 * @example
 * const rules = toEngine(ruleset, { facts: { 'attendance.lateMinutes': async () => clock.lateMinutes(id) } });
 * for (const { rule, verdict, params } of await rules.run({ 'rating.predikat': 'baik' })) console.log(rule, verdict, params);
 */
export function toEngine(ruleset: Ruleset, options: ToEngineOptions = {}): RulesetEngine {
  const own: OwnRules = {
    operators: new Map(Object.entries(options.operators ?? {})),
    conditions: new Map(Object.entries(options.conditions ?? {})),
    rules: options.rules ?? [],
  };
  const factory = new EngineFactory(ruleset.plan, own);
  const standing = new Map(entriesOf(options.facts ?? {}));
  factory.checkNames(standing.keys());
  const engine = (): SafeEngine => factory.build('sure', factory.steps, own.rules, standing);
  engine();
  return Object.freeze({
    facts: factory.asked,
    engine,
    async run(facts: FactInputs = {}) {
      const given = new Map([...standing, ...entriesOf(facts)]);
      factory.checkNames(given.keys());
      return new StagedRun(factory, ruleset, new Map([...given].map(([name, source]) => [name, askedOnce(source)]))).verdicts(own);
    },
  });
}

const NOTHING: OwnRules = { operators: new Map(), conditions: new Map(), rules: [] };

/** One run of all rules: a pair of engines for each stage, so that lists of fired rules are there for the next. */
class StagedRun {
  private readonly settled = new Map<string, RuleVerdict>();

  constructor(
    private readonly factory: EngineFactory,
    private readonly ruleset: Ruleset,
    private readonly given: Map<string, unknown>,
  ) {}

  async verdicts(own: OwnRules): Promise<readonly RuleVerdict[]> {
    const fired = this.ruleset.plan.steps.filter((step): step is FiredStep => step.kind === 'fired' && !this.given.has(step.key));
    const all: RuleVerdict[] = [];
    for (const stage of STAGES) {
      const steps = this.factory.steps.filter((step) => step.stage === stage);
      for (const list of fired) if (list.stage === stage) this.given.set(list.key, this.firedList(list));
      if (steps.length > 0) all.push(...(await this.decide(steps, NOTHING)));
    }
    if (own.rules.length > 0) all.push(...(await this.decide([], own)));
    return Object.freeze(all);
  }

  private async decide(steps: readonly RuleStep[], own: OwnRules): Promise<readonly RuleVerdict[]> {
    const [sure, maybe] = await Promise.all((['sure', 'maybe'] as const).map((opinion) => this.factory.build(opinion, steps, own.rules, this.given).run()));
    const verdicts: RuleVerdict[] = [];
    for (const step of steps) verdicts.push(await this.settle(step.id, step.event.kind, this.factory.readsOf(step), sure!, maybe!));
    for (const rule of own.rules) verdicts.push(await this.settle(rule.name!, rule.event.type, [...factsOfRule(rule, own.conditions)], sure!, maybe!));
    return verdicts;
  }

  private async settle(rule: string, event: string, reads: readonly string[], sure: EngineResult, maybe: EngineResult): Promise<RuleVerdict> {
    const fired = sure.results.find((result) => result.name === rule);
    const params = fired?.event?.params ?? {};
    const decided = verdictOf(
      fired !== undefined,
      maybe.results.some((result) => result.name === rule),
    );
    // As in the engine: a rule whose parameters are not known has not fired yet.
    const verdict = decided === 'fired' && isOpen(params) ? 'unknown' : decided;
    const settled: RuleVerdict = Object.freeze({
      rule,
      event,
      verdict,
      ...(verdict === 'fired' && { params }),
      ...(verdict === 'unknown' && { lacking: await lackingOf(reads, this.factory.names, maybe.almanac) }),
    });
    this.settled.set(rule, settled);
    return settled;
  }

  private firedList(list: FiredStep): unknown {
    const verdicts = this.factory.steps.filter((step) => list.rules.includes(step.key)).map((step) => this.settled.get(step.id)!);
    const open = verdicts.filter(({ verdict }) => verdict === 'unknown');
    if (open.length > 0) return { unknown: open.flatMap(({ lacking }) => lacking ?? []) };
    return verdicts.filter(({ verdict }) => verdict === 'fired').map(({ rule, params }) => ({ rule, code: String(params?.['code'] ?? rule) }));
  }
}

async function lackingOf(reads: readonly string[], names: ReadonlySet<string>, almanac: Almanac): Promise<readonly string[]> {
  const lacking: string[] = [];
  for (const name of reads) if (names.has(name) && isOpen(await almanac.factValue(name), true)) lacking.push(name);
  return Object.freeze(lacking);
}

/** Whether something in a value is unknown or a fault; `orNone` counts what is none or absent, too. */
function isOpen(value: unknown, orNone = false): boolean {
  if (isMissing(value)) return orNone || (value !== undefined && value !== null && !Object.hasOwn(value, 'none'));
  if (typeof value !== 'object') return false;
  return Object.values(value as object).some((inner) => isOpen(inner));
}

/** One answer for both engines of a run. */
function askedOnce(source: unknown): unknown {
  if (typeof source !== 'function') return source;
  const answers = new Map<string, unknown>();
  return (params: Record<string, unknown>, almanac: Almanac): unknown => {
    const key = JSON.stringify(params);
    if (!answers.has(key)) answers.set(key, (source as (params: Record<string, unknown>, almanac: Almanac) => unknown)(params, almanac));
    return answers.get(key);
  };
}

const entriesOf = (facts: FactInputs): Iterable<readonly [string, unknown]> =>
  facts instanceof Map ? (facts as ReadonlyMap<string, unknown>) : Object.entries(facts);
