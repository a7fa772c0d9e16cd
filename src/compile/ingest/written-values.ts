/**
 * Small readers of written values for the fast ingest: days, periods, decimals, texts.
 * In: what stands in a record. Out: numbers and verdicts; NaN, undefined or false where the exact reader must look.
 */
/** A decimal text times ten to the power of `places` (`scale`), as `fromDecimalText` reads it; NaN when it is none, or has more decimals. */
export function readDecimal(text: unknown, places: number, scale: number): number {
  if (typeof text !== 'string') return NaN;
  const length = text.length;
  const negative = text.charCodeAt(0) === 45;
  const start = negative ? 1 : 0;
  let at = start;
  let whole = 0;
  for (; at < length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) break;
    if (at - start === 15) return NaN;
    whole = whole * 10 + digit;
  }
  if (at === start) return NaN;
  let fraction = 0;
  let digits = 0;
  if (at < length) {
    if (text.charCodeAt(at) !== 46) return NaN;
    const first = ++at;
    if (first === length || length - first > 12) return NaN;
    for (; at < length; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (!(digit >= 0 && digit <= 9)) return NaN;
      if (digits < places) {
        fraction = fraction * 10 + digit;
        digits++;
      } else if (digit !== 0) return NaN;
    }
  }
  for (; digits < places; digits++) fraction *= 10;
  const scaled = whole * scale + fraction;
  return negative ? 0 - scaled : scaled;
}

/** A text of the model: not blank, no space at its ends, no control character, at most `longest` long. */
export function isPlainText(text: unknown, longest: number): boolean {
  if (typeof text !== 'string') return false;
  const length = text.length;
  if (length === 0 || length > longest) return false;
  let trims = false;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code > 32 && code < 127) continue;
    if (code < 32 || code === 127) return false;
    if (at === 0 || at === length - 1) trims = true;
  }
  return !trims || text.trim() === text;
}

/** The day number of a day of the calendar; 1970-01-01 is 0. */
export function dayOf(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The first day of a month counted from the year 0: year × 12 + month − 1. */
export function firstDayOf(month: number): number {
  const year = Math.floor(month / 12);
  return dayOf(year, month - year * 12 + 1, 1);
}

/** The month in which a day lies, counted from the year 0. */
export function monthOf(day: number): number {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  // Years begin in March here: two months on, and the count of months from the year 0 is right again.
  return (yearOfEra + era * 400) * 12 + Math.floor((5 * dayOfYear + 2) / 153) + 2;
}

/** `2024-06-30` as its day number; NaN for any other text, and for days that are not in the calendar or lie outside 1900 to 2200. */
export function readDay(text: unknown): number {
  if (typeof text !== 'string' || text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return NaN;
  const a = text.charCodeAt(0) - 48;
  const b = text.charCodeAt(1) - 48;
  const c = text.charCodeAt(2) - 48;
  const d = text.charCodeAt(3) - 48;
  const e = text.charCodeAt(5) - 48;
  const f = text.charCodeAt(6) - 48;
  const g = text.charCodeAt(8) - 48;
  const h = text.charCodeAt(9) - 48;
  if (!(a >= 0 && a <= 9 && b >= 0 && b <= 9 && c >= 0 && c <= 9 && d >= 0 && d <= 9)) return NaN;
  if (!(e >= 0 && e <= 9 && f >= 0 && f <= 9 && g >= 0 && g <= 9 && h >= 0 && h <= 9)) return NaN;
  const year = a * 1000 + b * 100 + c * 10 + d;
  const month = e * 10 + f;
  const day = g * 10 + h;
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return NaN;
  const most =
    month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return day > most ? NaN : dayOf(year, month, day);
}

/** A day as `2024-06-30`; years 1000 to 9999. */
export function dayText(day: number): string {
  const month = monthOf(day);
  const year = Math.floor(month / 12);
  const ofMonth = day - firstDayOf(month) + 1;
  const ofYear = month - year * 12 + 1;
  return `${year}-${ofYear < 10 ? '0' : ''}${ofYear}-${ofMonth < 10 ? '0' : ''}${ofMonth}`;
}

/** A month such as `2024-07`, counted from the year 0; NaN for any other text. */
export function readMonth(text: unknown): number {
  return typeof text === 'string' && text.length === 7 ? monthOf(readDay(text + '-01')) : NaN;
}

/** A period (`2024`, `2024-S1`, `2024-Q2`, `2024-06`, or its two days) as a lowered record of its first and last day; undefined for anything else. */
export function readPeriodDays(written: unknown): { readonly f0: number; readonly f1: number } | undefined {
  if (typeof written === 'string') {
    const year = monthOf(readDay(written.slice(0, 4) + '-01-01'));
    let first = year;
    let months = 12;
    if (written.length === 7 && written.charCodeAt(4) === 45) {
      const kind = written.charCodeAt(5);
      const part = written.charCodeAt(6) - 48;
      if (kind === 81 && part >= 1 && part <= 4) {
        months = 3;
        first = year + part * 3 - 3;
      } else if (kind === 83 && part >= 1 && part <= 2) {
        months = 6;
        first = year + part * 6 - 6;
      } else {
        months = 1;
        first = readMonth(written);
      }
    } else if (written.length !== 4) return undefined;
    return first === first ? { f0: firstDayOf(first), f1: firstDayOf(first + months) - 1 } : undefined;
  }
  if (typeof written !== 'object' || written === null || Object.getPrototypeOf(written) !== Object.prototype) return undefined;
  let keys = 0;
  for (const _ in written) keys++;
  const from = readDay((written as { from?: unknown }).from);
  const to = readDay((written as { to?: unknown }).to);
  return keys === 2 && from <= to ? { f0: from, f1: to } : undefined;
}

/** Year and ISO week of a day in one number, such as 202405. */
export function weekOf(day: number): number {
  const thursday = day + 3 - ((((day + 3) % 7) + 7) % 7);
  const year = Math.floor(monthOf(thursday) / 12);
  return year * 100 + Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
