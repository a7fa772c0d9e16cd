/**
 * Counting and spreading: how often something was met, and where numbers lie, exactly.
 * In: ids with titles, exact numbers. Out: counts (most often first, then by id) and exact texts.
 */
import type { Title } from '../model/title.ts';
import { type Exact, ZERO, add, divide, maximum, minimum, ratio, toText } from '../values/exact.ts';
import { byText } from './admit.ts';
import type { Counted } from './monitoring-shape.ts';

export function tally(met: Iterable<{ readonly id: string; readonly title: Title }>): readonly Counted[] {
  const counts = new Map<string, Counted>();
  for (const { id, title } of met) counts.set(id, { id, title, count: (counts.get(id)?.count ?? 0) + 1 });
  return [...counts.values()].sort((a, b) => b.count - a.count || byText(a.id, b.id));
}

/** Mean, lowest and highest; null of nothing, because nothing has no mean. */
export function spread(values: readonly Exact[]): { readonly mean: string | null; readonly lowest: string | null; readonly highest: string | null } {
  if (values.length === 0) return { mean: null, lowest: null, highest: null };
  return {
    mean: toText(divide(total(values), ratio(BigInt(values.length)))),
    lowest: toText(values.reduce(minimum)),
    highest: toText(values.reduce(maximum)),
  };
}

export const total = (values: readonly Exact[]): Exact => values.reduce(add, ZERO);
