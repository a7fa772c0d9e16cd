/**
 * The days on which an effect holds.
 * In: an effect and a period. Out: its last day, and whether it covers the period wholly, in part or not.
 */
import { type CalendarDate, addDays, addMonths, compareDates } from '../values/calendar-date.ts';
import { type Exact, numerator } from '../values/exact.ts';
import { type Period, overlaps } from '../values/period.ts';

/** The parts of an effect that say when it holds. */
export interface EffectSpan {
  readonly starts?: CalendarDate | undefined;
  readonly ends?: CalendarDate | undefined;
  readonly months?: Exact | undefined;
}

/** The last day: the given one, else the one after `months`; undefined while no end is known. */
export function lastDayOf({ starts, ends, months }: EffectSpan): CalendarDate | undefined {
  if (ends) return ends;
  return starts && months && addDays(addMonths(starts, Number(numerator(months))), -1);
}

/** Whether an effect covers a period; one without start covers none. */
export function coverage(effect: EffectSpan, period: Period): 'whole' | 'part' | 'none' {
  const { starts } = effect;
  if (!starts) return 'none';
  const last = lastDayOf(effect);
  if (last && compareDates(last, starts) < 0) return 'none';
  if (compareDates(starts, period.to) > 0 || (last && !overlaps({ from: starts, to: last }, period))) return 'none';
  return compareDates(starts, period.from) <= 0 && (!last || compareDates(period.to, last) <= 0) ? 'whole' : 'part';
}
