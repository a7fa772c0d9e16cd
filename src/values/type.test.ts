/**
 * Types: when two are the same, and what a message calls them.
 */
import { describe, expect, test } from 'vitest';
import { ONE } from './exact.ts';
import { BOOLEAN, CALENDAR, DATE, TEXT, type Type, enumType, listType, numberType, recordType, sameType, typeText } from './type.ts';
import { COUNT, PERCENT } from './unit.ts';

const TYPES: readonly (readonly [Type, string])[] = [
  [numberType(), 'a plain number'],
  [numberType(PERCENT), 'a number of percent'],
  [BOOLEAN, 'true or false'],
  [DATE, 'a date'],
  [TEXT, 'a text'],
  [CALENDAR, 'a calendar'],
  [enumType('predikat', ['baik']), 'one of predikat'],
  [enumType('kind', ['baik']), 'one of kind'],
  [recordType('day', []), 'a day record'],
  [recordType('predikat', []), 'a predikat record'],
  [listType(numberType(PERCENT)), 'a list of percent numbers'],
  [listType(recordType('day', [])), 'a list of day'],
  [listType(DATE), 'a list of date'],
  [listType(listType(DATE)), 'a list of list'],
];

describe('types', () => {
  test.each(TYPES)('%o is called %s', (type, text) => {
    expect(typeText(type)).toBe(text);
  });
  test('are the same by kind, unit and name, and never otherwise', () => {
    for (const [a] of TYPES) for (const [b] of TYPES) expect(sameType(a, b)).toBe(a === b);
  });
  test('are the same whatever their bounds, members and ways of counting', () => {
    expect(sameType(numberType(PERCENT, { min: ONE }), numberType(PERCENT))).toBe(true);
    expect(sameType(enumType('a', ['x']), enumType('a', ['y'], ['y']))).toBe(true);
    expect(sameType(listType(DATE, { each: PERCENT, maxItems: 3 }), listType(DATE, { each: COUNT }))).toBe(true);
  });
  test('cannot be changed, nor through the list that made them', () => {
    const members = ['a', 'b'];
    const type = enumType('x', members, members);
    members.push('c');
    expect([type.members, type.order]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect([type, type.members, type.order, numberType(), listType(DATE), recordType('r', [])].every(Object.isFrozen)).toBe(true);
  });
});
