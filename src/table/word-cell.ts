/**
 * Cells of enumeration and text columns.
 * In: text such as `a`, `a, b`, `not(a, b)`, `>= baik`, words in double quotes; the column's type. Out: a cell, or a thrown {@link CellRefused}.
 */
import { didYouMean } from '../values/suggest.ts';
import type { EnumType } from '../values/type.ts';
import { CellRefused, quote } from './cell-refused.ts';
import type { Cell } from './table.ts';

const QUOTED = /^"(?:[^"\\]|\\.)*"/s;

/** Reads a cell of words; `members` is undefined for a text column, where every word is allowed. */
export function readWordCell(written: string, type: EnumType | undefined): Cell {
  const text = written.trim();
  const compared = /^(<=|>=|<|>)\s*(.*)$/s.exec(text);
  if (compared) return readOrder(compared[1]!, compared[2]!, type);
  const negated = /^not\s*\((.*)\)$/s.exec(text);
  const words = splitWords(negated ? negated[1]! : text).map((word) => memberOf(word, type));
  if (!negated) return { kind: 'words', words: new Set(words) };
  if (!type) return { kind: 'except', words: new Set(words) };
  return someOf(
    type.members.filter((member) => !words.includes(member)),
    text,
  );
}

/** One word, with or without its quotes. */
export function readWord(written: string, type: EnumType | undefined): string {
  const words = splitWords(written);
  if (words.length > 1)
    throw new CellRefused(
      'table/cell-word',
      `${quote(written)} is more than one word.`,
      'Write one word here; put a text that holds a comma into double quotes.',
    );
  return memberOf(words[0]!, type);
}

export function memberOf(word: string, type: EnumType | undefined): string {
  if (!type || type.members.includes(word)) return word;
  throw new CellRefused('table/cell-word', `${quote(word)} is not a member of ${type.name}.`, mendWord(word, type));
}

function mendWord(word: string, type: EnumType): string | undefined {
  const negated = /^not\s+(\S+)$/i.exec(word)?.[1];
  if (negated !== undefined && type.members.includes(negated)) return `Write "not(${negated})".`;
  return didYouMean(word, type.members, membersText(type));
}

const membersText = ({ members }: EnumType): string => `Its members are ${members.slice(0, 12).join(', ')}${members.length > 12 ? ', ...' : ''}.`;

function readOrder(sign: string, rest: string, type: EnumType | undefined): Cell {
  const text = `${sign} ${rest}`;
  if (!type?.order) {
    const what = type ? `the members of ${type.name} have no order` : 'texts have no order';
    throw new CellRefused('table/cell-order', `${quote(text)} compares, but ${what}.`, 'List the words that are admitted, such as "a, b".');
  }
  const { order } = type;
  const at = order.indexOf(memberOf(rest.trim(), type));
  if (at < 0) throw new CellRefused('table/cell-order', `${quote(rest.trim())} has no place in the order of ${type.name}.`);
  const admitted = { '>=': order.slice(at), '>': order.slice(at + 1), '<=': order.slice(0, at + 1), '<': order.slice(0, at) }[sign];
  return someOf(admitted ?? [], text);
}

function someOf(words: readonly string[], text: string): Cell {
  if (words.length === 0)
    throw new CellRefused('table/cell-empty', `${quote(text)} admits no member of the enumeration.`, 'Name at least one member that it admits.');
  return { kind: 'words', words: new Set(words) };
}

/** Splits at commas that stand outside double quotes. */
function splitWords(text: string): string[] {
  const words: string[] = [];
  let rest = text;
  for (;;) {
    rest = rest.trimStart();
    const quoted = QUOTED.exec(rest)?.[0];
    const comma = rest.indexOf(',');
    const bare = quoted === undefined ? rest.slice(0, comma < 0 ? undefined : comma) : quoted;
    words.push(quoted === undefined ? bareWord(bare, text) : unquote(quoted));
    rest = rest.slice(bare.length).trimStart();
    if (rest === '') return words;
    if (!rest.startsWith(',')) throw new CellRefused('table/cell-word', `in ${quote(text)} a comma is missing behind ${quoted ?? quote(bare)}.`);
    rest = rest.slice(1);
  }
}

function bareWord(written: string, text: string): string {
  const word = written.trim();
  if (word === '') throw new CellRefused('table/cell-word', `in ${quote(text)} a word is missing.`, 'Write "-" for any word.');
  if (word.includes('"'))
    throw new CellRefused('table/cell-word', `in ${quote(text)} a double quote stands alone.`, 'Put double quotes around the whole word.');
  return word;
}

function unquote(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw new CellRefused('table/cell-word', `${quote(quoted)} is not a text in double quotes.`);
  }
}
