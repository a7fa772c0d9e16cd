/**
 * Numbers on the wire: decimal text, or a JavaScript number whose shortest text fits the step of its field.
 * In: unit, bounds and step. Out: a schema that yields an {@link Exact} and carries its number type for the catalogue.
 */
import type * as z from 'zod';
import { type Exact, compare, fromDecimalText, isMultiple, toText, whole } from '../../values/exact.ts';
import { type NumberType, numberType, typeText } from '../../values/type.ts';
import { parseUnit } from '../../values/unit.ts';
import { boundsText, spanText } from './bounds-text.ts';
import { type FieldNote, leafField } from './field-note.ts';
import { Refusal, quoted, wrongKind } from './refusal.ts';
import { LONGEST_SHORT_TEXT, shortNumberReader } from './short-number.ts';

/** A number as written. */
export type NumberInput = string | number;
export type NumberField = z.ZodType<Exact, NumberInput>;

/** What a number field declares; every one has bounds and a step, which the compiled evaluator relies on. */
export interface NumberNote extends FieldNote {
  readonly unit: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
}

/**
 * A number with unit, bounds and step.
 * @example decimalField({ id: 'Bobot', en: 'Weight', about: 'The share of this indicator.', unit: 'percent', min: '0', max: '100', step: '0.01' })
 */
export function decimalField(note: NumberNote): NumberField {
  const type = numberType(parseUnit(note.unit)!, { min: fromDecimalText(note.min), max: fromDecimalText(note.max), step: fromDecimalText(note.step) });
  return leafField(numberReader(type), { form: 'number', type, json: numberJson(type) }, note);
}

/** Reads written numbers of one type: its bounds and step, where it has them. */
export function numberReader(type: NumberType): (written: unknown) => Exact | Refusal {
  const { step } = type;
  const short = shortNumberReader(type);
  return (written) => {
    if (typeof written === 'number') {
      const read = short(written);
      if (read) return read;
    }
    const value =
      typeof written === 'number'
        ? readJavaScriptNumber(written, step)
        : typeof written === 'string'
          ? readText(written)
          : wrongKind(written, wantedText(type));
    return value instanceof Refusal ? value : within(value, type);
  };
}

const wantedText = (type: NumberType): string => (type.min && type.max ? `a number from ${boundsText(type)}` : typeText(type));

function readText(text: string): Exact | Refusal {
  try {
    return fromDecimalText(text);
  } catch {
    return new Refusal('input/number', `${quoted(text)} is not a decimal number.`, 'Write at most 15 digits, a point (not a comma) and at most 12 decimals.');
  }
}

function readJavaScriptNumber(number: number, step: Exact | undefined): Exact | Refusal {
  if (!Number.isFinite(number)) {
    return new Refusal('input/not-finite', `${String(number)} is not a finite number.`, 'Leave the field out when the number is not known.');
  }
  if (Number.isInteger(number)) {
    if (Number.isSafeInteger(number)) return whole(number);
    return new Refusal('input/unsafe-integer', `${String(number)} is too large to be exact as a JavaScript number.`, 'Give it as text.');
  }
  const text = String(number);
  const decimals = text.length - text.indexOf('.') - 1;
  const read = text.includes('e') || decimals > 12 ? undefined : readText(text);
  if (read === undefined || read instanceof Refusal || (decimals > LONGEST_SHORT_TEXT && !(step && isMultiple(read, step)))) {
    return new Refusal(
      'input/binary',
      `${text} looks like the result of binary arithmetic.`,
      'Round it as your rule orders, or give the exact number as text.',
    );
  }
  return read;
}

function within(value: Exact, type: NumberType): Exact | Refusal {
  const { min, max, step } = type;
  if ((min && compare(value, min) < 0) || (max && compare(value, max) > 0)) {
    return new Refusal('input/bounds', `${toText(value)} lies outside ${boundsText(type)}.`, `Give a number ${spanText(type)}.`);
  }
  if (step && !isMultiple(value, step)) {
    return new Refusal('input/step', `${toText(value)} is not a multiple of ${toText(step)}.`, `Give a multiple of ${toText(step)}; nothing is rounded here.`);
  }
  return value;
}

function numberJson(type: NumberType): Record<string, unknown> {
  const bounds = { minimum: Number(toText(type.min!)), maximum: Number(toText(type.max!)) };
  return {
    anyOf: [
      { type: 'number', ...bounds },
      { type: 'string', pattern: '^-?\\d{1,15}(\\.\\d{1,12})?$' },
    ],
    'x-unit': type.unit.text,
    'x-step': toText(type.step!),
  };
}
