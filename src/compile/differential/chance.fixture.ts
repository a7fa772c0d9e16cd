/**
 * Chance from a seed: the same seed draws the same on every machine.
 * In: a seed. Out: {@link Chance}, which draws numbers, members and yes or no.
 */

/** A choice with how often it is made against the others. */
export type Weighted<T> = readonly [weight: number, value: T];

export class Chance {
  private state: number;

  constructor(readonly seed: number) {
    this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
    for (let warm = 0; warm < 4; warm++) this.bits();
  }

  /** 32 bits (mulberry32). */
  bits(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** From 0 to just below 1. */
  unit(): number {
    return this.bits() / 2 ** 32;
  }

  yes(probability = 0.5): boolean {
    return this.unit() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  /** A whole number from `low` to `high`, both included, of any size. */
  big(low: bigint, high: bigint): bigint {
    const span = high - low + 1n;
    let drawn = 0n;
    for (let reach = 1n; reach < span * 4_294_967_296n; reach <<= 32n) drawn = (drawn << 32n) | BigInt(this.bits());
    return low + (drawn % span);
  }

  one<T>(values: readonly T[]): T {
    return values[Math.floor(this.unit() * values.length)]!;
  }

  weighted<T>(choices: readonly Weighted<T>[]): T {
    let left = this.unit() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of choices) if ((left -= weight) < 0) return value;
    return choices.at(-1)![1];
  }

  /** Some of the values, in their order, each with this probability. */
  some<T>(values: readonly T[], probability = 0.5): readonly T[] {
    return values.filter(() => this.yes(probability));
  }

  shuffled<T>(values: readonly T[]): readonly T[] {
    const left = [...values];
    return values.map(() => left.splice(Math.floor(this.unit() * left.length), 1)[0]!);
  }
}
