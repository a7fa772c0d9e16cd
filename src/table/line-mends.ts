/**
 * What the writer of an unreadable number or date probably meant.
 * In: the text of one item of a cell. Out: the sentence that says how to mend it.
 */
import { CalendarDate } from '../values/calendar-date.ts';

const NUMBER = /^-?\d{1,15}(?:\.\d{1,12})?$/;
const LONGEST_GUESS = 80;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** Each: a pattern, and what to write instead, made of its groups; tried in this order. */
const GUESSES: readonly (readonly [RegExp, (...groups: string[]) => string])[] = [
  [/^(?:\u2265|=>|> =|min\.?)\s*([^\s].*)$/i, (a) => `>= ${a}`],
  [/^(?:\u2264|=<|< =|max\.?)\s*([^\s].*)$/i, (a) => `<= ${a}`],
  [/^==?\s*(.+)$/, (a) => a],
  [/^([^\s].*?)\s*\+$/, (a) => `>= ${a}`],
  [/^([^\s].*?)\s*\.\.$/, (a) => `>= ${a}`],
  [/^\.\.\s*(.+)$/, (a) => `<= ${a}`],
  [/^(-?[^\s-][^-\u2013\u2014]*?)\s*(?:-|\u2013|\u2014|\.\.\.|\u2026|\bto\b|\bs\/d\b|\bsd\b|\bs\.d\.|\bsampai\b|:)\s*(.+)$/i, (a, b) => `${a}..${b}`],
];

/** "Write …" for a text that is no number, or undefined when nothing can be guessed. */
export function mendNumber(text: string): string | undefined {
  if (text.length > LONGEST_GUESS) return undefined;
  if (/^not\b/.test(text)) return 'Write what is admitted instead, such as "< 3, > 5".';
  const plain = text.replace(/^Rp\.?\s*|\s*%$/gi, '');
  if (plain !== text && NUMBER.test(plain)) return `Write "${plain}": the unit belongs to the column.`;
  const joined = text.replace(/(?<=\d)[ _](?=\d{3}\b)/g, '');
  if (joined !== text && NUMBER.test(joined)) return `Write "${joined}", without separators.`;
  if (/^-?\d{1,3}(?:\.\d{3}){2,}$/.test(text)) return `Write "${text.replaceAll('.', '')}", without separators.`;
  return guess(text, (part) => NUMBER.test(part));
}

/** The same for dates; `31/12/2024` is read as day, month, year. */
export function mendDate(text: string): string | undefined {
  if (text.length > LONGEST_GUESS) return undefined;
  const [, day, month, year] = DAY_FIRST.exec(text) ?? [];
  if (day !== undefined && month !== undefined) {
    const date = CalendarDate.of(Number(year), Number(month), Number(day));
    if (date) return `Write "${date.toString()}".`;
  }
  const found = /^(\d{4}-\d{2}-\d{2})\s*(?:-|\u2013|\u2014|to|s\/d|sd|sampai)\s*(\d{4}-\d{2}-\d{2})$/i.exec(text);
  if (found) return `Write "${found[1]!}..${found[2]!}".`;
  return guess(text, (part) => CalendarDate.parse(part) !== undefined);
}

function guess(text: string, reads: (part: string) => boolean): string | undefined {
  for (const [pattern, rewrite] of GUESSES) {
    const groups = pattern.exec(text)?.slice(1);
    if (groups?.every((part) => reads(part))) return `Write "${rewrite(...groups)}".`;
  }
  return undefined;
}
