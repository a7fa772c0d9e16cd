/**
 * The plan: a ruleset at given dates with every name resolved, every formula typed and the order fixed.
 * In: nothing. Out: the shapes that the exact evaluator, the compiled one, the adapters and the explanations all read.
 * Keys are ids; where the assessed and the paid law differ, the one read for payment carries `@paid`.
 */
import type { Tree } from '../formula/tree.ts';
import type { Lookup } from '../table/lookup.ts';
import type { Table } from '../table/table.ts';
import type { Exact } from '../values/exact.ts';
import type { Period } from '../values/period.ts';
import type { Datum, None } from '../values/result.ts';
import type { RoundingMode } from '../values/rounding.ts';
import type { Type } from '../values/type.ts';
import type { Position } from './diagnostic.ts';
import type { EventKind } from './event.ts';
import type { Stage } from './stage.ts';
import type { Remark, Standing, Title } from './schema.ts';

/** Where a node of the plan comes from: the version in force and what it rests on. */
export interface Origin {
  readonly ruleset: string;
  readonly title: Title;
  readonly cite?: string | undefined;
  readonly standing: Standing;
  readonly note?: Remark | undefined;
  readonly working?: Remark | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly position?: Position | undefined;
}

export interface RoundPlan {
  readonly step: Exact;
  readonly mode: RoundingMode;
  readonly cite?: string | undefined;
  readonly standing?: Standing | undefined;
  readonly note?: Remark | undefined;
}

interface Step {
  /** Unique in the plan; what trees read. */
  readonly key: string;
  readonly id: string;
  readonly origin: Origin;
  /** Keys that the step may read. */
  readonly reads: readonly string[];
}

export interface FactStep extends Step {
  readonly kind: 'fact';
  readonly type: Type;
  readonly absence: 'required' | 'unknown' | 'none' | { readonly default: Datum | None };
  /** From the library's model, or given under `facts:`. */
  readonly catalogue: boolean;
  readonly derive?: Tree | undefined;
}

/** What a period before handed over. */
export interface CarryFactStep extends Step {
  readonly kind: 'carryFact';
  readonly type: Type;
  readonly opening: Exact;
  readonly resets: CarryStep['resets'];
}

export interface ParameterStep extends Step {
  readonly kind: 'parameter';
  readonly type: Type;
  readonly value: Datum | None;
}

export interface Branch {
  readonly letter: string;
  /** Undefined in the last branch, which takes everything else. */
  readonly when?: Tree | undefined;
  /** None where the branch says that nothing applies. */
  readonly then: Tree | None;
  readonly cite?: string | undefined;
}

export interface Part {
  readonly value: Tree;
  readonly weight: Tree;
  readonly title?: Title | undefined;
  /** The formula text of the value: the part's name in a trace. */
  readonly name: string;
}

export type Body =
  | { readonly form: 'formula'; readonly tree: Tree; readonly text: string }
  | { readonly form: 'choose'; readonly branches: readonly Branch[] }
  | { readonly form: 'parts'; readonly parts: readonly Part[]; readonly total: Exact; readonly notApplicable: 'renormalise' | 'unknown' };

export interface TermStep extends Step {
  readonly kind: 'term';
  readonly stage: Stage;
  /** The type of the term; of one member where `each` is present. */
  readonly type: Type;
  readonly body: Body;
  readonly each?: { readonly local: string; readonly list: Tree; readonly text: string } | undefined;
  readonly round?: RoundPlan | undefined;
}

export interface RaterSourcePlan {
  readonly source: string;
  readonly low: Exact;
  readonly high: Exact;
  readonly convert: 'none' | 'ofTop' | 'betweenEnds' | { readonly table: string };
  readonly within: { readonly form: 'mean' | 'median' } | { readonly form: 'trimmedMean'; readonly trim: string };
  readonly quorum: { readonly form: 'number'; readonly count: number } | { readonly form: 'all' } | { readonly form: 'parameter'; readonly key: string };
  readonly below: 'absent' | 'hold';
}

export interface WeightRow {
  readonly weights: ReadonlyMap<string, Exact>;
  readonly index: number;
  readonly cite?: string | undefined;
  readonly standing?: Standing | undefined;
}

export interface RatersStep extends Step {
  readonly kind: 'raters';
  readonly stage: Stage;
  readonly sources: readonly RaterSourcePlan[];
  readonly criteria?: { readonly members: readonly string[]; readonly incomplete: 'ignore' | 'hold' } | undefined;
  readonly combine: readonly ('raters' | 'criteria' | 'sources')[];
  readonly rows: readonly WeightRow[];
  /** The row that names every source. */
  readonly full: WeightRow | undefined;
  readonly otherwise: 'renormalise' | 'hold' | 'zero' | { readonly substitute: string };
}

/** A condition as written, each leaf with its tree; `tree` of a rule is the whole of it in the formula language. */
export type ConditionPlan =
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly ConditionPlan[]; readonly name?: string | undefined }
  | { readonly kind: 'not'; readonly condition: ConditionPlan; readonly name?: string | undefined }
  | {
      readonly kind: 'leaf';
      readonly operator: ConditionOperator;
      readonly fact: Tree;
      readonly value: Tree;
      readonly tree: Tree;
      readonly text: string;
      readonly name?: string | undefined;
    };

export const CONDITION_OPERATORS = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
] as const;
export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

export interface EventPlan {
  readonly kind: EventKind;
  /** Values, literal or from facts, by parameter name. */
  readonly values: ReadonlyMap<string, Tree>;
  readonly key?: readonly Tree[] | undefined;
  readonly payment?: string | undefined;
  /** Words of a closed list: imposed, starts, meets; and the text of `until`. */
  readonly words: ReadonlyMap<string, string>;
}

export interface RuleStep extends Step {
  readonly kind: 'rule';
  readonly stage: Stage;
  readonly condition: ConditionPlan;
  readonly tree: Tree;
  readonly event: EventPlan;
}

/** The rules of one kind that fired before a stage, as a list. */
export interface FiredStep extends Step {
  readonly kind: 'fired';
  readonly stage: Stage;
  readonly event: EventKind;
  readonly rules: readonly string[];
}

export interface Gate {
  /** True when the gate acts: not entitled, or held. */
  readonly when: Tree;
  readonly text: string;
  readonly reason: Title;
  readonly until?: string | undefined;
  readonly cite?: string | undefined;
}

export interface PaymentStep extends Step {
  readonly kind: 'payment';
  readonly amount: string;
  readonly for: readonly string[];
  readonly notEntitled: readonly Gate[];
  readonly held: readonly Gate[];
}

export interface CarryStep extends Step {
  readonly kind: 'carry';
  readonly type: Type;
  readonly next: Tree;
  readonly resets: 'month' | 'quarter' | 'halfYear' | 'year' | 'never';
}

export type PlanStep = FactStep | CarryFactStep | ParameterStep | TermStep | RatersStep | RuleStep | FiredStep | PaymentStep | CarryStep;

export interface TableCallable {
  readonly kind: 'table';
  readonly key: string;
  readonly id: string;
  readonly origin: Origin;
  readonly table: Table;
  readonly lookup: Lookup;
  /** Notes of single rows: another article, another standing. By index of the row in the data. */
  readonly rowOrigins: ReadonlyMap<number, { readonly cite?: string | undefined; readonly standing?: Standing | undefined }>;
}

export interface FunctionCallable {
  readonly kind: 'function';
  readonly key: string;
  readonly id: string;
  readonly origin: Origin;
  readonly parameters: readonly { readonly name: string; readonly type: Type }[];
  readonly type: Type;
  readonly body: Body;
  readonly round?: RoundPlan | undefined;
  readonly reads: readonly string[];
}

/** A parameter whose value is asked for a day. */
export interface DatedCallable {
  readonly kind: 'dated';
  readonly key: string;
  readonly id: string;
  readonly type: Type;
  /** Oldest first. */
  readonly versions: readonly { readonly from: number; readonly to?: number | undefined; readonly value: Datum | None; readonly origin: Origin }[];
  readonly origin: Origin;
}

export type Callable = TableCallable | FunctionCallable | DatedCallable;

/** What the outcome names. */
export interface OutputPlan {
  readonly scores: readonly { readonly name: string; readonly key: string; readonly id: string }[];
  readonly rating?: { readonly key: string; readonly id: string } | undefined;
}

/** How candidates are compared, where the ruleset says it; an outcome does not answer for it. */
export interface SelectionPlan {
  /** The first one first. */
  readonly by: readonly { readonly term: string; readonly better: 'higher' | 'lower' }[];
  /** Terms that must be true. */
  readonly eligible: readonly string[];
}

export interface Plan {
  /** In the order in which they are evaluated: facts, parameters, then stage by stage, then payments, then carry. */
  readonly steps: readonly PlanStep[];
  readonly byKey: ReadonlyMap<string, PlanStep>;
  readonly callables: ReadonlyMap<string, Callable>;
  readonly calendars: ReadonlyMap<string, Datum>;
  readonly outputs: OutputPlan;
  readonly selection?: SelectionPlan | undefined;
  /** The types of all facts that the ruleset declares itself, also those that nothing reads at these dates. */
  readonly ownFacts: ReadonlyMap<string, Type>;
  /** All ids that the ruleset carries. */
  readonly carryIds: ReadonlySet<string>;
}

export interface ResolveDates {
  readonly assessed: Period;
  readonly paid?: Period | undefined;
}
