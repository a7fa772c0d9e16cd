/**
 * How json-rules-engine's operands are read: the kinds of value that the ten operators compare.
 * In: facts and values as they stand in an engine (canonical text, ISO dates, booleans, lists). Out: {@link OperandKind}s.
 * A kind says when two values are the same and which comes first; undefined means that they cannot be compared.
 */
import { type TextRatio, compareRatios, readNumberText } from './number-text.ts';

export interface OperandKind<T = unknown> {
  /** How a message names it. */
  readonly text: string;
  /** The value, or undefined when it is not of this kind. */
  read(value: unknown): T | undefined;
  same(a: T, b: T): boolean | undefined;
  /** Negative, zero or positive. */
  order(a: T, b: T): number | undefined;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const unordered = (): undefined => undefined;
const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const NUMBER_KIND: OperandKind<TextRatio> = {
  text: 'a number',
  read: (value) => (typeof value === 'string' ? readNumberText(value) : undefined),
  same: (a, b) => compareRatios(a, b) === 0,
  order: compareRatios,
};
export const TEXT_KIND: OperandKind<string> = { text: 'a text', read: textOf, same: (a, b) => a === b, order: unordered };
export const DATE_KIND: OperandKind<string> = {
  text: 'a date',
  read: (value) => (typeof value === 'string' && ISO_DATE.test(value) ? value : undefined),
  same: (a, b) => a === b,
  order: textOrder,
};
export const BOOLEAN_KIND: OperandKind<boolean> = {
  text: 'true or false',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  same: (a, b) => a === b,
  order: unordered,
};
/** Records and the like: they can be there, and nothing more is known about them. */
export const OPAQUE_KIND: OperandKind = { text: 'a value', read: (value) => value, same: unordered, order: unordered };

/** Members of an enumeration, by their order from the lowest to the highest. */
export function memberKind(order: readonly string[]): OperandKind<string> {
  return {
    text: `one of ${order.join(', ')}`,
    read: (value) => (typeof value === 'string' && order.includes(value) ? value : undefined),
    same: (a, b) => a === b,
    order: (a, b) => order.indexOf(a) - order.indexOf(b),
  };
}

/** A JavaScript number that says what it shows: whole and safe, or with few decimals. */
const SHORT_NUMBER = /^-?\d{1,15}(?:\.\d{1,6})?$/;

interface DecimalLike {
  toFixed(): string;
}
type AnyOperand = string | number | bigint | boolean | DecimalLike;

function isAnyOperand(value: unknown): value is AnyOperand {
  if (typeof value === 'object' && value !== null) return 'toFixed' in value && typeof value.toFixed === 'function';
  return typeof value === 'number' ? SHORT_NUMBER.test(String(value)) : typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint';
}

function numberIn(value: AnyOperand): TextRatio | undefined {
  if (typeof value === 'boolean') return undefined;
  return readNumberText(typeof value === 'object' ? value.toFixed() : String(value));
}

/**
 * For an application's own rules, where no type is declared: numbers (also Decimals) beside numbers, dates beside dates, else what they are.
 * Two texts are equal only letter by letter, so that the codes "010" and "10" stay two; `<` and its kin need numbers or dates.
 */
export const ANY_KIND: OperandKind<AnyOperand> = {
  text: 'a text, number, date or truth of the kind it is compared with',
  read: (value) => (isAnyOperand(value) ? value : undefined),
  same(a, b) {
    if (typeof a === 'string' && typeof b === 'string') return a === b;
    const [left, right] = [numberIn(a), numberIn(b)];
    if (left && right) return compareRatios(left, right) === 0;
    return typeof a === typeof b ? a === b : undefined;
  },
  order(a, b) {
    const [left, right] = [numberIn(a), numberIn(b)];
    if (left && right) return compareRatios(left, right);
    return typeof a === 'string' && typeof b === 'string' && ISO_DATE.test(a) && ISO_DATE.test(b) ? textOrder(a, b) : undefined;
  },
};
