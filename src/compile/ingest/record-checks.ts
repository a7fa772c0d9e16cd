/**
 * What the model checks between fields, told once more on lowered values, and the fields that it works out itself.
 * In: lowered values by position, undefined where a field is absent. Out: true when the exact check has nothing to say; values that follow from others.
 * Which check of the model is covered by which of these is listed in {@link COVERED}; a check of the model that is not there makes every plan decline.
 */
import { attendance } from '../../model/checks/attendance.ts';
import type { AppraisalCheck } from '../../model/checks/check.ts';
import { duplicates } from '../../model/checks/duplicates.ts';
import { effects } from '../../model/checks/effects.ts';
import { grade } from '../../model/checks/grade.ts';
import { intervals } from '../../model/checks/intervals.ts';
import { references } from '../../model/checks/references.ts';
import { scale } from '../../model/checks/scale.ts';
import { target } from '../../model/checks/target.ts';
import { PANGKAT_OF } from '../../model/golongan.ts';
import type { Context } from './context.ts';
import { countDay, dayFits, effectFits, weekOfDay, weekdayOfDay } from './days-and-effects.ts';

/** The checks of the model that the fast ingest knows; see the record checks, the keys and the ends of `context.ts`. */
export const COVERED: ReadonlySet<AppraisalCheck> = new Set([grade, target, scale, intervals, attendance, effects, references, duplicates]);

/** A lowered value, or undefined. */
type Given = unknown;
/** Something said of several fields of one record; the arguments are their values. */
export interface RecordCheck {
  readonly run: (context: Context, ...values: Given[]) => boolean;
  readonly of: readonly string[];
}
/** A field that is worked out where it is left out. */
export interface Derived {
  readonly field: string;
  readonly run: (context: Context, ...values: Given[]) => unknown;
  readonly of: readonly string[];
}
/** What is known of a record by the name of its type. */
export interface RecordNote {
  readonly checks?: readonly RecordCheck[];
  readonly derived?: readonly Derived[];
  /** Groups of fields by which no two members of one list may agree. */
  readonly keys?: readonly (readonly string[])[];
  /** Fields kept like keys, though members may agree in them. */
  readonly noted?: readonly string[];
  /** Decimals of the numbers that a check computes with; another number of them makes the record unknown. */
  readonly places?: Readonly<Record<string, number>>;
}

/** `context.pangkat`: the pangkat by golongan. */
export const PANGKAT_BY_GOLONGAN: Readonly<Record<string, string>> = Object.freeze(Object.fromEntries(PANGKAT_OF));

export const RECORD_NOTES: Readonly<Record<string, RecordNote>> = {
  employee: {
    checks: [{ run: gradeFits, of: ['status', 'golongan', 'golonganPppk', 'pangkat', 'postKind', 'jenjang'] }],
    derived: [{ field: 'pangkat', run: pangkatOf, of: ['golongan'] }],
  },
  indicator: {
    checks: [
      {
        run: targetFits,
        of: ['polarity', 'target', 'targetLow', 'targetHigh', 'tolerance', 'realisation', 'previousTarget', 'previousRealisation'],
      },
    ],
    keys: [['id']],
    places: { target: 3, targetLow: 3, targetHigh: 3, tolerance: 3, realisation: 3, previousTarget: 3, previousRealisation: 3 },
  },
  rating: {
    checks: [{ run: onScale, of: ['score', 'scale'] }],
    keys: [['id'], ['rater', 'source', 'criterion', 'aspect', 'on']],
    places: { score: 3 },
  },
  // The scale of a rating: its two ends are compared with the score, in the order of the fields of the type.
  scale: { places: { min: 3, max: 3 } },
  assignment: { checks: [{ run: forwards, of: ['from', 'to'] }], keys: [['id']] },
  leave: {
    checks: [{ run: leaveFits, of: ['from', 'to', 'days', 'workdays'] }],
    derived: [{ field: 'days', run: daysOfLeave, of: ['from', 'to'] }],
    keys: [['id']],
    places: { days: 0, workdays: 1 },
  },
  document: { keys: [['id']] },
  activity: { checks: [{ run: activityFits, of: ['done', 'submitted', 'approved', 'rejected'] }], keys: [['id']], noted: ['indicator'] },
  dayRecord: {
    checks: [
      { run: dayFits, of: ['date', 'workday', 'status', 'half', 'lateMinutes', 'earlyMinutes', 'leaveKind', 'week', 'weekday'] },
      { run: countDay, of: ['workday', 'status', 'half', 'lateMinutes', 'earlyMinutes', 'missingIn', 'missingOut', 'missed'] },
    ],
    derived: [
      { field: 'week', run: weekOfDay, of: ['date'] },
      { field: 'weekday', run: weekdayOfDay, of: ['date'] },
    ],
    keys: [['date']],
    places: { lateMinutes: 0, earlyMinutes: 0, week: 0, weekday: 0 },
  },
  effect: {
    checks: [{ run: effectFits, of: ['status', 'starts', 'ends', 'months'] }],
    keys: [['key']],
    noted: ['kind', 'meets', 'cut'],
    places: { months: 0 },
  },
  previousRating: { checks: [{ run: isEarlier, of: ['period'] }], keys: [['period']] },
};

function gradeFits(context: Context, status: Given, golongan: Given, golonganPppk: Given, pangkat: Given, postKind: Given, jenjang: Given): boolean {
  const onContract = status === 'pppk' || status === 'pppkPartTime';
  if (onContract ? golongan !== undefined : golonganPppk !== undefined) return false;
  if (golongan !== undefined && pangkat !== undefined && context.pangkat[golongan as string] !== pangkat) return false;
  return jenjang === undefined || postKind === undefined || postKind === 'fungsional';
}

function pangkatOf(context: Context, golongan: Given): unknown {
  return golongan === undefined ? undefined : context.pangkat[golongan as string];
}

function targetFits(
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

function onScale(_: Context, score: Given, scale: Given): boolean {
  const { f0: low, f1: high } = scale as { f0: number; f1: number };
  return low < high && (score as number) >= low && (score as number) <= high;
}

function forwards(_: Context, from: Given, to: Given): boolean {
  return from === undefined || to === undefined || (from as number) <= (to as number);
}

function leaveFits(_: Context, from: Given, to: Given, days: Given, workdays: Given): boolean {
  const length = (to as number) - (from as number) + 1;
  return length >= 1 && (days === undefined || days === length) && (workdays === undefined || (workdays as number) <= length * 10);
}

function daysOfLeave(_: Context, from: Given, to: Given): unknown {
  return (to as number) - (from as number) + 1;
}

function activityFits(_: Context, done: Given, submitted: Given, approved: Given, rejected: Given): boolean {
  if (submitted !== undefined) {
    if ((done as number) > (submitted as number)) return false;
    if (approved !== undefined && (submitted as number) > (approved as number)) return false;
  }
  return approved === undefined || rejected === undefined;
}

function isEarlier(context: Context, period: Given): boolean {
  return (period as { f1: number }).f1 < context.to;
}
