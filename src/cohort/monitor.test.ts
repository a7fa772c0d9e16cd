import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAppraisal } from '../model/read-appraisal.ts';
import { fromCanonicalText, add, ZERO, toText } from '../values/exact.ts';
import { type Person, RULESET, member, outcomeOf, stored } from './cohort.fixture.ts';
import { monitor } from './monitor.ts';
import { renderMonitoringMarkdown, renderMonitoringText } from './render-monitoring.ts';
import { unitOf } from './unit-of.ts';

const PEOPLE: readonly Person[] = [
  { id: '1', unit: 'Puskesmas', work: 80 },
  { id: '2', unit: 'Puskesmas', work: 40, facts: { 'own.away': 12 } },
  { id: '3', unit: 'Puskesmas', facts: {} },
  { id: '4', unit: 'Dinas', work: 90, facts: { 'own.punished': true } },
  { id: '5', unit: 'Dinas', work: 55, facts: { 'own.away': 31 } },
  { id: '6', work: 70 },
];
const MEMBERS = PEOPLE.map(member);

describe('a monitoring summary', () => {
  it('sums each unit by name, those without one last, and all', () => {
    const { units, all } = monitor(RULESET, MEMBERS);
    expect(units.map(({ unit, appraised }) => [unit, appraised])).toEqual([
      ['Dinas', 2],
      ['Puskesmas', 3],
      [null, 1],
    ]);
    expect(all).toMatchObject({ unit: null, appraised: 6, employees: 6, refused: 0, status: { complete: 5, undetermined: 1, faulted: 0 }, unrated: 1 });
  });

  it('counts ratings in the order of the ruleset, those that nobody has included', () => {
    const { units, all } = monitor(RULESET, MEMBERS);
    expect(all.ratings).toEqual([
      { id: 'kurang', title: { id: 'Kurang', en: 'Poor' }, count: 1 },
      { id: 'baik', title: { id: 'Baik', en: 'Good' }, count: 4 },
    ]);
    expect(units[0]!.ratings.map(({ count }) => count)).toEqual([0, 2]);
  });

  it('gives mean, lowest and highest exactly, and says how many have no value', () => {
    const [score] = monitor(RULESET, MEMBERS, { scores: ['third.score'] }).units[1]!.scores;
    expect(score).toEqual({
      id: 'third.score',
      title: { id: 'Sepertiga', en: 'A third' },
      unit: 'points',
      counted: 2,
      lacking: 1,
      mean: '20',
      lowest: '40/3',
      highest: '80/3',
    });
  });

  it('has no mean of nothing', () => {
    const { scores } = monitor(RULESET, [member({ id: '3' })]).all;
    expect(scores).toMatchObject([{ id: 'kerja', counted: 0, lacking: 1, mean: null, lowest: null, highest: null }]);
  });

  it('adds rupiah of lines paid and held apart, and counts the others', () => {
    expect(monitor(RULESET, MEMBERS).all.payments).toEqual([
      {
        id: 'tpp',
        title: { id: 'Tunjangan', en: 'Allowance' },
        lines: { paid: 3, held: 1, notEntitled: 1, undetermined: 1, faulted: 0 },
        paid: '190000',
        held: '55000',
      },
    ]);
  });

  it('counts awards, sanctions, weak aspects, training, missing facts and placeholders', () => {
    const { all } = monitor(RULESET, MEMBERS);
    expect(all.awards).toEqual([{ id: 'piagam', title: { id: 'Piagam', en: 'Certificate' }, count: 4 }]);
    expect(all.sanctions).toEqual([{ id: 'teguran', title: { id: 'Teguran', en: 'Reprimand' }, count: 2 }]);
    expect(all.weakAspects).toEqual([{ id: 'hasil', title: { id: 'hasil', en: 'hasil' }, count: 1 }]);
    expect(all.training).toEqual([{ id: 'Kursus', title: { id: 'Saran pelatihan', en: 'Training' }, count: 1 }]);
    expect(all.missingFacts).toEqual([{ id: 'own.work', title: { id: 'Hasil kerja', en: 'Work' }, count: 1 }]);
    expect(all.placeholders).toEqual([{ id: 'pay.amount', title: { id: 'Tunjangan', en: 'Allowance' }, count: 6 }]);
    expect(all.standing.rupiah).toEqual({ confirmed: '0', reported: '0', derived: '0', placeholder: '245000' });
  });

  it('refuses a second outcome of the same employee and period, and tells it', () => {
    const twice = monitor(RULESET, [...MEMBERS, { ...member(PEOPLE[0]!), source: '9-again.yaml' }]);
    expect(twice.all.appraised).toBe(6);
    expect(twice.all.refused).toBe(1);
    expect(twice.units[1]).toMatchObject({ unit: 'Puskesmas', refused: 1 });
    expect(twice.refused).toEqual([
      {
        source: '9-again.yaml',
        unit: 'Puskesmas',
        code: 'cohort/twice',
        message: 'Employee 1 is counted already for the same period, from 1.yaml.',
        mend: 'Hand in one outcome for each employee and period.',
      },
    ]);
  });

  it('counts one employee in several months', () => {
    const may = member({ id: '1', unit: 'Puskesmas', work: 60, more: { assessed: '2024-05', paid: { period: '2024-06', kind: 'regular' } } });
    const { all, periods } = monitor(RULESET, [MEMBERS[0]!, may]);
    expect(all).toMatchObject({ appraised: 2, employees: 1 });
    expect(periods).toEqual([
      { from: '2024-05-01', to: '2024-05-31', count: 1 },
      { from: '2024-06-01', to: '2024-06-30', count: 1 },
    ]);
  });

  it('refuses an outcome of another ruleset', () => {
    const foreign = stored(MEMBERS[0]!);
    const { all, refused } = monitor(RULESET, [
      { ...foreign, outcome: { ...foreign.outcome, ruleset: { ...foreign.outcome.ruleset, id: 'other' } } as typeof foreign.outcome },
    ]);
    expect(all.appraised).toBe(0);
    expect(refused[0]).toMatchObject({ code: 'cohort/ruleset', message: 'The outcome is of the ruleset "other", and this cohort is of "sample".' });
  });

  it('refuses a score that is not there', () => {
    expect(() => monitor(RULESET, MEMBERS, { scores: ['work.skore', 'grade'] })).toThrow(
      'The list of scores has 2 faults:\n- scores[0]: "work.skore" is no score and no number term of "sample". Did you mean "work.score"?\n- scores[1]: "grade" is no score and no number term of "sample". Its scores are kerja.',
    );
  });

  it('is the same for outcomes that were stored as JSON, and leaves them as they were', () => {
    const json = MEMBERS.map(stored);
    expect(monitor(RULESET, json)).toEqual(monitor(RULESET, MEMBERS));
    expect(Object.isFrozen(json[0]!.outcome.payments[0]!.title)).toBe(false);
  });

  it('does not depend on the order of the input', () => {
    const want = JSON.stringify(monitor(RULESET, MEMBERS));
    fc.assert(fc.property(fc.shuffledSubarray([...MEMBERS], { minLength: MEMBERS.length }), (members) => JSON.stringify(monitor(RULESET, members)) === want));
  });

  it('adds up: units make all, and nobody who was handed in is lost', () => {
    const person = fc.record({
      unit: fc.option(fc.constantFrom('A', 'B', 'C'), { nil: undefined }),
      work: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), fc.array(fc.constantFrom('A', 'B', undefined), { maxLength: 4 }), (people, bad) => {
        const refused = bad.map((unit, at) => ({ source: `bad-${at}`, ...(unit !== undefined && { unit }), code: 'x', message: 'm', mend: 'n' }));
        const { units, all } = monitor(
          RULESET,
          people.map((each, at) => member({ ...each, id: String(at) })),
          { refused },
        );
        const sum = (of: (unit: (typeof units)[number]) => number): number => units.reduce((so, unit) => so + of(unit), 0);
        expect(all.appraised + all.refused).toBe(people.length + bad.length);
        expect(sum(({ appraised, refused: not }) => appraised + not)).toBe(people.length + bad.length);
        const paid = units.flatMap(({ payments }) => payments.map((each) => fromCanonicalText(each.paid))).reduce(add, ZERO);
        expect(all.payments[0]?.paid ?? '0').toBe(toText(paid));
      }),
      { numRuns: 40 },
    );
  });
});

describe('the page of a summary', () => {
  it.each(['id', 'en'] as const)('says everything in %s, as text within 100 signs and as Markdown', (language) => {
    const monitoring = monitor(RULESET, MEMBERS, { refused: [{ source: 'bad.yaml', code: 'x', message: 'It is bad.', mend: 'Mend it.' }] });
    const text = renderMonitoringText(monitoring, language);
    expect(text.split('\n').filter((line) => [...line].length > 100)).toEqual([]);
    for (const rendered of [text, renderMonitoringMarkdown(monitoring, language)]) {
      expect(rendered).not.toMatch(/undefined|NaN|\[object |\bnull\b|Infinity/);
      expect(rendered).toContain(language === 'id' ? 'Ditolak' : 'Refused');
      expect(rendered).toContain('It is bad. Mend it.');
    }
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      language === 'id' ? 'Seluruhnya Tunjangan 3 Rp190.000 1 Rp55.000 1 1 0' : 'All Allowance 3 Rp 190,000 1 Rp 55,000 1 1 0',
    );
  });
});

describe('the unit of a person', () => {
  const of = (more: object): string | undefined =>
    unitOf(readAppraisal({ assessed: '2024-06', ...more, employee: { id: '1', status: 'pns', ...(more as { employee?: object }).employee } }));
  const post = (id: string, kind: string, unit: string, from: string, to?: string): object => ({ id, kind, unit, from, ...(to !== undefined && { to }) });

  it.each([
    ['the unit of the record', { employee: { unit: 'Dinas' }, assignments: [post('a', 'definitive', 'Kecamatan', '2024-01-01')] }, 'Dinas'],
    [
      'else that of the post held on the last day',
      { assignments: [post('a', 'definitive', 'Lama', '2020-01-01', '2024-06-14'), post('b', 'definitive', 'Baru', '2024-06-15')] },
      'Baru',
    ],
    [
      'else of two posts the one that began last',
      { assignments: [post('b', 'definitive', 'Baru', '2024-05-01'), post('a', 'definitive', 'Lama', '2020-01-01')] },
      'Baru',
    ],
    ['never that of a post held as acting', { assignments: [post('a', 'plt', 'Kecamatan', '2024-01-01')] }, undefined],
    ['not that of a post that begins later', { assignments: [post('a', 'definitive', 'Nanti', '2024-07-01')] }, undefined],
  ])('is %s', (_name, more, unit) => expect(of(more)).toBe(unit));
});

it('an outcome given straight from appraise needs no wrapping but its unit', () => {
  expect(monitor(RULESET, [{ outcome: outcomeOf({ id: '1', work: 80 }) }]).all.appraised).toBe(1);
});
