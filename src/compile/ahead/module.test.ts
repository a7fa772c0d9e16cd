/**
 * Modules made ahead of time answer as the exact evaluator does, in every field, with nothing beside them.
 * In: the shipped rulesets, random rulesets, nearest misses. Out: a failing test names the record and the first difference.
 */
import { describe, expect, it } from 'vitest';
import type { RulesetData } from '../../ruleset/document.ts';
import { type Ruleset, resolveRuleset } from '../../ruleset/resolve.ts';
import { appraise } from '../../engine/appraise.ts';
import { shippedFolder, shippedIds } from '../../node/ruleset-folder.ts';
import { InputError } from '../../model/input-error.ts';
import type { AppraisalInput } from '../../model/appraisal.ts';
import type { Subject } from '../differential/back-end.fixture.ts';
import { Chance } from '../differential/chance.fixture.ts';
import { mutations } from '../differential/mutated-appraisals.fixture.ts';
import { nearestMissSubject, nearestMisses } from '../differential/nearest-misses.fixture.ts';
import { RandomAppraisals } from '../differential/random-appraisals.fixture.ts';
import { randomRuleset } from '../differential/random-ruleset.fixture.ts';
import { type CaseSubject, caseSubjects } from '../differential/shipped-subjects.fixture.ts';
import { SEED, runs } from '../differential/test-runs.fixture.ts';
import { lowerPlan } from '../lower-plan.ts';
import { type Attacked, attacked, textFor } from './ahead.fixture.ts';
import { CannotCompile } from './cannot-compile.ts';

const DATES_OF_EACH = 3;

/** The first dates of the cases, the last, and some between. */
function someOf(subjects: readonly CaseSubject[]): readonly CaseSubject[] {
  return subjects.length <= DATES_OF_EACH ? subjects : [subjects[0]!, subjects[subjects.length >> 1]!, subjects.at(-1)!];
}

const withoutEffects = ({ effects: _effects, ...rest }: AppraisalInput): AppraisalInput => rest;

function isRefused(ruleset: Ruleset, appraisal: AppraisalInput): boolean {
  try {
    appraise(ruleset, appraisal);
    return false;
  } catch (error) {
    if (error instanceof InputError) return true;
    throw error;
  }
}

/** The linear table is a node for the exact evaluator. */
function withoutLine(subject: Subject): Subject {
  const { tables, terms, payments, ...rest } = subject.data as Record<'tables' | 'terms' | 'payments', Record<string, unknown>> & RulesetData;
  const { line: _table, ...otherTables } = tables;
  const { 'by.line': _term, ...otherTerms } = terms;
  const { line: _payment, ...otherPayments } = payments;
  const data = { ...rest, tables: otherTables, terms: otherTerms, payments: otherPayments } as RulesetData;
  return { ...subject, data, ruleset: resolveRuleset(data, subject.dates) };
}

describe.each(shippedIds())('%s ahead of time', (id) => {
  const subjects = someOf(caseSubjects(`${shippedFolder()}/${id}`)).map((subject) => [subject.name, subject] as const);
  it.each(subjects)('answers as the exact evaluator does: %s', async (_, subject) => {
    const chance = new Chance(SEED);
    const random = new RandomAppraisals(subject.ruleset, chance);
    const { differences, answered, declined } = await attacked(subject, [
      ...subject.appraisals,
      ...mutations(subject.ruleset, subject.appraisals.map(withoutEffects), runs(60), chance),
      ...Array.from({ length: runs(20) }, () => random.draw()),
    ]);
    expect(differences).toEqual([]);
    // Of the cases only those are declined that bring effects, or that the library refuses too.
    const sound = subject.appraisals.filter((appraisal) => !appraisal.effects && !isRefused(subject.ruleset, appraisal));
    expect(sound.filter((appraisal) => declined.includes(appraisal))).toEqual([]);
    expect(answered).toBeGreaterThan(20);
  });
});

describe('any ruleset ahead of time', () => {
  it('is exact where floating point does not settle a comparison or a rounding', async () => {
    const records = [...nearestMisses(runs(400), new Chance(SEED))];
    const subject = withoutLine(nearestMissSubject());
    expect(textFor(subject.ruleset)).toMatch(/\bk0\(\d+, F, S\b/);
    expect(await attacked(subject, records)).toEqual({ differences: [], answered: records.length, declined: [] });
  });

  it('answers as the exact evaluator does, or is refused with the nodes that need it', async () => {
    const found: Attacked[] = [];
    let refused = 0;
    for (let seed = SEED; seed < SEED + runs(30); seed++) {
      const { subject } = randomRuleset(seed);
      const { foreign } = lowerPlan(subject.ruleset);
      if (foreign.length > 0) {
        refused++;
        expect(() => textFor(subject.ruleset)).toThrow(new CannotCompile('compile/foreign', subject.ruleset.id, foreign));
        continue;
      }
      const random = new RandomAppraisals(subject.ruleset, new Chance(seed));
      found.push(
        await attacked(
          subject,
          Array.from({ length: 12 }, () => withoutEffects(random.draw())),
        ),
      );
    }
    expect(found.flatMap(({ differences }) => differences)).toEqual([]);
    const answered = found.reduce((sum, each) => sum + each.answered, 0);
    expect([found.length > 5, refused > 5, answered > 50]).toEqual([true, true, true]);
  });
});
