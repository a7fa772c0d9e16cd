/**
 * Decides a rule, and says of each leaf of its condition whether it held and by how much it did not.
 * In: a {@link RuleStep} and a run. Out: fired (true), not fired (false), unknown or fault, with the leaves.
 */
import { type Truth, conjunction, disjunction, negation } from '../formula/three-valued.ts';
import type { ConditionPlan, RuleStep } from '../ruleset/plan.ts';
import { type Exact, isExact, ratio, subtract } from '../values/exact.ts';
import { Fault, type Result, isDate, isNone } from '../values/result.ts';
import type { Run } from './run.ts';
import type { TracedLeaf } from './trace.ts';

export function evaluateRule(step: RuleStep, run: Run): { readonly verdict: Truth; readonly leaves: readonly TracedLeaf[] } {
  const leaves: TracedLeaf[] = [];
  const verdict = decide(step.condition, run, leaves, undefined);
  return { verdict, leaves };
}

function decide(condition: ConditionPlan, run: Run, leaves: TracedLeaf[], name: string | undefined): Truth {
  const within = condition.name ?? name;
  switch (condition.kind) {
    case 'leaf': {
      const verdict = run.evaluate(condition.tree);
      const left = run.evaluate(condition.fact);
      const right = run.evaluate(condition.value);
      const settled = isNone(verdict) ? new Fault('value/none', `"${condition.text}" compares what is not applicable.`) : (verdict as Truth);
      const gap = gapOf(left, right);
      leaves.push({ text: condition.text, verdict: settled, left, right, ...(gap && { gap }), ...(within !== undefined && { condition: within }) });
      return settled;
    }
    case 'not':
      return negation(decide(condition.condition, run, leaves, within));
    default: {
      const verdicts = condition.conditions.map((inner) => decide(inner, run, leaves, within));
      return verdicts.reduce(condition.kind === 'all' ? conjunction : disjunction);
    }
  }
}

function gapOf(left: Result, right: Result): Exact | undefined {
  if (isExact(left) && isExact(right)) return subtract(left, right);
  if (isDate(left) && isDate(right)) return ratio(BigInt(left.epochDay - right.epochDay));
  return undefined;
}
