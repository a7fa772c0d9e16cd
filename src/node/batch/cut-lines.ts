/**
 * Cuts a stream of bytes into pieces of whole lines, at the same places however the bytes arrive.
 * In: blocks of bytes. Out: {@link Piece}s; a line belongs to the piece in which it begins. A line that is too long is cut off and marked.
 */
import { LONGEST_RECORD } from './work.ts';
import type { Piece } from './work-source.ts';

const NEWLINE = 10;
const SHOWN = 1024;

/** @param consumed how many bytes of the input were read so far, before decompression. */
export async function* cutLines(blocks: AsyncIterable<Uint8Array>, chunkBytes: number, consumed: () => number): AsyncGenerator<Piece, void, undefined> {
  const piece = new GrowingPiece(chunkBytes);
  for await (const block of blocks) {
    for (let rest: Uint8Array = block; rest.length > 0;) {
      const used = piece.take(rest);
      if (piece.complete) yield { work: piece.give(), done: consumed() };
      rest = rest.subarray(used);
    }
  }
  if (piece.length > 0) yield { work: piece.give(), done: consumed() };
}

class GrowingPiece {
  length = 0;
  complete = false;
  private buffer: Buffer;
  /** Where the piece begins, and how many bytes of the input were passed over or given. */
  private offset = 0;
  private seen = 0;
  private lastLine = 0;
  private cut = false;

  constructor(private readonly chunkBytes: number) {
    this.buffer = Buffer.allocUnsafeSlow(chunkBytes + STEP);
  }

  /** Takes from the block what belongs to the piece; says how much that was. */
  take(block: Uint8Array): number {
    const boundary = (Math.floor(this.offset / this.chunkBytes) + 1) * this.chunkBytes;
    const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
    // The first byte of the block that may be the last newline of the piece.
    const search = Math.max(0, boundary - 1 - this.seen);
    const newline = search < bytes.length ? bytes.indexOf(NEWLINE, search) : -1;
    const used = newline < 0 ? bytes.length : newline + 1;
    this.append(bytes.subarray(0, used));
    this.seen += used;
    this.complete = newline >= 0;
    return used;
  }

  give(): Piece['work'] {
    const bytes = new Uint8Array(this.length);
    bytes.set(this.buffer.subarray(0, this.length));
    const work = { kind: 'bytes', bytes, offset: this.offset, cut: this.cut } as const;
    this.offset = this.seen;
    this.length = 0;
    this.lastLine = 0;
    this.cut = false;
    this.complete = false;
    return work;
  }

  private append(bytes: Buffer): void {
    if (this.cut) return;
    const needed = this.length + bytes.length;
    if (needed > this.buffer.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.buffer.length * 2));
      this.buffer.copy(grown, 0, 0, this.length);
      this.buffer = grown;
    }
    bytes.copy(this.buffer, this.length);
    const newline = bytes.lastIndexOf(NEWLINE, bytes.at(-1) === NEWLINE ? bytes.length - 2 : bytes.length - 1);
    if (newline >= 0) this.lastLine = this.length + newline + 1;
    this.length = needed;
    if (this.length - this.lastLine <= LONGEST_RECORD + 1) return;
    this.cut = true;
    this.length = this.lastLine + SHOWN;
  }
}

const STEP = 64 * 1024;
