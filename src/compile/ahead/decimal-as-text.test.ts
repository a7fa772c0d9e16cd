/**
 * Numbers as a module prints them, against the library's decimals.
 * In: exact numbers. Out: a failing property shows the number.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toDecimal as libraryDecimal } from '../../values/decimal.ts';
import { ratio } from '../../values/exact.ts';
import { toDecimal } from './decimal-as-text.ts';

const whole = (digits: number) => fc.bigInt({ min: -(10n ** BigInt(digits)), max: 10n ** BigInt(digits) });

it.each([
  [0n, 1n, '0'],
  [4_250_000n, 1n, '4250000'],
  [-133n, 2n, '-66.5'],
  [1n, 1_000n, '0.001'],
  [200n, 3n, `66.${'6'.repeat(57)}7`],
  [10n ** 60n - 1n, 1n, '9'.repeat(60)],
  // A tie at the 61st digit goes to the even neighbour, and nines carry.
  [2n * 10n ** 60n + 5n, 1n, `2${'0'.repeat(60)}`],
  [10n ** 61n - 1n, 10n ** 61n, '1'],
])('prints %s / %s', (n, d, text) => {
  expect(toDecimal(ratio(n, d))).toBe(text);
});

it('prints what the library prints', () => {
  fc.assert(
    fc.property(
      whole(80),
      fc.oneof(
        whole(70),
        fc.nat(70).map((places) => 10n ** BigInt(places)),
      ),
      (n, d) => {
        fc.pre(d > 0n);
        const value = ratio(n, d);
        expect(toDecimal(value)).toBe(libraryDecimal(value).toJSON());
      },
    ),
    { numRuns: 2_000 },
  );
});
