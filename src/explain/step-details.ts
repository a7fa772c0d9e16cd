/**
 * Why a step of the trace has its value.
 * In: the step, its plan, the values of the run. Out: {@link Detail}s in reading order: reasons, formula, functions, tables, rounding.
 */
import type { TraceStep } from '../engine/trace.ts';
import type { Tree } from '../formula/tree.ts';
import { childrenOf } from '../formula/tree-children.ts';
import type { PlanStep, TermStep } from '../ruleset/plan.ts';
import { None, isList } from '../values/result.ts';
import { type Retelling, bodyDetails, roundingChanges, roundingDetail } from './body-details.ts';
import { callDetails } from './call-details.ts';
import type { Detail, Value } from './explanation-shape.ts';
import { inNames, inValues } from './formula-in-words.ts';
import { ratersDetails } from './raters-details.ts';
import { valueOf } from './value.ts';

export function stepDetails(step: TraceStep, plan: PlanStep, telling: Retelling): readonly Detail[] {
  if (step.kind === 'term' && plan.kind === 'term') return termDetails(step, plan, telling);
  if (step.kind === 'raters' && plan.kind === 'raters') return ratersDetails(step, plan, telling);
  const tree = plan.kind === 'fact' ? plan.derive : plan.kind === 'carry' ? plan.next : undefined;
  if (!tree) return [];
  return [...bodyDetails({ form: 'formula', tree, text: '' }, telling), ...callDetails(step.calls, telling)];
}

function termDetails(step: TraceStep & { kind: 'term' }, plan: TermStep, telling: Retelling): readonly Detail[] {
  const body = plan.each ? eachDetails(step, plan, telling) : bodyDetails(plan.body, telling, undefined, step.parts);
  const roundings = (step.rounding ?? []).filter((rounding) => !plan.each || roundingChanges(rounding));
  return [
    ...body,
    ...callDetails(step.calls, telling, plan.each !== undefined || goesThroughList(plan)),
    ...roundings.map((rounding) => roundingDetail(rounding, plan.type)),
  ];
}

/** A loop, or a filter with a call in it, asks the same table many times. */
function goesThroughList({ body }: TermStep): boolean {
  const loops = (tree: Tree): boolean => ['for', 'filter', 'some', 'every'].includes(tree.op) || childrenOf(tree).some(loops);
  if (body.form === 'formula') return loops(body.tree);
  if (body.form === 'parts') return body.parts.some(({ value, weight }) => loops(value) || loops(weight));
  return body.branches.some(({ when, then }) => (when !== undefined && loops(when)) || (!(then instanceof None) && loops(then)));
}

/** A term with one value for each member of a list: the list, and the formula of each member that is told. */
function eachDetails(step: TraceStep, plan: TermStep, telling: Retelling): readonly Detail[] {
  const { local, list } = plan.each!;
  const through = telling.environment.evaluate(list);
  const members: readonly Value[] = isList(step.result) ? step.result.map((member) => valueOf(member, plan.type, telling.names)) : [];
  const each: Detail = { kind: 'each', list: inNames(list, telling), members };
  if (plan.body.form !== 'formula' || !isList(through) || through.length === 0) return [each];
  const { tree } = plan.body;
  const first = new Map([[local, through[0]!]]);
  const formulas = through.slice(0, members.length).map((member, at): Detail => ({
    kind: 'formula',
    names: at === 0 ? inNames(tree, telling, first) : [],
    values: inValues(tree, telling, new Map([[local, member]])),
    gives: members[at]!,
  }));
  return [each, ...formulas.slice(0, 12), ...(formulas.length > 12 ? [{ kind: 'more', count: formulas.length - 12 } as const] : [])];
}
