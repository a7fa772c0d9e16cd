/**
 * A record over data of the model is, however it is looked at, the Map that it stands for.
 */
import { describe, expect, it } from 'vitest';
import { FieldRecord, type FieldReader, filled } from './field-record.ts';
import { NONE, type Result } from './result.ts';

const plain: FieldReader = { parts: false, read: (value) => value as Result };
const inner = new Map([['min', plain]]);
const fields = new Map<string, FieldReader>([
  ['id', plain],
  ['label', plain],
  ['scale', { parts: true, read: (value) => new FieldRecord(value as Record<string, unknown>, inner) }],
  ['marks', { parts: true, read: (value) => Object.freeze([...(value as Result[])]) }],
]);
const record = (): FieldRecord => new FieldRecord({ id: 'a', scale: { min: 'low' }, marks: ['x'] }, fields);
const whole = new Map<string, unknown>([
  ['id', 'a'],
  ['label', NONE],
  ['scale', new Map([['min', 'low']])],
  ['marks', ['x']],
]);

describe('a record over data of the model', () => {
  it('reads single fields, absent ones as none, and has no others', () => {
    const one = record();
    expect([one.get('id'), one.get('label'), one.get('toString'), one.has('label'), one.has('size'), one.size]).toEqual(['a', NONE, undefined, true, false, 4]);
  });

  it.each<[string, (one: FieldRecord) => Iterable<unknown>, Iterable<unknown>]>([
    ['entries', (one) => one, whole],
    ['entries', (one) => one.entries(), whole.entries()],
    ['names', (one) => one.keys(), whole.keys()],
    ['values', (one) => one.values(), whole.values()],
    [
      'visited values',
      (one) => {
        const met: unknown[] = [];
        one.forEach((value, name, itself) => met.push([name, value, itself === one]));
        return met;
      },
      Array.from(whole, ([name, value]) => [name, value, true]),
    ],
  ])('gives its %s in the order of the fields', (_, look, wanted) => {
    expect([...look(record())]).toEqual([...wanted]);
  });

  it('gives the same part whenever it is asked', () => {
    const one = record();
    const part = one.get('scale');
    filled(one);
    expect(one.get('scale')).toBe(part);
    expect([...one.values()][2]).toBe(part);
  });

  it('is an ordinary Map once it is filled, with its parts', () => {
    const list = Object.freeze([record()]);
    expect(filled(list)).toBe(list);
    expect(list[0]).toStrictEqual(whole);
    expect(structuredClone(list[0]!.get('scale'))).toEqual(new Map([['min', 'low']]));
    expect(Object.getPrototypeOf(list[0])).toBe(Map.prototype);
  });
});
