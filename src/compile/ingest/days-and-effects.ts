/**
 * Days of attendance and effects: their checks, what days add up to, and which effects are in force.
 * In: lowered values by position, undefined where a field is absent; the context, where days are counted. Out: verdicts, counts, the effects in force.
 */
import type { Context } from './context.ts';
import { firstDayOf, monthOf, weekOf, weekdayOf } from './written-values.ts';

/** A lowered value, or undefined. */
type Given = unknown;

export function weekOfDay(_: Context, date: Given): unknown {
  return weekOf(date as number);
}

export function weekdayOfDay(_: Context, date: Given): unknown {
  return weekdayOf(date as number);
}

export function dayFits(
  context: Context,
  given: Given,
  workday: Given,
  status: Given,
  half: Given,
  lateMinutes: Given,
  earlyMinutes: Given,
  leaveKind: Given,
  week: Given,
  weekday: Given,
): boolean {
  const date = given as number;
  if ((date < context.from || date > context.to) && (date < context.paidFrom || date > context.paidTo)) return false;
  if (week !== undefined && week !== weekOf(date)) return false;
  if (weekday !== undefined && weekday !== weekdayOf(date)) return false;
  if (status === 'off' && workday === true) return false;
  if (status !== 'present' && half === undefined && (lateMinutes !== 0 || earlyMinutes !== 0)) return false;
  return leaveKind === undefined || status === 'leave';
}

/** Adds a day to what the days add up to; never objects. */
export function countDay(
  context: Context,
  workday: Given,
  status: Given,
  half: Given,
  lateMinutes: Given,
  earlyMinutes: Given,
  missingIn: Given,
  missingOut: Given,
  missed: Given,
): boolean {
  const counted = context.counted;
  if (workday === true) {
    const halved = half !== undefined && status !== 'present';
    counted[0]! += 2;
    if (status !== 'off') counted[1 + context.statuses.indexOf(status as string)]! += halved ? 1 : 2;
    if (halved) counted[1]! += 1;
  }
  if (lateMinutes !== 0) {
    counted[9]! += 2;
    counted[14]! += lateMinutes as number;
  }
  if (earlyMinutes !== 0) {
    counted[10]! += 2;
    counted[15]! += earlyMinutes as number;
  }
  if (missingIn !== undefined) counted[11] = Math.max(counted[11]!, 0) + (missingIn === true ? 2 : 0);
  if (missingOut !== undefined) counted[12] = Math.max(counted[12]!, 0) + (missingOut === true ? 2 : 0);
  if (missed !== undefined) counted[13] = Math.max(counted[13]!, 0) + 2 * (missed as readonly unknown[]).length;
  return true;
}

/** Notes whether the effect is in force; starts and ends are first and last days of months. */
export function effectFits(context: Context, status: Given, starts: Given, ends: Given, months: Given): boolean {
  const at = context.effects++;
  context.inForce[at] = false;
  const imposed = status === 'imposed';
  if (starts === undefined) return !imposed;
  const first = starts as number;
  if (ends !== undefined && (ends as number) < first) return false;
  if (!imposed) return true;
  const byMonths = months === undefined ? undefined : firstDayOf(monthOf(first) + (months as number)) - 1;
  if (ends !== undefined && byMonths !== undefined && byMonths !== ends) return false;
  const last = ends === undefined ? byMonths : (ends as number);
  if (last !== undefined && last < first) return true;
  if (first > context.forceTo || (last !== undefined && last < context.forceFrom)) return true;
  const whole = first <= context.forceFrom && (last === undefined || context.forceTo <= last);
  context.inForce[at] = whole;
  return whole || context.paidTo < context.paidFrom;
}

/** The effects in force, without those that a heavier one of their kind leaves without effect; the columns are kind, meeting and cut. */
export function effectsInForce<Member>(context: Context, members: readonly Member[], kinds: number, meets: number, cuts: number): Member[] {
  const kept: Member[] = [];
  const [kind, meeting, cut] = [context.keys[kinds]!, context.keys[meets]!, context.keys[cuts]!];
  for (let at = 0; at < members.length; at++) {
    if (context.inForce[at] !== true) continue;
    let outweighed = false;
    for (let other = 0; meeting[at] === 'heaviest' && !outweighed && other < members.length; other++) {
      if (other === at || context.inForce[other] !== true || meeting[other] !== 'heaviest' || kind[other] !== kind[at]) continue;
      const [mine, theirs] = [cut[at] === undefined ? -1 : (cut[at] as number), cut[other] === undefined ? -1 : (cut[other] as number)];
      outweighed = theirs > mine || (theirs === mine && other < at);
    }
    if (!outweighed) kept.push(members[at]!);
  }
  return kept;
}

/** Before the first day of a list: nothing is counted; clock-ins and duties are not told of. */
export function resetCounts(context: Context): void {
  for (let at = 0; at < context.counted.length; at++) context.counted[at] = at >= 11 && at <= 13 ? -1 : 0;
}

/** What the days add up to as a lowered count: undefined where they tell nothing, NaN where it does not fit its type or what is given. */
export function countOf(context: Context, at: number, given: unknown, scale: number, high: number): number | undefined {
  const counted = context.counted[at]!;
  if (counted < 0) return undefined;
  const scaled = at >= 14 ? counted * scale : (counted * scale) / 2;
  return Number.isInteger(scaled) && scaled <= high && (given === undefined || given === scaled) ? scaled : NaN;
}
