/**
 * What both languages say: one key for each word or sentence.
 * In: nothing. Out: the types of keys and of a language's words; `words-of.ts` chooses the language.
 */
import type { EN } from './en.ts';

export type WordKey = keyof typeof EN;
export type Words = Readonly<Record<WordKey, string>>;
export type { Language } from '../../page/page.ts';
