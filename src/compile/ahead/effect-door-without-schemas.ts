/**
 * The door for effects in a module made ahead of time, which holds no schema.
 * In: one field of an effect as an outcome writes it. Out: the refusal that it would meet, or undefined.
 * The bundle of the runtime puts this file where the engine imports `model/effect-door.ts`; its test holds the two against each other.
 */
import { Refusal } from '../../model/fields/refusal.ts';
import { numberReader } from '../../model/fields/number-field.ts';
import { readText } from '../../model/fields/text-field.ts';
import { CalendarDate } from '../../values/calendar-date.ts';
import { fromDecimalText } from '../../values/exact.ts';
import { numberType } from '../../values/type.ts';
import { MONTH, PERCENT, type Unit } from '../../values/unit.ts';

export const MOST_EFFECTS = 200;

const number = (unit: Unit, max: string, step: string) =>
  numberReader(numberType(unit, { min: fromDecimalText('0'), max: fromDecimalText(max), step: fromDecimalText(step) }));

const readMonth = (written: string): CalendarDate | Refusal =>
  (/^\d{4}-\d{2}$/.test(written) ? CalendarDate.parse(`${written}-01`) : undefined) ??
  new Refusal('input/month', 'This is not a month.', 'Write it as year-month.');

const READERS = {
  code: (written: string) => readText(written, 100),
  key: (written: string) => readText(written, 200),
  cut: number(PERCENT, '100', '0.0001'),
  months: number(MONTH, '600', '1'),
  starts: readMonth,
  ends: readMonth,
} as const;

export function effectRefusal(field: keyof typeof READERS, written: string): Refusal | undefined {
  const read = READERS[field](written);
  return read instanceof Refusal ? read : undefined;
}

/** A month as effects write it: `2024-07`. */
export const monthText = (day: CalendarDate): string => day.toString().slice(0, 7);
