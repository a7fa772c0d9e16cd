/**
 * What an outcome hands on, the door of the following period takes: effects and carry of random and of shipped rulesets.
 * In: rulesets and appraisals from a seed. Out: a failing test names the ruleset, the record and what was refused.
 */
import { describe, expect, it } from 'vitest';
import { type AppraisalOutcome, appraise } from '../../engine/appraise.ts';
import type { AppraisalInput } from '../../model/appraisal.ts';
import { InputError } from '../../model/input-error.ts';
import { readAppraisal } from '../../model/read-appraisal.ts';
import { CalendarDate, addDays } from '../../values/calendar-date.ts';
import { periodAround } from '../../values/period.ts';
import type { Subject } from './back-end.fixture.ts';
import { Chance } from './chance.fixture.ts';
import { RandomAppraisals } from './random-appraisals.fixture.ts';
import { randomRuleset } from './random-ruleset.fixture.ts';
import { caseSubjects, shippedPaths } from './shipped-subjects.fixture.ts';
import { SEED, runs } from './test-runs.fixture.ts';

const monthAfter = (day: string): string =>
  addDays(periodAround(CalendarDate.parse(day)!, 'month').to, 1)
    .toString()
    .slice(0, 7);

/** The appraisal of the period after the outcome's, with what the outcome hands on. */
function following({ employee, assessed, paid, effects, carry }: AppraisalOutcome): AppraisalInput {
  const month = monthAfter(paid?.to ?? assessed.to);
  // A carry runs to the end of any period; the next begins on the day after.
  const from = addDays(CalendarDate.parse(assessed.to)!, 1);
  return {
    employee: { id: employee, status: 'pns' },
    assessed: { from: from.toString(), to: periodAround(from, 'month').to.toString() },
    ...(paid && { paid: { period: month, kind: paid.kind } }),
    effects: [...effects],
    carry,
  };
}

/** As it comes back from where it was kept: by way of JSON. */
const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

interface Told {
  readonly subject: string;
  readonly refused: readonly string[];
}

class RoundTrip {
  readonly refused: Told[] = [];
  readonly met = { effects: 0, carries: 0, ratios: 0 };

  on({ name, ruleset }: Subject, records: readonly AppraisalInput[]): void {
    for (const record of records) {
      const outcome = outcomeOf(() => appraise(ruleset, record));
      if (!outcome) continue;
      this.met.effects += outcome.sanctions.length + outcome.blocks.length;
      const carried = Object.values(outcome.carry.values);
      this.met.carries += carried.length;
      this.met.ratios += carried.filter((text) => text.includes('/')).length;
      const refused = issuesOf(() => readAppraisal(kept(following(outcome)))).filter((issue) => /^(?:effects|carry)\b/.test(issue));
      if (refused.length > 0) this.refused.push({ subject: `${name}: ${JSON.stringify(record)}`, refused });
    }
  }
}

function outcomeOf(act: () => AppraisalOutcome): AppraisalOutcome | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function issuesOf(act: () => unknown): readonly string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ field, code, message }) => `${field}: ${code} ${message}`);
    throw error;
  }
}

describe('what an outcome hands on is taken by the following appraisal', () => {
  it('of random rulesets', () => {
    const trip = new RoundTrip();
    for (let index = 0; index < runs(40); index++) {
      const { subject } = randomRuleset(SEED + index);
      const random = new RandomAppraisals(subject.ruleset, new Chance(SEED + index));
      trip.on(
        subject,
        Array.from({ length: 12 }, () => random.draw()),
      );
    }
    expect(trip.refused.slice(0, 3)).toEqual([]);
    expect(Object.entries(trip.met).filter(([, count]) => count < 10)).toEqual([]);
  });

  it('of the shipped rulesets, for their own cases', () => {
    const trip = new RoundTrip();
    for (const path of shippedPaths()) for (const subject of caseSubjects(path)) trip.on(subject, subject.appraisals);
    expect(trip.refused.slice(0, 3)).toEqual([]);
    expect(trip.met.effects).toBeGreaterThan(20);
  });
});
