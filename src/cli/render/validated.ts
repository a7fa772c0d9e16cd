/**
 * What `validate` says to people: the diagnostics of each ruleset, then a line about it.
 * In: validated rulesets. Out: text.
 */
import type { Placeholder } from '../../check/placeholders.ts';
import type { Diagnostic, Severity } from '../../ruleset/diagnostic.ts';
import { findingOf } from '../diagnostic-finding.ts';
import { type StandingCounts, countsText, totalOf } from '../standing-counts.ts';
import type { Style } from '../style.ts';
import { counted } from './counted.ts';
import { renderFindings } from './finding-text.ts';
import { placeText } from './place-text.ts';

export interface ValidatedRuleset {
  readonly id: string;
  readonly version: string;
  readonly place: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined when the text has errors, and nothing could be resolved. */
  readonly intervals: readonly { readonly from: string; readonly to?: string | undefined; readonly sound: boolean }[] | undefined;
  readonly placeholders: readonly Placeholder[];
  /** Of the nodes in force in the last interval. */
  readonly standing?: StandingCounts | undefined;
}

export interface ValidatedOptions {
  readonly style: Style;
  /** Lists each placeholder with its note. */
  readonly placeholders: boolean;
  /** Leaves the diagnostics to others, and only counts them. */
  readonly countOnly?: boolean | undefined;
}

export function renderValidated(validated: readonly ValidatedRuleset[], options: ValidatedOptions): string {
  return validated.map((each) => renderOne(each, options)).join('');
}

function renderOne(validated: ValidatedRuleset, { style, placeholders, countOnly }: ValidatedOptions): string {
  const { diagnostics, standing } = validated;
  const failed = diagnostics.some((diagnostic) => diagnostic.severity !== 'note');
  const name = (failed ? style.red : style.green)(style.bold(`${validated.id} ${validated.version}`.trim()));
  const lines = [
    `${name}: ${intervalText(validated.intervals)}; ${countText(diagnostics)}`,
    ...(standing && totalOf(standing) > 0 ? [`  standing of ${counted(totalOf(standing), 'node')}: ${countsText(standing)}`] : []),
    ...(validated.placeholders.length > 0 ? [`  ${placeholderText(validated)}${placeholders ? ':' : ' (--placeholders lists them)'}`] : []),
    ...(placeholders ? validated.placeholders.map((placeholder) => `    ${placeholderLine(placeholder, style)}`) : []),
  ];
  return `${countOnly ? '' : renderFindings(diagnostics.map(findingOf), style)}${lines.join('\n')}\n`;
}

function intervalText(intervals: ValidatedRuleset['intervals']): string {
  if (!intervals) return 'not resolved, since its text has errors';
  const broken = intervals.filter((interval) => !interval.sound);
  const all = `${counted(intervals.length, 'interval')} of law${intervals[0] ? ` from ${intervals[0].from} on` : ''}`;
  return broken.length === 0 ? all : `${all}, ${broken.length} of them with errors (${broken.map(({ from, to }) => `${from}..${to ?? ''}`).join(', ')})`;
}

function countText(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity): number => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return `${counted(count('error'), 'error')}, ${counted(count('warning'), 'warning')}, ${counted(count('note'), 'note')}`;
}

function placeholderText({ id, placeholders }: ValidatedRuleset): string {
  const others = new Set(placeholders.filter((placeholder) => placeholder.ruleset !== id).map((placeholder) => placeholder.ruleset));
  const own = placeholders.filter((placeholder) => placeholder.ruleset === id).length;
  const from =
    others.size === 0 ? '' : own === 0 ? `, from ${[...others].join(' and ')}` : `, ${placeholders.length - own} of them from ${[...others].join(' and ')}`;
  return `${counted(placeholders.length, 'placeholder')}${from}`;
}

function placeholderLine({ id, part, from, note, position }: Placeholder, style: Style): string {
  const what = `${style.bold(id)}${part === undefined ? '' : `, ${part}`}${from === undefined ? '' : ` (from ${from})`}`;
  return `${position ? `${placeText(position)}: ` : ''}${what}${note === undefined ? '' : `: ${note}`}`;
}
