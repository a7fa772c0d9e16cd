/**
 * Numbers as people read them: digits grouped, the decimal sign of the language.
 * In: exact text such as `5439503` or `200/3`. Out: `5.439.503` or `200/3 (66,6666...)` in Indonesian, `5,439,503` in English.
 */
import { fromCanonicalText, toApproximateText } from '../../values/exact.ts';
import type { Lang } from './outcome-words.ts';

const APPROXIMATE_PLACES = 4;

export function numberText(exact: string, lang: Lang): string {
  if (exact.includes('/')) return `${exact} (${grouped(toApproximateText(fromCanonicalText(exact), APPROXIMATE_PLACES), lang)}...)`;
  return grouped(exact, lang);
}

/** `Rp5.439.503`; the sign stands before the currency. */
export const rupiahText = (exact: string, lang: Lang): string => (exact.startsWith('-') ? `-Rp${numberText(exact.slice(1), lang)}` : `Rp${numberText(exact, lang)}`);

function grouped(decimal: string, lang: Lang): string {
  const [whole = '', decimals] = decimal.split('.');
  const [group, point] = lang === 'id' ? ['.', ','] : [',', '.'];
  const digits = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, group);
  return decimals === undefined ? digits : `${digits}${point}${decimals}`;
}
