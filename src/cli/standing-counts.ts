/**
 * How sure the nodes of a ruleset are.
 * In: a resolved ruleset. Out: how many of its nodes have each standing, and those counts as a reader says them.
 */
import { STANDINGS, type Standing } from '../model/outcome.ts';
import type { Origin } from '../ruleset/plan.ts';
import type { Ruleset } from '../ruleset/resolve.ts';

export type StandingCounts = Readonly<Record<Standing, number>>;

/** Nodes in force at the ruleset's dates, each once; facts are the appraiser's word and do not count. */
export function standingCounts({ plan }: Ruleset): StandingCounts {
  const nodes = new Map<string, Origin>();
  const kept = plan.steps.filter((step) => step.kind !== 'fact' && step.kind !== 'carryFact' && step.kind !== 'fired');
  for (const { id, origin } of [...kept, ...plan.callables.values()]) nodes.set(`${id} ${origin.from ?? ''}`, origin);
  const counts: Record<Standing, number> = { confirmed: 0, reported: 0, derived: 0, placeholder: 0 };
  for (const origin of nodes.values()) counts[origin.standing]++;
  return counts;
}

export const totalOf = (counts: StandingCounts): number => STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);

/** A share of a count, in whole percent, half up. */
export const shareOf = (count: number, total: number): number => (total === 0 ? 0 : Math.floor((200 * count + total) / (2 * total)));

/** `confirmed 12 (40%), reported 18 (60%)`: what is not there is left out. */
export function countsText(counts: StandingCounts): string {
  const total = totalOf(counts);
  return STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => `${standing} ${counts[standing]} (${shareOf(counts[standing], total)}%)`).join(', ') || 'none';
}
