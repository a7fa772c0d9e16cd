/**
 * What is said between the fields of one record, on lowered values, and what follows from other fields.
 * In: the context of an ingest, lowered values by position, undefined where a field is absent. Out: true when the exact check has nothing to say; a value.
 * Each function uses nothing but its arguments, so that a module made ahead of time can hold them.
 */
import type { Context } from './context.ts';

/** A lowered value, or undefined. */
type Given = unknown;

export function gradeFits(context: Context, status: Given, golongan: Given, golonganPppk: Given, pangkat: Given, postKind: Given, jenjang: Given): boolean {
  const onContract = status === 'pppk' || status === 'pppkPartTime';
  if (onContract ? golongan !== undefined : golonganPppk !== undefined) return false;
  if (golongan !== undefined && pangkat !== undefined && context.pangkat[golongan as string] !== pangkat) return false;
  return jenjang === undefined || postKind === undefined || postKind === 'fungsional';
}

export function pangkatOf(context: Context, golongan: Given): unknown {
  return golongan === undefined ? undefined : context.pangkat[golongan as string];
}

export function targetFits(
  _: Context,
  polarity: Given,
  target: Given,
  low: Given,
  high: Given,
  tolerance: Given,
  realisation: Given,
  previousTarget: Given,
  previousRealisation: Given,
): boolean {
  if (tolerance !== undefined && (tolerance as number) < 0) return false;
  if (polarity === 'range') {
    if (low !== undefined && high !== undefined) return (low as number) <= (high as number);
    return realisation === undefined;
  }
  if (target === undefined) return realisation === undefined && (previousRealisation === undefined || previousTarget !== undefined);
  return target !== 0 || (polarity === 'near' && tolerance !== undefined);
}

export function onScale(_: Context, score: Given, scale: Given): boolean {
  const { f0: low, f1: high } = scale as { f0: number; f1: number };
  return low < high && (score as number) >= low && (score as number) <= high;
}

export function forwards(_: Context, from: Given, to: Given): boolean {
  return from === undefined || to === undefined || (from as number) <= (to as number);
}

export function leaveFits(_: Context, from: Given, to: Given, days: Given, workdays: Given): boolean {
  const length = (to as number) - (from as number) + 1;
  return length >= 1 && (days === undefined || days === length) && (workdays === undefined || (workdays as number) <= length * 10);
}

export function daysOfLeave(_: Context, from: Given, to: Given): unknown {
  return (to as number) - (from as number) + 1;
}

export function activityFits(_: Context, done: Given, submitted: Given, approved: Given, rejected: Given): boolean {
  if (submitted !== undefined) {
    if ((done as number) > (submitted as number)) return false;
    if (approved !== undefined && (submitted as number) > (approved as number)) return false;
  }
  return approved === undefined || rejected === undefined;
}

export function isEarlier(context: Context, period: Given): boolean {
  return (period as { f1: number }).f1 < context.to;
}
