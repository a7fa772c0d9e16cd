/**
 * Canonical JSON: one text for one value, and no text for what is no JSON.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from './calendar-date.ts';
import { canonicalJson } from './canonical.ts';
import { ONE } from './exact.ts';

const key = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('__proto__', 'constructor', 'a', 'B', '\u20ac', '\ud83d\ude00', '\ufb33', '1', '10', '2'),
);
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
}));

/** The same value with the members of its objects in another order. */
function shuffled(of: unknown): unknown {
  if (Array.isArray(of)) return of.map(shuffled);
  if (typeof of !== 'object' || of === null) return of;
  return Object.fromEntries(
    Object.entries(of)
      .reverse()
      .map(([name, member]) => [name, shuffled(member)]),
  );
}

const NOT_PLAIN = 'an object that is not plain data';

describe('canonical JSON', () => {
  test('is JSON of the same value', () => {
    fc.assert(
      fc.property(value, (json) => {
        expect(JSON.parse(canonicalJson(json))).toEqual(JSON.parse(JSON.stringify(json)));
      }),
    );
  });
  test('does not depend on the order of members', () => {
    fc.assert(
      fc.property(value, (json) => {
        expect(canonicalJson(shuffled(json))).toBe(canonicalJson(json));
      }),
    );
  });
  test('tells different values apart', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(canonicalJson(a) === canonicalJson(b)).toBe(fc.stringify(JSON.parse(canonicalJson(a))) === fc.stringify(JSON.parse(canonicalJson(b))));
      }),
    );
  });
  test('sorts members by UTF-16 units, as RFC 8785 shows', () => {
    const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const written = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
    expect(written).toBe('{"\\r":0,"1":0,"\u0080":0,"\u00f6":0,"\u20ac":0,"\ud83d\ude00":0,"\ufb33":0}');
  });
  test.each<readonly [unknown, string]>([
    [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
    [-0, '0'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    ['"\\\u0007/\u20ac', '"\\"\\\\\\u0007/\u20ac"'],
    [JSON.parse('{"__proto__":{"b":1},"a":2}'), '{"__proto__":{"b":1},"a":2}'],
    [Object.create(null), '{}'],
    [[], '[]'],
    [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  ])('%j is written %s', (json, text) => {
    expect(canonicalJson(json)).toBe(text);
  });
  test.each<readonly [string, unknown, string]>([
    ['half a number', 0.5, 'the number 0.5'],
    ['NaN', Number.NaN, 'the number NaN'],
    ['Infinity', Infinity, 'the number Infinity'],
    ['an unsafe integer', 2 ** 53, 'the number 9007199254740992'],
    ['a BigInt', 1n, 'a value of type bigint'],
    ['undefined', undefined, 'a value of type undefined'],
    ['undefined in a list', [undefined], 'a value of type undefined'],
    ['a hole in a list', Array(2), 'a value of type undefined'],
    ['a function', canonicalJson, 'a value of type function'],
    ['a symbol', Symbol('x'), 'a value of type symbol'],
    ['a Map', new Map([['a', 1]]), NOT_PLAIN],
    ['a Set', { a: new Set([1]) }, NOT_PLAIN],
    ['a Date', new Date(0), NOT_PLAIN],
    ['a day', [CalendarDate.of(2024, 1, 1)], NOT_PLAIN],
    ['an exact number', ONE, NOT_PLAIN],
    ['half a surrogate pair', 'a\ud800', 'a text with half a surrogate pair'],
    ['half a surrogate pair in a name', { '\udc00': 1 }, 'a text with half a surrogate pair'],
  ])('has no form for %s', (_, json, what) => {
    expect(() => canonicalJson(json)).toThrow(new TypeError(`Canonical JSON has no form for ${what}.`));
  });
});
