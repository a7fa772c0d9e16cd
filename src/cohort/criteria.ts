/**
 * Reads the criteria of a selection: which terms may order candidates, and what an outcome says to one.
 * In: a ruleset and terms as asked. Out: {@link ReadCriterion}; a term that has no order is an InputError.
 */
import { InputError, type InputIssue, inputIssue } from '../model/input-error.ts';
import type { Standing, TermOutcome } from '../model/outcome.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { type Names, namesOf } from '../ruleset/titles.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { type Exact, fromCanonicalText, ratio } from '../values/exact.ts';
import { didYouMean } from '../values/suggest.ts';
import { type Type, typeText } from '../values/type.ts';
import type { CohortOutcome } from './cohort-shape.ts';
import type { Candidate, Condition, Criterion, CriterionValue } from './selection-shape.ts';

/** A term of an outcome, as `appraise` gives it or as JSON gives it back. */
export type ReadTerm = CohortOutcome['terms'][string] | TermOutcome;

export interface ReadCriterion extends Criterion {
  /** The value for people, and the number that orders it. */
  readonly read: (term: Extract<ReadTerm, { status: 'value' }>) => { readonly value: CriterionValue; readonly order: Exact };
}

/** A candidate whose every criterion has a value. */
export interface Comparable extends Candidate {
  readonly values: readonly CriterionValue[];
  readonly orders: readonly Exact[];
}

export interface CriterionInput {
  readonly term: string;
  /** `higher` when left out. */
  readonly better?: 'higher' | 'lower' | undefined;
}

/** Terms and scores of raters, by id, with their types. */
export function comparableTerms(ruleset: Ruleset): ReadonlyMap<string, Type | 'points'> {
  return new Map(
    ruleset.plan.steps.flatMap((step): (readonly [string, Type | 'points'])[] => {
      if (step.kind === 'term') return step.each ? [] : [[step.id, step.type]];
      if (step.kind !== 'raters') return [];
      const parts = ['score', ...step.sources.map(({ source }) => `${source}.score`), ...(step.criteria?.members ?? []).map((each) => `criterion.${each}`)];
      return parts.map((part) => [`${step.id}.${part}`, 'points']);
    }),
  );
}

/** @throws InputError naming every criterion and condition that cannot serve. */
export function readCriteria(
  ruleset: Ruleset,
  {
    by = ruleset.plan.selection?.by ?? [],
    eligible = ruleset.plan.selection?.eligible ?? [],
  }: { readonly by?: readonly CriterionInput[] | undefined; readonly eligible?: readonly string[] | undefined },
): { readonly criteria: readonly ReadCriterion[]; readonly conditions: readonly Condition[] } {
  const names = namesOf(ruleset);
  const terms = comparableTerms(ruleset);
  const issues: InputIssue[] = [];
  const typeOf = (term: string, path: readonly (string | number)[]): Type | 'points' | undefined => {
    const type = terms.get(term);
    if (!type)
      issues.push(
        inputIssue(
          'cohort/no-such-term',
          path,
          `"${term}" is no term of "${ruleset.id}".`,
          didYouMean(term, terms.keys(), 'See the terms of an outcome: kinerja appraise --format json.')!,
        ),
      );
    return type;
  };
  if (by.length === 0)
    issues.push(
      inputIssue(
        'cohort/no-criterion',
        ['by'],
        `Nothing is said by which to compare, and "${ruleset.id}" says nothing of a selection.`,
        'Name one term at least, or write selection: in ruleset.yaml.',
      ),
    );
  const criteria = by.flatMap(({ term, better = 'higher' }, at): readonly ReadCriterion[] => {
    const type = typeOf(term, ['by', at]);
    if (!type) return [];
    const read = readerOf(type, names);
    if (read) return [{ term, title: names.key(term), better, ...standingOf(names, term), read }];
    issues.push(
      inputIssue(
        'cohort/no-order',
        ['by', at],
        `"${term}" is ${type === 'points' ? type : typeText(type)}, which has no order.`,
        'Compare by a number, a date, true and false, or an enumeration with an order.',
      ),
    );
    return [];
  });
  const conditions = eligible.flatMap((term, at): readonly Condition[] => {
    const type = typeOf(term, ['eligible', at]);
    if (!type) return [];
    if (type !== 'points' && type.kind === 'boolean') return [conditionOf(names, term)];
    issues.push(
      inputIssue(
        'cohort/no-condition',
        ['eligible', at],
        `"${term}" is ${type === 'points' ? type : typeText(type)}, and a condition is true or false.`,
        'Name a term of type boolean.',
      ),
    );
    return [];
  });
  if (issues.length > 0) throw new InputError('selection', issues);
  return { criteria, conditions };
}

function standingOf(names: Names, term: string): { readonly standing?: Standing } {
  const standing = names.stepOf(term)?.origin.standing;
  return standing === undefined ? {} : { standing };
}

function conditionOf(names: Names, term: string): Condition {
  const cite = names.stepOf(term)?.origin.cite;
  return { term, title: names.key(term), ...(cite !== undefined && { cite }), ...standingOf(names, term) };
}

function readerOf(type: Type | 'points', names: Names): ReadCriterion['read'] | undefined {
  if (type === 'points' || type.kind === 'number')
    return (term) => {
      const exact = term.kind === 'number' ? term.exact : '0';
      return { value: { kind: 'number', exact, unit: type === 'points' ? 'points' : type.unit.text }, order: fromCanonicalText(exact) };
    };
  const plain = (term: Extract<ReadTerm, { status: 'value' }>): string => (term.kind === 'other' ? String(term.value) : '');
  const whole = (at: number): Exact => ratio(BigInt(at));
  switch (type.kind) {
    case 'boolean':
      return (term) => ({ value: { kind: 'truth', truth: plain(term) === 'true' }, order: whole(plain(term) === 'true' ? 1 : 0) });
    case 'date':
      return (term) => ({ value: { kind: 'date', date: plain(term) }, order: whole(CalendarDate.parse(plain(term))!.epochDay) });
    case 'enum': {
      const { order } = type;
      return (
        order && ((term) => ({ value: { kind: 'word', word: plain(term), title: names.word(type, plain(term)) }, order: whole(order.indexOf(plain(term))) }))
      );
    }
    default:
      return undefined;
  }
}
