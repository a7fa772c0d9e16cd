/**
 * Values of a type as plain JSON, aimed at edges and ties.
 * In: a {@link Type}, the {@link Edges} of a plan, chance. Out: what a caller would write: text, numbers, lists, mappings.
 * Numbers drawn before are drawn again now and then, so that two facts are equal more often than by luck.
 */
import { CalendarDate } from '../../values/calendar-date.ts';
import { type Exact, ZERO, add, compare, decimalPlaces, divide, floorInteger, fromDecimalText, multiply, ratio, subtract, toText } from '../../values/exact.ts';
import type { NumberType, Type } from '../../values/type.ts';
import type { Period } from '../../values/period.ts';
import type { Chance } from './chance.fixture.ts';
import type { Edges } from './edges.fixture.ts';

const WIDEST = fromDecimalText('999999999999999');
const NARROWEST = multiply(WIDEST, ratio(-1n));
const FINEST = fromDecimalText('0.000000000001');
const FIRST_DAY = CalendarDate.of(1900, 1, 1)!.epochDay;
const LAST_DAY = CalendarDate.of(2200, 12, 31)!.epochDay;
const LENGTHS = [
  [3, 0],
  [4, 1],
  [4, 2],
  [6, 3],
  [3, 5],
  [1, 12],
] as const;

export class RandomValues {
  private recent: { readonly unit: string; readonly value: Exact }[] = [];
  /** How many optional facts are left out; drawn anew for each record. */
  private absent = 0.1;
  /** Whether nothing is said to be none, no list is empty, and no field of a record is absent. */
  private isCalm = true;

  constructor(
    private readonly edges: Edges,
    private readonly chance: Chance,
    private readonly periods: readonly Period[],
  ) {}

  /** Forgets what was drawn: a new record begins. */
  begin(): void {
    this.recent = [];
    this.isCalm = this.chance.yes(0.65);
    this.absent = this.chance.weighted([
      [8, 0],
      [5, 0.1],
      [2, 0.5],
    ]);
  }

  /** Whether a fact is said to be none. */
  saysNone(): boolean {
    return !this.isCalm && this.chance.yes(0.06);
  }

  leavesOut(): boolean {
    return this.chance.yes(this.absent);
  }

  /** A value of the type, as data. */
  of(type: Type): unknown {
    switch (type.kind) {
      case 'number':
        return this.number(type);
      case 'boolean':
        return this.chance.yes();
      case 'enum':
        return this.chance.one(type.members);
      case 'text':
        return this.text();
      case 'date':
        return this.date();
      case 'list':
        return Array.from({ length: this.length(type.maxItems) }, () => this.of(type.of));
      case 'record':
        return Object.fromEntries([...type.fields].filter(() => this.isCalm || !this.chance.yes(0.08)).map(([name, field]) => [name, this.of(field)]));
      case 'calendar':
        throw new TypeError('A calendar is never written as a value.');
    }
  }

  length(most = 12): number {
    return Math.min(Math.max(this.chance.weighted(LENGTHS), this.isCalm ? 1 : 0), most);
  }

  text(): string {
    return this.chance.one([...this.edges.texts, 'a', 'b', '10', '9', 'constructor', '__proto__', 'x y']);
  }

  date(): string {
    const { chance } = this;
    const near = [...this.edges.dates, ...this.periods.flatMap(({ from, to }) => [from.epochDay, to.epochDay])];
    const day = chance.weighted<() => number>([
      [6, () => chance.one(near) + chance.whole(-1, 1)],
      [4, () => chance.one(near) + chance.whole(-800, 800)],
      [1, () => CalendarDate.parse(chance.one(['2024-02-29', '2023-02-28', '2024-01-31', '2023-12-31', '2024-03-31']))!.epochDay],
      [0.3, () => chance.one([FIRST_DAY, LAST_DAY, FIRST_DAY + 1, LAST_DAY - 1])],
    ])();
    return CalendarDate.fromEpochDay(Math.min(LAST_DAY, Math.max(FIRST_DAY, day))).toString();
  }

  /** A number as text or, where that is exact, as a JavaScript number. */
  number(type: NumberType): string | number {
    const value = this.exact(type);
    this.recent.push({ unit: type.unit.text, value });
    const text = toText(value);
    const plain = Number(text);
    const short = Number.isSafeInteger(plain) ? String(plain) === text : text.length <= 12 && /^-?\d+\.\d{1,5}$/.test(text) && String(plain) === text;
    return short && this.chance.yes() ? plain : text;
  }

  private exact(type: NumberType): Exact {
    const { chance, edges } = this;
    const low = type.min ?? NARROWEST;
    const high = type.max ?? WIDEST;
    const step = type.step ?? chance.one([ratio(1n), ratio(1n, 100n), ratio(1n, 2n), FINEST]);
    const constants = edges.of(type.unit.text);
    const again = this.recent.filter(({ unit }) => unit === type.unit.text);
    const drawn = chance.weighted<() => Exact>([
      [4, () => this.rounded(low, high)],
      [3, () => ratio(chance.big(floorInteger(divide(low, step)), floorInteger(divide(high, step))))],
      [constants.length > 0 ? 5 : 0, () => add(chance.one(constants), multiply(ratio(BigInt(chance.one([0, 0, 1, -1]))), step))],
      [again.length > 0 ? 2 : 0, () => chance.one(again).value],
      [1, () => chance.one([low, high, add(low, step), subtract(high, step)])],
      [1, () => chance.one([ZERO, step, multiply(step, ratio(-1n)), ratio(1n)])],
    ]);
    const uniform = drawn === undefined ? ZERO : drawn();
    return snapped(uniform, low, high, step);
  }

  /** What people write: 70, 85.5, 1.250.000. */
  private rounded(low: Exact, high: Exact): Exact {
    const { chance } = this;
    const scale =
      10n **
      BigInt(
        chance.weighted([
          [5, 0],
          [3, 1],
          [2, 2],
          [1, 5],
          [1, 6],
          [0.5, 9],
          [0.5, 14],
        ] as const),
      );
    const value = ratio(BigInt(chance.whole(0, 120)) * scale * (chance.yes(0.2) ? -1n : 1n), BigInt(chance.one([1, 1, 1, 2, 4, 10])));
    return compare(value, low) < 0 || compare(value, high) > 0 ? multiply(value, ratio(-1n)) : value;
  }
}

/** The nearest number below that a reader of this type takes: within bounds, on the step, of at most 15 and 12 digits. */
function snapped(value: Exact, low: Exact, high: Exact, step: Exact): Exact {
  const inside = compare(value, low) < 0 ? low : compare(value, high) > 0 ? high : value;
  const on = multiply(ratio(floorInteger(divide(inside, step))), step);
  const within = compare(on, low) < 0 ? add(on, step) : on;
  return decimalPlaces(within) === undefined || decimalPlaces(within)! > 12 ? ZERO : within;
}
