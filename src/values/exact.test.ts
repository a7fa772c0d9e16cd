/**
 * Exact numbers: what comes in, what goes out, and that nothing is lost between.
 */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { describe, expect, test } from 'vitest';
import {
  type Exact,
  HUNDRED,
  NumberRefused,
  ONE,
  ZERO,
  absolute,
  add,
  compare,
  decimalPlaces,
  denominator,
  divide,
  equals,
  floorInteger,
  fromCanonicalText,
  fromDecimalText,
  fromNumber,
  isExact,
  isInteger,
  isMultiple,
  isNegative,
  isZero,
  maximum,
  minimum,
  multiply,
  negate,
  numerator,
  ratio,
  subtract,
  toApproximateText,
  toText,
} from './exact.ts';

/** Ratios of small and of huge numbers. */
const integer = fc.oneof(fc.bigInt({ min: -50n, max: 50n }), fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n }));
const exact = fc.tuple(integer, fc.oneof(fc.bigInt({ min: 1n, max: 60n }), fc.bigInt({ min: 1n, max: 10n ** 40n }))).map(([n, d]) => ratio(n, d));
const decimalText = fc
  .tuple(fc.boolean(), fc.stringMatching(/^\d{1,15}$/), fc.option(fc.stringMatching(/^\d{1,12}$/), { nil: undefined }))
  .map(([minus, whole, rest]) => `${minus ? '-' : ''}${whole}${rest === undefined ? '' : `.${rest}`}`);

const refusal = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof NumberRefused) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'taken';
};
const noDecimal = (text: string): string =>
  `number/text: "${text}" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals.`;

describe('decimal text', () => {
  test.each([
    '1,5',
    '1e3',
    '1e400',
    '1e-20',
    '1/2',
    '1:2',
    '1 1/2',
    ' 1',
    '1 ',
    '+1',
    '.5',
    '5.',
    '',
    '-',
    '--1',
    'null',
    'NaN',
    'Infinity',
    '0x10',
    '1_000',
    '1\n',
    '\u0661',
    '1.(3)',
    "0.'3'",
    '1234567890123456',
    '0.1234567890123',
  ])('%j is refused', (text) => {
    expect(refusal(() => fromDecimalText(text))).toBe(noDecimal(text));
  });
  test('that is long is cut in the message', () => {
    expect(refusal(() => fromDecimalText('9'.repeat(5_000)))).toBe(noDecimal(`${'9'.repeat(40)}\u2026`));
  });
  test.each([
    ['-0', '0'],
    ['-0.0', '0'],
    ['007', '7'],
    ['-0.5', '-0.5'],
    ['1.50', '1.5'],
    ['0.000000000001', '0.000000000001'],
    ['999999999999999.999999999999', '999999999999999.999999999999'],
  ])('%s is read as %s', (text, read) => {
    expect(toText(fromDecimalText(text))).toBe(read);
  });
  test('means what decimal.js reads in it', () => {
    fc.assert(
      fc.property(decimalText, (text) => {
        expect(toText(fromDecimalText(text))).toBe(new Decimal(text).abs().isZero() ? '0' : new Decimal(text).toFixed());
      }),
    );
  });
});

describe('canonical text', () => {
  test('is read back as the same number, for any number', () => {
    fc.assert(
      fc.property(exact, (a) => {
        expect(equals(fromCanonicalText(toText(a)), a)).toBe(true);
      }),
    );
  });
  test('of a number with many decimals is read back too', () => {
    const tiny = ratio(1n, 2n ** 60n);
    expect(toText(tiny)).toMatch(/^0\.\d{60}$/);
    expect(equals(fromCanonicalText(toText(tiny)), tiny)).toBe(true);
  });
  test('is a decimal when there is a finite one, a ratio in lowest terms otherwise', () => {
    expect([ratio(200n, 3n), ratio(133n, 2n), ratio(-4n, 6n), ratio(5n), ratio(-0n), ratio(3n, -6n), ratio(1n, 1024n)].map(toText)).toEqual([
      '200/3',
      '66.5',
      '-2/3',
      '5',
      '0',
      '-0.5',
      '0.0009765625',
    ]);
  });
  test.each(['1:2', '1 1/2', '1/-2', '/2', '1/', '1e3', '1,5', '', 'null', '1/2/3', '1.5/2', '0x1'])('%j is refused', (text) => {
    expect(refusal(() => fromCanonicalText(text))).toBe(`number/text: "${text}" is neither a decimal number nor a ratio such as 200/3.`);
  });
  test('that divides by zero is refused', () => {
    expect(refusal(() => fromCanonicalText('1/0'))).toBe('number/text: "1/0" divides by zero.');
    expect(() => ratio(1n, 0n)).toThrow(new RangeError('The denominator of a ratio is zero.'));
  });
});

describe('a JavaScript number', () => {
  test.each<readonly [number, string | undefined, string]>([
    [Number.NaN, undefined, 'number/not-finite: NaN is not a finite number.'],
    [1e400, undefined, 'number/not-finite: Infinity is not a finite number.'],
    [-Infinity, '1', 'number/not-finite: -Infinity is not a finite number.'],
    [2 ** 53, undefined, 'number/unsafe-integer: 9007199254740992 is too large to be exact as a JavaScript number: give it as text.'],
    [1e21, undefined, 'number/unsafe-integer: 1e+21 is too large to be exact as a JavaScript number: give it as text.'],
    [0.1 + 0.2, undefined, 'number/binary: 0.30000000000000004 looks like the result of binary arithmetic: give the number as text.'],
    [
      0.1 + 0.2,
      '0.1',
      'number/binary: 0.30000000000000004 is not a multiple of 0.1: it looks like the result of binary arithmetic. Round it, or give the number as text.',
    ],
    [1e-20, undefined, 'number/binary: 0.00000000000000000001 looks like the result of binary arithmetic: give the number as text.'],
    [1e-7, undefined, 'number/binary: 0.0000001 looks like the result of binary arithmetic: give the number as text.'],
    [0.25, '0.1', 'number/binary: 0.25 is not a multiple of 0.1: it looks like the result of binary arithmetic. Round it, or give the number as text.'],
  ])('%d with the step %s is refused', (value, step, message) => {
    expect(refusal(() => fromNumber(value, step === undefined ? undefined : fromDecimalText(step)))).toBe(message);
  });
  test.each<readonly [number, string | undefined, string]>([
    [85.5, undefined, '85.5'],
    [-0, undefined, '0'],
    [Number.MAX_SAFE_INTEGER, undefined, '9007199254740991'],
    [-1.000001, undefined, '-1.000001'],
    [0.3, '0.1', '0.3'],
    [1e-7, '0.0000001', '0.0000001'],
    [-2.5e-8, '0.000000005', '-0.000000025'],
  ])('%d with the step %s is read as %s', (value, step, read) => {
    expect(toText(fromNumber(value, step === undefined ? undefined : fromDecimalText(step)))).toBe(read);
  });
  test('with a short decimal text is that decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }), (digits, places) => {
        const text = new Decimal(digits).div(new Decimal(10).pow(places)).toFixed();
        expect(toText(fromNumber(Number(text)))).toBe(text === '-0' ? '0' : text);
      }),
    );
  });
});

describe('arithmetic', () => {
  /** The definition, on pairs of BigInt, without reducing. */
  const same = (a: Exact, n: bigint, d: bigint): boolean => numerator(a) * d === n * denominator(a);
  test('is that of ratios, however large', () => {
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        const [n, d, m, e] = [numerator(a), denominator(a), numerator(b), denominator(b)];
        expect(same(add(a, b), n * e + m * d, d * e)).toBe(true);
        expect(same(subtract(a, b), n * e - m * d, d * e)).toBe(true);
        expect(same(multiply(a, b), n * m, d * e)).toBe(true);
        if (m !== 0n) expect(same(divide(a, b), n * e, d * m)).toBe(true);
        expect(same(negate(a), -n, d)).toBe(true);
        expect(same(absolute(a), n < 0n ? -n : n, d)).toBe(true);
      }),
    );
  });
  test('keeps numbers in lowest terms, with a denominator above zero and one zero', () => {
    const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        for (const c of [add(a, b), subtract(a, b), multiply(a, b), negate(a), ...(isZero(b) ? [] : [divide(a, b)])]) {
          expect(denominator(c) > 0n).toBe(true);
          expect(gcd(absolute(c).n, denominator(c))).toBe(1n);
          expect(isZero(c)).toBe(toText(c) === '0');
        }
        expect(equals(subtract(a, a), ZERO) && toText(negate(ZERO)) === '0' && !isNegative(negate(ZERO))).toBe(true);
      }),
    );
  });
  test('undoes itself', () => {
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        expect(equals(subtract(add(a, b), b), a)).toBe(true);
        if (!isZero(b)) expect(equals(multiply(divide(a, b), b), a)).toBe(true);
      }),
    );
  });
  test('keeps 70 at 70 where three renormalised sources all say 70', () => {
    const weight = fromDecimalText('0.2');
    const all = add(add(weight, weight), weight);
    const score = [1, 2, 3].map(() => multiply(divide(weight, all), fromDecimalText('70'))).reduce(add);
    expect(toText(score)).toBe('70');
  });
  test('leaves its operands as they were', () => {
    const a = ratio(7n, 3n);
    [add, subtract, multiply, divide, minimum, maximum].forEach((operation) => operation(a, HUNDRED));
    expect([toText(a), toText(ONE), toText(HUNDRED), toText(ZERO)]).toEqual(['7/3', '1', '100', '0']);
  });
  test('has no answer for a division by zero', () => {
    expect(() => divide(ONE, ZERO)).toThrow('Division by Zero');
    expect(() => isMultiple(ONE, ZERO)).toThrow('Division by Zero');
  });
});

describe('the four operations', () => {
  const parts = ({ s, n, d }: Pick<Exact, 's' | 'n' | 'd'>): bigint[] => [s, n, d];
  /** Also numbers of one denominator, and one of them zero. */
  const pair = fc.oneof(
    fc.tuple(exact, exact),
    fc.tuple(integer, integer, fc.bigInt({ min: 1n, max: 60n })).map(([n, m, d]) => [ratio(n, d), ratio(m, d)] as [Exact, Exact]),
    exact.map((a) => [a, ZERO] as [Exact, Exact]),
  );
  test('give what fraction.js gives, to the sign, the numerator and the denominator', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const [p, q] = [new Fraction(numerator(a), denominator(a)), new Fraction(numerator(b), denominator(b))];
        expect(parts(a)).toEqual(parts(p));
        expect(parts(add(a, b))).toEqual(parts(p.add(q)));
        expect(parts(subtract(a, b))).toEqual(parts(p.sub(q)));
        expect(parts(multiply(a, b))).toEqual(parts(p.mul(q)));
        if (!isZero(b)) expect(parts(divide(a, b))).toEqual(parts(p.div(q)));
        expect(parts(negate(a))).toEqual(parts(p.neg()));
        expect(parts(absolute(a))).toEqual(parts(p.abs()));
        expect(compare(a, b)).toBe(p.compare(q));
        expect(equals(a, b)).toBe(p.equals(q));
      }),
    );
  });
  test('are there as methods too', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect([a.add(b), a.sub(b), a.mul(b), a.neg(), a.abs()]).toEqual([add(a, b), subtract(a, b), multiply(a, b), negate(a), absolute(a)]);
        if (!isZero(b)) expect(a.div(b)).toEqual(divide(a, b));
        expect([a.compare(b), a.equals(b), a.valueOf()]).toEqual([compare(a, b), equals(a, b), Number(a.s * a.n) / Number(a.d)]);
        expect([a.toFraction(), String(a), JSON.stringify([a])]).toEqual([
          new Fraction(numerator(a), denominator(a)).toFraction(),
          toText(a),
          `["${toText(a)}"]`,
        ]);
      }),
    );
  });
  test('have one form for each value: two safe numbers, else two BigInts', () => {
    const isSafe = (part: bigint): boolean => part <= BigInt(Number.MAX_SAFE_INTEGER) && part >= -BigInt(Number.MAX_SAFE_INTEGER);
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const results = [a, b, add(a, b), subtract(a, b), multiply(a, b), negate(a), absolute(a), ...(isZero(b) ? [] : [divide(a, b)])];
        for (const { top, bottom } of results) {
          const form = isSafe(BigInt(top)) && isSafe(BigInt(bottom)) ? 'number' : 'bigint';
          expect([typeof top, typeof bottom, Object.is(top, -0)]).toEqual([form, form, false]);
        }
      }),
    );
  });
  test('give ratios of BigInts, worked out by the rules of school, on both sides of 2^53', () => {
    const edge = fc.tuple(fc.constantFrom(26n, 27n, 31n, 32n, 52n, 53n, 54n), fc.bigInt({ min: -3n, max: 3n })).map(([power, by]) => 2n ** power + by);
    const near = fc.tuple(edge, edge, fc.boolean()).map(([n, d, minus]) => ratio(minus ? -n : n, d));
    const school = (n: bigint, d: bigint): string => {
      const [over, under] = d < 0n ? [-n, -d] : [n, d];
      let [common, rest] = [under, over < 0n ? -over : over];
      while (rest !== 0n) [common, rest] = [rest, common % rest];
      return `${over / common}/${under / common}`;
    };
    const written = (a: Exact): string => `${numerator(a)}/${denominator(a)}`;
    fc.assert(
      fc.property(near, near, (a, b) => {
        const [n, d, m, e] = [numerator(a), denominator(a), numerator(b), denominator(b)];
        expect([add(a, b), subtract(a, b), multiply(a, b), divide(a, b)].map(written)).toEqual([
          school(n * e + m * d, d * e),
          school(n * e - m * d, d * e),
          school(n * m, d * e),
          school(n * e, d * m),
        ]);
        expect(compare(a, b)).toBe(n * e < m * d ? -1 : n * e > m * d ? 1 : 0);
        expect(isMultiple(a, b)).toBe((n * e) % (d * m) === 0n);
      }),
      { numRuns: 2_000 },
    );
  });
  test('take a ratio with a denominator below zero', () => {
    expect([toText(ratio(6n, -4n)), toText(ratio(-6n, -4n)), toText(ratio(0n, -4n))]).toEqual(['-1.5', '1.5', '0']);
  });
});

describe('order', () => {
  test('is that of cross products, is total, and agrees with equality', () => {
    fc.assert(
      fc.property(exact, exact, (a, b) => {
        const sign = numerator(a) * denominator(b) - numerator(b) * denominator(a);
        expect(compare(a, b)).toBe(sign < 0n ? -1 : sign > 0n ? 1 : 0);
        expect(compare(b, a) + compare(a, b)).toBe(0);
        expect(equals(a, b)).toBe(compare(a, b) === 0);
        expect(equals(minimum(a, b), compare(a, b) <= 0 ? a : b)).toBe(true);
        expect(equals(maximum(a, b), compare(a, b) >= 0 ? a : b)).toBe(true);
        expect(isNegative(a)).toBe(compare(a, ZERO) < 0);
      }),
    );
  });
  test('tells numbers apart that no float can', () => {
    const [a, b] = [ratio(10n ** 30n + 1n, 10n ** 30n), ratio(10n ** 30n + 2n, 10n ** 30n)];
    expect([compare(a, b), compare(a, a), Number(a.n) / Number(a.d) === Number(b.n) / Number(b.d)]).toEqual([-1, 0, true]);
  });
});

describe('looking at a number', () => {
  test('the floor is the greatest integer that is not above', () => {
    fc.assert(
      fc.property(exact, (a) => {
        const floor = ratio(floorInteger(a));
        expect(compare(floor, a) <= 0 && compare(add(floor, ONE), a) > 0).toBe(true);
        expect(isInteger(a)).toBe(equals(floor, a));
      }),
    );
  });
  test('a multiple is a whole number of steps', () => {
    fc.assert(
      fc.property(
        exact,
        exact.filter((step) => !isZero(step)),
        fc.bigInt({ min: -1000n, max: 1000n }),
        (a, step, times) => {
          expect(isMultiple(multiply(step, ratio(times)), step)).toBe(true);
          expect(isMultiple(a, step)).toBe(isInteger(divide(a, step)));
        },
      ),
    );
  });
  test('the decimal places are the fewest that hold it, or none', () => {
    const Wide = Decimal.clone({ precision: 60 });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(20), (digits, places) => {
        expect(decimalPlaces(ratio(digits, 10n ** BigInt(places)))).toBe(new Wide(digits.toString()).div(`1e${places}`).decimalPlaces());
      }),
    );
    expect(decimalPlaces(ratio(1n, 3n))).toBeUndefined();
    expect(decimalPlaces(ratio(1n, 70n))).toBeUndefined();
  });
  test('the approximate text is cut towards zero', () => {
    expect([
      toApproximateText(ratio(200n, 3n), 4),
      toApproximateText(ratio(-200n, 3n), 2),
      toApproximateText(ratio(-1n, 1000n), 2),
      toApproximateText(ratio(5n), 0),
      toApproximateText(ratio(-5n, 2n), 0),
    ]).toEqual(['66.6666', '-66.66', '0.00', '5', '-2']);
  });
  test('only an exact number is one', () => {
    expect([ONE, 1, 1n, '1', { top: 1, bottom: 1 }, null].map(isExact)).toEqual([true, false, false, false, false, false]);
  });
});
