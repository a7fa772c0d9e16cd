/**
 * Gathers lines as UTF-8 bytes in one buffer that grows by doubling: faster than a list of texts joined at the end.
 * In: texts, or whatever a {@link ByteSink} takes. Out: the bytes written since the last time they were taken.
 */
import { ByteSink } from '../../compile/write/byte-sink.ts';

const NEWLINE = 10;

export class ByteWriter extends ByteSink {
  private buffer: Buffer;
  private spare: Uint8Array<ArrayBuffer> | undefined;

  constructor(private readonly capacity = 1 << 16) {
    super(fresh(capacity));
    this.buffer = Buffer.from(this.bytes.buffer);
  }

  /** Writes a text and an end of line. */
  line(text: string): void {
    // One UTF-16 unit is three bytes of UTF-8 at most.
    this.reserve(text.length * 3 + 1);
    if (this.buffer.buffer !== this.bytes.buffer) this.buffer = Buffer.from(this.bytes.buffer);
    this.length += this.buffer.write(text, this.length);
    this.end();
  }

  /** Ends a line. */
  end(): void {
    this.byte(NEWLINE);
  }

  /** The bytes so far, in memory of their own that may be handed to another thread; the writer is empty again. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.subarray(0, this.length);
    // What comes next is likely as long, so that its memory need not grow.
    const wanted = Math.max(this.capacity, this.length + (this.length >> 3));
    this.moveTo(this.spare && this.spare.length >= wanted ? this.spare : fresh(wanted));
    this.spare = undefined;
    this.length = 0;
    return taken;
  }

  /** Takes back the memory of bytes that nobody needs any more: it is written again, which spares the system new pages. */
  giveBack(bytes: Uint8Array<ArrayBuffer>): void {
    if (bytes.buffer !== this.bytes.buffer) this.spare = new Uint8Array(bytes.buffer);
  }
}

/** Memory of its own, which holds whatever it held. */
const fresh = (capacity: number): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.allocUnsafeSlow(capacity).buffer as ArrayBuffer);
