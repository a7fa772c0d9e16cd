/**
 * What testing found, in the form that reports for machines are made from.
 * In: tested rulesets. Out: suites: one for the cases of each ruleset, one for those of its base, one for coverage where it is asked for.
 */
import type { Variation } from '../cases/base-cases.ts';
import { findingOf } from './diagnostic-finding.ts';
import type { Check, Finding, Suite } from './suite.ts';
import type { TestedCase, TestedRuleset, TestedVariation } from './tested.ts';

export function suitesOf(tested: readonly TestedRuleset[], withCoverage: boolean): readonly Suite[] {
  return tested.flatMap((ruleset) => [
    { name: ruleset.id, checks: [...ownChecks(ruleset), ...ruleset.cases.map((each) => checkOf(ruleset.id, each))] },
    ...(ruleset.base
      ? [
          {
            name: `${ruleset.id}: cases of ${ruleset.base.base}`,
            checks: [
              ...ruleset.base.cases.map((each) => checkOf(`${ruleset.id}.${ruleset.base!.base}`, each)),
              ...ruleset.base.variations.map((each) => variationCheck(ruleset, each)),
            ],
          },
        ]
      : []),
    ...(withCoverage && ruleset.coverage
      ? [
          {
            name: `${ruleset.id}: coverage`,
            checks: [{ name: 'cases reach everything', group: ruleset.id, findings: ruleset.coverage.missing.map(findingOf) }],
          },
        ]
      : []),
  ]);
}

/** What is wrong with the ruleset before any case is run. */
function ownChecks(tested: TestedRuleset): readonly Check[] {
  const { id, place, position, textErrors, unsound } = tested;
  const placed = (finding: Finding): Finding => (position ? { ...finding, position } : finding);
  const findings = [
    ...textErrors.map(findingOf),
    ...(unsound.length > 0 ? [placed(unsoundFinding(place, unsound))] : []),
    ...(hasNoCases(tested) ? [placed(noCases(place))] : []),
  ];
  return findings.length === 0 ? [] : [{ name: `${id} can be tested`, group: id, findings }];
}

/** Whether a ruleset that could run cases has none. */
export const hasNoCases = ({ textErrors, cases, coverage }: TestedRuleset): boolean => textErrors.length === 0 && cases.length === 0 && coverage !== undefined;

export const unsoundText = (place: string, unsound: readonly string[]): string =>
  `${place} has errors in the law that begins on ${unsound.join(', ')}: kinerja validate ${place} says which.`;

const unsoundFinding = (place: string, unsound: readonly string[]): Finding => ({
  code: 'case/unsound',
  severity: 'error',
  title: 'errors in the ruleset',
  message: unsoundText(place, unsound),
});

const noCases = (place: string): Finding => ({ code: 'case/none', severity: 'warning', title: 'no cases', message: noCasesText(place) });

export const noCasesText = (place: string): string => `${place} has no cases. Write some under cases/.`;

const checkOf = (group: string, result: TestedCase): Check => ({ name: result.name, group: `${group}.${result.file}`, findings: findingsOfCase(result) });

export function findingsOfCase(result: TestedCase): readonly Finding[] {
  const { name, position, problem, mismatches, disagreements } = result;
  const reasons = reasonsOf(result)
    .map((line) => `\n${line}`)
    .join('');
  const finding = (code: string, what: string, at = position): Finding => ({
    code,
    severity: 'error',
    title: name,
    message: `${what}${reasons}`,
    ...(at && { position: at }),
  });
  return [
    ...(problem === undefined ? [] : [finding('case/not-run', `The case cannot be run: ${problem}`)]),
    ...mismatches.map((mismatch) =>
      finding('case/mismatch', `${mismatchPath(mismatch.path)}: expected ${mismatch.expected}, was ${mismatch.actual}.`, mismatch.position),
    ),
    ...disagreements.map(({ rule, ours, theirs }) =>
      finding(
        'case/opinions',
        `The two opinions on the rule ${rule} differ: ${ours} here, ${theirs} by json-rules-engine. This is a fault of kinerja: please report it.`,
      ),
    ),
  ];
}

/** How the expected value arises, and which provision asks for it. */
export const reasonsOf = ({ working, because }: TestedCase): readonly string[] => [
  ...(working === undefined ? [] : [`working: ${working}`]),
  ...(because.length === 0 ? [] : [`because: ${because.join(', ')}`]),
];

/** `terms tpp.paid`: the path inside `expect:`. */
export const mismatchPath = (path: readonly (string | number)[]): string =>
  path
    .slice(1)
    .map((part) => (typeof part === 'number' ? `[${part}]` : part))
    .join(' ');

function variationCheck({ id }: TestedRuleset, variation: TestedVariation): Check {
  const { regionalCase, position } = variation;
  const finding: Finding = {
    code: 'case/no-regional',
    severity: 'warning',
    title: variation.id,
    message: variationText(variation),
    ...(position && { position }),
  };
  return { name: `${variation.id} has a regional case`, group: id, findings: regionalCase ? [] : [finding] };
}

/** What a region varies, by which article, and whether it has shown what it means. */
export function variationText({ id, from, cite, expectations, regionalCase }: Variation): string {
  const by = cite === undefined ? `from ${from} on` : `by ${cite} from ${from} on`;
  const reach =
    expectations === 0 ? 'no national expectation depends on it' : `${expectations} national expectation${expectations === 1 ? ' depends' : 's depend'} on it`;
  return `${id} is varied ${by}; ${reach}${regionalCase ? '' : '. No regional case comes by it: write one'}.`;
}
