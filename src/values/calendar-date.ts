/**
 * Year-month-day dates without clock or zone.
 * In: ISO text `2024-06-30`. Out: {@link CalendarDate}s that compare, count days and add months.
 * The only file that uses date-fns; month arithmetic counts from the start date and keeps to the month's last day.
 */
import { addMonths as addMonthsFns, differenceInMonths, differenceInYears } from 'date-fns';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** One day of the calendar, 1900-01-01 to 2200-12-31. */
export class CalendarDate {
  private constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
    /** Days since 1970-01-01. */
    readonly epochDay: number,
  ) {
    Object.freeze(this);
  }

  static of(year: number, month: number, day: number): CalendarDate | undefined {
    if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return undefined;
    const time = Date.UTC(year, month - 1, day);
    const back = new Date(time);
    if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return undefined;
    return new CalendarDate(year, month, day, time / DAY_MS);
  }

  /** Reads `YYYY-MM-DD`; undefined when it is no day of the calendar (2023-02-29). */
  static parse(text: string): CalendarDate | undefined {
    const match = ISO.exec(text);
    return match ? CalendarDate.of(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
  }

  static fromEpochDay(epochDay: number): CalendarDate {
    const date = new Date(epochDay * DAY_MS);
    return new CalendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), epochDay);
  }

  /** 1 = Monday … 7 = Sunday. */
  get weekday(): number {
    return ((((this.epochDay + 3) % 7) + 7) % 7) + 1;
  }

  toString(): string {
    const pad = (n: number): string => String(n).padStart(2, '0');
    return `${this.year}-${pad(this.month)}-${pad(this.day)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

export const compareDates = (a: CalendarDate, b: CalendarDate): number => Math.sign(a.epochDay - b.epochDay);
export const addDays = (date: CalendarDate, days: number): CalendarDate => CalendarDate.fromEpochDay(date.epochDay + days);
/** Days from `a` to `b`: 0 for the same day. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => b.epochDay - a.epochDay;

/** `months` later, counted from `date`; a day that the month lacks becomes its last day (31 January + 1 = 28 or 29 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return fromLocal(addMonthsFns(toLocal(date), months));
}

/** Whole months from `a` to `b`, negative when `b` lies before `a`. */
export function wholeMonths(a: CalendarDate, b: CalendarDate): number {
  return differenceInMonths(toLocal(b), toLocal(a)) + 0;
}

/** Whole years from `a` to `b`. */
export function wholeYears(a: CalendarDate, b: CalendarDate): number {
  return differenceInYears(toLocal(b), toLocal(a)) + 0;
}

// date-fns reads local fields; noon keeps every zone's clock changes away from the day.
const toLocal = (date: CalendarDate): Date => new Date(date.year, date.month - 1, date.day, 12);
const fromLocal = (date: Date): CalendarDate =>
  CalendarDate.fromEpochDay(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY_MS);
