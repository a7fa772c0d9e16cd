import { setTimeout as later } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packerOf, unpacked } from './compression.ts';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

async function textOf(packed: Uint8Array, compression: 'gzip' | 'zstd' = 'zstd'): Promise<string> {
  const blocks: Uint8Array[] = [];
  const source = (async function* () {
    yield packed;
  })();
  for await (const block of unpacked(source, compression, 'test')) blocks.push(block);
  return Buffer.concat(blocks).toString();
}

describe('a packer', () => {
  const texts = Array.from({ length: 12 }, (_, at) => `{"line":${at}}\n`.repeat(20_000 * (at + 1)));

  it('packs members that unpack to what they were, for gzip', async () => {
    const pack = await packerOf('gzip');
    for (const text of texts) expect(gunzipSync(pack(bytesOf(text))).toString()).toBe(text);
  });

  it('packs soundly with zstd, however many packers are opened and whenever', async () => {
    const first = await packerOf('zstd');
    expect(await textOf(first(bytesOf('columns\n')))).toBe('columns\n');
    const second = await packerOf('zstd');
    await later(50);
    for (const text of texts) {
      await later(1);
      const pack = text.length % 2 === 0 ? first : second;
      expect(await textOf(pack(bytesOf(text)))).toBe(text);
    }
  });

  it.each(['gzip', 'zstd'] as const)('unpacks all members of a %s file, and says so when one is no member', async (compression) => {
    const pack = await packerOf(compression);
    const [first, second] = [pack(bytesOf('first\n')), pack(bytesOf('second\n'))];
    const spoilt = new Uint8Array(second);
    spoilt[0] = 47;
    expect(await textOf(Buffer.concat([first, second]), compression)).toBe('first\nsecond\n');
    for (const tail of [spoilt, bytesOf('hello'), second.subarray(0, second.length - 3)])
      await expect(textOf(Buffer.concat([first, tail]), compression)).rejects.toMatchObject({ code: 'file/damaged' });
  });

  it('packs nothing into nothing', async () => {
    for (const compression of ['none', 'gzip', 'zstd'] as const) expect((await packerOf(compression))(new Uint8Array())).toHaveLength(0);
  });
});
