/**
 * The effects in force for an appraisal: what pay reads.
 * In: an appraisal. Out: its imposed effects that cover the paid period (without one, the month in which the assessed period ends), as far as they count beside each other.
 */
import { compare } from '../values/exact.ts';
import { type Period, periodAround } from '../values/period.ts';
import type { Appraisal } from './appraisal.ts';
import type { Effect } from './effect.ts';
import { coverage } from './effect-span.ts';

/** Effects of one kind that meet as `heaviest` leave only the one with the greatest cut (the first of equals); all others stay. */
export function activeEffects(appraisal: Pick<Appraisal, 'assessed' | 'paid' | 'effects'>): readonly Effect[] {
  const period: Period = appraisal.paid?.period ?? periodAround(appraisal.assessed.to, 'month');
  const imposed = (appraisal.effects ?? []).filter((effect) => effect.status === 'imposed' && coverage(effect, period) === 'whole');
  return imposed.filter((effect) => effect.meets !== 'heaviest' || imposed.find((other) => outweighs(other, effect)) === undefined);

  function outweighs(other: Effect, effect: Effect): boolean {
    if (other === effect || other.meets !== 'heaviest' || other.kind !== effect.kind) return false;
    const order = other.cut && effect.cut ? compare(other.cut, effect.cut) : Number(Boolean(other.cut)) - Number(Boolean(effect.cut));
    return order > 0 || (order === 0 && imposed.indexOf(other) < imposed.indexOf(effect));
  }
}
