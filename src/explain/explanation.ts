/**
 * Explains an outcome: the whole derivation as data, in the order of reading, in no language.
 * In: a ruleset, an outcome of it, and the appraisal for names. Out: a frozen {@link Explanation} for the renderers.
 */
import type { AppraisalOutcome } from '../engine/appraise.ts';
import type { AppraisalInput } from '../model/appraisal.ts';
import { PAYMENT_KIND } from '../model/payment-kind.ts';
import type { CarryStep } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { deepFreeze } from '../values/deep-freeze.ts';
import { type Derivation, deriveFrom } from './derivation.ts';
import { activeKeys, tellEffects, tellEvents } from './events-told.ts';
import type { Explanation } from './explanation-shape.ts';
import { tellMissing } from './missing-told.ts';
import { nearMisses } from './near-misses.ts';
import { tellPayments } from './payments-told.ts';
import { rulesOf, tellRules } from './rules-told.ts';
import { sourcesCited } from './sources-cited.ts';
import { tellSureness } from './sureness-told.ts';
import { valueOf } from './value.ts';

export type { Explanation } from './explanation-shape.ts';

/**
 * Explains an outcome of `appraise`. Pure: the same in, the same out.
 * @param options.appraisal the appraisal as given: names the employee, the post and the unit.
 * @example
 * const page = renderHtml(explain(ruleset, appraise(ruleset, appraisal), { appraisal }), 'id');
 */
export function explain(ruleset: Ruleset, outcome: AppraisalOutcome, options: { readonly appraisal?: AppraisalInput | undefined } = {}): Explanation {
  const { trace } = outcome;
  const { outputs } = ruleset.plan;
  const derivation = deriveFrom(ruleset, trace);
  // The order of these is the order of the numbers that readers meet.
  const score = { steps: derivation.stepsBelow([...outputs.scores.map(({ key }) => key), ...(outputs.rating ? [outputs.rating.key] : [])]) };
  const payments = tellPayments(ruleset, outcome, derivation);
  const behind = derivation.stepsBelow([
    ...rulesOf(ruleset, trace).flatMap(({ step }) => step.inputs),
    ...trace.steps.filter((step) => step.kind === 'carry').flatMap((step) => step.inputs),
  ]);
  const effects = tellEffects(outcome.effects, ruleset, derivation);
  const active = activeKeys(outcome);
  const roots = [
    ...(outputs.rating ? [outputs.rating.key] : []),
    ...outputs.scores.map(({ key }) => key),
    ...outcome.payments.flatMap(({ id }) => trace.steps.filter((step) => step.kind === 'payment' && step.id === id).map((step) => step.key)),
  ];
  const told: Omit<Explanation, 'sources'> = {
    head: headOf(ruleset, outcome, options.appraisal),
    result: {
      ...scoresOf(ruleset, outcome, derivation),
      payments: payments.map((payment) => ({ ...payment, steps: [], gates: [], gateSteps: [] })),
      events: tellEvents(ruleset, outcome, derivation),
      active: effects.filter(({ key }) => active.has(key)),
    },
    data: derivation.data,
    parameters: derivation.parameters,
    score,
    money: { payments },
    rules: { ...tellRules(ruleset, trace, derivation), behind },
    near: nearMisses(ruleset, trace, derivation, roots),
    missing: tellMissing(outcome, derivation),
    handedOn: { through: outcome.carry.through, carry: carryOf(ruleset, outcome, derivation), effects },
    sureness: tellSureness(ruleset, outcome),
  };
  return deepFreeze({ ...told, sources: sourcesCited(told, ruleset.sources) });
}

function headOf(ruleset: Ruleset, outcome: AppraisalOutcome, appraisal: AppraisalInput | undefined): Explanation['head'] {
  const { employee, assessed, paid, status } = outcome;
  const { name, post, unit } = appraisal?.employee ?? {};
  const { assessedOn, paidOn } = outcome.ruleset;
  return {
    status,
    employee: { id: employee, ...(name !== undefined && { name }), ...(post !== undefined && { post }), ...(unit !== undefined && { unit }) },
    assessed: { from: assessed.from, to: assessed.to },
    ...(paid && { paid: { from: paid.from, to: paid.to, kind: PAYMENT_KIND.titles.get(paid.kind)! } }),
    ruleset: {
      id: ruleset.id,
      title: ruleset.title,
      issuer: ruleset.issuer,
      version: ruleset.version,
      hash: ruleset.hash,
      assessedOn,
      ...(paidOn !== undefined && { paidOn }),
    },
  };
}

function scoresOf(ruleset: Ruleset, outcome: AppraisalOutcome, { names, refOf, typeOf }: Derivation): Pick<Explanation['result'], 'scores' | 'rating'> {
  const { trace } = outcome;
  const tell = (key: string): { title: ReturnType<Derivation['names']['key']>; value: ReturnType<typeof valueOf>; ref?: string } | undefined => {
    const result = trace.values.get(key);
    const step = trace.byKey.get(names.stepOf(key)?.key ?? key);
    const ref = refOf(key);
    return result === undefined || !step
      ? undefined
      : { title: names.key(key), value: valueOf(result, typeOf(step), names), ...(ref !== undefined && { ref }) };
  };
  const { scores, rating } = ruleset.plan.outputs;
  const told = rating && tell(rating.key);
  return { scores: scores.flatMap(({ key }) => tell(key) ?? []), ...(told && { rating: told }) };
}

function carryOf(ruleset: Ruleset, outcome: AppraisalOutcome, { names, refOf }: Derivation): Explanation['handedOn']['carry'] {
  return ruleset.plan.steps
    .filter((step): step is CarryStep => step.kind === 'carry')
    .flatMap((step) => {
      const traced = outcome.trace.byKey.get(step.key);
      const ref = step.next.op === 'read' ? refOf(step.next.id) : undefined;
      return traced ? [{ id: step.id, title: step.origin.title, value: valueOf(traced.result, step.type, names), ...(ref !== undefined && { ref }) }] : [];
    });
}
