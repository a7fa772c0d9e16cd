/**
 * Evaluates one step of a plan and writes its entry of the trace.
 * In: a step, the run, what came in. Out: a {@link TraceStep}; its result is in the run under its key.
 */
import type { Appraisal } from '../model/appraisal.ts';
import type { InputIssue } from '../model/input-error.ts';
import type { PlanStep, RatersStep, RuleStep, TermStep } from '../ruleset/plan.ts';
import { numerator } from '../values/exact.ts';
import { type ListValue, type Result, isFault, isList, isUnknown, worst } from '../values/result.ts';
import { type BodyResult, evaluateBody } from './evaluate-body.ts';
import { type GivenRating, evaluateRaters } from './evaluate-raters.ts';
import { evaluateRule } from './evaluate-rule.ts';
import type { EffectBook } from './effects.ts';
import { type FiredEvent, fireEvent } from './events.ts';
import { handOn } from './hand-on.ts';
import { settleCarry, settleFact } from './load-facts.ts';
import { roundResult } from './round-result.ts';
import type { Run } from './run.ts';
import type { Rounding, TraceStep } from './trace.ts';

/** What a run works on beside the plan. */
export interface Work {
  readonly run: Run;
  readonly appraisal: Appraisal;
  readonly given: ReadonlyMap<string, Result>;
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

export function evaluateStep(step: Exclude<PlanStep, { kind: 'payment' }>, work: Work): TraceStep {
  const { run } = work;
  const base = { key: step.key, id: step.id, origin: step.origin };
  const done = (result: Result): { result: Result; inputs: readonly string[]; calls: TraceStep['calls'] } => {
    run.values.set(step.key, result);
    return { result, ...run.takeNotes() };
  };
  switch (step.kind) {
    case 'fact': {
      const { result, source } = settleFact(step, work.given, run, work.issues);
      return { ...base, kind: 'fact', source, ...done(result) };
    }
    case 'carryFact': {
      const { result, source } = settleCarry(step, work.appraisal, work.issues);
      return { ...base, kind: 'fact', source, ...done(result) };
    }
    case 'parameter':
      return { ...base, kind: 'parameter', ...done(step.value) };
    case 'fired':
      return { ...base, kind: 'fired', stage: step.stage, ...done(firedList(step.rules, work)) };
    case 'term':
      return evaluateTerm(step, base, run, done);
    case 'raters':
      return evaluateScheme(step, base, work, done);
    case 'rule':
      return evaluateRuleStep(step, base, work, done);
    case 'carry':
      return { ...base, kind: 'carry', ...done(handOn(step.id, run.evaluate(step.next))) };
  }
}

type Base = Pick<TraceStep, 'key' | 'id' | 'origin'>;
type Done = (result: Result) => Pick<TraceStep, 'result' | 'inputs' | 'calls'>;

function evaluateTerm(step: TermStep, base: Base, run: Run, done: Done): TraceStep {
  const { body, each } = step;
  let exact: Result;
  let details: BodyResult | undefined;
  if (each) exact = forEach(run.evaluate(each.list), (member) => evaluateBody(body, run, new Map([[each.local, member]])).result);
  else {
    details = evaluateBody(body, run);
    exact = details.result;
  }
  const rounded = step.round ? roundResult(exact, step.round) : undefined;
  const rounding: readonly Rounding[] | undefined = rounded?.rounding ? [rounded.rounding] : rounded?.all;
  return {
    ...base,
    kind: 'term',
    stage: step.stage,
    form: body.form,
    ...(body.form === 'formula' && { text: body.text }),
    ...(details?.branch && { branch: details.branch }),
    ...(details?.parts && { parts: details.parts }),
    ...(rounding && { rounding }),
    ...done(rounded?.result ?? exact),
  };
}

function forEach(list: Result, evaluate: (member: Result) => Result): Result {
  if (!isList(list)) return list;
  return Object.freeze(list.map((member) => (isFault(member) || isUnknown(member) ? member : evaluate(member))));
}

function evaluateScheme(step: RatersStep, base: Base, work: Work, done: Done): TraceStep {
  const { run } = work;
  const scheme = evaluateRaters(step, work.ratings, work.expectedRaters, run);
  for (const source of scheme.sources) {
    run.values.set(`${step.id}.${source.source}.score`, source.score);
    run.values.set(`${step.id}.${source.source}.present`, isUnknown(source.score) || isFault(source.score) ? source.score : source.present);
  }
  for (const [member, score] of scheme.criteria) run.values.set(`${step.id}.criterion.${member}`, score);
  run.values.set(`${step.id}.score`, scheme.score);
  const { inputs, calls, result } = done(scheme.score);
  return { ...base, kind: 'raters', stage: step.stage, sources: scheme.sources, weights: scheme.weights, criteria: scheme.criteria, result, inputs, calls };
}

function evaluateRuleStep(step: RuleStep, base: Base, work: Work, done: Done): TraceStep {
  const { verdict, leaves } = evaluateRule(step, work.run);
  let settled: Result = verdict;
  if (verdict === true) {
    const event = fireEvent(step, work.run);
    const open = event.unsettled ?? work.effects.propose(event);
    if (open === undefined) work.fired.push(event);
    else settled = open;
  }
  if (settled !== true && settled !== false) work.unsettled.set(step.key, settled);
  return { ...base, kind: 'rule', stage: step.stage, event: step.event.kind, verdict, leaves, ...done(settled) };
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
