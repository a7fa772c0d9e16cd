/**
 * Evaluates the steps of a plan. Each is made into a function once, and kept beside the plan.
 * In: a step, the run, what came in. Out: its result in the run, and in the run's log what `write-trace.ts` makes an entry of.
 */
import type { Appraisal } from '../model/appraisal.ts';
import { type Link, prepareTree } from '../formula/prepare-tree.ts';
import type { PaymentStep, Plan, PlanStep, RatersStep, RuleStep, TermStep } from '../ruleset/plan.ts';
import { numerator } from '../values/exact.ts';
import { type ListValue, type Result, isFault, isList, isUnknown, worst } from '../values/result.ts';
import { type BodyResult, prepareBody } from './evaluate-body.ts';
import { type GivenRating, evaluateRaters } from './evaluate-raters.ts';
import { evaluatePayment } from './evaluate-payment.ts';
import { type LeafNotes, prepareCondition } from './evaluate-rule.ts';
import { prepareEvent } from './events.ts';
import { handOn } from './hand-on.ts';
import { settleCarry, settleFact } from './load-facts.ts';
import { shapeOf } from './plan-shape.ts';
import { roundResult } from './round-result.ts';
import { type Run, linkOf } from './run.ts';
import type { Rounding } from './trace.ts';
import type { Work } from './work.ts';

export type { Work };

/** A step as a function: its result goes into the run, and a note into the run's log. */
type PreparedStep = (work: Work) => void;

const PREPARED = new WeakMap<Plan, readonly PreparedStep[]>();

function preparedSteps(plan: Plan): readonly PreparedStep[] {
  let prepared = PREPARED.get(plan);
  if (!prepared) {
    const link = linkOf(plan);
    prepared = plan.steps.map((step) => prepareStep(step, plan, link));
    PREPARED.set(plan, prepared);
  }
  return prepared;
}

/** Evaluates every step of the plan of a run, in its order. */
export function evaluateSteps(work: Work): void {
  const prepared = preparedSteps(work.run.plan);
  for (let at = 0; at < prepared.length; at++) prepared[at]!(work);
}

/** Evaluates one step of the plan of a run. */
export function evaluateStep(step: PlanStep, work: Work): void {
  const { plan, shape } = work.run;
  preparedSteps(plan)[shape.places.get(step.key)!]!(work);
}

function prepareStep(step: PlanStep, plan: Plan, link: Link<Run>): PreparedStep {
  const slot = shapeOf(plan).slots.get(step.key)!;
  switch (step.kind) {
    case 'fact':
      return ({ run, given, issues }) => {
        const { result, source } = settleFact(step, given, run, issues);
        run.settle(slot, result, source);
      };
    case 'carryFact':
      return ({ run, appraisal, issues }) => {
        const { result, source } = settleCarry(step, appraisal, issues);
        run.settle(slot, result, source);
      };
    case 'fired':
      return (work) => work.run.settle(slot, firedList(step.rules, work), undefined);
    case 'term':
      return prepareTerm(step, slot, link);
    case 'raters':
      return prepareScheme(step, slot, plan);
    case 'rule':
      return prepareRule(step, slot, link);
    case 'carry': {
      const next = prepareTree(step.next, link);
      return ({ run }) => run.settle(slot, handOn(step.id, next(run, undefined)), undefined);
    }
    case 'payment':
      return preparePayment(step, plan);
    case 'parameter':
      // Its value is there from the beginning.
      return () => undefined;
  }
}

/** A line of pay, where it is for this payment, with the rules before it that hold it or shut it out. */
function preparePayment(step: PaymentStep, plan: Plan): PreparedStep {
  const rulesFor = plan.steps
    .slice(0, plan.steps.indexOf(step))
    .flatMap((rule) => (rule.kind === 'rule' && rule.event.payment === step.id ? [{ key: rule.key, kind: rule.event.kind as 'hold' | 'exclude' }] : []));
  return (work) => {
    const { paid } = work.appraisal;
    if (paid !== undefined && step.for.includes(paid.kind)) work.lines.push(evaluatePayment(step, work, rulesFor));
  };
}

/** What the trace tells of a term beside its result. */
export interface TermNote {
  readonly rounding: readonly Rounding[] | undefined;
  readonly branch: BodyResult['branch'];
  readonly parts: BodyResult['parts'];
}

function prepareTerm(step: TermStep, slot: number, link: Link<Run>): PreparedStep {
  const { round } = step;
  const body = prepareBody(step.body, link);
  const settle = (run: Run, exact: Result, branch: BodyResult['branch'], parts: BodyResult['parts']): void => {
    if (!round) {
      run.settle(slot, exact, branch || parts ? { rounding: undefined, branch, parts } : undefined);
      return;
    }
    const rounded = roundResult(exact, round);
    const rounding = rounded.rounding ? Object.freeze([rounded.rounding]) : rounded.all;
    run.settle(slot, rounded.result, { rounding, branch, parts } satisfies TermNote);
  };
  if (!step.each) {
    return ({ run }) => {
      const { result, branch, parts } = body(run, undefined);
      settle(run, result, branch, parts);
    };
  }
  const { local: name } = step.each;
  const list = prepareTree(step.each.list, link);
  return ({ run }) =>
    settle(
      run,
      forEach(list(run, undefined), (value) => body(run, { name, value, outer: undefined }).result),
      undefined,
      undefined,
    );
}

function forEach(list: Result, evaluate: (member: Result) => Result): Result {
  if (!isList(list)) return list;
  return Object.freeze(list.map((member) => (isFault(member) || isUnknown(member) ? member : evaluate(member))));
}

function prepareScheme(step: RatersStep, slot: number, plan: Plan): PreparedStep {
  const { schemes, slots } = shapeOf(plan);
  const keys = schemes.get(step.key)!;
  const score = slots.get(keys.score)!;
  const sources = keys.sources.map((source) => ({ score: slots.get(source.score)!, present: slots.get(source.present)! }));
  const criteria = new Map(Array.from(keys.criteria, ([member, key]) => [member, slots.get(key)!]));
  return ({ run, ratings, expectedRaters }) => {
    const scheme = evaluateRaters(step, ratings, expectedRaters, run);
    for (let at = 0; at < sources.length; at++) {
      const source = scheme.sources[at]!;
      run.slots[sources[at]!.score] = source.score;
      run.slots[sources[at]!.present] = isUnknown(source.score) || isFault(source.score) ? source.score : source.present;
    }
    for (const [member, result] of scheme.criteria) run.slots[criteria.get(member)!] = result;
    run.slots[score] = scheme.score;
    run.settle(slot, scheme.score, scheme);
  };
}

/** What the trace tells of a rule beside its result. */
export interface RuleNote {
  readonly verdict: Result;
  readonly leaves: LeafNotes;
}

function prepareRule(step: RuleStep, slot: number, link: Link<Run>): PreparedStep {
  const decide = prepareCondition(step.condition, link);
  const fire = prepareEvent(step, link);
  return (work) => {
    const { run } = work;
    const leaves: LeafNotes = [];
    const verdict = decide(run, leaves);
    let settled: Result = verdict;
    if (verdict === true) {
      const event = fire(run);
      const open = event.unsettled ?? work.effects.propose(event);
      if (open === undefined) work.fired.push(event);
      else settled = open;
    }
    if (settled !== true && settled !== false) work.unsettled.set(step.key, settled);
    run.settle(slot, settled, { verdict, leaves } satisfies RuleNote);
  };
}

/** The list of fired rules; one unknown rule makes the whole list unknown. */
function firedList(rules: readonly string[], work: Work): Result {
  const { values } = work.run;
  for (const rule of rules) work.run.read(rule);
  const open = worst(rules.map((rule) => values.get(rule) ?? false));
  if (open) return open;
  const members = work.fired
    .filter((event) => rules.includes(event.rule.key))
    .map(
      (event) =>
        new Map<string, Result>([
          ['rule', event.rule.id],
          ['code', event.code],
        ]),
    );
  return Object.freeze(members) as ListValue;
}

/** The ratings of an appraisal as the schemes read them. */
export function ratingsOf(appraisal: Appraisal): readonly GivenRating[] {
  return (appraisal.ratings?.items ?? []).map(({ source, rater, criterion, score, scale }, index) => ({
    source,
    rater,
    criterion,
    score,
    low: scale.min,
    high: scale.max,
    index,
  }));
}

export function expectedRatersOf({ ratings }: Appraisal): ReadonlyMap<string, number> {
  const asked = new Map<string, number>();
  if (ratings?.expected) for (const [source, count] of Object.entries(ratings.expected)) if (count !== undefined) asked.set(source, Number(numerator(count)));
  return asked;
}
