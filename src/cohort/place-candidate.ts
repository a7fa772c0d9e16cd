/**
 * Whether one candidate can be compared, and if not, why.
 * In: an outcome, criteria, conditions. Out: the values of every criterion, or the state in which the candidate stays without a place.
 */
import type { CohortMember } from './cohort-shape.ts';
import type { Comparable, ReadCriterion, ReadTerm } from './criteria.ts';
import type { Candidate, Condition, Unranked } from './selection-shape.ts';

/** A condition that is surely not met decides, whatever else is missing; then faults, then what is missing, then what does not apply. */
export function placeCandidate(member: CohortMember, criteria: readonly ReadCriterion[], conditions: readonly Condition[]): Comparable | Omit<Unranked, 'why'> {
  const { outcome, name, source } = member;
  const who: Candidate = { employee: outcome.employee, ...(name !== undefined && { name }), ...(source !== undefined && { source }) };
  const termOf = (term: string): ReadTerm => (Object.hasOwn(outcome.terms, term) ? outcome.terms[term]! : { status: 'none' });
  const unmet = conditions.filter(({ term }) => isFalse(termOf(term)));
  if (unmet.length > 0) return { ...who, state: 'notEligible', terms: unmet, facts: [] };
  const asked: readonly Condition[] = [...conditions, ...criteria.map(({ term, title }) => ({ term, title }))];
  const withStatus = (status: ReadTerm['status']): readonly Condition[] => asked.filter(({ term }) => termOf(term).status === status);
  const faulted = withStatus('fault');
  if (faulted.length > 0) return { ...who, state: 'faulted', terms: faulted, facts: [] };
  const unknown = withStatus('unknown');
  if (unknown.length > 0) {
    const facts = unknown.flatMap(({ term }) => {
      const read = termOf(term);
      return read.status === 'unknown' ? [...read.facts] : [];
    });
    return { ...who, state: 'undetermined', terms: unknown, facts: [...new Set(facts)].sort() };
  }
  const none = withStatus('none');
  if (none.length > 0) return { ...who, state: 'notComparable', terms: none, facts: [] };
  const read = criteria.map((criterion) => criterion.read(termOf(criterion.term) as Extract<ReadTerm, { status: 'value' }>));
  return { ...who, values: read.map(({ value }) => value), orders: read.map(({ order }) => order) };
}

const isFalse = (term: ReadTerm): boolean => term.status === 'value' && term.kind === 'other' && term.value === false;
