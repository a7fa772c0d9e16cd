/**
 * Units: reading, writing and their algebra.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BASE_UNITS, PERCENT, RATIO, type Unit, divideUnits, isPercent, isRatio, multiplyUnits, parseUnit, sameUnit } from './unit.ts';

const base = fc.constantFrom(...BASE_UNITS).map((name) => parseUnit(name)!);
const unit = fc
  .array(fc.tuple(base, fc.boolean()), { maxLength: 5 })
  .map((parts) => parts.reduce((product, [part, over]) => (over ? multiplyUnits(product, part) : divideUnits(product, part)), RATIO));
const same = (a: Unit, b: Unit): void => {
  expect(a).toEqual(b);
};

describe('unit text', () => {
  test.each([
    ['IDR', 'IDR'],
    ['ratio', 'ratio'],
    ['IDR/month', 'IDR/month'],
    ['points*day', 'points*day'],
    ['day*points', 'points*day'],
    [' IDR / month ', 'IDR/month'],
    ['IDR/day*day', 'IDR'],
    ['percent/percent', 'ratio'],
    ['ratio/month', 'ratio/month'],
    ['IDR*ratio', 'IDR'],
    ['IDR/month/person', 'IDR/month/person'],
    ['day*day', 'day*day'],
  ])('%j is %s', (text, read) => {
    expect(parseUnit(text)?.text).toBe(read);
  });
  test.each(['', 'rupiah', 'idr', 'IDR/', '/month', '*', 'IDR**day', 'IDR month', 'constructor', '__proto__', 'toString', 'IDR/constructor', 'IDR^2', '2*IDR'])(
    '%j is no unit',
    (text) => {
      expect(parseUnit(text)).toBeUndefined();
    },
  );
  test('is read back as the same unit', () => {
    fc.assert(fc.property(unit, (a) => same(parseUnit(a.text)!, a)));
  });
  test('is the same exactly when the powers are', () => {
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        const powers = ({ powers: of }: Unit): string => BASE_UNITS.map((name) => of[name] ?? 0).join();
        expect(sameUnit(a, b)).toBe(powers(a) === powers(b));
      }),
    );
  });
});

describe('units', () => {
  test('multiply in any order and any grouping', () => {
    fc.assert(
      fc.property(unit, unit, unit, (a, b, c) => {
        same(multiplyUnits(a, b), multiplyUnits(b, a));
        same(multiplyUnits(multiplyUnits(a, b), c), multiplyUnits(a, multiplyUnits(b, c)));
      }),
    );
  });
  test('divide as the inverse of multiplying, and ratio changes nothing', () => {
    fc.assert(
      fc.property(unit, unit, (a, b) => {
        same(divideUnits(multiplyUnits(a, b), b), a);
        same(multiplyUnits(divideUnits(a, b), b), a);
        same(divideUnits(a, a), RATIO);
        same(divideUnits(RATIO, divideUnits(RATIO, a)), a);
        same(multiplyUnits(a, RATIO), a);
      }),
    );
  });
  test('keep percent apart from ratio', () => {
    expect([
      isPercent(PERCENT),
      isRatio(PERCENT),
      isPercent(RATIO),
      isRatio(RATIO),
      isPercent(multiplyUnits(PERCENT, PERCENT)),
      sameUnit(PERCENT, RATIO),
    ]).toEqual([true, false, false, true, false, false]);
  });
  test('cannot be changed', () => {
    fc.assert(fc.property(unit, (a) => Object.isFrozen(a) && Object.isFrozen(a.powers)));
  });
});
