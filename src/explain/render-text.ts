/**
 * An explanation as plain text, at most 100 characters wide.
 * In: an {@link Explanation}, a language, and how tones are painted. Out: text that reads without colour too.
 */
import { type TextStyle, drawText } from '../page/draw-text.ts';
import type { Language } from '../page/page.ts';
import type { Explanation } from './explanation-shape.ts';
import { pageOf } from './tell/page-of.ts';

/**
 * The whole explanation as text.
 * @param options.style paints tones for a terminal.
 * @example renderText(explain(ruleset, outcome), 'id')
 */
export function renderText(explanation: Explanation, language: Language = 'id', options: { readonly style?: TextStyle | undefined } = {}): string {
  return drawText(pageOf(explanation, language), options.style);
}
