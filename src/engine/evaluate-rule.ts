/**
 * Decides a rule, and notes of each leaf of its condition whether it held and what stood on its two sides.
 * In: a condition and how trees reach a run. Out: a function to fired (true), not fired (false), unknown or fault; and the leaves as the trace tells them.
 */
import { operateCompare } from '../formula/operate.ts';
import { type Link, prepareTree } from '../formula/prepare-tree.ts';
import { type Truth, conjunction, disjunction, negation } from '../formula/three-valued.ts';
import type { ConditionPlan } from '../ruleset/plan.ts';
import { type Exact, isExact, subtract, whole } from '../values/exact.ts';
import { Fault, type Result, isDate, isNone } from '../values/result.ts';
import type { Run } from './run.ts';
import type { TracedLeaf } from './trace.ts';

/** Of each leaf in the order of the text: verdict, left side, right side. */
export type LeafNotes = Result[];

type Decided = (run: Run, notes: LeafNotes) => Truth;

export function prepareCondition(condition: ConditionPlan, link: Link<Run>): Decided {
  switch (condition.kind) {
    case 'leaf':
      return prepareLeaf(condition, link);
    case 'not': {
      const inner = prepareCondition(condition.condition, link);
      return (run, notes) => negation(inner(run, notes));
    }
    default: {
      const inner = condition.conditions.map((each) => prepareCondition(each, link));
      const joined = condition.kind === 'all' ? conjunction : disjunction;
      return (run, notes) => {
        let truth = inner[0]!(run, notes);
        for (let at = 1; at < inner.length; at++) truth = joined(truth, inner[at]!(run, notes));
        return truth;
      };
    }
  }
}

/** A comparison is answered from its two sides; what reads them in another order is evaluated as it stands. */
function prepareLeaf({ tree, fact, value, text }: Extract<ConditionPlan, { kind: 'leaf' }>, link: Link<Run>): Decided {
  const [left, right] = [prepareTree(fact, link), prepareTree(value, link)];
  const whole = tree.op === 'compare' ? undefined : prepareTree(tree, link);
  return (run, notes) => {
    const before = whole?.(run, undefined);
    const one = left(run, undefined);
    const other = right(run, undefined);
    const verdict = tree.op === 'compare' ? operateCompare(tree, one, other) : before!;
    const settled = isNone(verdict) ? new Fault('value/none', `"${text}" compares what is not applicable.`) : (verdict as Truth);
    notes.push(settled, one, other);
    return settled;
  };
}

/** The leaves of a condition as the trace tells them. */
export function tracedLeaves(condition: ConditionPlan, notes: LeafNotes): readonly TracedLeaf[] {
  const leaves: TracedLeaf[] = [];
  tellLeaves(condition, condition.name, notes, leaves);
  return Object.freeze(leaves);
}

function tellLeaves(condition: ConditionPlan, name: string | undefined, notes: LeafNotes, leaves: TracedLeaf[]): void {
  if (condition.kind === 'leaf') leaves.push(tracedLeaf(condition.text, name, notes, 3 * leaves.length));
  else if (condition.kind === 'not') tellLeaves(condition.condition, condition.condition.name ?? name, notes, leaves);
  else for (const inner of condition.conditions) tellLeaves(inner, inner.name ?? name, notes, leaves);
}

function tracedLeaf(text: string, condition: string | undefined, notes: LeafNotes, at: number): TracedLeaf {
  const [verdict, left, right] = [notes[at]!, notes[at + 1]!, notes[at + 2]!];
  const gap = gapOf(left, right);
  if (condition === undefined) return Object.freeze(gap ? { text, verdict, left, right, gap } : { text, verdict, left, right });
  return Object.freeze(gap ? { text, verdict, left, right, gap, condition } : { text, verdict, left, right, condition });
}

function gapOf(left: Result, right: Result): Exact | undefined {
  if (isExact(left) && isExact(right)) return subtract(left, right);
  if (isDate(left) && isDate(right)) return whole(left.epochDay - right.epochDay);
  return undefined;
}
