/**
 * Gathers text as UTF-8 bytes in one buffer that grows by doubling: faster than a list of texts joined at the end.
 * In: texts. Out: the bytes written since the last time they were taken.
 */

export class ByteWriter {
  private buffer: Buffer;
  private length = 0;

  constructor(private readonly capacity = 1 << 16) {
    this.buffer = Buffer.allocUnsafeSlow(capacity);
  }

  /** Writes a text and an end of line. */
  line(text: string): void {
    // One UTF-16 unit is three bytes of UTF-8 at most.
    this.reserve(text.length * 3 + 1);
    this.length += this.buffer.write(text, this.length);
    this.buffer[this.length++] = 10;
  }

  get size(): number {
    return this.length;
  }

  /** The bytes so far, in memory of their own that may be handed to another thread; the writer is empty again. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.length);
    taken.set(this.buffer.subarray(0, this.length));
    this.length = 0;
    return taken;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(this.buffer.length * 2, this.length + more, this.capacity));
    this.buffer.copy(grown, 0, 0, this.length);
    this.buffer = grown;
  }
}
