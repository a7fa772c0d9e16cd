/**
 * Year-month-day dates without clock or zone.
 * In: ISO text `2024-06-30`. Out: {@link CalendarDate}s that compare, count days and add months.
 * The only file that uses date-fns. Month arithmetic counts from the start date and keeps to the month's last day; a month
 * is whole when that count has reached the end date, so 31 January to 28 February is one whole month, as addMonths has it.
 */
import { addMonths as addMonthsFns, differenceInCalendarMonths } from 'date-fns';

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const FIRST_DAY = -719_162; // 0001-01-01
const LAST_DAY = 2_932_896; // 9999-12-31

/** One day of the calendar. Dates are read from 1900-01-01 to 2200-12-31; counting may lead beyond, up to the year 9999. */
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
    if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day) || day > daysIn(year, month)) return undefined;
    return new CalendarDate(year, month, day, epochDayOf(year, month, day));
  }

  /** Reads `YYYY-MM-DD`; undefined when it is no day of the calendar (2023-02-29). */
  static parse(text: string): CalendarDate | undefined {
    const match = ISO.exec(text);
    return match ? CalendarDate.of(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
  }

  /** @throws RangeError for a count that is not whole, or leads out of the years 1 to 9999. */
  static fromEpochDay(epochDay: number): CalendarDate {
    if (!Number.isInteger(epochDay) || epochDay < FIRST_DAY || epochDay > LAST_DAY) {
      throw new RangeError('The date lies outside the calendar (years 1 to 9999).');
    }
    const date = new Date(epochDay * DAY_MS);
    return new CalendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), epochDay);
  }

  /** 1 = Monday … 7 = Sunday. */
  get weekday(): number {
    return ((((this.epochDay + 3) % 7) + 7) % 7) + 1;
  }

  toString(): string {
    const { year, month, day } = this;
    if (year < 1000) return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
    return `${year}-${pad(month)}-${pad(day)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

const pad = (part: number): string => (part < 10 ? `0${part}` : String(part));

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : DAYS[month - 1]!);
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Counted in years that begin in March, so that the leap day is their last one. */
function epochDayOf(year: number, month: number, day: number): number {
  const [from, since] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
  return 365 * from + leapDays + Math.floor((153 * since + 2) / 5) + day - 1 - MARCH_OF_YEAR_0;
}

/** Days from 1 March of the year 0 to 1970-01-01. */
const MARCH_OF_YEAR_0 = 719_468;

/** The last day of a month, 1 = January; months beyond 12 are those of the next years. */
export const lastDayOfMonth = (year: number, month: number): CalendarDate =>
  CalendarDate.of(year, month, daysIn(year, month)) ?? CalendarDate.fromEpochDay(Date.UTC(year, month, 0) / DAY_MS);

export const compareDates = (a: CalendarDate, b: CalendarDate): number => Math.sign(a.epochDay - b.epochDay);
export const addDays = (date: CalendarDate, days: number): CalendarDate => CalendarDate.fromEpochDay(date.epochDay + days);
/** Days from `a` to `b`: 0 for the same day. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => b.epochDay - a.epochDay;

/**
 * `months` later, counted from `date`; a day that the month lacks becomes its last day (31 January + 1 = 28 or 29 February).
 * @throws RangeError for a count that leads out of the years 1 to 9999.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return CalendarDate.fromEpochDay(addMonthsFns(zoneless(date), months).getTime() / DAY_MS);
}

/** Whole months from `a` to `b`: the most that {@link addMonths} can add to the earlier date without passing the later; negative when `b` lies before `a`. */
export function wholeMonths(a: CalendarDate, b: CalendarDate): number {
  if (b.epochDay < a.epochDay) return -wholeMonths(b, a) + 0;
  const months = differenceInCalendarMonths(zoneless(b), zoneless(a));
  return addMonths(a, months).epochDay <= b.epochDay ? months : months - 1;
}

/** Whole years from `a` to `b`: whole months by twelve, so 29 February turns a year on 28 February. */
export function wholeYears(a: CalendarDate, b: CalendarDate): number {
  return Math.trunc(wholeMonths(a, b) / 12) + 0;
}

/** date-fns reads the fields of the host's zone, and some zones have skipped a whole day: this Date shows it the day in UTC. */
class ZonelessDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }
  override getMonth(): number {
    return this.getUTCMonth();
  }
  override getDate(): number {
    return this.getUTCDate();
  }
  override setMonth(month: number, day = this.getUTCDate()): number {
    return this.setUTCMonth(month, day);
  }
  override setFullYear(year: number, month = this.getUTCMonth(), day = this.getUTCDate()): number {
    return this.setUTCFullYear(year, month, day);
  }
}

const zoneless = (date: CalendarDate): Date => new ZonelessDate(date.epochDay * DAY_MS);
