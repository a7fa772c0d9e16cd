/**
 * Where the characters of a scalar's value stand in the file: quotes, escapes, indentation and folded lines taken into account.
 * In: the file's text, where the scalar is written and how. Out: the offset in the file of a character of the value.
 */

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A scalar as written: from its first character (quote or `|` included) to behind its last. */
export interface WrittenScalar {
  readonly style: ScalarStyle;
  readonly from: number;
  readonly to: number;
  readonly value: string;
}

const SPACE = new Set([' ', '\t', '\n', '\r']);
const ESCAPED_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The place of the value's character `offset`; an offset at or behind the end of the value is the place behind its last visible character. */
export function sourceOffset(text: string, scalar: WrittenScalar, offset: number): number {
  const visible = scalar.value.trimEnd().length;
  if (offset < scalar.value.length) return placeOf(text, scalar, Math.max(0, offset));
  return visible === 0 ? scalar.from : placeOf(text, scalar, visible - 1) + 1;
}

function placeOf(text: string, scalar: WrittenScalar, offset: number): number {
  return scalar.style === 'literal' ? literalPlace(text, scalar, offset) : flowedPlace(text, scalar, offset);
}

/** Lines of a `|` block are the lines of the value, each behind its indentation. */
function literalPlace(text: string, scalar: WrittenScalar, offset: number): number {
  const before = scalar.value.slice(0, offset).split('\n');
  let start = text.indexOf('\n', scalar.from) + 1;
  for (let skipped = 1; skipped < before.length; skipped++) start = text.indexOf('\n', start) + 1;
  const nextLine = text.indexOf('\n', start);
  const end = nextLine < 0 ? text.length : text[nextLine - 1] === '\r' ? nextLine - 1 : nextLine;
  const lineStart = offset - before.at(-1)!.length;
  const lineEnd = scalar.value.indexOf('\n', lineStart);
  const width = (lineEnd < 0 ? scalar.value.length : lineEnd) - lineStart;
  return end - width + (offset - lineStart);
}

/** Walks value and source side by side: lines may have been folded, quotes and escapes are longer than what they mean. */
function flowedPlace(text: string, scalar: WrittenScalar, offset: number): number {
  const { style, value } = scalar;
  let at = style === 'plain' ? scalar.from : style === 'folded' ? text.indexOf('\n', scalar.from) + 1 : scalar.from + 1;
  for (let index = 0; index < value.length;) {
    const wanted = value[index]!;
    if (style === 'double') at = skipJoinedLines(text, at);
    if (style === 'folded' && !SPACE.has(wanted)) while (at < scalar.to && SPACE.has(text[at]!)) at++;
    const [units, length] = (style === 'folded' ? undefined : foldAt(text, at)) ?? unitAt(text, at, style, value.codePointAt(index)!);
    if (offset < index + units) return at + (SPACE.has(wanted) ? offset - index : 0);
    index += units;
    at += length;
  }
  return at;
}

/** A line end with the white space around it means one space, or one line end for each empty line in it. */
function foldAt(text: string, at: number): readonly [units: number, length: number] | undefined {
  const run = /[ \t\r\n]*/y;
  run.lastIndex = at;
  const [space] = run.exec(text)!;
  const lineEnds = space.split('\n').length - 1;
  return lineEnds === 0 ? undefined : [Math.max(1, lineEnds - 1), space.length];
}

/** One character as written, and how many units of the value it is. */
function unitAt(text: string, at: number, style: ScalarStyle, point: number): readonly [units: number, length: number] {
  if (style === 'single' && text[at] === "'") return [1, 2];
  if (style !== 'double' || text[at] !== '\\') return [1, 1];
  const digits = ESCAPED_DIGITS[text[at + 1]!] ?? 0;
  return [digits === 8 && point > 0xffff ? 2 : 1, 2 + digits];
}

/** A backslash at the end of a line joins it with the next one. */
function skipJoinedLines(text: string, from: number): number {
  let at = from;
  for (let joined = /\\\r?\n[ \t]*/y; (joined.lastIndex = at), joined.test(text);) at = joined.lastIndex;
  return at;
}
