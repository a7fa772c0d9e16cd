/**
 * gzip and zstd: pieces are packed one by one, as members of one file; files are unpacked as a stream.
 * In: bytes. Out: bytes. zstd is packed by Node itself from 22.15 on, before that by a small library. It is always unpacked by one: the stream of
 * Node 22 ends after the first frame of a file and passes over the rest in silence.
 */
import * as zlib from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { BatchError } from './batch-error.ts';
import { optionalLibrary } from './optional-library.ts';
import type { Compression } from './work.ts';

export type Packer = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

type Pack = (bytes: Uint8Array) => Uint8Array;

const BLOCK = 1 << 20;

/** What the types of Node 20 do not know. */
interface Zstd {
  readonly zstdCompressSync?: (bytes: Uint8Array) => Buffer<ArrayBuffer>;
}
const { zstdCompressSync } = zlib as Zstd;

/** @throws BatchError when a library is missing. */
export async function packerOf(compression: Compression): Promise<Packer> {
  switch (compression) {
    case 'none':
      return (bytes) => bytes;
    case 'gzip':
      return (bytes) => (bytes.length === 0 ? bytes : owned(zlib.gzipSync(bytes)));
    case 'zstd': {
      const pack = zstdCompressSync ?? (await wasmZstd());
      return (bytes) => (bytes.length === 0 ? bytes : owned(pack(bytes)));
    }
  }
}

/** In memory of its own, so that it can change threads. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

let wasm: Promise<Pack> | undefined;

/** Begun once in each thread: a second beginning would exchange the memory under calls that are bound to the first. */
const wasmZstd = (): Promise<Pack> => (wasm ??= beginWasm());

async function beginWasm(): Promise<Pack> {
  const { init, compress } = await optionalLibrary('@bokuweb/zstd-wasm', 'Writing .zst before Node 22.15', () => import('@bokuweb/zstd-wasm'));
  await init();
  return (bytes) => compress(bytes);
}

/** @throws BatchError, while it is read, when the file is damaged or cut off. */
export function unpacked(blocks: AsyncIterable<Uint8Array>, compression: Compression, name: string): AsyncIterable<Uint8Array> {
  switch (compression) {
    case 'none':
      return blocks;
    case 'gzip':
      return fromGzip(blocks, name);
    case 'zstd':
      return fromZstd(blocks, name);
  }
}

async function* fromGzip(blocks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const transform = zlib.createGunzip({ chunkSize: BLOCK });
  let ofSource: unknown;
  const source = (async function* () {
    try {
      yield* blocks;
    } catch (error) {
      ofSource = error;
      throw error;
    }
  })();
  // The failure of the pipeline comes out of the transform as well, where it is waited for.
  pipeline(source, transform).catch(() => undefined);
  try {
    for await (const block of transform) yield block as Uint8Array;
  } catch (error) {
    throw ofSource ?? damaged(error, name, 'gzip');
  }
}

async function* fromZstd(blocks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const { Decompress } = await optionalLibrary('fzstd', 'Reading .zst', () => import('fzstd'));
  const ready: Uint8Array[] = [];
  const stream = new Decompress((block) => void ready.push(block));
  for await (const block of blocks) {
    push(() => stream.push(block), name);
    yield* ready.splice(0);
  }
  push(() => stream.push(new Uint8Array(), true), name);
  yield* ready.splice(0);
}

function push(work: () => void, name: string): void {
  try {
    work();
  } catch (error) {
    throw damaged(error, name, 'zstd');
  }
}

const damaged = (error: unknown, name: string, kind: string): BatchError =>
  new BatchError(
    'file/damaged',
    `"${name}" is no whole ${kind} file: ${error instanceof Error ? error.message : String(error)}.`,
    'Fetch or compress the file again.',
  );
