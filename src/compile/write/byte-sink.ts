/**
 * Bytes that grow: where the lines of a batch are put together, without a text in between.
 * In: pieces of UTF-8, scaled integers, ranges of other bytes. Out: `bytes` up to `length`. Whoever gives up a line sets `length` back.
 */

/** From here on a copy by the engine costs less than a loop. */
const LONG = 160;
/** Pieces are copied four bytes at a time, so that up to three bytes behind them are written. */
const SLACK = 4;
/** A scaled integer: a sign, sixteen digits, a point; at most {@link MOST_PLACES} noughts before them. */
const MOST_PLACES = 40;
const NUMBER = 64;
const BILLION = 1e9;

/** Bytes that are written again and again. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** The same, four at a time. */
  readonly blocks: Int32Array;
}

export function pieceOf(bytes: Uint8Array): Piece {
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  return { bytes, blocks: Int32Array.from({ length: padded.length / 4 }, (_, block) => view.getInt32(block * 4, true)) };
}

export class ByteSink {
  length = 0;
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }

  /** Goes on in other memory. */
  protected moveTo(bytes: Uint8Array<ArrayBuffer>): void {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }

  /** Makes room for so many bytes more. */
  reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    grown.set(this.#bytes.subarray(0, this.length));
    this.moveTo(grown);
  }

  byte(value: number): void {
    this.reserve(1);
    this.#bytes[this.length++] = value;
  }

  piece({ bytes, blocks }: Piece): void {
    const size = bytes.length;
    const at = this.length;
    if (at + size + SLACK > this.#bytes.length) this.reserve(size + SLACK);
    this.length = at + size;
    if (size >= LONG) {
      this.#bytes.set(bytes, at);
      return;
    }
    const view = this.#view;
    for (let block = 0; block < blocks.length; block++) view.setInt32(at + block * 4, blocks[block]!, true);
  }

  /** Bytes that are not likely to come again. */
  all(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** Copies what stands in other bytes from `from` up to `to`. */
  range(source: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    const bytes = this.#bytes;
    let at = this.length;
    for (let index = from; index < to; index++) bytes[at++] = source[index]!;
    this.length = at;
  }

  /** Writes once more what stands from `from` up to `to` of what was written. */
  again(from: number, to: number): void {
    const size = to - from;
    this.reserve(size + SLACK);
    const view = this.#view;
    const at = this.length;
    for (let done = 0; done < size; done += 4) view.setInt32(at + done, view.getInt32(from + done, true), true);
    this.length = at + size;
  }

  /** An integer that stands for `value ÷ 10^places`, as the shortest decimal text; `places` is at most 40. */
  scaled(value: number, places: number): void {
    if (this.length + NUMBER > this.#bytes.length) this.reserve(NUMBER);
    this.length = writeScaled(this.#bytes, this.length, value, places);
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): DataView => new DataView(buffer, byteOffset, byteLength);

/** The places with which {@link ByteSink.scaled} can deal. */
export const fitsPlaces = (places: number): boolean => places >= 0 && places <= MOST_PLACES;

/** Writes behind `at`, and says where it ends. Zeros at the end of the decimals are left out. */
function writeScaled(bytes: Uint8Array, at: number, value: number, places: number): number {
  let rest = value;
  if (rest < 0) {
    bytes[at++] = 45;
    rest = -rest;
  }
  let high = Math.floor(rest / BILLION);
  let low = rest - high * BILLION;
  if (low < 0) {
    high--;
    low += BILLION;
  }
  let decimals = places;
  while (decimals > 0) {
    // While there are nine more digits above, `low` has its noughts in front.
    if (decimals >= 9 && low === 0) {
      low = high;
      high = 0;
      decimals -= 9;
      if (low === 0) decimals = 0;
      continue;
    }
    const tenth = Math.floor(low / 10);
    if (low - tenth * 10 !== 0) break;
    decimals--;
    low = tenth;
    if (high !== 0) {
      const upper = Math.floor(high / 10);
      low += (high - upper * 10) * (BILLION / 10);
      high = upper;
    }
  }
  return digitsOf(bytes, at, high, low, decimals);
}

function digitsOf(bytes: Uint8Array, at: number, high: number, low: number, decimals: number): number {
  let count = high === 0 ? countOf(low) : 9 + countOf(high);
  if (count <= decimals) count = decimals + 1;
  const end = decimals > 0 ? at + count + 1 : at + count;
  let place = end - 1;
  let behind = decimals;
  let [part, above] = [low | 0, high | 0];
  for (let written = 0; written < count; written++) {
    if (written === 9) {
      part = above;
      above = 0;
    }
    if (behind-- === 0 && decimals > 0) bytes[place--] = 46;
    const tenth = (part / 10) | 0;
    bytes[place--] = 48 + part - tenth * 10;
    part = tenth;
  }
  return end;
}

function countOf(value: number): number {
  if (value < 1e4) return value < 1e2 ? (value < 10 ? 1 : 2) : value < 1e3 ? 3 : 4;
  if (value < 1e6) return value < 1e5 ? 5 : 6;
  return value < 1e8 ? (value < 1e7 ? 7 : 8) : 9;
}
