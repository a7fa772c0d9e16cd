/**
 * A selection as text or Markdown; its JSON is the selection itself.
 * In: a {@link Selection}, a language. Out: text at most 100 characters wide, or GitHub's Markdown.
 */
import { drawMarkdown } from '../page/draw-markdown.ts';
import { type TextStyle, drawText } from '../page/draw-text.ts';
import type { Language } from '../page/page.ts';
import type { Selection } from './selection-shape.ts';
import { selectionPage } from './tell-selection.ts';

/** @example renderSelectionText(selectByCompetence(ruleset, members, input), 'id') */
export const renderSelectionText = (selection: Selection, language: Language = 'id', style: TextStyle = {}): string =>
  drawText(selectionPage(selection, language), style);

/** @example renderSelectionMarkdown(selectByCompetence(ruleset, members, input), 'en') */
export const renderSelectionMarkdown = (selection: Selection, language: Language = 'id'): string => drawMarkdown(selectionPage(selection, language));
