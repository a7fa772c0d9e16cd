/**
 * Numbers, dates and units as people write them in Indonesian and English.
 * In: exact values with their unit, ISO dates. Out: text such as `Rp5.439.503`, `87,5 %`, `200/3 (≈ 66,67) poin`, `31 Maret 2025`.
 * Spaces inside one number are no-break spaces; plain text turns them back.
 */
import { CalendarDate } from '../values/calendar-date.ts';
import {
  type Exact,
  ONE,
  absolute,
  compare,
  decimalPlaces,
  denominator,
  equals,
  fromCanonicalText,
  isNegative,
  isZero,
  numerator,
  ratio,
  toText,
} from '../values/exact.ts';
import { PERIOD_LENGTHS, isCalendarPeriod } from '../values/period.ts';
import { round } from '../values/rounding.ts';
import { type BaseUnit, type Unit, parseUnit } from '../values/unit.ts';
import type { Language } from './page.ts';

export const NO_BREAK = '\u00a0';
/** More decimals than these are shown with a rounded number beside them. */
const READABLE_DECIMALS = 6;

/** An exact number: every digit where there is a finite decimal, otherwise the ratio with an approximation beside it. */
export function numberText(value: Exact, language: Language): string {
  const places = decimalPlaces(value);
  if (places === undefined) return `${signed(ratioText(value, language), value)}${NO_BREAK}(≈${NO_BREAK}${approximate(value, language)})`;
  const all = signed(grouped(toText(absolute(value)), language), value);
  return places > READABLE_DECIMALS ? `${all}${NO_BREAK}(≈${NO_BREAK}${approximate(value, language)})` : all;
}

/**
 * A number with its unit.
 * @example quantityText('5439503', 'IDR', 'id') // 'Rp5.439.503'
 */
export function quantityText(exact: string, unitText: string, language: Language): string {
  const value = fromCanonicalText(exact);
  const unit = parseUnit(unitText);
  if (unitText === 'year' && isCalendarYear(value)) return toText(value);
  if (!unit || Object.keys(unit.powers).length === 0) return numberText(value, language);
  const money = unit.powers.IDR === 1;
  const word = unitWords(unit, equals(absolute(value), ONE), language, money);
  if (!money) return word === '' ? numberText(value, language) : `${numberText(value, language)}${NO_BREAK}${word}`;
  const amount = `${isNegative(value) ? '−' : ''}${language === 'id' ? 'Rp' : `Rp${NO_BREAK}`}${numberText(absolute(value), language)}`;
  return word === '' ? amount : `${amount}${NO_BREAK}${word}`;
}

/** A share for comparing: percent to one decimal. */
export function percentText(exact: string, language: Language): string {
  const rounded = round(fromCanonicalText(exact), ratio(1n, 10n), 'half-up');
  return `${signed(grouped(toText(absolute(rounded)), language), rounded)}${NO_BREAK}%`;
}

const signed = (text: string, value: Exact): string => (isNegative(value) ? `−${text}` : text);
const ratioText = (value: Exact, language: Language): string =>
  `${grouped(numerator(absolute(value)).toString(), language)}/${grouped(denominator(value).toString(), language)}`;

/** To two decimals, or to two digits where the number is smaller. */
function approximate(value: Exact, language: Language): string {
  let places = 2;
  while (places < 12 && !isZero(value) && compare(absolute(value), ratio(1n, 10n ** BigInt(places - 1))) < 0) places++;
  const rounded = round(value, ratio(1n, 10n ** BigInt(places)), 'half-up');
  return signed(grouped(toText(absolute(rounded)), language), rounded);
}

function grouped(decimal: string, language: Language): string {
  const [whole, decimals] = decimal.split('.');
  const [thousands, point] = language === 'id' ? ['.', ','] : [',', '.'];
  const groups = whole!.replace(/\B(?=(\d{3})+(?!\d))/g, thousands);
  return decimals === undefined ? groups : `${groups}${point}${decimals}`;
}

const isCalendarYear = (value: Exact): boolean => denominator(value) === 1n && numerator(value) >= 1_900n && numerator(value) <= 2_200n;

const UNIT_WORDS: Readonly<Record<BaseUnit, readonly [id: string, one: string, many: string]>> = {
  IDR: ['rupiah', 'rupiah', 'rupiah'],
  percent: ['%', '%', '%'],
  points: ['poin', 'point', 'points'],
  credit: ['angka kredit', 'credit', 'credits'],
  day: ['hari', 'day', 'days'],
  minute: ['menit', 'minute', 'minutes'],
  hour: ['jam', 'hour', 'hours'],
  week: ['minggu', 'week', 'weeks'],
  month: ['bulan', 'month', 'months'],
  year: ['tahun', 'year', 'years'],
  count: ['', '', ''],
  person: ['orang', 'person', 'people'],
  kg: ['kg', 'kg', 'kg'],
  index: ['', '', ''],
  measure: ['', '', ''],
};

/** The words of a unit; empty for plain counts. */
export function unitWords(unit: Unit, one: boolean, language: Language, withoutMoney = false): string {
  const word = (base: BaseUnit, single: boolean): string => UNIT_WORDS[base][language === 'id' ? 0 : single ? 1 : 2];
  const over: string[] = [];
  const under: string[] = [];
  for (const [base, power] of Object.entries(unit.powers) as [BaseUnit, number][]) {
    if (withoutMoney && base === 'IDR') continue;
    for (let count = 0; count < Math.abs(power); count++) (power > 0 ? over : under).push(word(base, power > 0 ? one : true));
  }
  const named = (words: readonly string[]): readonly string[] => words.filter((each) => each !== '');
  return [named(over).join('·'), ...named(under).map((each) => `per${NO_BREAK}${each}`)].filter((each) => each !== '').join(NO_BREAK);
}

/** The words of a written unit, for saying what to supply. */
export function unitText(text: string, language: Language): string {
  const unit = parseUnit(text);
  return unit ? unitWords(unit, false, language) : '';
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  id: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const monthName = (month: number, language: Language): string => MONTHS[language][month - 1]!;

/** `2025-03-31` as `31 Maret 2025`; `2025-03` as `Maret 2025`; any other text stays as it is. */
export function dateText(iso: string, language: Language): string {
  const date = CalendarDate.parse(iso);
  if (date) return `${date.day}${NO_BREAK}${monthName(date.month, language)}${NO_BREAK}${date.year}`;
  const month = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(iso);
  return month ? `${monthName(Number(month[2]), language)}${NO_BREAK}${month[1]}` : iso;
}

const QUARTERS = ['I', 'II', 'III', 'IV'] as const;

/** A period: by name where it is a month, quarter, half year or year, with its days. */
export function periodText(period: { readonly from: string; readonly to: string }, language: Language): string {
  const from = CalendarDate.parse(period.from);
  const to = CalendarDate.parse(period.to);
  if (!from || !to) return `${period.from} – ${period.to}`;
  const days = `${dateText(period.from, language)} – ${dateText(period.to, language)}`;
  const part = (months: number): string => QUARTERS[Math.floor((from.month - 1) / months)]!;
  switch (PERIOD_LENGTHS.find((length) => isCalendarPeriod({ from, to }, length))) {
    case 'month':
      return `${monthName(from.month, language)}${NO_BREAK}${from.year}`;
    case 'quarter':
      return language === 'id' ? `triwulan ${part(3)} ${from.year} (${days})` : `quarter ${part(3)} of ${from.year} (${days})`;
    case 'halfYear':
      return language === 'id' ? `semester ${part(6)} ${from.year} (${days})` : `half year ${part(6)} of ${from.year} (${days})`;
    case 'year':
      return language === 'id' ? `tahun ${from.year}` : `the year ${from.year}`;
    default:
      return days;
  }
}
