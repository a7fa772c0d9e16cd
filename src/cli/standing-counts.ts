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

/** Whole percents that add up to 100: what is cut off goes to the largest remainders. */
export function sharesOf(counts: StandingCounts): StandingCounts {
  const total = totalOf(counts);
  const shares: Record<Standing, number> = { confirmed: 0, reported: 0, derived: 0, placeholder: 0 };
  if (total === 0) return shares;
  for (const standing of STANDINGS) shares[standing] = Math.floor((100 * counts[standing]) / total);
  const byRemainder = [...STANDINGS].sort((a, b) => ((100 * counts[b]) % total) - ((100 * counts[a]) % total));
  for (const standing of byRemainder.slice(0, 100 - totalOf(shares))) shares[standing]++;
  return shares;
}

/** `confirmed 12 (40%), reported 18 (60%)`, by the words of a language; what is not there is left out. */
export function countsText(counts: StandingCounts, words: Readonly<Record<Standing, string>> = OWN_WORDS, none = 'none'): string {
  const shares = sharesOf(counts);
  return (
    STANDINGS.filter((standing) => counts[standing] > 0)
      .map((standing) => `${words[standing]} ${counts[standing]} (${shares[standing]}%)`)
      .join(', ') || none
  );
}

const OWN_WORDS: Readonly<Record<Standing, string>> = { confirmed: 'confirmed', reported: 'reported', derived: 'derived', placeholder: 'placeholder' };
