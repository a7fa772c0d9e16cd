import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDecimalText, toText } from './exact.ts';
import { readDatum } from './read-datum.ts';
import { toJson } from './result.ts';
import { BOOLEAN, DATE, TEXT, type Type, enumType, listType, numberType, recordType } from './type.ts';
import { parseUnit } from './unit.ts';

const days = numberType(parseUnit('day')!, { min: fromDecimalText('0'), max: fromDecimalText('31'), step: fromDecimalText('0.5') });
const level = enumType('level', ['low', 'high']);
const part = recordType('part', [
  ['code', TEXT],
  ['days', days],
]);

const read = (written: unknown, type: Type): unknown => {
  const result = readDatum(written, type);
  return 'value' in result ? { value: toJson(result.value) } : { message: result.finding.message, mend: result.finding.mend };
};

describe('a value written as data', () => {
  it.each<[unknown, Type, unknown]>([
    ['11.5', days, '11.5'],
    [11.5, days, '11.5'],
    [7, days, '7'],
    [true, BOOLEAN, true],
    ['2024-02-29', DATE, '2024-02-29'],
    ['none', days, { none: true }],
    ['low', level, 'low'],
    [['1', 2], listType(days), ['1', '2']],
    [{ code: 'a', days: '3' }, part, { code: 'a', days: '3' }],
    [{ code: 'a' }, part, { code: 'a', days: { none: true } }],
  ])('%j is read', (written, type, value) => expect(read(written, type)).toEqual({ value }));

  it.each<[unknown, Type, string, string | undefined]>([
    ['1,5', days, '"1,5" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals.', undefined],
    ['1e400', days, '"1e400" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals.', undefined],
    [Number.NaN, days, 'NaN is not a finite number.', undefined],
    [
      0.1 + 0.2,
      days,
      '0.30000000000000004 is not a multiple of 0.5: it looks like the result of binary arithmetic. Round it, or give the number as text.',
      undefined,
    ],
    [null, days, 'Nothing is no number.', undefined],
    ['-0.5', days, '-0.5 lies below the least value, 0 day.', undefined],
    ['31.5', days, '31.5 lies above the greatest value, 31 day.', undefined],
    ['0.25', days, '0.25 is not a multiple of the step, 0.5 day.', undefined],
    ['yes', BOOLEAN, '"yes" is neither true nor false.', undefined],
    [3, TEXT, '"3" is no text.', undefined],
    ['hihg', level, '"hihg" is no member of level.', 'Did you mean "high"?'],
    ['constructor', level, '"constructor" is no member of level.', 'Its members are: low, high.'],
    ['2023-02-29', DATE, '"2023-02-29" is no day of the calendar.', 'Write YYYY-MM-DD.'],
    ['1', listType(days), '"1" is no list.', undefined],
    [['1', 'x'], listType(days), 'Member 2: "x" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals.', undefined],
    [['1', '2'], listType(days, { maxItems: 1 }), 'The list has 2 members; it may have 1.', undefined],
    [{ code: 'a', dyas: 1 }, part, '"dyas" is no field of part.', 'Did you mean "days"?'],
    [JSON.parse('{"__proto__": 1}'), part, '"__proto__" is no field of part.', undefined],
    ['a', part, '"a" is no part record.', undefined],
  ])('%j is refused', (written, type, message, mend) => expect(read(written, type)).toEqual({ message, mend }));

  it('keeps every digit of decimal text', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -999_999_999_999_999n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 10 ** 12 - 1 }), (whole, decimals) => {
        const text = `${whole}.${String(decimals).padStart(12, '0')}`;
        const result = readDatum(text, numberType());
        expect('value' in result && toText(result.value as never)).toBe(toText(fromDecimalText(text)));
      }),
    );
  });
});
