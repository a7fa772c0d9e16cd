/**
 * Puts the outcome together: named scores, rating, what fired, lines of pay, what must be kept, and how sure it is.
 * In: a finished run. Out: a frozen {@link AppraisalOutcome} whose JSON is byte for byte the same wherever it is made.
 */
import type { Effect, EffectInput } from '../model/effect.ts';
import type { Outcome, OutcomeFault, PaymentLine, RuleOutcome, Score, StandingShares, TermOutcome } from '../model/outcome.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import type { CarryStep, RatersStep } from '../ruleset/plan.ts';
import type { Standing } from '../ruleset/schema.ts';
import { deepFreeze } from '../values/deep-freeze.ts';
import { type KinerjaDecimal, KinerjaDecimal as Decimal, toDecimal } from '../values/decimal.ts';
import { type Exact, isExact, toText } from '../values/exact.ts';
import { type Result, isFault, isNone, isUnknown, toJson } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import type { FiredEvent } from './events.ts';
import type { Work } from './evaluate-step.ts';
import { outcomeJson } from './outcome-json.ts';
import { usedNodes, worseStanding } from './standing.ts';
import type { Trace, TraceStep } from './trace.ts';

export function buildOutcome(ruleset: Ruleset, work: Work, steps: readonly TraceStep[], payments: readonly PaymentLine[]): Outcome<Trace> {
  const { plan } = ruleset;
  const { appraisal, run } = work;
  const { proposals } = work.effects;
  const trace: Trace = { steps, byKey: new Map(steps.map((step) => [step.key, step])), values: run.values };
  const terms: (readonly [string, TermOutcome])[] = [];
  for (const step of plan.steps) {
    if (step.kind === 'term') terms.push([step.id, termOutcome(run.values.get(step.key)!, step.each ? undefined : step.type)]);
    else if (step.kind === 'raters') terms.push(...raterTerms(step, run.values));
  }
  const scores: [string, Score][] = [];
  for (const { name, key } of plan.outputs.scores) {
    const value = run.values.get(key);
    if (value !== undefined && isExact(value)) scores.push([name, scoreOf(value, unitOf(ruleset, key))]);
  }
  const rating = plan.outputs.rating && run.values.get(plan.outputs.rating.key);
  const carried = plan.steps
    .filter((step): step is CarryStep => step.kind === 'carry')
    .flatMap((step) => {
      const value = run.values.get(step.key)!;
      return isExact(value) ? [[step.id, toText(value)] as const] : [];
    });
  const roots = rootKeys(ruleset, steps);
  const relevant = relevantSteps(trace, roots);
  const faults = relevant.filter((step) => isFault(step.result)).map(faultOf);
  const unknownFacts = [...new Set(relevant.flatMap((step) => (isUnknown(step.result) ? step.result.facts : [])))].sort();
  const events = (kind: FiredEvent['kind']): readonly RuleOutcome[] => work.fired.filter((event) => event.kind === kind).map(ruleOutcome);
  const outcome: Outcome<Trace> = {
    status: faults.length > 0 ? 'faulted' : unknownFacts.length > 0 ? 'undetermined' : 'complete',
    employee: appraisal.employee.id,
    assessed: { from: appraisal.assessed.from.toString(), to: appraisal.assessed.to.toString() },
    ...(appraisal.paid && { paid: { from: appraisal.paid.period.from.toString(), to: appraisal.paid.period.to.toString(), kind: appraisal.paid.kind } }),
    scores: Object.fromEntries(scores),
    ...(typeof rating === 'string' && { rating }),
    terms: Object.fromEntries(terms),
    awards: events('award'),
    sanctions: proposals
      .filter(({ effect, known }) => effect.kind === 'sanction' && !known)
      .map(({ effect, event }) => ({
        ...ruleOutcome(event),
        key: effect.key,
        imposed: event.rule.event.words.get('imposed') as 'byDecree',
        effect: effectJson(effect),
      })),
    development: events('development'),
    flags: events('flag'),
    blocks: proposals.filter(({ effect, known }) => effect.kind === 'block' && !known).map(({ event }) => ({ ...ruleOutcome(event), ...untilOf(event) })),
    payments,
    effects: [...(appraisal.effects ?? []), ...proposals.filter(({ known }) => !known).map(({ effect }) => effect)].map(effectJson),
    carry: { through: appraisal.assessed.to.toString(), values: Object.fromEntries(carried) },
    unknownFacts,
    faults,
    ruleset: {
      id: ruleset.id,
      version: ruleset.version,
      hash: ruleset.hash,
      assessedOn: ruleset.dates.assessed.to.toString(),
      ...(ruleset.dates.paid && { paidOn: ruleset.dates.paid.to.toString() }),
    },
    standing: standingOf(trace, roots, payments),
    trace,
  };
  // JSON.stringify must never meet the exact numbers inside the trace.
  Object.defineProperty(outcome, 'toJSON', { value: () => outcomeJson(outcome), enumerable: false });
  return deepFreeze(outcome);
}

/** What the outcome answers for: payments, scores, the rating and every rule. */
function rootKeys(ruleset: Ruleset, steps: readonly TraceStep[]): readonly string[] {
  const { outputs } = ruleset.plan;
  const own = steps.filter((step) => step.kind === 'payment' || step.kind === 'rule' || step.kind === 'carry').map((step) => step.key);
  return [...own, ...outputs.scores.map((score) => score.key), ...(outputs.rating ? [outputs.rating.key] : [])];
}

/** Roots themselves: what is unknown or faulted below them shows in them, unless a branch made it irrelevant. */
function relevantSteps(trace: Trace, roots: readonly string[]): readonly TraceStep[] {
  return roots.map((key) => trace.byKey.get(key)).filter((step) => step !== undefined);
}

function unitOf(ruleset: Ruleset, key: string): string {
  const step = ruleset.plan.byKey.get(key);
  const type = step && 'type' in step ? step.type : undefined;
  return type?.kind === 'number' ? type.unit.text : 'points';
}

export const scoreOf = (value: Exact, unit: string): Score => ({ value: toDecimal(value), exact: toText(value), unit });

function termOutcome(result: Result, type: Type | undefined): TermOutcome {
  if (isNone(result)) return { status: 'none' };
  if (isUnknown(result)) return { status: 'unknown', facts: result.facts };
  if (isFault(result)) return { status: 'fault', code: result.code, message: result.message };
  if (isExact(result)) return { status: 'value', kind: 'number', ...scoreOf(result, type?.kind === 'number' ? type.unit.text : 'ratio') };
  return { status: 'value', kind: 'other', value: toJson(result) };
}

const POINTS = { kind: 'number', unit: { text: 'points', powers: { points: 1 } } } as const;

function raterTerms(step: RatersStep, values: ReadonlyMap<string, Result>): readonly (readonly [string, TermOutcome])[] {
  const prefix = `${step.id}.`;
  return [...values]
    .filter(
      ([key]) =>
        key.startsWith(prefix) &&
        (key === `${prefix}score` || key.startsWith(`${prefix}criterion.`) || step.sources.some((source) => key.startsWith(`${prefix}${source.source}.`))),
    )
    .map(([key, value]) => [key, termOutcome(value, POINTS)]) as [string, TermOutcome][];
}

export function ruleOutcome(event: FiredEvent): RuleOutcome {
  const { origin } = event.rule;
  return {
    rule: event.rule.id,
    code: event.code,
    title: origin.title,
    ...(origin.cite !== undefined && { cite: origin.cite }),
    params: Object.fromEntries([...event.values].map(([name, value]) => [name, toJson(value)])),
  };
}

export function untilOf(event: FiredEvent): { until?: string } {
  const until = event.values.get('until');
  return until === undefined || isNone(until) ? {} : { until: String(toJson(until)) };
}

/** Effects as an appraisal takes them: months as `2024-07`, numbers as text. */
export function effectJson(effect: Effect): EffectInput {
  const month = (date: { toString(): string } | undefined): string | undefined => date?.toString().slice(0, 7);
  const written = {
    ...effect,
    cut: effect.cut && toText(effect.cut),
    months: effect.months && toText(effect.months),
    starts: month(effect.starts),
    ends: month(effect.ends),
  };
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)) as EffectInput;
}

function faultOf(step: TraceStep): OutcomeFault {
  const fault = step.result as Extract<Result, { kind: 'fault' }>;
  return { code: fault.code, node: step.id, message: fault.message, ...(fault.span && { span: fault.span }) };
}

function standingOf(trace: Trace, roots: readonly string[], payments: readonly PaymentLine[]): StandingShares {
  const nodes: Record<Standing, number> = { confirmed: 0, reported: 0, derived: 0, placeholder: 0 };
  const rupiah: Record<Standing, KinerjaDecimal> = {
    confirmed: new Decimal(0),
    reported: new Decimal(0),
    derived: new Decimal(0),
    placeholder: new Decimal(0),
  };
  const used = usedNodes(trace, roots);
  for (const node of used) nodes[node.standing]++;
  for (const line of payments) {
    if (line.amount === null) continue;
    const worst = usedNodes(trace, [`payment ${line.id}`]).reduce<Standing>((so, node) => worseStanding(so, node.standing), 'confirmed');
    rupiah[worst] = rupiah[worst].plus(line.amount);
  }
  return { nodes, rupiah, placeholders: [...new Set(used.filter((node) => node.standing === 'placeholder').map((node) => node.id))] };
}
