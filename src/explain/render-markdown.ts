/**
 * An explanation as Markdown (GitHub's kind, for its tables).
 * In: an {@link Explanation} and a language. Out: Markdown; whatever a ruleset says is text, never markup.
 */
import { drawMarkdown } from '../page/draw-markdown.ts';
import type { Language } from '../page/page.ts';
import type { Explanation } from './explanation-shape.ts';
import { pageOf } from './tell/page-of.ts';

/** @example renderMarkdown(explain(ruleset, outcome), 'en') */
export const renderMarkdown = (explanation: Explanation, language: Language = 'id'): string => drawMarkdown(pageOf(explanation, language));
