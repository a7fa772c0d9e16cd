/**
 * A number of a compiled outcome: written out when it is read.
 * In: the carried number, or an exact one, and its unit. Out: a {@link Score}, which says its decimal and its exact text.
 */
import type { Score } from '../model/outcome.ts';
import { type KinerjaDecimal, toDecimal } from '../values/decimal.ts';
import { type Exact, toText } from '../values/exact.ts';
import { exactOf } from './exact-of.ts';

/** What Node.js asks a value for before it prints it; browsers never do. */
export const PRINTED = Symbol.for('nodejs.util.inspect.custom');

export class CompiledScore implements Score {
  readonly #unit: string;
  readonly #carried: number | Exact;
  readonly #places: number;

  /** @param places of a carried number. */
  constructor(carried: number | Exact, places: number, unit: string) {
    this.#carried = carried;
    this.#places = places;
    this.#unit = unit;
  }

  get unit(): string {
    return this.#unit;
  }

  get value(): KinerjaDecimal {
    const carried = this.#carried;
    return toDecimal(typeof carried === 'number' ? exactOf(carried, this.#places) : carried, this.exact);
  }

  get exact(): string {
    const carried = this.#carried;
    return typeof carried === 'number' ? carriedText(carried, this.#places) : toText(carried);
  }

  toJSON(): Score {
    return { value: this.value, exact: this.exact, unit: this.unit };
  }

  [PRINTED](): Score {
    return this.toJSON();
  }
}

const ZERO = 48;

/** The decimal text of an integer divided by ten to the power of `places`. */
export function carriedText(carried: number, places: number): string {
  if (places === 0 || carried === 0) return String(carried + 0);
  const digits = String(Math.abs(carried)).padStart(places + 1, '0');
  const point = digits.length - places;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end--;
  const size = end === point ? digits.slice(0, point) : `${digits.slice(0, point)}.${digits.slice(point, end)}`;
  return carried < 0 ? `-${size}` : size;
}
