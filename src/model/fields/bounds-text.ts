/**
 * The bounds of a number in words.
 * In: a number type. Out: `0 to 100 percent`, `from 0 to 100`.
 */
import { toText } from '../../values/exact.ts';
import type { Bounds, NumberType } from '../../values/type.ts';

/** `0 to 100 percent`; units that say nothing to a reader (count, measure, ratio) are left out. */
export function boundsText(type: NumberType): string {
  const { min, max } = type;
  const span = min && max ? `${toText(min)} to ${toText(max)}` : min ? `${toText(min)} and above` : max ? `${toText(max)} and below` : 'any number';
  return ['ratio', 'count', 'measure'].includes(type.unit.text) ? span : `${span} ${type.unit.text}`;
}

/** `from 0 to 100`, as a mend says it; the type has at least one bound. */
export function spanText({ min, max }: Bounds): string {
  return min && max ? `from ${toText(min)} to ${toText(max)}` : min ? `not below ${toText(min)}` : `not above ${toText(max!)}`;
}
