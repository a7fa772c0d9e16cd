/**
 * Each line of pay: its status and reasons, the gates that were asked, and the steps that make its amount.
 * In: an outcome and a derivation. Out: {@link PaymentTold}s in the order of the ruleset.
 */
import type { AppraisalOutcome } from '../engine/appraise.ts';
import type { PaymentLine } from '../model/outcome.ts';
import type { Gate, PaymentStep } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import type { Derivation } from './derivation.ts';
import type { GateTold, PaymentTold } from './explanation-shape.ts';
import { groundOf } from './ground.ts';
import { missingTitle } from './missing-told.ts';
import { NUMBER, valueOf } from './value.ts';

export function tellPayments(ruleset: Ruleset, outcome: AppraisalOutcome, derivation: Derivation): readonly PaymentTold[] {
  const plans = ruleset.plan.steps.filter((step): step is PaymentStep => step.kind === 'payment');
  return outcome.payments.flatMap((line) => {
    const plan = plans.find((step) => step.id === line.id);
    return plan ? [tellPayment(line, plan, outcome, derivation)] : [];
  });
}

/** The money is told to the rupiah's last exact digit: from the term that the line pays, not from its decimal. */
function tellPayment(line: PaymentLine, plan: PaymentStep, outcome: AppraisalOutcome, derivation: Derivation): PaymentTold {
  const traced = outcome.trace.byKey.get(plan.key);
  const steps = derivation.stepsBelow([plan.amount]);
  const gateSteps = derivation.stepsBelow(traced?.inputs ?? []);
  const ref = derivation.refOf(plan.amount);
  const amount = traced && line.amount !== null ? valueOf(traced.result, derivation.typeOf(traced), derivation.names) : undefined;
  return {
    id: line.id,
    title: line.title,
    status: line.status,
    ...(amount && { amount: amount.kind === 'number' ? NUMBER(amount.exact, 'IDR') : amount }),
    ...(ref !== undefined && { ref }),
    reasons: line.reasons.map(({ title, cite }) => ({ title, ...(cite !== undefined && { cite }) })),
    ...(line.until !== undefined && { until: line.until }),
    facts: (line.facts ?? []).map((id) => missingTitle(id, derivation.names)),
    gates: [...gatesTold(plan.notEntitled, 'notEntitled', traced, derivation), ...gatesTold(plan.held, 'hold', traced, derivation)],
    ground: groundOf(plan.id, plan.origin),
    steps,
    gateSteps,
  };
}

function gatesTold(
  gates: readonly Gate[],
  kind: GateTold['kind'],
  traced: ReturnType<AppraisalOutcome['trace']['byKey']['get']>,
  { names }: Derivation,
): readonly GateTold[] {
  const verdicts = traced?.kind === 'payment' ? traced.gates.filter((gate) => gate.kind === kind) : [];
  return gates.flatMap((gate, at) => {
    const verdict = verdicts[at]?.verdict;
    if (verdict === undefined) return [];
    return [
      {
        kind,
        reason: gate.reason,
        verdict: valueOf(verdict, { kind: 'boolean' }, names),
        ...(gate.until !== undefined && { until: gate.until }),
        ...(gate.cite !== undefined && { cite: gate.cite }),
      },
    ];
  });
}
