/**
 * Facts of a ruleset's own types, read from plain JSON.
 */
import { describe, expect, it } from 'vitest';
import { fromDecimalText } from '../values/exact.ts';
import { toJson } from '../values/result.ts';
import { BOOLEAN, CALENDAR, DATE, TEXT, type Type, enumType, listType, numberType, recordType } from '../values/type.ts';
import { PERCENT } from '../values/unit.ts';
import { readFactValue } from './fact-value.ts';

const PERCENTAGE = numberType(PERCENT, { min: fromDecimalText('0'), max: fromDecimalText('100'), step: fromDecimalText('0.01') });
const PREDIKAT = enumType('predikat', ['kurang', 'baik']);
const VISIT = recordType('visit', [
  ['on', DATE],
  ['result', PERCENTAGE],
  ['by', TEXT],
]);

const read = (written: unknown, type: Type): unknown => {
  const result = readFactValue(written, type, ['facts', 'x']);
  return 'value' in result ? toJson(result.value) : result.issues.map(({ field, message, mend }) => `${field}: ${message} ${mend}`);
};

describe('a fact of a ruleset', () => {
  it.each<[string, unknown, Type, unknown]>([
    ['a number', '81.25', PERCENTAGE, '81.25'],
    ['a JavaScript number', 81.5, PERCENTAGE, '81.5'],
    ['a word', 'baik', PREDIKAT, 'baik'],
    ['yes or no', false, BOOLEAN, false],
    ['a date', '2024-02-29', DATE, '2024-02-29'],
    [
      'a list of records',
      [
        { on: '2024-01-02', result: 5 },
        { on: '2024-01-03', by: 'Ani', result: null },
      ],
      listType(VISIT),
      [
        { on: '2024-01-02', result: '5', by: { none: true } },
        { on: '2024-01-03', result: { none: true }, by: 'Ani' },
      ],
    ],
  ])('is read: %s', (_, written, type, expected) => {
    expect(read(written, type)).toEqual(expected);
  });

  it.each<[unknown, Type, string[]]>([
    ['1,5', PERCENTAGE, ['facts.x: "1,5" is not a decimal number. Write at most 15 digits, a point (not a comma) and at most 12 decimals.']],
    [null, PERCENTAGE, ['facts.x: null stands where a number from 0 to 100 percent is expected. Leave the field out when there is nothing to say.']],
    ['bayk', PREDIKAT, ['facts.x: "bayk" is not one of predikat. Did you mean "baik"?']],
    ['constructor', PREDIKAT, ['facts.x: "constructor" is not one of predikat. Give one of kurang, baik.']],
    ['true', BOOLEAN, ['facts.x: Here stands the text "true", but true or false is expected. Give true or false.']],
    [{}, CALENDAR, ['facts.x: A calendar is no fact of an appraisal. Declare the calendar in the ruleset.']],
    ['x', listType(TEXT), ['facts.x: Here stands the text "x", but a list of text is expected. Give a list of text.']],
    [
      ['a', 'b', 'c'],
      listType(TEXT, { maxItems: 2 }),
      ['facts.x: This list holds 3 members, and at most 2 are taken. Check for members that are listed twice, or shorten the period.'],
    ],
    [[], VISIT, ['facts.x: Here stands a list, but a visit record is expected. Give a visit record.']],
    [
      [{ on: '2024-13-01', result: 101, toString: 1 }, { bye: 'x' }],
      listType(VISIT),
      [
        'facts.x[0].toString: "toString" is no field of visit. Its fields are on, result, by.',
        'facts.x[0].on: 2024-13-01 is no day of the calendar between 1900 and 2200. Give a day that exists.',
        'facts.x[0].result: 101 lies outside 0 to 100 percent. Give a number from 0 to 100.',
        'facts.x[1].bye: "bye" is no field of visit. Did you mean "by"?',
      ],
    ],
  ])('is refused with every fault: %j', (written, type, lines) => {
    expect(read(written, type)).toEqual(lines);
  });
});
