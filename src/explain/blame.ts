/**
 * Which leaves of a condition decided it.
 * In: a condition as planned and its traced leaves, in the same order. Out: the leaves to blame, or, for what is open, those not known.
 */
import { type Truth, conjunction, disjunction, negation } from '../formula/three-valued.ts';
import type { TracedLeaf } from '../engine/trace.ts';
import type { ConditionPlan } from '../ruleset/plan.ts';

export type LeafPlan = Extract<ConditionPlan, { kind: 'leaf' }>;

export interface JudgedLeaf {
  readonly plan: LeafPlan;
  readonly traced: TracedLeaf;
  /** Whether it stands under an odd number of "not". */
  readonly inverted: boolean;
}

/** The leaves in the order in which the engine judged them. */
export function judgedLeaves(condition: ConditionPlan, leaves: readonly TracedLeaf[]): readonly JudgedLeaf[] {
  const judged: JudgedLeaf[] = [];
  const walk = (at: ConditionPlan, inverted: boolean): void => {
    if (at.kind === 'leaf') judged.push({ plan: at, traced: leaves[judged.length]!, inverted });
    else if (at.kind === 'not') walk(at.condition, !inverted);
    else for (const inner of at.conditions) walk(inner, inverted);
  };
  walk(condition, false);
  return judged;
}

/** The leaves that made the condition `verdict`: of "all" that failed those that failed, of "any" that failed all of them; and the reverse. */
export function decisive(condition: ConditionPlan, judged: readonly JudgedLeaf[], verdict: boolean): readonly JudgedLeaf[] {
  let next = 0;
  const walk = (at: ConditionPlan): { readonly truth: Truth; readonly because: (wanted: boolean) => readonly JudgedLeaf[] } => {
    if (at.kind === 'leaf') {
      const leaf = judged[next++]!;
      return { truth: leaf.traced.verdict as Truth, because: (wanted) => (leaf.traced.verdict === wanted ? [leaf] : []) };
    }
    if (at.kind === 'not') {
      const inner = walk(at.condition);
      return { truth: negation(inner.truth), because: (wanted) => inner.because(!wanted) };
    }
    const inner = at.conditions.map(walk);
    const truth = inner.map((each) => each.truth).reduce(at.kind === 'all' ? conjunction : disjunction);
    return { truth, because: (wanted) => inner.filter((each) => each.truth === wanted).flatMap((each) => each.because(wanted)) };
  };
  return walk(condition).because(verdict);
}

/** What the condition would be with one leaf turned round. */
export function withLeaf(condition: ConditionPlan, judged: readonly JudgedLeaf[], turned: JudgedLeaf): Truth {
  let next = 0;
  const walk = (at: ConditionPlan): Truth => {
    if (at.kind === 'leaf') {
      const leaf = judged[next++]!;
      return leaf === turned ? leaf.traced.verdict !== true : (leaf.traced.verdict as Truth);
    }
    if (at.kind === 'not') return negation(walk(at.condition));
    return at.conditions.map(walk).reduce(at.kind === 'all' ? conjunction : disjunction);
  };
  return walk(condition);
}
