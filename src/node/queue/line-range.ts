/**
 * Which lines of the input a partition holds: for people who look for what poisons it.
 * In: a file and ranges of bytes. Out: first and last line, counted from 1. A line belongs to the partition in which it begins.
 */
import { closeSync, openSync, readSync } from 'node:fs';

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

const BLOCK = 1 << 20;
const NEWLINE = 10;

/** @param ranges in the order of the file. @returns undefined when the file cannot be read any more. */
export function lineRangesOf(path: string, ranges: readonly { readonly from: number; readonly to: number }[]): readonly LineRange[] | undefined {
  try {
    const file = openSync(path, 'r');
    try {
      const counter = new LineCounter(file);
      return ranges.map(({ from, to }) => {
        const before = counter.linesBegunBefore(from);
        return { first: before + 1, last: counter.linesBegunBefore(to) };
      });
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

class LineCounter {
  private readonly block = Buffer.alloc(BLOCK);
  private at = 0;
  private newlines = 0;

  constructor(private readonly file: number) {}

  /** Lines whose first byte lies before this one: the first line, and one for each end of line with a byte behind it. */
  linesBegunBefore(byte: number): number {
    if (byte === 0) return 0;
    this.readTo(byte - 1);
    return 1 + this.newlines;
  }

  private readTo(end: number): void {
    while (this.at < end) {
      const read = readSync(this.file, this.block, 0, Math.min(BLOCK, end - this.at), this.at);
      if (read === 0) return;
      for (let index = this.block.indexOf(NEWLINE); index >= 0 && index < read; index = this.block.indexOf(NEWLINE, index + 1)) this.newlines++;
      this.at += read;
    }
  }
}
