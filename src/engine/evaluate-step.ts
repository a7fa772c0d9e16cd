/**
 * Evaluates one step of a plan and writes its entry of the trace.
 * In: a step, the run, what came in. Out: a frozen {@link TraceStep}; its result is in the run under its key.
 */
import type { Appraisal } from '../model/appraisal.ts';
import type { InputIssue } from '../model/input-error.ts';
import type { CarryFactStep, FactStep, PlanStep, RatersStep, RuleStep, TermStep } from '../ruleset/plan.ts';
import { numerator } from '../values/exact.ts';
import { type ListValue, type Result, isFault, isList, isUnknown, worst } from '../values/result.ts';
import { type BodyResult, evaluateBody } from './evaluate-body.ts';
import { type GivenRating, evaluateRaters } from './evaluate-raters.ts';
import { evaluateRule } from './evaluate-rule.ts';
import type { EffectBook } from './effects.ts';
import { type FiredEvent, fireEvent } from './events.ts';
import { handOn } from './hand-on.ts';
import { type GivenFacts, settleCarry, settleFact } from './load-facts.ts';
import { roundResult } from './round-result.ts';
import { shapeOf } from './plan-shape.ts';
import { NO_NOTES, type Run } from './run.ts';
import type { FactSource, Rounding, TraceStep } from './trace.ts';

/** What a run works on beside the plan. */
export interface Work {
  readonly run: Run;
  readonly appraisal: Appraisal;
  readonly given: GivenFacts;
  readonly ratings: readonly GivenRating[];
  readonly expectedRaters: ReadonlyMap<string, number>;
  readonly issues: InputIssue[];
  /** Filled as rules fire, in the order of the plan. */
  readonly fired: FiredEvent[];
  /** What came in, and what fired rules add to it. */
  readonly effects: EffectBook;
  /** Rules whose verdict is unknown or a fault. */
  readonly unsettled: Map<string, Result>;
}

/** Entries are written out property by property: a spread costs more than all the rest of a step. */
export function evaluateStep(step: Exclude<PlanStep, { kind: 'payment' }>, work: Work): TraceStep {
  switch (step.kind) {
    case 'fact': {
      const { result, source } = settleFact(step, work.given, work.run, work.issues);
      return tracedFact(step, source, result, work.run);
    }
    case 'carryFact': {
      const { result, source } = settleCarry(step, work.appraisal, work.issues);
      return tracedFact(step, source, result, work.run);
    }
    case 'parameter': {
      const { key, id, origin, value: result } = step;
      work.run.values.set(key, result);
      return Object.freeze({ key, id, origin, kind: 'parameter', result, inputs: NO_NOTES.inputs, calls: NO_NOTES.calls });
    }
    case 'fired': {
      const { key, id, origin, stage } = step;
      const { result, inputs, calls } = work.run.settle(key, firedList(step.rules, work));
      return Object.freeze({ key, id, origin, kind: 'fired', stage, result, inputs, calls });
    }
    case 'term':
      return evaluateTerm(step, work.run);
    case 'raters':
      return evaluateScheme(step, work);
    case 'rule':
      return evaluateRuleStep(step, work);
    case 'carry': {
      const { key, id, origin } = step;
      const { result, inputs, calls } = work.run.settle(key, handOn(id, work.run.evaluate(step.next)));
      return Object.freeze({ key, id, origin, kind: 'carry', result, inputs, calls });
    }
  }
}

function tracedFact({ key, id, origin }: FactStep | CarryFactStep, source: FactSource, given: Result, run: Run): TraceStep {
  const { result, inputs, calls } = run.settle(key, given);
  return Object.freeze({ key, id, origin, kind: 'fact', source, result, inputs, calls });
}

function evaluateTerm(step: TermStep, run: Run): TraceStep {
  const { key, id, origin, stage, body, each } = step;
  let exact: Result;
  let details: BodyResult | undefined;
  if (each) exact = forEach(run.evaluate(each.list), (member) => evaluateBody(body, run, new Map([[each.local, member]])).result);
  else {
    details = evaluateBody(body, run);
    exact = details.result;
  }
  const rounded = step.round ? roundResult(exact, step.round) : undefined;
  const rounding: readonly Rounding[] | undefined = rounded?.rounding ? Object.freeze([rounded.rounding]) : rounded?.all;
  const { result, inputs, calls } = run.settle(key, rounded?.result ?? exact);
  const form = body.form;
  if (form === 'formula') {
    const { text } = body;
    return Object.freeze(
      rounding
        ? { key, id, origin, kind: 'term', stage, form, text, rounding, result, inputs, calls }
        : { key, id, origin, kind: 'term', stage, form, text, result, inputs, calls },
    );
  }
  const { branch, parts } = details ?? {};
  return Object.freeze(
    Object.assign(
      { key, id, origin, kind: 'term' as const, stage, form },
      branch && { branch },
      parts && { parts },
      rounding ? { rounding, result, inputs, calls } : { result, inputs, calls },
    ),
  );
}

function forEach(list: Result, evaluate: (member: Result) => Result): Result {
  if (!isList(list)) return list;
  return Object.freeze(list.map((member) => (isFault(member) || isUnknown(member) ? member : evaluate(member))));
}

function evaluateScheme(step: RatersStep, work: Work): TraceStep {
  const { run } = work;
  const { key, id, origin, stage } = step;
  const { score, sources, criteria, weights } = evaluateRaters(step, work.ratings, work.expectedRaters, run);
  const keys = shapeOf(run.plan).schemes.get(key)!;
  for (const [at, source] of sources.entries()) {
    run.values.set(keys.sources[at]!.score, source.score);
    run.values.set(keys.sources[at]!.present, isUnknown(source.score) || isFault(source.score) ? source.score : source.present);
  }
  for (const [member, score] of criteria) run.values.set(keys.criteria.get(member)!, score);
  run.values.set(keys.score, score);
  const { result, inputs, calls } = run.settle(key, score);
  return Object.freeze({ key, id, origin, kind: 'raters', stage, sources, weights, criteria, result, inputs, calls });
}

function evaluateRuleStep(step: RuleStep, work: Work): TraceStep {
  const { run } = work;
  const { key, id, origin, stage } = step;
  const { verdict, leaves } = evaluateRule(step, run);
  let settled: Result = verdict;
  if (verdict === true) {
    const event = fireEvent(step, run);
    const open = event.unsettled ?? work.effects.propose(event);
    if (open === undefined) work.fired.push(event);
    else settled = open;
  }
  if (settled !== true && settled !== false) work.unsettled.set(key, settled);
  const { result, inputs, calls } = run.settle(key, settled);
  return Object.freeze({ key, id, origin, kind: 'rule', stage, event: step.event.kind, verdict, leaves, result, inputs, calls });
}

/** The list of fired rules; one unknown rule makes the whole list unknown. */
function firedList(rules: readonly string[], work: Work): Result {
  for (const rule of rules) work.run.read(rule);
  const open = worst(rules.map((rule) => work.run.values.get(rule) ?? false));
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
  return (appraisal.ratings?.items ?? []).map((item, index) => ({
    source: item.source,
    rater: item.rater,
    score: item.score,
    low: item.scale.min,
    high: item.scale.max,
    index,
    ...(item.criterion !== undefined && { criterion: item.criterion }),
  }));
}

export function expectedRatersOf(appraisal: Appraisal): ReadonlyMap<string, number> {
  const asked = Object.entries(appraisal.ratings?.expected ?? {}).filter(([, count]) => count !== undefined);
  return new Map(asked.map(([source, count]) => [source, Number(numerator(count!))]));
}
