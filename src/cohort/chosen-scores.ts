/**
 * The scores that a summary is asked for.
 * In: a ruleset, and names of scores or ids of number terms. Out: where each is read and what it is called; all scores when nothing is asked.
 */
import { InputError, inputIssue } from '../model/input-error.ts';
import type { Title } from '../model/title.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { namesOf } from '../ruleset/titles.ts';
import { type Exact, fromCanonicalText } from '../values/exact.ts';
import { didYouMean } from '../values/suggest.ts';
import type { CohortOutcome } from './cohort-shape.ts';

export interface ChosenScore {
  readonly id: string;
  readonly title: Title;
  readonly unit: string;
  /** Its exact value in an outcome; undefined when there is none. */
  readonly of: (outcome: CohortOutcome) => Exact | undefined;
}

/** @throws InputError naming each score that the ruleset does not have. */
export function chosenScores(ruleset: Ruleset, wanted: readonly string[] | undefined): readonly ChosenScore[] {
  const names = namesOf(ruleset);
  const { plan } = ruleset;
  const outputs = new Map(plan.outputs.scores.map(({ name, key }) => [name, key]));
  const unitText = (key: string): string => {
    const type = names.typeOf(key);
    return type?.kind === 'number' ? type.unit.text : 'points';
  };
  const ofTerm = (id: string) => (outcome: CohortOutcome) => {
    const term = Object.hasOwn(outcome.terms, id) ? outcome.terms[id] : undefined;
    return term?.status === 'value' && term.kind === 'number' ? fromCanonicalText(term.exact) : undefined;
  };
  const ofScore = (name: string) => (outcome: CohortOutcome) => {
    const score = Object.hasOwn(outcome.scores, name) ? outcome.scores[name] : undefined;
    return score && fromCanonicalText(score.exact);
  };
  const terms = numberTerms(ruleset);
  const unknown = (wanted ?? []).filter((name) => !outputs.has(name) && !terms.includes(name));
  if (unknown.length > 0) {
    const known = [...outputs.keys(), ...terms];
    throw new InputError(
      'list of scores',
      unknown.map((name) =>
        inputIssue(
          'cohort/no-such-score',
          ['scores', (wanted ?? []).indexOf(name)],
          `"${name}" is no score and no number term of "${ruleset.id}".`,
          didYouMean(name, known, `Its scores are ${[...outputs.keys()].join(', ')}.`)!,
        ),
      ),
    );
  }
  return (wanted ?? [...outputs.keys()]).map((name) => {
    const key = outputs.get(name);
    return { id: name, title: names.key(key ?? name), unit: unitText(key ?? name), of: key === undefined ? ofTerm(name) : ofScore(name) };
  });
}

/** Terms that are one number, and the scores of raters. */
function numberTerms({ plan }: Ruleset): readonly string[] {
  return plan.steps.flatMap((step) => {
    if (step.kind === 'term') return step.type.kind === 'number' && !step.each ? [step.id] : [];
    if (step.kind !== 'raters') return [];
    return [
      `${step.id}.score`,
      ...step.sources.map(({ source }) => `${step.id}.${source}.score`),
      ...(step.criteria?.members ?? []).map((each) => `${step.id}.criterion.${each}`),
    ];
  });
}
