/**
 * The place inside an instrument of law, as it is read aloud.
 * In: a pinpoint such as `art-10(2)f.1`. Out: `pasal 10 ayat (2) huruf f angka 1`, or `art. 10(2)f.1`; what it does not know stays as it is.
 */
import type { Language } from '../words/words.ts';

const ARTICLE = /^(\d+[A-Z]?)(?:\((\d+[a-z]?)\))?([a-z])?(?:\.(\d+)([a-z])?)?$/;

export function pinpointText(pinpoint: string, language: Language): string {
  const [head, rest] = splitAt(pinpoint);
  switch (head) {
    case 'art':
      return articleText(rest, language) ?? pinpoint;
    case 'penjelasan': {
      const article = articleText(rest, language);
      return article === undefined ? pinpoint : language === 'id' ? `penjelasan ${article}` : `elucidation of ${article}`;
    }
    case 'menimbang':
      return language === 'id' ? `menimbang huruf ${rest}` : `recital ${rest}`;
    case 'annex': {
      const page = /^p\.(\d+)$/.exec(rest)?.[1];
      if (rest !== '' && page === undefined) return pinpoint;
      const annex = language === 'id' ? 'lampiran' : 'annex';
      return page === undefined ? annex : `${annex} ${language === 'id' ? 'hlm.' : 'p.'} ${page}`;
    }
    default:
      return pinpoint;
  }
}

function splitAt(pinpoint: string): readonly [head: string, rest: string] {
  const dash = pinpoint.indexOf('-');
  return dash < 0 ? [pinpoint, ''] : [pinpoint.slice(0, dash), pinpoint.slice(dash + 1)];
}

function articleText(rest: string, language: Language): string | undefined {
  const match = ARTICLE.exec(rest);
  if (!match) return undefined;
  if (language === 'en') return `art. ${rest}`;
  const [, article, paragraph, letter, number, below] = match;
  const parts = [`pasal ${article}`, paragraph && `ayat (${paragraph})`, letter && `huruf ${letter}`, number && `angka ${number}`, below && `huruf ${below}`];
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}
