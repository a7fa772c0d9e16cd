/**
 * Applies the rounding of a node to its result: to a number, or to each member of a list.
 * In: a result and a {@link RoundPlan}. Out: the rounded result, with the exact value beside it.
 */
import { isExact } from '../values/exact.ts';
import { type Result, isList } from '../values/result.ts';
import { round } from '../values/rounding.ts';
import type { RoundPlan } from '../ruleset/plan.ts';
import type { Rounding } from './trace.ts';

export function roundResult(
  result: Result,
  plan: RoundPlan,
): { readonly result: Result; readonly rounding?: Rounding | undefined; readonly all?: readonly Rounding[] | undefined } {
  if (isExact(result)) {
    const rounded = round(result, plan.step, plan.mode);
    return { result: rounded, rounding: Object.freeze({ exact: result, rounded, plan }) };
  }
  if (!isList(result)) return { result };
  const each = result.map((member) => roundResult(member, plan));
  return {
    result: Object.freeze(each.map((member) => member.result)),
    all: Object.freeze(each.flatMap((member) => (member.rounding ? [member.rounding] : []))),
  };
}
