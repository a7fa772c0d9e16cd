/**
 * Texts of JSON read straight from bytes, without making a new text where the same one was met before.
 * In: bytes, and where the text begins behind its quote. Out: the text, or its number among known words; undefined or -1 for what JSON.parse must read:
 * escapes, whatever is not printable ASCII, and words that are not known. A {@link Cursor} then stands on the byte behind.
 * What was met lately is told by four bytes at a time, closing quote included: equal bytes need no other look.
 */

/** Where reading goes on. The readers of this folder leave it where they stopped. */
export interface Cursor {
  at: number;
  /** The bytes of the employee's id. */
  employeeFrom: number;
  employeeTo: number;
}

export const newCursor = (): Cursor => ({ at: 0, employeeFrom: 0, employeeTo: 0 });

const QUOTE = 34;
const BACKSLASH = 92;
const SPACE = 32;
const LAST = 126;
/** Texts that were met lately, each in the place that its first eight bytes lead to. */
const BITS = 10;
const SLOTS = 2 ** BITS;
/** Words of four bytes for each text. */
const STRIDE = 8;
const LONGEST = STRIDE * 4 - 1;

export interface Texts {
  readonly kept: (string | undefined)[];
  /** Among known words: which it is. */
  readonly numbers: Int32Array;
  /** Bytes with the closing quote; 0 where nothing is kept. */
  readonly sizes: Uint8Array;
  readonly blocks: Int32Array;
  /** The last four bytes. */
  readonly ends: Int32Array;
}

export const newTexts = (): Texts => ({
  kept: new Array<string | undefined>(SLOTS).fill(undefined),
  numbers: new Int32Array(SLOTS),
  sizes: new Uint8Array(SLOTS),
  blocks: new Int32Array(SLOTS * STRIDE),
  ends: new Int32Array(SLOTS),
});

/** The place to which the bytes of a text and of what follows it lead. */
function placeOf(view: DataView, from: number): number {
  return Math.imul(view.getInt32(from, true) ^ Math.imul(view.getInt32(from + 4, true), 0x9e3779b1), 0x85ebca6b) >>> (32 - BITS);
}

/** Whether the text kept at a place is the one that begins at `from`. */
function isKept({ sizes, blocks, ends }: Texts, place: number, view: DataView, from: number): boolean {
  const size = sizes[place]!;
  if (size < 4) return size > 0 && (view.getInt32(from, true) ^ blocks[place * STRIDE]!) << (32 - 8 * size) === 0;
  let block = place * STRIDE;
  const last = from + size - 4;
  for (let at = from; at < last; at += 4) if (blocks[block++] !== view.getInt32(at, true)) return false;
  return ends[place] === view.getInt32(last, true);
}

function keep(texts: Texts, place: number, view: DataView, from: number, text: string, number: number): void {
  const size = text.length + 1;
  if (size > LONGEST) return;
  texts.kept[place] = text;
  texts.numbers[place] = number;
  texts.sizes[place] = size;
  for (let block = 0; block < STRIDE && block * 4 < size; block++) texts.blocks[place * STRIDE + block] = view.getInt32(from + block * 4, true);
  texts.ends[place] = size < 4 ? 0 : view.getInt32(from + size - 4, true);
}

/** @param view of the same bytes, which go on for eight bytes at least. */
export function readText(texts: Texts, bytes: Uint8Array, view: DataView, from: number, cursor: Cursor): string | undefined {
  const place = placeOf(view, from);
  if (isKept(texts, place, view, from)) {
    cursor.at = from + texts.sizes[place]!;
    return texts.kept[place];
  }
  const end = endOf(bytes, from);
  if (end < 0) return undefined;
  cursor.at = end + 1;
  const text = asciiText(bytes, from, end);
  keep(texts, place, view, from, text, 0);
  return text;
}

/** A set of words. */
export interface Words {
  readonly words: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly met: Texts;
}

export const wordsOf = (words: readonly string[]): Words => ({ words, numbers: new Map(words.map((word, number) => [word, number])), met: newTexts() });

/** The number of the word that begins at `from`; -1 when it is none of them. */
export function wordNumber({ numbers, met }: Words, bytes: Uint8Array, view: DataView, from: number, cursor: Cursor): number {
  const place = placeOf(view, from);
  if (isKept(met, place, view, from)) {
    cursor.at = from + met.sizes[place]!;
    return met.numbers[place]!;
  }
  const end = endOf(bytes, from);
  if (end < 0) return -1;
  cursor.at = end + 1;
  const text = asciiText(bytes, from, end);
  const number = numbers.get(text);
  if (number === undefined) return -1;
  keep(met, place, view, from, text, number);
  return number;
}

export function readWord(words: Words, bytes: Uint8Array, view: DataView, from: number, cursor: Cursor): string | undefined {
  const number = wordNumber(words, bytes, view, from, cursor);
  return number === -1 ? undefined : words.words[number];
}

/** Passes over a text of the model, as `isPlainText` takes it: not blank, no space at its ends, at most `longest` long. */
export function passText(bytes: Uint8Array, from: number, longest: number, cursor: Cursor): boolean {
  const end = endOf(bytes, from);
  cursor.at = end + 1;
  return end > from && end - from <= longest && bytes[from] !== SPACE && bytes[end - 1] !== SPACE;
}

/** Bytes of ASCII as a text. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 200) text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 200)));
  return text;
}

/** Where the closing quote stands; -1 for texts that must be read otherwise. */
function endOf(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    const byte = bytes[at]!;
    if (byte === QUOTE) return at;
    if (!(byte >= SPACE && byte <= LAST) || byte === BACKSLASH) return -1;
  }
}
