/**
 * What `test` says to people: failed cases with what was expected and what came, then a summary of each ruleset.
 * In: tested rulesets. Out: text.
 */
import { diagnosticText } from '../../ruleset/diagnostic.ts';
import { findingOf } from '../diagnostic-finding.ts';
import type { Style } from '../style.ts';
import { hasNoCases, mismatchPath, noCasesText, reasonsOf, unsoundText, variationText } from '../tested-suites.ts';
import type { TestedCase, TestedRuleset } from '../tested.ts';
import { counted } from './counted.ts';
import { renderFindings } from './finding-text.ts';
import { placeText } from './place-text.ts';

export interface TestedOptions {
  readonly style: Style;
  /** Lists everything that no case reaches. */
  readonly coverage: boolean;
  /** Leaves failures and what is missing to others, and only counts them. */
  readonly countOnly?: boolean | undefined;
}

export const renderTested = (tested: readonly TestedRuleset[], options: TestedOptions): string => tested.map((each) => renderOne(each, options)).join('\n');

function renderOne(tested: TestedRuleset, { style, coverage, countOnly }: TestedOptions): string {
  if (tested.textErrors.length > 0) {
    const errors = countOnly ? '' : tested.textErrors.map((diagnostic) => `${diagnosticText(diagnostic)}\n`).join('');
    return `${errors}${style.red(style.bold(tested.id))}: no case was run, since the text has ${counted(tested.textErrors.length, 'error')}\n`;
  }
  const failed = [...tested.cases, ...(tested.base?.cases ?? [])].filter((result) => result.status === 'failed');
  const failures = countOnly ? '' : failed.map((result, index) => failureText(result, failed[index - 1], style)).join('');
  const missing = coverage && !countOnly && tested.coverage ? renderFindings(tested.coverage.missing.map(findingOf), style) : '';
  return `${failures}${missing}${summaryLines(tested, coverage, style)
    .map((line) => `${line}\n`)
    .join('')}`;
}

/** A reason that is the one of the case before is not told again: one error in a ruleset may stop every case. */
function failureText(result: TestedCase, before: TestedCase | undefined, style: Style): string {
  const place = result.position ? `${placeText(result.position)} ` : '';
  const lines = [
    ...(result.problem === undefined
      ? []
      : [result.problem === before?.problem ? 'cannot be run, for the same reason' : `cannot be run: ${result.problem.replaceAll('\n', '\n    ')}`]),
    ...result.mismatches.flatMap(({ path, position, expected, actual }) => [
      `${position ? `${placeText(position)} ` : ''}${style.bold(mismatchPath(path))}`,
      `  expected ${style.green(expected)}`,
      `  actual   ${style.red(actual)}`,
    ]),
    ...result.disagreements.map(({ rule, ours, theirs }) => `the two opinions on ${style.bold(rule)} differ: ${ours} here, ${theirs} by json-rules-engine`),
    ...reasonsOf(result),
  ];
  return `${style.red('FAILED')} ${place}${style.bold(result.name)}\n${lines.map((line) => `  ${line}\n`).join('')}\n`;
}

function summaryLines(tested: TestedRuleset, isListed: boolean, style: Style): readonly string[] {
  const { id, place, cases, base, unsound, coverage } = tested;
  const isGood = [...cases, ...(base?.cases ?? [])].every((result) => result.status === 'passed') && unsound.length === 0;
  const name = (isGood ? style.green : style.red)(style.bold(id));
  const lines = [`${name}: ${casesText(cases)}`];
  if (unsound.length > 0) lines.push(`  ${style.red('error')}: ${unsoundText(place, unsound)}`);
  if (hasNoCases(tested)) lines.push(`  ${style.yellow('warning')}: ${noCasesText(place)}`);
  if (base) {
    lines.push(
      `  under ${id}, ${casesText(base.cases, `of ${base.base}`)}${base.passedOver === 0 ? '' : `; ${base.passedOver} passed over, since they lack facts or lie before ${id} begins`}`,
    );
    for (const variation of base.variations) lines.push(`  ${variation.regionalCase ? '' : `${style.yellow('warning')}: `}${variationText(variation)}`);
  }
  if (coverage) {
    const { rule, row, branch, edge } = coverage.byKind;
    const part = (name: string, { reached, total }: typeof rule): string => `${name} ${reached}/${total}`;
    const reached =
      coverage.total === 0 ? 'nothing of its own to reach' : [part('rules', rule), part('rows', row), part('branches', branch), part('edges', edge)].join(', ');
    const hint = coverage.missing.length > 0 && !isListed ? ' (--coverage lists what no case reaches)' : '';
    lines.push(`  reached: ${reached}${hint}`);
  }
  return lines;
}

function casesText(cases: readonly TestedCase[], of = ''): string {
  if (cases.length === 0) return `no cases${of === '' ? '' : ` ${of}`}`;
  const failed = cases.filter((result) => result.status === 'failed').length;
  const compared = cases.reduce((sum, result) => sum + result.rulesCompared, 0);
  const disagreed = cases.reduce((sum, result) => sum + result.disagreements.length, 0);
  const opinions = `${counted(compared, 'rule')} decided by both opinions, ${counted(disagreed, 'disagreement')}`;
  return `${counted(cases.length, 'case')}${of === '' ? '' : ` ${of}`}: ${cases.length - failed} passed, ${failed} failed; ${opinions}`;
}
