/**
 * A monitoring summary as text or Markdown; its JSON is the summary itself.
 * In: a {@link Monitoring}, a language. Out: text at most 100 characters wide, or GitHub's Markdown.
 */
import { drawMarkdown } from '../page/draw-markdown.ts';
import { type TextStyle, drawText } from '../page/draw-text.ts';
import type { Language } from '../page/page.ts';
import type { Monitoring } from './monitoring-shape.ts';
import { monitoringPage } from './tell-monitoring.ts';

/** @example renderMonitoringText(monitor(ruleset, members), 'id') */
export const renderMonitoringText = (monitoring: Monitoring, language: Language = 'id', style: TextStyle = {}): string =>
  drawText(monitoringPage(monitoring, language), style);

/** @example renderMonitoringMarkdown(monitor(ruleset, members), 'en') */
export const renderMonitoringMarkdown = (monitoring: Monitoring, language: Language = 'id'): string => drawMarkdown(monitoringPage(monitoring, language));
