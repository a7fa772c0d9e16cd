/**
 * Reads a value written as data by the type that it should have.
 * In: plain JSON (text, number, boolean, list, mapping) and a type. Out: the value, none for `none`, or a {@link Finding}.
 */
import { CalendarDate } from './calendar-date.ts';
import { type Exact, NumberRefused, compare, fromDecimalText, fromNumber, isMultiple, toText } from './exact.ts';
import type { Finding } from './finding.ts';
import { type Datum, NONE, type None, type Result } from './result.ts';
import { didYouMean } from './suggest.ts';
import type { NumberType, Type } from './type.ts';

export type ReadDatum = { readonly value: Datum | None } | { readonly finding: Finding };

export function readDatum(written: unknown, type: Type): ReadDatum {
  if (written === 'none' && !(type.kind === 'enum' && type.members.includes('none'))) return { value: NONE };
  switch (type.kind) {
    case 'number':
      return readNumber(written, type);
    case 'boolean':
      return typeof written === 'boolean' ? { value: written } : refused(`${shown(written)} is neither true nor false.`);
    case 'text':
      return typeof written === 'string' ? { value: written } : refused(`${shown(written)} is no text.`);
    case 'enum':
      return typeof written === 'string' && type.members.includes(written)
        ? { value: written }
        : refused(`${shown(written)} is no member of ${type.name}.`, didYouMean(String(written), type.members, `Its members are: ${type.members.join(', ')}.`));
    case 'date': {
      const date = typeof written === 'string' ? CalendarDate.parse(written) : undefined;
      return date ? { value: date } : refused(`${shown(written)} is no day of the calendar.`, 'Write YYYY-MM-DD.');
    }
    case 'list':
      return readList(written, type);
    case 'record':
      return readRecord(written, type.name, type.fields);
    case 'calendar':
      return refused('A calendar cannot be written as a value.', 'Put it under calendars/ and name it.');
  }
}

function readNumber(written: unknown, type: NumberType): ReadDatum {
  if (typeof written !== 'string' && typeof written !== 'number') return refused(`${shown(written)} is no number.`);
  let value: Exact;
  try {
    value = typeof written === 'number' ? fromNumber(written, type.step) : fromDecimalText(written);
  } catch (error) {
    if (error instanceof NumberRefused) return { finding: { code: error.code, message: error.message } };
    throw error;
  }
  const unit = type.unit.text === 'ratio' ? '' : ` ${type.unit.text}`;
  if (type.min && compare(value, type.min) < 0) return refused(`${toText(value)} lies below the least value, ${toText(type.min)}${unit}.`);
  if (type.max && compare(value, type.max) > 0) return refused(`${toText(value)} lies above the greatest value, ${toText(type.max)}${unit}.`);
  if (type.step && !isMultiple(value, type.step)) return refused(`${toText(value)} is not a multiple of the step, ${toText(type.step)}${unit}.`);
  return { value };
}

function readList(written: unknown, type: Extract<Type, { kind: 'list' }>): ReadDatum {
  if (!Array.isArray(written)) return refused(`${shown(written)} is no list.`);
  if (type.maxItems !== undefined && written.length > type.maxItems) return refused(`The list has ${written.length} members; it may have ${type.maxItems}.`);
  const items: Result[] = [];
  for (const [index, item] of written.entries()) {
    const read = readDatum(item, type.of);
    if ('finding' in read) return refused(`Member ${index + 1}: ${read.finding.message}`, read.finding.mend);
    items.push(read.value);
  }
  return { value: Object.freeze(items) };
}

function readRecord(written: unknown, name: string, fields: ReadonlyMap<string, Type>): ReadDatum {
  if (typeof written !== 'object' || written === null || Array.isArray(written)) return refused(`${shown(written)} is no ${name} record.`);
  const stray = Object.keys(written).find((key) => !fields.has(key));
  if (stray !== undefined) return refused(`"${stray}" is no field of ${name}.`, didYouMean(stray, fields.keys()));
  const record = new Map<string, Result>();
  for (const [field, type] of fields) {
    if (!Object.hasOwn(written, field)) {
      record.set(field, NONE);
      continue;
    }
    const read = readDatum((written as Record<string, unknown>)[field], type);
    if ('finding' in read) return refused(`Field ${field}: ${read.finding.message}`, read.finding.mend);
    record.set(field, read.value);
  }
  return { value: record };
}

function shown(written: unknown): string {
  if (written === null || written === undefined) return 'Nothing';
  if (Array.isArray(written)) return 'A list';
  if (typeof written === 'object') return 'A mapping';
  const text = String(written);
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}

const refused = (message: string, mend?: string): ReadDatum => ({ finding: { code: 'value/refused', message, mend } });
