/**
 * Breaks a line of spans into rows of a given width, tone by tone.
 * In: a {@link Line} and a width. Out: rows of fragments; a word longer than the width is cut. No-break spaces hold together and become plain ones.
 */
import { NO_BREAK } from './numbers.ts';
import type { Line, Tone } from './page.ts';

export interface Fragment {
  readonly text: string;
  readonly tone?: Tone | undefined;
}
export type Row = readonly Fragment[];

interface Word {
  readonly fragments: Fragment[];
  width: number;
}

export const rowWidth = (row: Row): number => row.reduce((width, { text }) => width + [...text].length, 0);

export function wrapLine(line: Line, width: number): readonly Row[] {
  const rows: Fragment[][] = [];
  let row: Fragment[] = [];
  let used = 0;
  for (const word of wordsIn(line).flatMap((each) => cut(each, width))) {
    if (used > 0 && used + 1 + word.width > width) {
      rows.push(row);
      row = [];
      used = 0;
    }
    const fragments = word.fragments.map(({ text, tone }) => ({ text: text.replaceAll(NO_BREAK, ' '), tone }));
    const last = row.at(-1);
    // Words of one tone are one fragment, so that a painted title is painted once.
    if (last && last.tone === fragments[0]!.tone) row[row.length - 1] = { text: `${last.text} ${fragments.shift()!.text}`, tone: last.tone };
    else if (last) row.push({ text: ' ' });
    row.push(...fragments);
    used += (used > 0 ? 1 : 0) + word.width;
  }
  if (row.length > 0 || rows.length === 0) rows.push(row);
  return rows;
}

function wordsIn(line: Line): readonly Word[] {
  const words: Word[] = [];
  let open: Word | undefined;
  for (const { text, tone } of line) {
    for (const [at, part] of text
      .replaceAll(/[\r\n\t]+/g, ' ')
      .split(' ')
      .entries()) {
      if (at > 0) open = undefined;
      if (part === '') continue;
      if (!open) words.push((open = { fragments: [], width: 0 }));
      open.fragments.push({ text: part, tone });
      open.width += [...part].length;
    }
  }
  return words;
}

/** A word that no row can hold, in pieces. */
function cut(word: Word, width: number): readonly Word[] {
  if (word.width <= width) return [word];
  const letters = word.fragments.flatMap(({ text, tone }) => [...text].map((letter) => ({ text: letter, tone })));
  const pieces: Word[] = [];
  for (let at = 0; at < letters.length; at += width) {
    const fragments: Fragment[] = [];
    for (const { text, tone } of letters.slice(at, at + width)) {
      const last = fragments.at(-1);
      if (last && last.tone === tone) fragments[fragments.length - 1] = { text: last.text + text, tone };
      else fragments.push({ text, tone });
    }
    pieces.push({ fragments, width: Math.min(width, letters.length - at) });
  }
  return pieces;
}
