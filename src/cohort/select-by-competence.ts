/**
 * Orders candidates by terms of a ruleset, says who is within the vacancies, and why; what ties stays tied.
 * In: a ruleset, outcomes of candidates, criteria, conditions, vacancies. Out: a frozen {@link Selection}, the same for any order of the input.
 */
import type { Ruleset } from '../ruleset/resolve.ts';
import { namesOf } from '../ruleset/titles.ts';
import { deepFreeze } from '../values/deep-freeze.ts';
import { absolute, compare, subtract, toText } from '../values/exact.ts';
import { InputError, inputIssue } from '../model/input-error.ts';
import { admit, byText, periodsOf } from './admit.ts';
import type { CohortMember, RefusedMember } from './cohort-shape.ts';
import { type Comparable, type CriterionInput, type ReadCriterion, readCriteria } from './criteria.ts';
import { placeCandidate } from './place-candidate.ts';
import { whyPlaced, whyUnplaced } from './selection-reasons.ts';
import type { Decision, Ranked, Selection, TieAtTheEnd, Unranked } from './selection-shape.ts';

export interface SelectionInput {
  /** The first decides; a further one only where all before are equal. Left out: what the ruleset says under `selection:`. */
  readonly by?: readonly CriterionInput[] | undefined;
  /** How many can be taken: a whole number, 1 or more. */
  readonly places: number;
  /** Terms that must be true. Left out: what the ruleset says under `selection:`; an empty list: everybody may stand. */
  readonly eligible?: readonly string[] | undefined;
  /** What could not be appraised: told, and it makes the selection provisional. */
  readonly refused?: readonly RefusedMember[] | undefined;
}

/**
 * Selection by competence. Places follow standard competition ranking: who is equal in every criterion shares a place, and the next place
 * counts all before (1, 2, 2, 4). A tie that reaches over the last vacancy is told and left to people. Who does not meet a condition, whose
 * facts are missing, or to whom a criterion does not apply has no place, and the reason is said. Only the terms named here matter: an outcome
 * that is undetermined elsewhere is compared all the same.
 * @throws InputError for a term that is not there, has no order, or is no condition, and for vacancies that are no whole number from 1 on.
 * @example
 * selectByCompetence(ruleset, members, { places: 2 }).ranked[0]?.why.en; // by what the ruleset says
 * selectByCompetence(ruleset, members, { by: [{ term: 'competence.gaps', better: 'lower' }], eligible: [], places: 2 });
 */
export function selectByCompetence(ruleset: Ruleset, candidates: readonly CohortMember[], input: SelectionInput): Selection {
  const { places } = input;
  if (!Number.isSafeInteger(places) || places < 1)
    throw new InputError('selection', [
      inputIssue('cohort/places', ['places'], `${String(places)} is no number of vacancies.`, 'Give a whole number, 1 or more.'),
    ]);
  const { criteria, conditions } = readCriteria(ruleset, input);
  const { members, refused } = admit(ruleset, candidates, input.refused ?? [], 'employee');
  const names = namesOf(ruleset);
  const comparable: Comparable[] = [];
  const unranked: Omit<Unranked, 'why'>[] = [];
  for (const member of members) {
    const placed = placeCandidate(member, criteria, conditions);
    if ('orders' in placed) comparable.push(placed);
    else unranked.push(placed);
  }
  const groups = grouped(comparable, criteria);
  const tie = tieOf(groups, places);
  const plain = criteria.map(({ read: _read, ...criterion }) => criterion);
  const taken = Math.min(places, comparable.length);
  return deepFreeze({
    ruleset: { id: ruleset.id, title: ruleset.title, version: ruleset.version },
    periods: periodsOf(members),
    places,
    criteria: plain,
    conditions,
    ranked: groups.flatMap((group, at) => group.map((one) => rankedOf(one, groups, at))),
    unranked: unranked.map((one): Unranked => ({ ...one, why: whyUnplaced(one, names) })),
    refused,
    ...(tie && { tie }),
    open: places - taken,
    provisional: refused.length > 0 || unranked.some(({ state }) => state === 'undetermined' || state === 'faulted'),
  });

  function rankedOf({ orders, ...one }: Comparable, all: readonly (readonly Comparable[])[], at: number): Ranked {
    const place = placeOf(all, at);
    const group = all[at]!;
    const next = all[at + 1];
    const decision = next && decisionOf(criteria, { orders, ...one }, next);
    const verdict = place + group.length - 1 <= places ? 'chosen' : place <= places ? 'tied' : 'notChosen';
    const tied = group.filter(({ employee }) => employee !== one.employee);
    const ranked = { ...one, place, tiedWith: tied.map(({ employee }) => employee), verdict, ...(decision && { decision }) } as const;
    return { ...ranked, why: whyPlaced(ranked, { criteria: plain, tied, next: next ?? [], nextPlace: placeOf(all, at + 1), places, tie }) };
  }
}

/** From the best on; who is equal in everything stands together, by id. */
function grouped(comparable: readonly Comparable[], criteria: readonly ReadCriterion[]): readonly (readonly Comparable[])[] {
  const groups: Comparable[][] = [];
  for (const one of [...comparable].sort((a, b) => order(a, b, criteria) || byText(a.employee, b.employee) || byText(a.source ?? '', b.source ?? ''))) {
    const last = groups.at(-1);
    if (last && order(last[0]!, one, criteria) === 0) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Below 0 when `a` comes first. */
function order(a: Comparable, b: Comparable, criteria: readonly ReadCriterion[]): number {
  const at = criteria.findIndex((_, index) => compare(a.orders[index]!, b.orders[index]!) !== 0);
  if (at < 0) return 0;
  const higherFirst = compare(b.orders[at]!, a.orders[at]!);
  return criteria[at]!.better === 'higher' ? higherFirst : -higherFirst;
}

const placeOf = (groups: readonly (readonly Comparable[])[], at: number): number => 1 + groups.slice(0, at).reduce((sum, group) => sum + group.length, 0);

function decisionOf(criteria: readonly ReadCriterion[], one: Comparable, next: readonly Comparable[]): Decision {
  const other = next[0]!;
  const at = one.orders.findIndex((own, index) => compare(own, other.orders[index]!) !== 0);
  return {
    term: criteria[at]!.term,
    own: one.values[at]!,
    other: other.values[at]!,
    by: toText(absolute(subtract(one.orders[at]!, other.orders[at]!))),
    against: next.map(({ employee }) => employee),
  };
}

function tieOf(groups: readonly (readonly Comparable[])[], places: number): TieAtTheEnd | undefined {
  const at = groups.findIndex((group, index) => placeOf(groups, index) <= places && placeOf(groups, index) + group.length - 1 > places);
  if (at < 0) return undefined;
  const place = placeOf(groups, at);
  return { place, employees: groups[at]!.map(({ employee }) => employee), left: places - place + 1 };
}
