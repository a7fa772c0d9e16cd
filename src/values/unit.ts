/**
 * Units of measurement and their algebra: `IDR`, `percent`, `IDR/month`, `points*day`.
 * In: unit text. Out: {@link Unit}s that multiply, divide and compare.
 * `ratio` is the number without a unit; percent is apart from it, and the literal 100 in a product is 100 percent.
 */

/** The base units that the language knows. `measure` is an indicator's own unit, which only another `measure` can divide. */
export const BASE_UNITS = [
  'IDR',
  'percent',
  'points',
  'credit',
  'day',
  'minute',
  'hour',
  'week',
  'month',
  'year',
  'count',
  'person',
  'kg',
  'index',
  'measure',
] as const;
export type BaseUnit = (typeof BASE_UNITS)[number];

/** Exponents of base units; the empty record is `ratio`. */
export interface Unit {
  readonly text: string;
  readonly powers: Readonly<Partial<Record<BaseUnit, number>>>;
}

const isBase = (name: string): name is BaseUnit => (BASE_UNITS as readonly string[]).includes(name);

function make(powers: Partial<Record<BaseUnit, number>>): Unit {
  const over: string[] = [];
  const under: string[] = [];
  const kept: Partial<Record<BaseUnit, number>> = {};
  for (const base of BASE_UNITS) {
    const power = powers[base] ?? 0;
    if (power === 0) continue;
    kept[base] = power;
    (power > 0 ? over : under).push(...Array.from({ length: Math.abs(power) }, () => base));
  }
  const text = (over.join('*') || 'ratio') + under.map((base) => `/${base}`).join('');
  return Object.freeze({ text, powers: Object.freeze(kept) });
}

export const RATIO: Unit = make({});
export const PERCENT: Unit = make({ percent: 1 });
export const COUNT: Unit = make({ count: 1 });
export const DAY: Unit = make({ day: 1 });
export const MONTH: Unit = make({ month: 1 });
export const YEAR: Unit = make({ year: 1 });

/** Reads `IDR`, `ratio`, `IDR/month`, `points*day`; undefined when a name in it is no unit. */
export function parseUnit(text: string): Unit | undefined {
  const powers: Partial<Record<BaseUnit, number>> = {};
  const tokens = text.split(/([*/])/).map((token) => token.trim());
  for (let index = 0; index < tokens.length; index += 2) {
    const name = tokens[index]!;
    if (name === 'ratio') continue;
    if (!isBase(name)) return undefined;
    powers[name] = (powers[name] ?? 0) + (tokens[index - 1] === '/' ? -1 : 1);
  }
  return make(powers);
}

export const multiplyUnits = (a: Unit, b: Unit): Unit => combine(a, b, 1);
export const divideUnits = (a: Unit, b: Unit): Unit => combine(a, b, -1);
export const sameUnit = (a: Unit, b: Unit): boolean => a.text === b.text;
export const isPercent = (unit: Unit): boolean => unit.text === 'percent';
export const isRatio = (unit: Unit): boolean => unit.text === 'ratio';

function combine(a: Unit, b: Unit, sign: 1 | -1): Unit {
  const powers: Partial<Record<BaseUnit, number>> = { ...a.powers };
  for (const base of BASE_UNITS) {
    const power = b.powers[base];
    if (power) powers[base] = (powers[base] ?? 0) + sign * power;
  }
  return make(powers);
}
