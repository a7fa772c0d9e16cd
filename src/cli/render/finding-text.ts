/**
 * Findings for people.
 * In: findings. Out: one line each, `file:line:column: severity code: sentences`, coloured by severity; further lines indented.
 */
import type { Severity } from '../../ruleset/diagnostic.ts';
import type { Style } from '../style.ts';
import type { Finding } from '../suite.ts';
import { placeText } from './place-text.ts';

export const renderFindings = (findings: readonly Finding[], style: Style): string => findings.map((finding) => `${findingText(finding, style)}\n`).join('');

function findingText({ position, severity, code, message, related }: Finding, style: Style): string {
  const place = position ? `${style.bold(placeText(position))}: ` : '';
  const also = related ? `\n  ${related.message}${related.position ? ` ${placeText(related.position)}` : ''}` : '';
  return `${place}${colourOf(severity, style)(severity)} ${style.dim(code)}: ${message.replaceAll('\n', '\n  ')}${also}`;
}

export const colourOf = (severity: Severity, style: Style): ((text: string) => string) =>
  severity === 'error' ? style.red : severity === 'warning' ? style.yellow : style.cyan;
