/**
 * Scaled integers as bytes, against the text of the exact number.
 * In: integers of every size, all places. Out: a failure with the number whose bytes differ.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratio, toText } from '../../values/exact.ts';
import { ByteSink, pieceOf } from './byte-sink.ts';

const text = (sink: ByteSink, from = 0): string => new TextDecoder().decode(sink.bytes.subarray(from, sink.length));
const written = (value: number, places: number): string => {
  const sink = new ByteSink(new Uint8Array(4));
  sink.scaled(value, places);
  return text(sink);
};
const exact = (value: number, places: number): string => toText(ratio(BigInt(value), 10n ** BigInt(places)));

describe('a scaled integer as bytes', () => {
  const digits = fc.integer({ min: 0, max: 15 }).chain((zeros) => fc.maxSafeInteger().map((value) => Math.trunc(value / 10 ** zeros) * 10 ** zeros));
  const sizes = fc.integer({ min: 0, max: 53 }).chain((bits) => fc.bigInt(-(2n ** BigInt(bits)), 2n ** BigInt(bits)).map(Number));
  const numbers = fc.oneof(digits, sizes).filter((value) => Math.abs(value) <= 2 ** 53);

  it('is the text of the exact number', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 0, max: 40 }), (value, places) => {
        expect(written(value, places)).toBe(exact(value, places));
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([0, -0, 1, -1, 9, 10, 999_999_999, 1e9, 1e9 + 1, 999_999_999_999_999, 1e15, 2 ** 53, -(2 ** 53), 9_007_199_000_000_000])(
    'holds at the edge %d',
    (value) => {
      for (let places = 0; places <= 40; places++) expect(written(value, places)).toBe(exact(value, places));
    },
  );

  it('is written once more as it stands', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.nat(40), fc.nat(60), (before, at, capacity) => {
        const sink = new ByteSink(new Uint8Array(capacity));
        const bytes = new TextEncoder().encode(before);
        sink.all(bytes);
        const from = Math.min(at, bytes.length);
        sink.again(from, bytes.length);
        sink.byte(33);
        expect([...sink.bytes.subarray(0, sink.length)]).toEqual([...bytes, ...bytes.slice(from), 33]);
      }),
    );
  });

  it('stands behind what was written before, whatever room there was', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.string({ minLength: 150, maxLength: 170 }), numbers), { maxLength: 30 }),
        fc.nat(100),
        (parts, capacity) => {
          const sink = new ByteSink(new Uint8Array(capacity));
          for (const part of parts) {
            if (typeof part === 'number') sink.scaled(part, 3);
            else if (part.length % 2 === 0) sink.piece(pieceOf(new TextEncoder().encode(part)));
            else sink.all(new TextEncoder().encode(part));
          }
          expect(text(sink)).toBe(
            new TextDecoder().decode(new TextEncoder().encode(parts.map((part) => (typeof part === 'number' ? exact(part, 3) : part)).join(''))),
          );
        },
      ),
    );
  });
});
