/**
 * A sum of rupiah: exact at any length, and cheap for the whole rupiah that payments nearly always are.
 * In: exact texts. Out: the exact text of their sum. Small whole numbers gather in a safe integer until it is moved over.
 */
import { type Exact, ZERO, add, fromCanonicalText, ratio, toText } from '../values/exact.ts';

/** Twelve digits: a thousand of them fit a safe integer many times over. */
const SMALL_TEXT = 12;
const GATHERED = Number.MAX_SAFE_INTEGER - 10 ** SMALL_TEXT;

export class MoneySum {
  private gathered = 0;
  /** In units of 10^-places, always a safe integer. */
  private scaled = 0;
  private places = 0;
  private exact: Exact = ZERO;

  add(text: string): void {
    const small = text.length <= SMALL_TEXT ? Number(text) : NaN;
    if (!Number.isInteger(small) || small < 0 || text.includes('.')) {
      this.exact = add(this.exact, fromCanonicalText(text));
      return;
    }
    if (this.gathered > GATHERED) this.moveOver();
    this.gathered += small;
  }

  /** Adds a safe integer that stands for `value ÷ 10^places`. */
  addScaled(value: number, places: number): void {
    if (places !== this.places || !Number.isSafeInteger(this.scaled + value)) {
      this.moveOver();
      this.places = places;
    }
    this.scaled += value;
  }

  toText(): string {
    this.moveOver();
    return toText(this.exact);
  }

  private moveOver(): void {
    this.exact = add(this.exact, ratio(BigInt(this.gathered)));
    this.gathered = 0;
    if (this.scaled !== 0) this.exact = add(this.exact, ratio(BigInt(this.scaled), 10n ** BigInt(this.places)));
    this.scaled = 0;
  }
}
