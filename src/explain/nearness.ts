/**
 * How near a boundary was.
 * In: a distance, the boundary, the type of the quantity. Out: a rank (a part of the boundary), or undefined where it was not near.
 */
import { type Exact, absolute, compare, divide, maximum, ratio, toText } from '../values/exact.ts';
import type { Type } from '../values/type.ts';
import type { NearTold, Value } from './explanation-shape.ts';
import { NUMBER } from './value.ts';

/** Nearer than this part of the boundary is near. */
const NEAR = ratio(1n, 5n);

/** A near miss with its rank: the smaller, the nearer. */
export interface Ranked {
  readonly near: NearTold;
  readonly rank: Exact;
}

/** Units in which one more or less is a small thing by itself. */
const COUNTED: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year', 'count', 'person']);

/** How near, as a part of the boundary; undefined where it is not near. */
export function rankOf(distance: Exact, at: Exact, type: Type): Exact | undefined {
  const size = maximum(absolute(at), ratio(1n));
  const rank = divide(distance, size);
  const oneStep = type.kind === 'number' && COUNTED.has(type.unit.text) && compare(distance, ratio(1n)) <= 0 && compare(absolute(at), ratio(1n)) > 0;
  return oneStep || compare(rank, NEAR) <= 0 ? rank : undefined;
}

export const distanceValue = (distance: Exact, type: Type): Value => NUMBER(toText(distance), type.kind === 'number' ? type.unit.text : 'day');
