/**
 * Puts the outcome together: named scores, rating, what fired, lines of pay, what must be kept, and how sure it is.
 * In: a finished run. Out: a frozen {@link AppraisalOutcome} whose JSON is byte for byte the same wherever it is made.
 */
import type { Effect, EffectInput } from '../model/effect.ts';
import type { Outcome, OutcomeFault, PaymentLine, RuleOutcome, RulesetStamp, SanctionProposal, Score, StandingShares, TermOutcome } from '../model/outcome.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import type { Plan } from '../ruleset/plan.ts';
import type { Standing } from '../ruleset/schema.ts';
import { deepFreeze } from '../values/deep-freeze.ts';
import { type KinerjaDecimal, KinerjaDecimal as Decimal, toDecimal } from '../values/decimal.ts';
import { type Exact, isExact, toText } from '../values/exact.ts';
import { type Fault, type Result, isFault, isNone, isUnknown, toJson } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import type { Proposal } from './effects.ts';
import type { FiredEvent } from './events.ts';
import type { Work } from './evaluate-step.ts';
import { outcomeJson } from './outcome-json.ts';
import { type PlanShape, type ToldTerm, shapeOf } from './plan-shape.ts';
import { usedNodes, worstStanding } from './standing.ts';
import type { Trace, TraceStep } from './trace.ts';

export function buildOutcome(ruleset: Ruleset, work: Work, steps: readonly TraceStep[], payments: readonly PaymentLine[]): Outcome<Trace> {
  const { plan } = ruleset;
  const { appraisal, run } = work;
  const { proposals } = work.effects;
  const byKey = new Map<string, TraceStep>();
  for (const step of steps) byKey.set(step.key, step);
  const trace: Trace = Object.freeze({ steps: Object.freeze(steps), byKey, values: run.values });
  const shape = shapeOf(plan);
  const terms = termsOf(shape.terms, run.values);
  const scores = scoresOf(ruleset, run.values, terms);
  const rating = plan.outputs.rating && run.values.get(plan.outputs.rating.key);
  const roots = rootKeys(plan, steps);
  const faults: OutcomeFault[] = [];
  const unknowns = new Set<string>();
  // What is unknown or faulted below the roots shows in them, unless a branch made it irrelevant.
  for (const key of roots) {
    const step = byKey.get(key);
    if (step && isFault(step.result)) faults.push(faultOf(step, step.result));
    else if (step && isUnknown(step.result)) for (const fact of step.result.facts) unknowns.add(fact);
  }
  const unknownFacts = [...unknowns].sort();
  const events = (kind: FiredEvent['kind']): readonly RuleOutcome[] => work.fired.filter((event) => event.kind === kind).map(ruleOutcome);
  const { assessed, paid } = appraisal;
  // Put together in the order of its JSON. A spread in the midst of it would cost more than the rest.
  const outcome: Outcome<Trace> = Object.assign(
    {
      status: faults.length > 0 ? ('faulted' as const) : unknownFacts.length > 0 ? ('undetermined' as const) : ('complete' as const),
      employee: appraisal.employee.id,
      assessed: { from: assessed.from.toString(), to: assessed.to.toString() },
    },
    paid && { paid: { from: paid.period.from.toString(), to: paid.period.to.toString(), kind: paid.kind } },
    typeof rating === 'string' ? { scores, rating } : { scores },
    {
      terms,
      awards: events('award'),
      sanctions: proposals.filter(({ effect, known }) => effect.kind === 'sanction' && !known).map(sanctionOf),
      development: events('development'),
      flags: events('flag'),
      blocks: proposals.filter(({ effect, known }) => effect.kind === 'block' && !known).map(({ event }) => Object.assign(ruleOutcome(event), untilOf(event))),
      payments,
      effects: [...(appraisal.effects ?? []), ...proposals.filter(({ known }) => !known).map(({ effect }) => effect)].map(effectJson),
      carry: { through: assessed.to.toString(), values: carriedOf(plan, run.values) },
      unknownFacts,
      faults,
      ruleset: stampOf(ruleset),
      standing: standingOf(trace, roots, payments, shape),
      trace,
    },
  );
  // JSON.stringify must never meet the exact numbers inside the trace.
  Object.defineProperty(outcome, 'toJSON', { value: () => outcomeJson(outcome), enumerable: false });
  return deepFreeze(outcome);
}

type Values = ReadonlyMap<string, Result>;

/** Nearly all are numbers of terms, which have been told there. No name is `__proto__`: the schema of the manifest drops it. */
function scoresOf(ruleset: Ruleset, values: Values, terms: Readonly<Record<string, TermOutcome>>): Readonly<Record<string, Score>> {
  const scores: Record<string, Score> = {};
  for (const { name, key } of ruleset.plan.outputs.scores) {
    const result = values.get(key);
    if (result === undefined || !isExact(result)) continue;
    const told = terms[key];
    const { value, exact } = told?.status === 'value' && told.kind === 'number' ? told : numberOf(result);
    scores[name] = Object.freeze({ value, exact, unit: unitOf(ruleset, key) });
  }
  return Object.freeze(scores);
}

/** The terms and the outputs of rater schemes, in the order of the plan. Their names are ids of nodes, which reach no prototype. */
function termsOf(told: readonly ToldTerm[], values: Values): Readonly<Record<string, TermOutcome>> {
  const terms: Record<string, TermOutcome> = {};
  for (let at = 0; at < told.length; at++) {
    const { name, key, type } = told[at]!;
    terms[name] = termOutcome(values.get(key)!, type);
  }
  return Object.freeze(terms);
}

function carriedOf(plan: Plan, values: Values): Record<string, string> {
  const carried: [string, string][] = [];
  for (const step of plan.steps) {
    const value = step.kind === 'carry' ? values.get(step.key) : undefined;
    if (value !== undefined && isExact(value)) carried.push([step.id, toText(value)]);
  }
  return Object.fromEntries(carried);
}

const stampOf = ({ id, version, hash, dates: { assessed, paid } }: Ruleset): RulesetStamp => ({
  id,
  version,
  hash,
  assessedOn: assessed.to.toString(),
  ...(paid && { paidOn: paid.to.toString() }),
});

/** What the outcome answers for: payments, rules, carries, scores and the rating. */
function rootKeys({ outputs }: Plan, steps: readonly TraceStep[]): readonly string[] {
  const roots: string[] = [];
  for (const { kind, key } of steps) if (kind === 'payment' || kind === 'rule' || kind === 'carry') roots.push(key);
  for (const { key } of outputs.scores) roots.push(key);
  if (outputs.rating) roots.push(outputs.rating.key);
  return roots;
}

function unitOf(ruleset: Ruleset, key: string): string {
  const step = ruleset.plan.byKey.get(key);
  const type = step && 'type' in step ? step.type : undefined;
  return type?.kind === 'number' ? type.unit.text : 'points';
}

export function numberOf(value: Exact): Pick<Score, 'value' | 'exact'> {
  const exact = toText(value);
  return { value: toDecimal(value, exact), exact };
}

function termOutcome(result: Result, type: Type | undefined): TermOutcome {
  if (isExact(result)) {
    const { value, exact } = numberOf(result);
    return Object.freeze({ status: 'value', kind: 'number', value, exact, unit: type?.kind === 'number' ? type.unit.text : 'ratio' });
  }
  if (isNone(result)) return Object.freeze({ status: 'none' });
  if (isUnknown(result)) return Object.freeze({ status: 'unknown', facts: result.facts });
  if (isFault(result)) return Object.freeze({ status: 'fault', code: result.code, message: result.message });
  return Object.freeze({ status: 'value', kind: 'other', value: deepFreeze(toJson(result)) });
}

export function ruleOutcome({ rule, code, values }: FiredEvent): RuleOutcome {
  const { title, cite } = rule.origin;
  const params = Object.fromEntries(Array.from(values, ([name, value]) => [name, toJson(value)]));
  return cite === undefined ? { rule: rule.id, code, title, params } : { rule: rule.id, code, title, cite, params };
}

export const sanctionOf = ({ effect, event }: Proposal): SanctionProposal =>
  Object.assign(ruleOutcome(event), {
    key: effect.key,
    imposed: event.rule.event.words.get('imposed') as SanctionProposal['imposed'],
    effect: effectJson(effect),
  });

export function untilOf(event: FiredEvent): { until?: string } {
  const until = event.values.get('until');
  return until === undefined || isNone(until) ? {} : { until: String(toJson(until)) };
}

/** Effects as an appraisal takes them: months as `2024-07`, numbers as text. */
export function effectJson(effect: Effect): EffectInput {
  const month = (date: { toString(): string } | undefined): string | undefined => date?.toString().slice(0, 7);
  const written = Object.assign({}, effect, {
    cut: effect.cut && toText(effect.cut),
    months: effect.months && toText(effect.months),
    starts: month(effect.starts),
    ends: month(effect.ends),
  });
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined)) as EffectInput;
}

const faultOf = ({ id }: TraceStep, { code, message, span }: Fault): OutcomeFault => ({ code, node: id, message, ...(span && { span }) });

function standingOf(trace: Trace, roots: readonly string[], payments: readonly PaymentLine[], { places, ids }: PlanShape): StandingShares {
  const used = usedNodes(trace, roots, places);
  const nodes: Record<Standing, number> = {
    confirmed: used.confirmed.size,
    reported: used.reported.size,
    derived: used.derived.size,
    placeholder: used.placeholder.size,
  };
  const rupiah: Record<Standing, KinerjaDecimal> = {
    confirmed: new Decimal(0),
    reported: new Decimal(0),
    derived: new Decimal(0),
    placeholder: new Decimal(0),
  };
  for (const line of payments) {
    if (line.amount === null) continue;
    const worst = worstStanding(trace, `payment ${line.id}`, places);
    rupiah[worst] = rupiah[worst].plus(line.amount);
  }
  return { nodes, rupiah, placeholders: ids.filter((id) => used.placeholder.has(id)) };
}
