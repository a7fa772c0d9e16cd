/**
 * Appraises one employee: exact, synchronous, traced.
 * In: a resolved {@link Ruleset} and an appraisal (plain JSON, or as read). Out: a frozen {@link AppraisalOutcome}.
 */
import type { Appraisal, AppraisalInput } from '../model/appraisal.ts';
import { InputError, type InputIssue } from '../model/input-error.ts';
import type { Outcome, PaymentLine } from '../model/outcome.ts';
import { readAppraisal } from '../model/read-appraisal.ts';
import type { RulesetIds } from '../model/ruleset-ids.ts';
import type { PlanStep, RuleStep } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { periodAround } from '../values/period.ts';
import { checkFit } from './check-fit.ts';
import { EffectBook } from './effects.ts';
import { evaluatePayment } from './evaluate-payment.ts';
import { type Work, expectedRatersOf, preparedSteps, ratingsOf } from './evaluate-step.ts';
import { loadFacts } from './load-facts.ts';
import { buildOutcome } from './outcome.ts';
import { Run } from './run.ts';
import type { Trace } from './trace.ts';

/** What {@link appraise} returns: the outcome with the engine's trace. */
export type AppraisalOutcome<Ids extends RulesetIds = RulesetIds> = Outcome<Trace, Ids>;

/**
 * Appraises one employee. Synchronous and pure: the same in, the same out.
 * @throws InputError with every fault of the appraisal: of its schema, of its periods, of the facts that the ruleset requires.
 * @example
 * const outcome = appraise(ruleset, { employee: { id: '1987', status: 'pns', class: 9 }, assessed: '2025-Q1', paid: { period: '2025-03', kind: 'regular' } });
 * outcome.payments[0]?.amount?.toString();
 */
export function appraise<Ids extends RulesetIds = RulesetIds>(ruleset: Ruleset<Ids>, input: AppraisalInput): AppraisalOutcome<Ids> {
  return appraiseRead(ruleset, readAppraisal(input));
}

/** As {@link appraise}, for an appraisal that `readAppraisal` has read already. */
export function appraiseRead<Ids extends RulesetIds = RulesetIds>(ruleset: Ruleset<Ids>, appraisal: Appraisal): AppraisalOutcome<Ids> {
  const issues: InputIssue[] = [...checkFit(ruleset, appraisal)];
  const { plan } = ruleset;
  const run = new Run(plan);
  const { given } = loadFacts(plan, appraisal, issues);
  const work: Work = {
    run,
    appraisal,
    given,
    ratings: ratingsOf(appraisal),
    expectedRaters: expectedRatersOf(appraisal),
    issues,
    fired: [],
    effects: new EffectBook(appraisal.effects ?? [], appraisal.paid?.period ?? periodAround(appraisal.assessed.to, 'month')),
    unsettled: new Map(),
  };
  const lines: PaymentLine[] = [];
  const paymentRules: RuleStep[] = [];
  const prepared = preparedSteps(plan);
  for (let at = 0; at < prepared.length; at++) {
    const step = plan.steps[at]!;
    if (step.kind !== 'payment') {
      prepared[at]!(work);
      if (step.kind === 'rule' && step.event.payment !== undefined) paymentRules.push(step);
      continue;
    }
    if (!isFor(step, appraisal)) continue;
    const rulesFor = paymentRules
      .filter((rule) => rule.event.payment === step.id)
      .map((rule) => ({ key: rule.key, kind: rule.event.kind as 'hold' | 'exclude' }));
    lines.push(evaluatePayment(step, work, rulesFor));
  }
  if (issues.length > 0) throw new InputError('appraisal', issues);
  // A typed ruleset names in its ids whatever any of its versions can give, so its outcome holds no other.
  return buildOutcome(ruleset, work, lines) as AppraisalOutcome<Ids>;
}

const isFor = (step: Extract<PlanStep, { kind: 'payment' }>, appraisal: Appraisal): boolean =>
  appraisal.paid !== undefined && step.for.includes(appraisal.paid.kind);
