/**
 * Counts of attendance worked out from its days.
 * In: day records. Out: the counts by name; a half day counts as a half, and its other half as present.
 */
import { type Exact, ZERO, add, isZero, ratio } from '../values/exact.ts';
import type { Appraisal } from './appraisal.ts';

type Attendance = NonNullable<Appraisal['attendance']>;
type Counts = NonNullable<Attendance['counts']>;
export type CountName = keyof Counts;
/** The parts of a day record that are counted. */
export type CountedDay = Pick<
  NonNullable<Attendance['days']>[number],
  'status' | 'workday' | 'half' | 'lateMinutes' | 'earlyMinutes' | 'missingIn' | 'missingOut' | 'missed'
>;

/** Statuses that are counts of their own. */
const COUNTED = ['present', 'absent', 'leave', 'permit', 'sick', 'duty', 'study', 'cancelled'] as const;
const ALWAYS = ['workdays', ...COUNTED, 'late', 'early'] as const;

/**
 * The counts of these days. Statuses count on working days only; clock-ins and missed duties count only where the days tell of them.
 */
export function countDays(days: readonly CountedDay[]): ReadonlyMap<CountName, Exact> {
  // Counts of items, in halves, so that they stay whole.
  const halves = new Map<CountName, number>(ALWAYS.map((name) => [name, 0]));
  const raise = (name: CountName, by: number): void => void halves.set(name, (halves.get(name) ?? 0) + by);
  let lateMinutes = ZERO;
  let earlyMinutes = ZERO;
  for (const day of days) {
    if (day.workday) {
      const halved = day.half !== undefined && day.status !== 'present';
      raise('workdays', 2);
      if (day.status !== 'off') raise(day.status, halved ? 1 : 2);
      if (halved) raise('present', 1);
    }
    if (!isZero(day.lateMinutes)) {
      raise('late', 2);
      lateMinutes = add(lateMinutes, day.lateMinutes);
    }
    if (!isZero(day.earlyMinutes)) {
      raise('early', 2);
      earlyMinutes = add(earlyMinutes, day.earlyMinutes);
    }
    if (day.missingIn !== undefined) raise('missingIn', day.missingIn ? 2 : 0);
    if (day.missingOut !== undefined) raise('missingOut', day.missingOut ? 2 : 0);
    if (day.missed) raise('missed', 2 * day.missed.length);
  }
  const counts = new Map<CountName, Exact>([...halves].map(([name, count]) => [name, ratio(BigInt(count), 2n)]));
  return counts.set('lateMinutes', lateMinutes).set('earlyMinutes', earlyMinutes);
}
