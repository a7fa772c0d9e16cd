/**
 * Written types: what each means, and the whole sentence for each that means nothing.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromDecimalText, toText } from './exact.ts';
import { type Type, enumType, numberType, recordType, sameType, typeText } from './type.ts';
import { isFinding, readType } from './type-expression.ts';
import { RATIO, parseUnit } from './unit.ts';

const NAMED = new Map<string, Type>([
  ['predikat', enumType('predikat', ['baik', 'kurang'])],
  ['dayRecord', recordType('dayRecord', [['minutes', numberType(parseUnit('minute'))]])],
  ['score', numberType(parseUnit('points'), { min: fromDecimalText('0'), max: fromDecimalText('100'), step: fromDecimalText('0.5') })],
]);

/** A type in one line, bounds and all. */
function describeType(written: unknown): string {
  const type = readType(written, NAMED);
  if (isFinding(type)) return `${type.message}${type.mend === undefined ? '' : ` | ${type.mend}`}`;
  const bounds = type.kind === 'number' ? (['min', 'max', 'step'] as const).flatMap((name) => (type[name] ? [`${name} ${toText(type[name])}`] : [])) : [];
  const list =
    type.kind === 'list'
      ? [`each ${type.each.text}`, ...(type.maxItems === undefined ? [] : [`at most ${type.maxItems}`]), ...(type.key === undefined ? [] : [`by ${type.key}`])]
      : [];
  return [typeText(type), ...bounds, ...list].join(', ');
}

const PARTS = 'A type is a word such as "percent", or an object with unit, min, max and step.';
const NEEDS = 'A type needs a unit (such as "IDR") or the name of a type.';
const MAX_ITEMS = 'The "maxItems" of a list is a whole number above zero.';
const BOUND = 'A min, max or step is a number, or a number as text.';
const own = (text: string): unknown => JSON.parse(text);

describe('a written type', () => {
  test.each<readonly [unknown, string]>([
    ['number', 'a plain number'],
    ['integer', 'a number of count, step 1'],
    ['boolean', 'true or false'],
    ['date', 'a date'],
    ['text', 'a text'],
    ['calendar', 'a calendar'],
    ['percent', 'a number of percent'],
    ['IDR/month', 'a number of IDR/month'],
    ['predikat', 'one of predikat'],
    ['dayRecord', 'a dayRecord record'],
    ['score', 'a number of points, min 0, max 100, step 0.5'],
    [{ unit: 'day', step: 1, min: 0, max: 366 }, 'a number of day, min 0, max 366, step 1'],
    [{ unit: 'percent', min: '-0.5', max: '100.25' }, 'a number of percent, min -0.5, max 100.25'],
    [{ type: 'integer', max: 9 }, 'a number of count, max 9, step 1'],
    [{ type: 'integer', unit: 'day' }, 'a number of day, step 1'],
    [{ type: 'number', unit: 'day' }, 'a number of day'],
    [{ type: 'integer', unit: 'day', step: 2 }, 'a number of day, step 2'],
    [{ type: 'score', max: 50 }, 'a number of points, min 0, max 50, step 0.5'],
    [{ type: 'predikat' }, 'one of predikat'],
    [{ type: 'predikat', min: undefined }, 'one of predikat'],
    [{ list: 'dayRecord' }, 'a list of dayRecord, each count'],
    [{ list: 'dayRecord', each: 'day', maxItems: 31, key: 'date' }, 'a list of dayRecord, each day, at most 31, by date'],
    [{ list: 'IDR', maxItems: '12' }, 'a list of IDR numbers, each count, at most 12'],
    [{ list: { unit: 'points', max: 5 } }, 'a list of points numbers, each count'],
    [{ list: { list: 'predikat' } }, 'a list of list, each count'],
  ])('%j is %s', (written, means) => {
    expect(describeType(written)).toBe(means);
  });

  test.each<readonly [unknown, string]>([
    ['persent', '"persent" is neither a type nor a unit. | Did you mean "percent"?'],
    ['predicat', '"predicat" is neither a type nor a unit. | Did you mean "predikat"?'],
    ['xyzzy', '"xyzzy" is neither a type nor a unit.'],
    ['constructor', '"constructor" is neither a type nor a unit.'],
    ['__proto__', '"__proto__" is neither a type nor a unit.'],
    ['', '"" is neither a type nor a unit.'],
    [null, PARTS],
    [undefined, PARTS],
    [5, PARTS],
    [[], PARTS],
    [true, PARTS],
    [{}, NEEDS],
    [{ unit: 5 }, NEEDS],
    [{ min: 0 }, NEEDS],
    [own('{"__proto__":{"unit":"day"}}'), '"__proto__" is no part of a type.'],
    [{ unit: 'day', mni: 0 }, '"mni" is no part of a type. | Did you mean "min"?'],
    [{ unit: 'dya' }, '"dya" is neither a type nor a unit. | Did you mean "day"?'],
    [{ type: 'boolean', unit: 'day' }, 'A type has a unit, or the name of a type: beside a unit only "number" and "integer" may stand.'],
    [{ type: 'integer', unit: 'dayy' }, '"dayy" is no unit. | Did you mean "day"?'],
    [{ type: 'date', min: '2024-01-01' }, '"min" belongs to numbers, and date is not one.'],
    [{ type: 'predikat', step: 1 }, '"step" belongs to numbers, and predikat is not one.'],
    [{ unit: 'day', min: 5, max: 4 }, 'The min of this type lies above its max.'],
    [{ type: 'score', min: 101 }, 'The min of this type lies above its max.'],
    [{ unit: 'day', step: 0 }, 'The step of a type must be above zero.'],
    [{ unit: 'day', step: '-1' }, 'The step of a type must be above zero.'],
    [{ unit: 'day', min: '1,5' }, '"1,5" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals.'],
    [{ unit: 'day', min: 0.1 + 0.2 }, '0.30000000000000004 looks like the result of binary arithmetic: give the number as text.'],
    [{ unit: 'day', min: true }, BOUND],
    [{ unit: 'day', max: null }, BOUND],
    [{ unit: 'day', step: { toString: 1 } }, BOUND],
    [{ unit: 'day', step: [1] }, BOUND],
    [{ list: 'x1' }, '"x1" is neither a type nor a unit.'],
    [{ list: 'day', min: 1 }, '"min" is no part of a list type.'],
    [{ list: 'day', maxitems: 1 }, '"maxitems" is no part of a list type. | Did you mean "maxItems"?'],
    [{ list: 'day', each: 'dayz' }, 'The "each" of a list is the unit in which its members are counted, such as "day".'],
    [{ list: 'day', each: 5 }, 'The "each" of a list is the unit in which its members are counted, such as "day".'],
    ...[0, -1, 1.5, true, null, '', '1e2', '0', [5], {}, 2 ** 53].map((maxItems): [unknown, string] => [{ list: 'day', maxItems }, MAX_ITEMS]),
    [{ list: 'day', key: 5 }, 'The "key" of a list is the name of the field that tells its members apart.'],
  ])('%j is refused', (written, message) => {
    expect(describeType(written)).toBe(message);
  });

  test('may not nest lists without end', () => {
    const nested = (depth: number): unknown => (depth === 0 ? 'day' : { list: nested(depth - 1) });
    expect(isFinding(readType(nested(8), NAMED))).toBe(false);
    expect(describeType(nested(9))).toBe('Lists lie more than 8 deep in this type.');
    expect(describeType(own(`${'{"list":'.repeat(5_000)}"day"${'}'.repeat(5_000)}`))).toBe('Lists lie more than 8 deep in this type.');
  });

  test('of any kind whatever is a type or a finding, never an exception', () => {
    const parts = fc.constantFrom('unit', 'type', 'min', 'max', 'step', 'list', 'maxItems', 'each', 'key', '__proto__', 'toString');
    const value = fc.oneof(fc.jsonValue() as fc.Arbitrary<unknown>, fc.constantFrom<unknown>('day', 'integer', 'score', 'predikat', 1, '0.5'));
    fc.assert(
      fc.property(fc.oneof(value, fc.dictionary(parts, value)), (written) => {
        const read = readType(written, NAMED);
        expect(isFinding(read) ? read.code : 'type').toMatch(/^type/);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is found again by its name', () => {
    expect(sameType(readType('predikat', NAMED) as Type, NAMED.get('predikat')!)).toBe(true);
    expect(readType('number', new Map())).toEqual(numberType(RATIO));
  });
});
