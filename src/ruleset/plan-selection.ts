/**
 * Plans how candidates are compared: the criteria and conditions of a selection.
 * In: the manifests. Out: {@link SelectionPlan} of the last manifest that says it; a term that has no order, or is no condition, is an error.
 */
import { didYouMean } from '../values/suggest.ts';
import { type Type, typeText } from '../values/type.ts';
import { type PlanContext, isUnreadable } from './context.ts';
import type { SelectionPlan } from './plan.ts';
import { inForceNow } from './plan-outputs.ts';
import { type Place, below } from './report.ts';

export function planSelection(context: PlanContext): SelectionPlan | undefined {
  const manifest = [...context.ruleset.manifests].reverse().find(({ data }) => data.selection);
  if (!manifest) return undefined;
  const { by, eligible = [] } = manifest.data.selection!;
  const at = below(manifest.place, 'selection');
  const criteria = by.map((each) => (typeof each === 'string' ? ({ term: each, better: 'higher' } as const) : each));
  return {
    by: criteria.filter(({ term }, index) => {
      const place = below(at, 'by', index, ...(typeof by[index] === 'string' ? [] : ['term']));
      return serves(
        context,
        term,
        place,
        isOrdered,
        'selection/no-order',
        'candidates are compared by a number, a date, true and false, or an enumeration with an order',
      );
    }),
    eligible: eligible.filter((term, index) =>
      serves(context, term, below(at, 'eligible', index), isTruth, 'selection/no-condition', 'a condition is true or false'),
    ),
  };
}

/** Whether a term of this type puts candidates in an order. */
export const isOrdered = (type: Type): boolean =>
  type.kind === 'number' || type.kind === 'boolean' || type.kind === 'date' || (type.kind === 'enum' && type.order !== undefined);
export const isTruth = (type: Type): boolean => type.kind === 'boolean';

function serves(context: PlanContext, id: string, place: Place, fits: (type: Type) => boolean, code: string, wanted: string): boolean {
  const declaration = context.declarations.get(id);
  if (declaration?.kind !== 'value') {
    if (isUnreadable(context, id) || [...context.ruleset.broken].some((broken) => id.startsWith(`${broken}.`))) return false;
    context.report.error(place, 'formula/unknown-name', `"${id}" is not declared.`, didYouMean(id, context.declarations.keys()));
    return false;
  }
  if (fits(declaration.type)) return inForceNow(context, id);
  context.report.error(place, code, `"${id}" is ${typeText(declaration.type)}; ${wanted}.`, 'Name another term.');
  return false;
}
