/**
 * A year under the national ruleset: eleven absences, one proposal, a decree, six months of a cut, and its end.
 * In: the shipped ruleset, month after month, each month given what the one before handed on.
 */
import { describe, expect, it } from 'vitest';
import { type AppraisalOutcome, appraise } from '../engine/appraise.ts';
import type { AppraisalInput } from '../model/appraisal.ts';
import { readAppraisalFile } from './read-appraisal-file.ts';
import type { RulesetData } from '../ruleset/document.ts';
import { resolveRuleset } from '../ruleset/resolve.ts';
import { join } from 'node:path';
import { openRuleset, shippedFolder } from './ruleset-folder.ts';

type Days = NonNullable<NonNullable<AppraisalInput['attendance']>['days']>;
const clerk = readAppraisalFile(join(shippedFolder(), 'nasional', 'people', 'clerk-class-7.yaml'));
/** Working days of a month, the first `absent` of them unexcused absences with two days present between any ten. */
function month(inYear: number, number: number, absent: number): Days {
  const days: Days = [];
  let left = absent;
  for (let day = 1; day <= new Date(Date.UTC(inYear, number, 0)).getUTCDate(); day++) {
    const weekday = new Date(Date.UTC(inYear, number - 1, day)).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const away = left > 0 && weekday !== 3;
    if (away) left--;
    days.push({
      date: `${inYear}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      workday: true,
      status: away ? 'absent' : 'present',
      lateMinutes: 0,
      earlyMinutes: 0,
    });
  }
  return days;
}

/** The nation with one word changed: the region follows the 25 % regime of PP 94/2021 art. 8(3). */
const nation = openRuleset('nasional').data;
const region: RulesetData = {
  manifest: { id: 'wilayah', title: { id: 'Wilayah', en: 'Region' }, issuer: 'Wilayah', extends: 'nasional', version: '1', from: '2024-01-01' },
  sources: { perkada: { kind: 'perkada', title: 'Perkada', effective: { from: '2024-01-01' } } },
  overrides: { 'discipline.mediumRegime': { from: '2024-01-01', value: 'potongTunjangan', cite: 'perkada#art-1', standing: 'confirmed' } },
  base: nation,
};

function year(
  absentInJune: number,
  months: readonly string[],
  decree: (effect: NonNullable<AppraisalInput['effects']>[number]) => NonNullable<AppraisalInput['effects']>[number],
) {
  let effects: AppraisalInput['effects'] = [];
  let carry: AppraisalInput['carry'] = { through: '2024-05-31', values: { 'absence.yearDays': 0, 'late.yearMinutes': 0 } };
  const proposals: string[] = [];
  const cuts: Record<string, string> = {};
  for (const period of months) {
    const ruleset = resolveRuleset(region, { assessed: period, paid: period });
    const days = month(Number(period.slice(0, 4)), Number(period.slice(5)), period === '2024-06' ? absentInJune : 0);
    const outcome: AppraisalOutcome = appraise(ruleset, {
      ...clerk,
      assessed: period,
      paid: { period, kind: 'regular' },
      attendance: { days },
      effects,
      carry,
    });
    proposals.push(
      ...outcome.sanctions.map(
        (sanction) =>
          `${period}: ${sanction.code}, ${String(sanction.effect.cut)} %, ${String(sanction.effect.months)} months from ${String(sanction.effect.starts)} to ${String(sanction.effect.ends)}, ${sanction.effect.status}`,
      ),
    );
    const cut = outcome.terms['tpp.sanctionCut'];
    cuts[period] = cut?.status === 'value' && cut.kind === 'number' ? cut.exact : 'no value';
    carry = outcome.carry;
    effects = outcome.effects.map(decree);
  }
  return { proposals, cuts };
}

const MONTHS = ['2024-06', '2024-07', '2024-08', '2024-09', '2024-10', '2024-11', '2024-12', '2025-01'];

describe('eleven absences in June 2024', () => {
  it('give one proposal; once imposed, the cut begins with the next payment and ends after six', () => {
    const { proposals, cuts } = year(11, MONTHS, (effect) => (effect.status === 'proposed' ? { ...effect, status: 'imposed', decree: '800/1' } : effect));
    expect(proposals).toEqual(['2024-06: potong6, 25 %, 6 months from 2024-07 to 2024-12, proposed']);
    expect(cuts).toEqual({
      '2024-06': '0',
      '2024-07': '25',
      '2024-08': '25',
      '2024-09': '25',
      '2024-10': '25',
      '2024-11': '25',
      '2024-12': '25',
      '2025-01': '0',
    });
  });

  it('cut nothing while nobody has imposed it, and are not proposed again', () => {
    const { proposals, cuts } = year(11, MONTHS.slice(0, 4), (effect) => effect);
    expect(proposals).toHaveLength(1);
    expect(Object.values(cuts)).toEqual(['0', '0', '0', '0']);
  });

  it('are not proposed again after the proposal was rejected', () => {
    const { proposals } = year(11, MONTHS.slice(0, 4), (effect) => ({ ...effect, status: 'rejected' }));
    expect(proposals).toHaveLength(1);
  });

  it('are one more than ten, which stay below the medium step', () => {
    expect(year(10, ['2024-06'], (effect) => effect).proposals).toEqual([expect.stringMatching(/^2024-06: tidakPuas, .* proposed$/)]);
  });
});
