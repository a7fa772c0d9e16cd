/**
 * What an entry rests on, from the origin that the plan keeps.
 * In: an id and its origin, and what a single row says instead. Out: a {@link Ground}.
 */
import type { Origin } from '../ruleset/plan.ts';
import type { Ground } from './explanation-shape.ts';

export function groundOf(
  id: string,
  origin: Origin,
  own: { readonly cite?: string | undefined; readonly standing?: Origin['standing'] | undefined } = {},
): Ground {
  const { ruleset, from, to, note, working } = origin;
  const cite = own.cite ?? origin.cite;
  return {
    id,
    ruleset,
    standing: own.standing ?? origin.standing,
    ...(cite !== undefined && { cite }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(note !== undefined && { note }),
    ...(working !== undefined && { working }),
  };
}
