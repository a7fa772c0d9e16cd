/**
 * The four kinds of result, and which of several wins.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from './calendar-date.ts';
import { ONE, ZERO, ratio } from './exact.ts';
import { Fault, NONE, type Result, isDate, isFault, isList, isNoValue, isNone, isRecord, isUnknown, toJson, unknown, worst } from './result.ts';

const DATE = CalendarDate.of(2024, 2, 29)!;
const FAULT = new Fault('x/y', 'It went wrong.', [1, 2]);
const RECORD = new Map<string, Result>([
  ['__proto__', ONE],
  ['constructor', NONE],
]);
const ALL: readonly (readonly [string, Result])[] = [
  ['number', ratio(200n, 3n)],
  ['zero', ZERO],
  ['true', true],
  ['false', false],
  ['text', 'a'],
  ['empty text', ''],
  ['date', DATE],
  ['list', [ONE]],
  ['empty list', []],
  ['record', RECORD],
  ['none', NONE],
  ['unknown', unknown('a')],
  ['fault', FAULT],
];
const names = (holds: (result: Result) => boolean): string[] => ALL.filter(([, result]) => holds(result)).map(([name]) => name);

describe('a result', () => {
  test('is of one kind', () => {
    expect(names(isNone)).toEqual(['none']);
    expect(names(isUnknown)).toEqual(['unknown']);
    expect(names(isFault)).toEqual(['fault']);
    expect(names(isNoValue)).toEqual(['none', 'unknown', 'fault']);
    expect(names(isList)).toEqual(['list', 'empty list']);
    expect(names(isRecord)).toEqual(['record']);
    expect(names(isDate)).toEqual(['date']);
  });
  test('cannot be changed when it is no value', () => {
    expect([NONE, unknown('a'), unknown('a').facts, FAULT].every(Object.isFrozen)).toBe(true);
  });
  test('that is unknown names its facts sorted and once', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (facts) => {
        expect(unknown(...facts).facts).toEqual([...new Set(facts)].sort());
      }),
    );
  });
  test('as JSON keeps every digit and every name', () => {
    expect(Object.fromEntries(ALL.map(([name, result]) => [name, toJson(result)]))).toEqual({
      number: '200/3',
      zero: '0',
      true: true,
      false: false,
      text: 'a',
      'empty text': '',
      date: '2024-02-29',
      list: ['1'],
      'empty list': [],
      record: JSON.parse('{"__proto__":"1","constructor":{"none":true}}'),
      none: { none: true },
      unknown: { unknown: ['a'] },
      fault: { fault: 'x/y', message: 'It went wrong.' },
    });
    expect(JSON.stringify(toJson(RECORD))).toBe('{"__proto__":"1","constructor":{"none":true}}');
    expect(({} as Record<string, unknown>)['1']).toBeUndefined();
  });
});

describe('of several results that are needed together', () => {
  const results = fc.array(
    fc.oneof(
      fc.constantFrom<Result>(ONE, NONE, false, ''),
      fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }).map((facts) => unknown(...facts)),
      fc.nat(3).map((n) => new Fault(`f/${n}`, 'x')),
    ),
  );
  test('the first fault wins, else all unknown facts, else nothing', () => {
    fc.assert(
      fc.property(results, (all) => {
        const fault = all.find(isFault);
        const facts = all.filter(isUnknown).flatMap((one) => one.facts);
        const found = worst(all);
        if (fault) expect(found).toBe(fault);
        else expect(found).toEqual(facts.length > 0 ? unknown(...facts) : undefined);
      }),
    );
  });
  test('none alone stops nothing', () => {
    expect(worst([NONE, ONE])).toBeUndefined();
  });
});
