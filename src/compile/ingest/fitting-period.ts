/**
 * Periods as a ruleset wants them: of its cycle, within its law, the paid one where the assessed one acts.
 * In: a period as written, the rules as plain numbers. Out: its days, texts and parts; undefined where the exact path must look.
 */
import { dayText, firstDayOf, monthOf, readPeriodDays } from './written-values.ts';

/** What an ingest must know of a ruleset's periods; days, and lengths in months. */
export interface FitRules {
  readonly from: number;
  readonly to: number;
  readonly pays: boolean;
  readonly paidFrom: number;
  readonly paidTo: number;
  /** 0 without a cycle. */
  readonly assesses: number;
  readonly paysEvery: number;
  /** On which paid periods an assessment acts: 0 any, 1 those inside it, 2 those inside the next. */
  readonly acts: number;
}

/** A period that fits a ruleset, with what follows from it. */
export interface FittingPeriod {
  readonly from: number;
  readonly to: number;
  readonly fromText: string;
  readonly toText: string;
  readonly year: number;
  readonly quarter: number;
  readonly month: number;
  readonly days: number;
  /** The month that it begins with, counted from the year 0; -1 when it begins inside a month. */
  readonly start: number;
  /** Paid: whether it is a period of the ruleset's cycle. */
  readonly regular: boolean;
  /** Assessed: the days on which the assessment acts. */
  readonly actsFrom: number;
  readonly actsTo: number;
}

/** The period when it fits; undefined when it does not, or cannot be read. */
export function fittingPeriod(written: unknown, fit: FitRules, paid: boolean): FittingPeriod | undefined {
  const days = readPeriodDays(written);
  if (!days) return undefined;
  const { f0: from, f1: to } = days;
  if (paid ? to < fit.paidFrom || to > fit.paidTo : to < fit.from || to > fit.to) return undefined;
  const length = paid ? fit.paysEvery : fit.assesses;
  const first = monthOf(from);
  const last = monthOf(to);
  const start = firstDayOf(first) === from ? first : -1;
  const regular = length === 0 || (start >= 0 && start % length === 0 && to === firstDayOf(start + length) - 1);
  const year = Math.floor(last / 12);
  // Beyond the last year of the calendar there is no next period to compare with.
  if (!paid && (!regular || year >= 2200)) return undefined;
  const month = last - year * 12 + 1;
  const next = last + 1 - ((last + 1) % (length || 1));
  const acts = fit.acts;
  return {
    from,
    to,
    fromText: dayText(from),
    toText: dayText(to),
    year,
    quarter: Math.ceil(month / 3),
    month,
    days: to - from + 1,
    start,
    regular,
    actsFrom: acts === 2 ? firstDayOf(next) : acts === 1 ? from : -1e9,
    actsTo: acts === 2 ? firstDayOf(next + length) - 1 : acts === 1 ? to : 1e9,
  };
}

/** Whether a fitting paid period goes with a fitting assessed one. */
export function periodsMatch(assessed: FittingPeriod, paid: FittingPeriod, kind: unknown, fit: FitRules): boolean {
  if (fit.assesses === 0) return true;
  return (kind !== 'regular' || paid.regular) && paid.from >= assessed.actsFrom && paid.to <= assessed.actsTo && paid.to >= assessed.from;
}
