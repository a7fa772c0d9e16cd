/**
 * Constants written as text and read again.
 * In: values of every kind that compiled code holds. Out: a failing test shows what did not come back.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratio } from '../../values/exact.ts';
import { Fault, NONE, unknown } from '../../values/result.ts';
import { readData } from './read-data.ts';
import { RuntimeCall, writeData } from './write-data.ts';

const twice = (n: number): number => 2 * n;
const RUNTIME = { twice, NONE };
const NAMES = {
  runtime: new Map<unknown, string>([
    [twice, 'twice'],
    [NONE, 'NONE'],
  ]),
  standIns: new Map<unknown, () => unknown>(),
};
const again = (value: unknown): unknown => readData(writeData(value, NAMES), RUNTIME);

describe('constants as text', () => {
  it.each([
    ['a text', '[1] "`${}\\ \u2028'],
    ['a number', 0.1],
    ['a number without a JSON text', -Infinity],
    ['minus zero', -0],
    ['nothing', undefined],
    ['a list with gaps', [undefined, 1, [[]], 'list']],
    ['a record', { a: { b: [true, false] }, op: 'constant' }],
    ['a record with a hostile name', JSON.parse('{"__proto__": {"x": 1}, "constructor": "c"}') as object],
    [
      'a map',
      new Map<unknown, unknown>([
        ['a', 1],
        [['k'], new Map()],
      ]),
    ],
    ['a set', new Set([1, 'a'])],
    ['floats', Float64Array.of(0.5, Infinity, -0)],
    ['integers', Int32Array.of(-1, 7)],
    ['an exact number', ratio(200n, 3n)],
    ['unknown', unknown('b.c', 'a')],
    ['a fault', new Fault('raters/scale', '')],
    ['none', NONE],
    ['a function of the runtime', twice],
  ])('bring %s back', (_, value) => {
    expect(again(value)).toStrictEqual(value);
  });

  it('bring any JSON back', () => {
    const withoutNull = fc.jsonValue().filter((value) => !JSON.stringify(value).includes('null'));
    fc.assert(
      fc.property(withoutNull, (value) => {
        expect(again(value)).toEqual(value);
      }),
    );
  });

  it('call the runtime where a value has to be made', () => {
    expect(again([new RuntimeCall('twice', [21])])).toEqual([42]);
  });

  it('write what looks the same once, and what is shared is shared again', () => {
    const [a, b] = again([{ x: [1, 2] }, { x: [1, 2] }]) as [object, object];
    expect(a).toBe(b);
  });

  it('write something else in the stead of an object', () => {
    const slot = { key: 'a secret' };
    const text = writeData([slot, slot], { ...NAMES, standIns: new Map([[slot, () => ({ slot: 1 })]]) });
    expect(readData(text, RUNTIME)).toEqual([{ slot: 1 }, { slot: 1 }]);
  });

  it('refuse a function that the runtime does not export', () => {
    function stranger(): void {}
    expect(() => writeData({ stranger }, NAMES)).toThrow(new TypeError('The function "stranger" cannot be written as data: the runtime does not export it.'));
  });
});
