/**
 * Texts of JSON read straight from bytes, without making a new text where the same one was met before.
 * In: bytes, and where the text begins behind its quote. Out: the text, or its number among known words; undefined or -1 for what JSON.parse must read:
 * escapes, whatever is not printable ASCII, and words that are not known. A {@link Cursor} then stands on the byte behind.
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
const SLOTS = 1024;

/** Any texts: the one met last at each place of a small table is kept. */
export interface Texts {
  readonly kept: (string | undefined)[];
}

export const newTexts = (): Texts => ({ kept: new Array<string | undefined>(SLOTS).fill(undefined) });

export function readText({ kept }: Texts, bytes: Uint8Array, from: number, cursor: Cursor): string | undefined {
  let hash = 0;
  let at = from;
  for (;;) {
    const byte = bytes[at]!;
    if (byte === QUOTE) break;
    if (!(byte >= SPACE && byte <= LAST) || byte === BACKSLASH) return undefined;
    hash = (Math.imul(hash, 31) + byte) | 0;
    at++;
  }
  cursor.at = at + 1;
  const place = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  const known = kept[place];
  if (known !== undefined && isSame(known, bytes, from, at)) return known;
  const text = asciiText(bytes, from, at);
  kept[place] = text;
  return text;
}

/** A set of words, found by their hash. */
export interface Words {
  readonly mask: number;
  readonly numbers: Int32Array;
  readonly words: readonly string[];
}

export function wordsOf(words: readonly string[]): Words {
  let size = 8;
  while (size < words.length * 3) size *= 2;
  const numbers = new Int32Array(size).fill(-1);
  for (const [number, word] of words.entries()) {
    let hash = 0;
    for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
    let place = (hash ^ (hash >>> 15)) & (size - 1);
    while (numbers[place] !== -1) place = (place + 1) & (size - 1);
    numbers[place] = number;
  }
  return { mask: size - 1, numbers, words };
}

/** The number of the word that begins at `from`; -1 when it is none of them. */
export function wordNumber({ mask, numbers, words }: Words, bytes: Uint8Array, from: number, cursor: Cursor): number {
  let hash = 0;
  let at = from;
  for (;;) {
    const byte = bytes[at]!;
    if (byte === QUOTE) break;
    if (!(byte >= SPACE && byte <= LAST) || byte === BACKSLASH) return -1;
    hash = (Math.imul(hash, 31) + byte) | 0;
    at++;
  }
  cursor.at = at + 1;
  for (let place = (hash ^ (hash >>> 15)) & mask; ; place = (place + 1) & mask) {
    const number = numbers[place]!;
    if (number === -1 || isSame(words[number]!, bytes, from, at)) return number;
  }
}

export function readWord(words: Words, bytes: Uint8Array, from: number, cursor: Cursor): string | undefined {
  const number = wordNumber(words, bytes, from, cursor);
  return number === -1 ? undefined : words.words[number];
}

/** Passes over a text of the model, as `isPlainText` takes it: not blank, no space at its ends, at most `longest` long. */
export function passText(bytes: Uint8Array, from: number, longest: number, cursor: Cursor): boolean {
  let at = from;
  for (;;) {
    const byte = bytes[at]!;
    if (byte === QUOTE) break;
    if (!(byte >= SPACE && byte <= LAST) || byte === BACKSLASH) return false;
    at++;
  }
  cursor.at = at + 1;
  return at > from && at - from <= longest && bytes[from] !== SPACE && bytes[at - 1] !== SPACE;
}

/** Bytes of ASCII as a text. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 200) text += String.fromCharCode(...bytes.subarray(at, Math.min(to, at + 200)));
  return text;
}

function isSame(text: string, bytes: Uint8Array, from: number, to: number): boolean {
  const length = to - from;
  if (text.length !== length) return false;
  for (let at = 0; at < length; at++) if (text.charCodeAt(at) !== bytes[from + at]) return false;
  return true;
}
