/**
 * The comparisons inside the formulas of a term, and how far each side lay from the other in a run.
 * In: a planned term, its trace. Out: {@link Comparison}s by index, and their gaps; comparisons inside loops and calls of tables are left to the tables.
 */
import { evaluate } from '../formula/evaluate-formula.ts';
import { formatTree } from '../formula/format-tree.ts';
import { childrenOf } from '../formula/tree-children.ts';
import type { Tree } from '../formula/tree.ts';
import type { Trace, TraceStep } from '../engine/trace.ts';
import type { Plan, TermStep } from '../ruleset/plan.ts';
import { type Exact, isExact, ratio, subtract } from '../values/exact.ts';
import { Fault, type Result, isDate } from '../values/result.ts';

export interface Comparison {
  readonly index: number;
  readonly text: string;
  readonly tree: Extract<Tree, { op: 'compare' }>;
  /** The branch in which it stands, from 0; undefined in a plain formula. */
  readonly branch?: number | undefined;
}

export function comparisonsOf(step: TermStep): readonly Comparison[] {
  if (step.each) return [];
  const { body } = step;
  const found: Omit<Comparison, 'index'>[] = [];
  if (body.form === 'formula') collect(body.tree, undefined, found);
  if (body.form === 'choose') body.branches.forEach((branch, index) => branch.when && collect(branch.when, index, found));
  return found.map((comparison, index) => ({ index, ...comparison }));
}

function collect(tree: Tree, branch: number | undefined, found: Omit<Comparison, 'index'>[]): void {
  if (tree.op === 'for' || tree.op === 'some' || tree.op === 'every' || tree.op === 'filter') return;
  if (
    tree.op === 'compare' &&
    ['<', '<=', '>', '>='].includes(tree.comparator) &&
    (tree.left.type.kind === 'number' || tree.left.type.kind === 'date') &&
    !applies(tree)
  ) {
    found.push({ text: formatTree(tree), tree, ...(branch !== undefined && { branch }) });
  }
  for (const child of childrenOf(tree)) collect(child, branch, found);
}

const applies = (tree: Tree): boolean => tree.op === 'apply' || childrenOf(tree).some(applies);

/** The gaps of the comparisons that the run came by: those of branches up to the one taken. */
export function gapsOf(
  step: TermStep,
  traced: Extract<TraceStep, { kind: 'term' }>,
  plan: Plan,
  trace: Trace,
): readonly { readonly index: number; readonly gap: Exact }[] {
  const { body } = step;
  const taken = body.form === 'choose' ? body.branches.findIndex((branch) => branch.letter === traced.branch?.letter) : undefined;
  const environment = {
    read: (key: string): Result => trace.values.get(key) ?? plan.calendars.get(key) ?? new Fault('engine/not-evaluated', key),
    apply: (key: string): Result => new Fault('engine/not-evaluated', key),
  };
  return comparisonsOf(step).flatMap((comparison) => {
    if (taken !== undefined && comparison.branch !== undefined && comparison.branch > taken) return [];
    const left = evaluate(comparison.tree.left, environment);
    const right = evaluate(comparison.tree.right, environment);
    if (isExact(left) && isExact(right)) return [{ index: comparison.index, gap: subtract(left, right) }];
    return isDate(left) && isDate(right) ? [{ index: comparison.index, gap: ratio(BigInt(left.epochDay - right.epochDay)) }] : [];
  });
}
