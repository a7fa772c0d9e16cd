/**
 * Watches many: what became of the outcomes of one ruleset, for each unit and over all.
 * In: a ruleset, outcomes with their units, and what was refused. Out: a frozen {@link Monitoring}, the same for any order of the input.
 */
import { title } from '../model/title.ts';
import type { Title } from '../model/title.ts';
import type { Ruleset } from '../ruleset/resolve.ts';
import { namesOf } from '../ruleset/titles.ts';
import { deepFreeze } from '../values/deep-freeze.ts';
import { admit, byText, periodsOf } from './admit.ts';
import { calledIn } from './called.ts';
import { chosenScores } from './chosen-scores.ts';
import type { CohortMember, RefusedMember } from './cohort-shape.ts';
import type { Monitoring, UnitSummary } from './monitoring-shape.ts';
import { summarise } from './summarise.ts';

export interface MonitorOptions {
  /** Scores by their name in the outcome, or number terms by id; all scores of the ruleset when left out. */
  readonly scores?: readonly string[] | undefined;
  /** What could not be appraised: counted, told, and never passed over in silence. */
  readonly refused?: readonly RefusedMember[] | undefined;
  /** What the members' `unit` is, when it is something else: sector, place. */
  readonly by?: Title | undefined;
}

/**
 * One summary for each unit and one over all. An outcome of another ruleset, and a second one of the same employee for the same periods,
 * is refused and told. Numbers are exact: a mean may be `200/3`.
 * @throws InputError for a score that the ruleset does not have.
 * @example
 * const { all, units } = monitor(ruleset, appraisals.map((appraisal) => ({ outcome: appraise(ruleset, appraisal), unit: appraisal.employee.unit })));
 * all.payments[0]?.paid; // '59441820'
 */
export function monitor(ruleset: Ruleset, members: readonly CohortMember[], options: MonitorOptions = {}): Monitoring {
  const scores = chosenScores(ruleset, options.scores);
  const { members: counted, refused } = admit(ruleset, members, options.refused ?? [], 'employeeAndPeriod');
  const names = namesOf(ruleset);
  const called = calledIn(ruleset);
  const summary = (unit: string | null, of: readonly CohortMember[], without: readonly RefusedMember[]): UnitSummary =>
    summarise({ ruleset, names, called, scores }, unit, of, without.length);
  const units = [...new Set([...counted, ...refused].map(({ unit }) => unit ?? null))].sort(lastNull);
  return deepFreeze({
    ruleset: { id: ruleset.id, title: ruleset.title, version: ruleset.version },
    by: options.by ?? title('Unit kerja', 'Unit'),
    periods: periodsOf(counted),
    units: units.map((unit) => summary(unit, ofUnit(counted, unit), ofUnit(refused, unit))),
    all: summary(null, counted, refused),
    refused,
  });
}

const ofUnit = <Member extends { readonly unit?: string | undefined }>(members: readonly Member[], unit: string | null): readonly Member[] =>
  members.filter((member) => (member.unit ?? null) === unit);

const lastNull = (a: string | null, b: string | null): number => (a === null ? (b === null ? 0 : 1) : b === null ? -1 : byText(a, b));
