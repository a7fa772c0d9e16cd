/**
 * Reads the whole lines that begin inside a range of bytes of a file.
 * In: an open file and a range, wherever lines break. Out: {@link LineBytes}; a line that is too long is cut off and marked.
 * A range that begins inside a line leaves that line to the range before it.
 */
import { readSync } from 'node:fs';
import type { LineBytes } from './ndjson-cursor.ts';
import { LONGEST_RECORD } from './work.ts';

const NEWLINE = 10;
const STEP = 64 * 1024;
const SHOWN = 1024;

/** Reads ranges into one buffer that is used again: what {@link RangeReader.read} gives holds until the next call. */
export class RangeReader {
  private buffer = Buffer.allocUnsafeSlow(0);

  /** @throws what the file system throws. */
  read(file: number, from: number, to: number): LineBytes {
    const base = from === 0 ? 0 : from - 1;
    let length = this.fill(file, base, 0, to - base);
    const start = from === 0 ? 0 : this.buffer.subarray(0, length).indexOf(NEWLINE) + 1;
    if (length === 0 || (from > 0 && start === 0) || base + start >= to) return { bytes: this.buffer.subarray(0, 0), offset: from, cut: false };
    if (length < to - base) return this.lines(base, start, length);
    for (let searched = length - 1; ;) {
      const newline = this.buffer.subarray(searched, length).indexOf(NEWLINE);
      if (newline >= 0) return this.lines(base, start, searched + newline + 1);
      const lastLine = this.buffer.subarray(0, length).lastIndexOf(NEWLINE) + 1;
      if (length - lastLine > LONGEST_RECORD) return { ...this.lines(base, start, lastLine + SHOWN), cut: true };
      searched = length;
      const read = this.fill(file, base + length, length, STEP);
      if (read === 0) return this.lines(base, start, length);
      length += read;
    }
  }

  private lines(base: number, start: number, end: number): LineBytes {
    return { bytes: this.buffer.subarray(start, end), offset: base + start, cut: false };
  }

  /** Reads `wanted` bytes or all there are. */
  private fill(file: number, position: number, at: number, wanted: number): number {
    if (this.buffer.length < at + wanted) {
      const grown = Buffer.allocUnsafeSlow(Math.max(at + wanted + STEP, at === 0 ? 0 : this.buffer.length * 2));
      this.buffer.copy(grown, 0, 0, at);
      this.buffer = grown;
    }
    let done = 0;
    while (done < wanted) {
      const read = readSync(file, this.buffer, at + done, wanted - done, position + done);
      if (read === 0) break;
      done += read;
    }
    return done;
  }
}
