/**
 * An explanation as one HTML page that stands alone: no script, nothing to load; it prints on A4.
 * In: an {@link Explanation} and a language. Out: HTML; whatever a ruleset or an appraisal says is text, never markup.
 */
import { drawHtml } from '../page/draw-html.ts';
import type { Language } from '../page/page.ts';
import type { Explanation } from './explanation-shape.ts';
import { pageOf } from './tell/page-of.ts';

/** @example renderHtml(explain(ruleset, outcome, { appraisal }), 'id') */
export function renderHtml(explanation: Explanation, language: Language = 'id'): string {
  const { id, name } = explanation.head.employee;
  return drawHtml(pageOf(explanation, language), name ?? id);
}
