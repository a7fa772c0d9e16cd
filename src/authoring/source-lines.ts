/**
 * Lines and columns of a text.
 * In: the text of a file. Out: {@link SourceLines}, which tells where an offset stands; lines and columns count from 1, in UTF-16 units.
 */

export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

export class SourceLines {
  private readonly starts: readonly number[];

  constructor(readonly text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.starts = starts;
  }

  /** Where the character at `offset` stands; an offset behind the end is the end. */
  position(offset: number): LineColumn {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - this.starts[low]! + 1 };
  }

  /** The offset of the first character of a line. */
  start(line: number): number {
    return this.starts[line - 1] ?? this.text.length;
  }

  /** The text of a line, without its line end. */
  line(line: number): string {
    const text = this.text.slice(this.start(line), this.starts[line] ?? this.text.length);
    return text.replace(/\r?\n$/, '');
  }
}
