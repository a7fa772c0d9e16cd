/**
 * "Did you mean".
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean, nearest } from './suggest.ts';

const KNOWN = ['percent', 'points', 'day', 'minute', 'month', 'otherwise', 'IDR'];

describe('the nearest name', () => {
  test.each([
    ['persent', 'percent'],
    ['precent', 'percent'],
    ['percnt', 'percent'],
    ['percentt', 'percent'],
    ['PERCENT', 'percent'],
    ['dya', 'day'],
    ['dy', 'day'],
    ['idr', 'IDR'],
    ['minuet', 'minute'],
    ['otherwize', 'otherwise'],
    ['mounth', 'month'],
    ['percentage', 'percent'],
  ])('to %s is %s', (name, found) => {
    expect(nearest(name, KNOWN)).toBe(found);
  });
  test.each(['', 'hour', 'xyz', 'wise', 'd'.repeat(10_000)])('to %j is none', (name) => {
    expect(nearest(name, KNOWN)).toBeUndefined();
  });
  test('to a known name is that name, and nothing is near where nothing is known', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1 }), fc.nat(), (names, at) => {
        const name = names[at % names.length]!;
        expect(nearest(name, names)).toBe(name);
        expect(nearest(name, [])).toBeUndefined();
      }),
    );
  });
  test('is found through one slip in a name of any length: a letter lost, added, changed or swapped', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,12}$/), fc.nat(), fc.constantFrom('lost', 'added', 'changed', 'swapped'), (name, where, slip) => {
        const at = where % (name.length - 1);
        const [head, tail] = [name.slice(0, at), name.slice(at)];
        const wrong = {
          lost: head + tail.slice(1),
          added: `${head}#${tail}`,
          changed: `${head}#${tail.slice(1)}`,
          swapped: head + tail[1]! + tail[0]! + tail.slice(2),
        }[slip];
        expect(nearest(wrong, [name])).toBe(name);
      }),
    );
  });
  test('is told in a sentence, or another sentence is', () => {
    expect([didYouMean('dya', KNOWN), didYouMean('xyz', KNOWN), didYouMean('xyz', KNOWN, 'Write a unit.')]).toEqual([
      'Did you mean "day"?',
      undefined,
      'Write a unit.',
    ]);
  });
});
