/**
 * What a lookup gives once the matching rows are known.
 * In: rows. Out: the outputs: of one row, added up, the least, the greatest, counted, or interpolated between two points.
 */
import { type Exact, ONE, ZERO, add, divide, isExact, maximum, minimum, multiply, subtract, whole } from '../values/exact.ts';
import type { Datum, None } from '../values/result.ts';
import { pointOf } from './points.ts';
import type { HitPolicy, Row } from './table.ts';

type Outputs = readonly (Datum | None)[];

const FOLDS: Partial<Record<HitPolicy, (a: Exact, b: Exact) => Exact>> = { 'collect sum': add, 'collect min': minimum, 'collect max': maximum };

/** The outputs of the rows that a "collect" policy puts together; undefined for min and max of no rows. */
export function collect(hit: HitPolicy, rows: readonly Row[], outputs: number): Outputs | undefined {
  if (hit === 'collect count') return [whole(rows.length)];
  if (rows.length === 0) return hit === 'collect sum' ? Array.from({ length: outputs }, () => ZERO) : undefined;
  const fold = FOLDS[hit]!;
  return Array.from({ length: outputs }, (_, at) =>
    rows
      .map(({ gives }) => gives[at]!)
      .filter(isExact)
      .reduce(fold),
  );
}

/** The values on the straight line between two neighbouring points: exact. */
export function interpolate(low: Row, high: Row, key: Exact): Outputs {
  const [from, to] = [pointOf(low.when[0])!, pointOf(high.when[0])!];
  const share = divide(subtract(key, from), subtract(to, from));
  return low.gives.map((value, at) => {
    const end = high.gives[at]!;
    return isExact(value) && isExact(end) ? add(multiply(value, subtract(ONE, share)), multiply(end, share)) : value;
  });
}
