/**
 * Sums up the outcomes of one unit.
 * In: outcomes, and what the ruleset calls things. Out: a {@link UnitSummary}.
 */
import { type OutcomeStatus, type PaymentLine, STANDINGS, type Standing } from '../model/outcome.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import type { Names } from '../ruleset/titles.ts';
import { type Exact, fromCanonicalText, toText } from '../values/exact.ts';
import { byText } from './admit.ts';
import { type Called, copied } from './called.ts';
import type { ChosenScore } from './chosen-scores.ts';
import type { CohortMember, CohortOutcome } from './cohort-shape.ts';
import type { Counted, PaymentTotal, UnitSummary } from './monitoring-shape.ts';
import { spread, tally, total } from './tally.ts';

interface Summing {
  readonly ruleset: Ruleset;
  readonly names: Names;
  readonly called: Called;
  readonly scores: readonly ChosenScore[];
}

type Amount = { toFixed(): string } | string;

const LINE_STATES: readonly PaymentLine['status'][] = ['paid', 'held', 'notEntitled', 'undetermined', 'faulted'];

export function summarise({ ruleset, names, called, scores }: Summing, unit: string | null, members: readonly CohortMember[], refused: number): UnitSummary {
  const outcomes = members.map(({ outcome }) => outcome);
  const counted = (status: OutcomeStatus): number => outcomes.filter((outcome) => outcome.status === status).length;
  const advice = outcomes.flatMap((outcome) => [...outcome.development]);
  return {
    unit,
    appraised: outcomes.length,
    employees: new Set(outcomes.map(({ employee }) => employee)).size,
    refused,
    status: { complete: counted('complete'), undetermined: counted('undetermined'), faulted: counted('faulted') },
    ratings: ratingsOf(ruleset, names, outcomes),
    unrated: outcomes.filter(({ rating }) => rating === undefined).length,
    scores: scores.map(({ id, title, unit: unitText, of }) => {
      const values = outcomes.map(of).filter((value): value is Exact => value !== undefined);
      return { id, title, unit: unitText, counted: values.length, lacking: outcomes.length - values.length, ...spread(values) };
    }),
    payments: paymentsOf(ruleset, outcomes),
    awards: tally(outcomes.flatMap(({ awards }) => awards.map(called.event))),
    sanctions: tally(outcomes.flatMap(({ sanctions }) => sanctions.map(called.sanction))),
    weakAspects: tally(advice.flatMap(called.aspect)),
    training: tally(advice.map(called.training)),
    flags: tally(outcomes.flatMap(({ flags }) => flags.map(called.event))),
    blocks: tally(outcomes.flatMap(({ blocks }) => blocks.map(called.event))),
    missingFacts: tally(outcomes.flatMap(({ unknownFacts }) => unknownFacts.map(called.fact))),
    placeholders: tally(outcomes.flatMap(({ standing }) => standing.placeholders.map(called.node))),
    standing: {
      nodes: byStanding((standing) => outcomes.reduce((sum, outcome) => sum + outcome.standing.nodes[standing], 0)),
      rupiah: byStanding((standing) => toText(total(outcomes.map((outcome) => exactOf(outcome.standing.rupiah[standing]))))),
    },
  };
}

const exactOf = (amount: Amount): Exact => fromCanonicalText(typeof amount === 'string' ? amount : amount.toFixed());
const byStanding = <Value>(of: (standing: Standing) => Value): Readonly<Record<Standing, Value>> =>
  Object.fromEntries(STANDINGS.map((standing) => [standing, of(standing)])) as Record<Standing, Value>;

/** Members in the order of the type; a rating that another version of the law gave stands behind them. */
function ratingsOf({ plan }: Ruleset, names: Names, outcomes: readonly CohortOutcome[]): readonly Counted[] {
  const type = plan.outputs.rating && names.typeOf(plan.outputs.rating.key);
  if (type?.kind !== 'enum') return [];
  const known = type.order ?? type.members;
  const others = outcomes.map(({ rating }) => rating).filter((rating): rating is string => rating !== undefined && !known.includes(rating));
  return [...known, ...[...new Set(others)].sort(byText)].map((id) => ({
    id,
    title: names.word(type, id),
    count: outcomes.filter(({ rating }) => rating === id).length,
  }));
}

/** Components in the order of the ruleset. */
function paymentsOf({ plan }: Ruleset, outcomes: readonly CohortOutcome[]): readonly PaymentTotal[] {
  const lines = outcomes.flatMap((outcome) => [...outcome.payments]);
  const known = plan.steps.flatMap((step) => (step.kind === 'payment' ? [step.id] : []));
  const others = [...new Set(lines.map(({ id }) => id))].filter((id) => !known.includes(id)).sort(byText);
  return [...known, ...others].flatMap((id) => {
    const own = lines.filter((line) => line.id === id);
    if (own.length === 0) return [];
    const sum = (status: 'paid' | 'held'): string =>
      toText(total(own.flatMap((line) => (line.status === status && line.amount !== null ? [exactOf(line.amount)] : []))));
    const counts = Object.fromEntries(LINE_STATES.map((state) => [state, own.filter(({ status }) => status === state).length]));
    return [{ id, title: copied(own[0]!.title), lines: counts as PaymentTotal['lines'], paid: sum('paid'), held: sum('held') }];
  });
}
