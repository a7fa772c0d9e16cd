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
  readonly read: (value: unknown) => T | undefined;
  readonly same: (a: T, b: T) => boolean | undefined;
  /** Negative, zero or positive. */
  readonly order: (a: T, b: T) => number | undefined;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const unordered = (): undefined => undefined;
const textOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readNumber(value: unknown): TextRatio | undefined {
  if (typeof value === 'string') return readNumberText(value);
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return { over: BigInt(value as number), under: 1n };
  return undefined;
}

export const NUMBER_KIND: OperandKind<TextRatio> = { text: 'a number', read: readNumber, same: (a, b) => compareRatios(a, b) === 0, order: compareRatios };
export const TEXT_KIND: OperandKind<string> = { text: 'a text', read: textOf, same: (a, b) => a === b, order: unordered };
export const DATE_KIND: OperandKind<string> = { text: 'a date', read: (value) => (typeof value === 'string' && ISO_DATE.test(value) ? value : undefined), same: (a, b) => a === b, order: textOrder };
export const BOOLEAN_KIND: OperandKind<boolean> = { text: 'true or false', read: (value) => (typeof value === 'boolean' ? value : undefined), same: (a, b) => a === b, order: unordered };
/** Records and the like: they can be there, and nothing more is known about them. */
export const OPAQUE_KIND: OperandKind = { text: 'a value', read: (value) => value, same: unordered, order: unordered };

/** Members of an enumeration, by their order from the lowest to the highest. */
export function memberKind(order: readonly string[]): OperandKind<string> {
  return { text: `one of ${order.join(', ')}`, read: (value) => (typeof value === 'string' && order.includes(value) ? value : undefined), same: (a, b) => a === b, order: (a, b) => order.indexOf(a) - order.indexOf(b) };
}

/**
 * For an application's own rules, where no type is declared: numbers beside numbers, dates beside dates, else what they are.
 * Two texts are equal only letter by letter, so that the codes "010" and "10" stay two; `<` and its kin need numbers or dates.
 */
export const ANY_KIND: OperandKind<string | number | bigint | boolean> = {
  text: 'a text, number, date or truth',
  read: (value) => (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint' || Number.isSafeInteger(value) ? (value as string) : undefined),
  same(a, b) {
    if (typeof a === 'string' && typeof b === 'string') return a === b;
    const [left, right] = [readNumber(a), readNumber(b)];
    if (left && right) return compareRatios(left, right) === 0;
    return typeof a === typeof b ? a === b : undefined;
  },
  order(a, b) {
    const [left, right] = [readNumber(a), readNumber(b)];
    if (left && right) return compareRatios(left, right);
    return typeof a === 'string' && typeof b === 'string' && ISO_DATE.test(a) && ISO_DATE.test(b) ? textOrder(a, b) : undefined;
  },
};
