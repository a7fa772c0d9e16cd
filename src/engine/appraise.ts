/**
 * Appraises one employee: exact, synchronous, traced.
 * In: a resolved {@link Ruleset} and an appraisal (plain JSON, or as read). Out: a frozen {@link AppraisalOutcome}.
 */
import type { Appraisal, AppraisalInput } from '../model/appraisal.ts';
import { InputError, type InputIssue } from '../model/input-error.ts';
import type { Outcome } from '../model/outcome.ts';
import { readAppraisal } from '../model/read-appraisal.ts';
import type { RulesetIds } from '../model/ruleset-ids.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { periodAround } from '../values/period.ts';
import { checkFit } from './check-fit.ts';
import { EffectBook } from './effects.ts';
import { evaluateSteps, expectedRatersOf, ratingsOf } from './evaluate-step.ts';
import type { Work } from './work.ts';
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
    lines: [],
  };
  evaluateSteps(work);
  if (issues.length > 0) throw new InputError('appraisal', issues);
  // A typed ruleset names in its ids whatever any of its versions can give, so its outcome holds no other.
  return buildOutcome(ruleset, work) as AppraisalOutcome<Ids>;
}
