/**
 * Puts the outcome together: named scores, rating, what fired, lines of pay, what must be kept, and how sure it is.
 * In: a finished run. Out: a frozen {@link AppraisalOutcome} whose JSON is byte for byte the same wherever it is made.
 */
import { monthText } from '../model/effect-door.ts';
import type { Effect, EffectInput } from '../model/effect.ts';
import type { Outcome, OutcomeFault, PaymentLine, RuleOutcome, RulesetStamp, SanctionProposal, Score, StandingShares, TermOutcome } from '../model/outcome.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import type { Standing } from '../ruleset/schema.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { deepFreeze } from '../values/deep-freeze.ts';
import { type KinerjaDecimal, KinerjaDecimal as Decimal, toDecimal } from '../values/decimal.ts';
import { type Exact, isExact, toText } from '../values/exact.ts';
import { type Fault, type Result, isFault, isNone, isUnknown, toJson } from '../values/result.ts';
import type { Type } from '../values/type.ts';
import type { Proposal } from './effects.ts';
import type { FiredEvent } from './events.ts';
import type { Work } from './work.ts';
import { outcomeJson } from './outcome-json.ts';
import type { PlanShape, ToldTerm } from './plan-shape.ts';
import { usedNodes, worstStanding } from './standing.ts';
import type { Run } from './run.ts';
import type { Trace } from './trace.ts';
import { makeWhenRead, once, partWhenRead } from './when-read.ts';
import { writeTrace } from './write-trace.ts';

export function buildOutcome(ruleset: Ruleset, work: Work): Outcome<Trace> {
  const { plan } = ruleset;
  const { appraisal, run, lines: payments } = work;
  const { proposals } = work.effects;
  const { shape, values } = run;
  const faults: OutcomeFault[] = [];
  const unknowns = new Set<string>();
  // What is unknown or faulted below the roots shows in them, unless a branch made it irrelevant.
  for (const { id, slot } of shape.roots) {
    const result = run.slots[slot];
    if (result === undefined || id === undefined) continue;
    if (isFault(result)) faults.push(faultOf(id, result));
    else if (isUnknown(result)) for (const fact of result.facts) unknowns.add(fact);
  }
  const unknownFacts = [...unknowns].sort();
  const { fired } = work;
  const { assessed, paid } = appraisal;
  const trace = once(() => writeTrace(run));
  // In the order of its JSON. Freezing the parts one by one leaves alone what is written when it is read.
  const outcome: Record<string, unknown> = {
    status: faults.length > 0 ? 'faulted' : unknownFacts.length > 0 ? 'undetermined' : 'complete',
    employee: appraisal.employee.id,
    assessed: Object.freeze({ from: assessed.from.toString(), to: assessed.to.toString() }),
  };
  if (paid) outcome['paid'] = Object.freeze({ from: paid.period.from.toString(), to: paid.period.to.toString(), kind: paid.kind });
  outcome['scores'] = scoresOf(run);
  const rating = plan.outputs.rating && values.get(plan.outputs.rating.key);
  if (typeof rating === 'string') outcome['rating'] = rating;
  Object.defineProperty(outcome, 'terms', TERMS);
  outcome['awards'] = firedOf('award', fired);
  outcome['sanctions'] = deepFreeze(proposals.filter(({ effect, known }) => effect.kind === 'sanction' && !known).map(sanctionOf));
  outcome['development'] = firedOf('development', fired);
  outcome['flags'] = firedOf('flag', fired);
  outcome['blocks'] = deepFreeze(
    proposals.filter(({ effect, known }) => effect.kind === 'block' && !known).map(({ event }) => Object.assign(ruleOutcome(event), untilOf(event))),
  );
  outcome['payments'] = deepFreeze(payments);
  outcome['effects'] = deepFreeze([...(appraisal.effects ?? []), ...proposals.filter(({ known }) => !known).map(({ effect }) => effect)].map(effectJson));
  outcome['carry'] = deepFreeze({ through: assessed.to.toString(), values: carriedOf(run) });
  outcome['unknownFacts'] = Object.freeze(unknownFacts);
  outcome['faults'] = deepFreeze(faults);
  outcome['ruleset'] = stampOf(ruleset);
  Object.defineProperty(outcome, 'standing', STANDING);
  Object.defineProperty(outcome, 'trace', TRACE);
  makeWhenRead(outcome, {
    terms: once(() => termsOf(shape.terms, values)),
    standing: once(() => deepFreeze(standingOf(trace(), payments, shape))),
    trace,
  });
  const made = outcome as unknown as Outcome<Trace>;
  // JSON.stringify must never meet the exact numbers inside the trace.
  Object.defineProperty(outcome, 'toJSON', { value: () => outcomeJson(made), enumerable: false });
  // A log on the console shows what is written when it is read, not that it is.
  Object.defineProperty(outcome, INSPECT, { value: () => ({ ...made }), enumerable: false });
  return Object.freeze(made);
}

const [TERMS, STANDING, TRACE] = [partWhenRead('terms'), partWhenRead('standing'), partWhenRead('trace')];

/** What Node and its kin look for on a value that they print. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');

type Values = Pick<ReadonlyMap<string, Result>, 'get'>;

/** No name is `__proto__`: the schema of the manifest drops it. */
function scoresOf({ shape, slots }: Run): Readonly<Record<string, Score>> {
  const scores: Record<string, Score> = {};
  for (const { name, slot, unit } of shape.scores) {
    const result = slots[slot];
    if (result === undefined || !isExact(result)) continue;
    const { value, exact } = numberOf(result);
    scores[name] = Object.freeze({ value, exact, unit });
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

function carriedOf({ shape, slots }: Run): Record<string, string> {
  const carried: [string, string][] = [];
  for (const { id, slot } of shape.carries) {
    const value = slots[slot];
    if (value !== undefined && isExact(value)) carried.push([id, toText(value)]);
  }
  return Object.fromEntries(carried);
}

const STAMPS = new WeakMap<Ruleset, RulesetStamp>();

/** The same in every outcome of a ruleset. */
function stampOf(ruleset: Ruleset): RulesetStamp {
  let stamp = STAMPS.get(ruleset);
  if (!stamp) {
    const { id, version, hash, dates } = ruleset;
    stamp = Object.freeze({ id, version, hash, assessedOn: dates.assessed.to.toString(), ...(dates.paid && { paidOn: dates.paid.to.toString() }) });
    STAMPS.set(ruleset, stamp);
  }
  return stamp;
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

function firedOf(kind: FiredEvent['kind'], fired: readonly FiredEvent[]): readonly RuleOutcome[] {
  const told: RuleOutcome[] = [];
  for (let at = 0; at < fired.length; at++) if (fired[at]!.kind === kind) told.push(ruleOutcome(fired[at]!));
  return deepFreeze(told);
}

export function ruleOutcome({ rule, code, values }: FiredEvent): RuleOutcome {
  const { title, cite } = rule.origin;
  const params: Record<string, unknown> = {};
  for (const [name, value] of values) params[name] = toJson(value);
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
  const written: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(effect) as [string, Effect[keyof Effect]][]) {
    if (value instanceof CalendarDate) written[name] = monthText(value);
    else if (value !== undefined) written[name] = isExact(value) ? toText(value) : value;
  }
  return written as unknown as EffectInput;
}

const faultOf = (node: string, { code, message, span }: Fault): OutcomeFault => ({ code, node, message, ...(span && { span }) });

function standingOf(trace: Trace, payments: readonly PaymentLine[], { places, roots, ids }: PlanShape): StandingShares {
  const used = usedNodes(
    trace,
    roots.map(({ key }) => key),
    places,
  );
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
