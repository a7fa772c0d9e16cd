import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from './byte-writer.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('the bytes of a piece', () => {
  it('are those of its lines, in memory that was given back or in new memory', () => {
    const pieces = fc.array(fc.record({ lines: fc.array(fc.string({ maxLength: 40 })), back: fc.boolean() }), { maxLength: 8 });
    fc.assert(
      fc.property(pieces, (given) => {
        const writer = new ByteWriter(64);
        for (const { lines, back } of given) {
          for (const line of lines) writer.line(line);
          const taken = writer.take();
          expect(text(taken)).toBe(text(Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8')));
          if (back) writer.giveBack(taken);
        }
      }),
    );
  });

  it('stay as they are while nobody gives them back', () => {
    const writer = new ByteWriter(16);
    writer.line('first');
    const first = writer.take();
    writer.line('second');
    writer.giveBack(writer.take());
    writer.line('third');
    writer.take();
    writer.line('fourth');
    expect([text(first), text(writer.take())]).toEqual(['first\n', 'fourth\n']);
  });

  it('never come from memory that is being written', () => {
    const writer = new ByteWriter(16);
    writer.line('one');
    writer.giveBack(writer.bytes.subarray(0, 4));
    writer.line('two');
    const taken = writer.take();
    writer.line('three');
    expect([text(taken), text(writer.take())]).toEqual(['one\ntwo\n', 'three\n']);
  });
});
