/**
 * The words of a language, and their filling.
 * In: a language. Out: its {@link Words}; a sentence with names in braces becomes text with values in their places.
 */
import { EN } from './en.ts';
import { ID } from './id.ts';
import type { Language, Words } from './words.ts';

const WORDS: Readonly<Record<Language, Words>> = { id: ID, en: EN };

export const wordsOf = (language: Language): Words => WORDS[language];

/** A sentence in pieces: text, and the names in braces. */
export function piecesOf(sentence: string): readonly ({ readonly text: string } | { readonly name: string })[] {
  return sentence
    .split(/(\{[a-zA-Z]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{[a-zA-Z]+\}$/.test(piece) ? { name: piece.slice(1, -1) } : { text: piece }));
}
