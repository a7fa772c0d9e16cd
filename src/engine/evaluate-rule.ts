/**
 * Decides a rule, and says of each leaf of its condition whether it held and by how much it did not.
 * In: a {@link RuleStep} and a run. Out: fired (true), not fired (false), unknown or fault, with the leaves.
 */
import { operateCompare } from '../formula/operate.ts';
import { type Truth, conjunction, disjunction, negation } from '../formula/three-valued.ts';
import type { ConditionPlan, RuleStep } from '../ruleset/plan.ts';
import { type Exact, isExact, ratio, subtract } from '../values/exact.ts';
import { Fault, type Result, isDate, isNone } from '../values/result.ts';
import type { Run } from './run.ts';
import type { TracedLeaf } from './trace.ts';

export function evaluateRule(step: RuleStep, run: Run): { readonly verdict: Truth; readonly leaves: readonly TracedLeaf[] } {
  const leaves: TracedLeaf[] = [];
  const verdict = decide(step.condition, run, leaves, undefined);
  return { verdict, leaves: Object.freeze(leaves) };
}

function decide(condition: ConditionPlan, run: Run, leaves: TracedLeaf[], name: string | undefined): Truth {
  const within = condition.name ?? name;
  switch (condition.kind) {
    case 'leaf': {
      const leaf = decideLeaf(condition, run, within);
      leaves.push(leaf);
      return leaf.verdict as Truth;
    }
    case 'not':
      return negation(decide(condition.condition, run, leaves, within));
    default: {
      const verdicts = condition.conditions.map((inner) => decide(inner, run, leaves, within));
      return verdicts.reduce(condition.kind === 'all' ? conjunction : disjunction);
    }
  }
}

/** A comparison is answered from its two sides; what reads them in another order is evaluated as it stands. */
function decideLeaf({ tree, fact, value, text }: Extract<ConditionPlan, { kind: 'leaf' }>, run: Run, condition: string | undefined): TracedLeaf {
  const before = tree.op === 'compare' ? undefined : run.evaluate(tree);
  const left = run.evaluate(fact);
  const right = run.evaluate(value);
  const verdict = tree.op === 'compare' ? operateCompare(tree, left, right) : before!;
  const settled = isNone(verdict) ? new Fault('value/none', `"${text}" compares what is not applicable.`) : (verdict as Truth);
  const gap = gapOf(left, right);
  if (condition === undefined) return Object.freeze(gap ? { text, verdict: settled, left, right, gap } : { text, verdict: settled, left, right });
  return Object.freeze(gap ? { text, verdict: settled, left, right, gap, condition } : { text, verdict: settled, left, right, condition });
}

function gapOf(left: Result, right: Result): Exact | undefined {
  if (isExact(left) && isExact(right)) return subtract(left, right);
  if (isDate(left) && isDate(right)) return ratio(BigInt(left.epochDay - right.epochDay));
  return undefined;
}
