import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Person, RULESET, member, stored } from './cohort.fixture.ts';
import { renderSelectionMarkdown, renderSelectionText } from './render-selection.ts';
import { type SelectionInput, selectByCompetence } from './select-by-competence.ts';

const select = (people: readonly Person[], input: Partial<SelectionInput> = {}) => selectByCompetence(RULESET, people.map(member), { places: 2, ...input });
const placed = (people: readonly Person[], input: Partial<SelectionInput> = {}) =>
  select(people, input).ranked.map(({ place, employee, verdict }) => [place, employee, verdict]);
const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing was thrown';
};

describe('places', () => {
  it('follow the first criterion, and share it where nothing decides: 1, 2, 2, 4', () => {
    const people = [
      { id: 'a', work: 70 },
      { id: 'b', work: 90 },
      { id: 'c', work: 80 },
      { id: 'd', work: 80 },
    ];
    expect(placed(people, { places: 3 })).toEqual([
      [1, 'b', 'chosen'],
      [2, 'c', 'chosen'],
      [2, 'd', 'chosen'],
      [4, 'a', 'notChosen'],
    ]);
  });

  it('let a further criterion break a tie, lower first where lower is better', () => {
    const people = [
      { id: 'a', work: 80, facts: { 'own.away': 3 } },
      { id: 'b', work: 80, facts: { 'own.away': 1 } },
    ];
    const { ranked, tie } = select(people, { places: 1 });
    expect(ranked.map(({ employee }) => employee)).toEqual(['b', 'a']);
    expect(tie).toBeUndefined();
    expect(ranked[0]).toMatchObject({
      decision: {
        term: 'away.days',
        own: { kind: 'number', exact: '1', unit: 'day' },
        other: { kind: 'number', exact: '3', unit: 'day' },
        by: '2',
        against: ['a'],
      },
      why: {
        id: 'Peringkat 1. Mendahului a (peringkat 2), sama pada Nilai kerja, karena Hari pergi: 1 hari terhadap 3 hari, selisih 2 hari. Terpilih (1 lowongan).',
        en: 'Place 1. Ahead of a (place 2), equal in Work score, by Days away: 1 day against 3 days, a difference of 2 days. Chosen (1 vacancy).',
      },
    });
  });

  it('say a tie over the last vacancy, and leave it', () => {
    const { ranked, tie, provisional } = select(
      [
        { id: 'a', work: 90 },
        { id: 'b', work: 80 },
        { id: 'c', work: 80 },
        { id: 'd', work: 80 },
        { id: 'e', work: 70 },
      ],
      { places: 3 },
    );
    expect(tie).toEqual({ place: 2, employees: ['b', 'c', 'd'], left: 2 });
    expect(ranked.map(({ verdict }) => verdict)).toEqual(['chosen', 'tied', 'tied', 'tied', 'notChosen']);
    expect(ranked[1]!.why.en).toBe(
      'Place 2. Equal to c and d in every criterion, so they share the place. Ahead of e (place 5) by Work score: 80 points against 70 points, a difference of 10 points. Tied at the last vacancy: 2 of 3 can still be taken, and the criteria do not decide who.',
    );
    expect(provisional).toBe(false);
  });

  it('tell an exact difference that has no finite decimal', () => {
    const { ranked } = select(
      [
        { id: 'a', work: 80 },
        { id: 'b', work: 79 },
      ],
      { by: [{ term: 'third.score' }] },
    );
    expect(ranked[0]!.decision!.by).toBe('1/3');
    expect(ranked[0]!.why.en).toContain('80/3 (≈ 26.67) points against 79/3 (≈ 26.33) points, a difference of 1/3 (≈ 0.33) points.');
  });

  it('compare words by their order, dates and truth', () => {
    const people = [
      { id: 'a', work: 40, facts: { 'own.since': '2020-01-31' } },
      { id: 'b', work: 60, facts: { 'own.since': '2020-03-01', 'own.punished': true } },
    ];
    const decide = (term: string, better?: 'lower') => select(people, { by: [{ term, better }], eligible: [] }).ranked[0];
    expect(decide('grade')).toMatchObject({
      employee: 'b',
      decision: { by: '1' },
      why: { en: 'Place 1. Ahead of a (place 2) by Grade: Good against Poor, a difference of 1 step. Chosen (2 vacancies).' },
    });
    expect(decide('since.day', 'lower')).toMatchObject({
      employee: 'a',
      decision: { by: '30' },
      why: { id: 'Peringkat 1. Mendahului b (peringkat 2) karena Sejak: 31 Januari 2020 terhadap 1 Maret 2020, selisih 30 hari. Terpilih (2 lowongan).' },
    });
    expect(decide('eligible.free')).toMatchObject({
      employee: 'a',
      why: { en: 'Place 1. Ahead of b (place 2) by Not punished: yes against no. Chosen (2 vacancies).' },
    });
  });

  it('leave vacancies open when nobody is there', () => {
    expect(select([{ id: 'a', work: 80 }], { places: 3 })).toMatchObject({ open: 2, ranked: [{ verdict: 'chosen' }] });
    expect(select([{ id: 'a', work: 80, facts: { 'own.punished': true } }], { places: 3 })).toMatchObject({ open: 3, ranked: [] });
  });
});

describe('who has no place', () => {
  it('does not meet a condition, and the condition is named with its article', () => {
    expect(select([{ id: 'a', work: 80, facts: { 'own.punished': true } }]).unranked).toMatchObject([
      {
        employee: 'a',
        state: 'notEligible',
        why: { id: 'Syarat yang tidak terpenuhi: Tidak dihukum (law#art-1).', en: 'Conditions not met: Not punished (law#art-1).' },
      },
    ]);
  });

  it('is not eligible even where facts are missing too', () => {
    expect(select([{ id: 'a', facts: { 'own.punished': true } }])).toMatchObject({ provisional: false, unranked: [{ state: 'notEligible' }] });
  });

  it('is undetermined, and the facts to supply are named; the others are provisional', () => {
    const selection = select([{ id: 'a' }, { id: 'b', work: 10 }]);
    expect(selection.unranked).toMatchObject([
      { employee: 'a', state: 'undetermined', facts: ['own.work'], why: { en: 'Cannot be placed yet. Facts to supply: Work (own.work).' } },
    ]);
    expect(selection.ranked.map(({ employee }) => employee)).toEqual(['b']);
    expect(selection.provisional).toBe(true);
  });

  it('cannot be compared by what does not apply', () => {
    const selection = select([{ id: 'a', work: 80 }], { by: [{ term: 'extra.score' }] });
    expect(selection).toMatchObject({
      provisional: false,
      unranked: [{ state: 'notComparable', why: { en: 'Cannot be compared; does not apply: Extra.' } }],
    });
  });

  it('has a fault', () => {
    expect(select([{ id: 'a', work: 0 }], { by: [{ term: 'broken.score' }] })).toMatchObject({
      provisional: true,
      unranked: [{ state: 'faulted', why: { id: 'Tidak dapat dihitung: Rusak.' } }],
    });
  });

  it('was handed in before', () => {
    const june = { id: 'a', work: 80 };
    const may = { ...june, more: { assessed: '2024-05', paid: { period: '2024-06', kind: 'regular' } } } as Person;
    expect(select([june, may])).toMatchObject({
      provisional: true,
      ranked: [{ employee: 'a' }],
      refused: [{ code: 'cohort/twice', message: 'Employee a is counted already, from a.yaml.', mend: 'Hand in one outcome for each employee.' }],
    });
  });
});

it('what is missing elsewhere in an outcome does not matter', () => {
  const people = [{ id: 'a', facts: { 'own.away': 2 } }];
  expect(member(people[0]!).outcome.status).toBe('undetermined');
  expect(select(people, { by: [{ term: 'away.days' }] }).ranked).toHaveLength(1);
});

it('does not depend on the order of the input, nor on whether outcomes were stored', () => {
  const person = fc.record({
    work: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    away: fc.integer({ min: 0, max: 1 }),
    punished: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(person, { minLength: 1, maxLength: 9 }).chain((people) =>
        fc.tuple(
          fc.constant(people),
          fc.shuffledSubarray(
            people.map((_, at) => at),
            { minLength: people.length },
          ),
        ),
      ),
      fc.integer({ min: 1, max: 5 }),
      ([people, order], places) => {
        const members = people.map(({ work, away, punished }, at) => member({ id: String(at), work, facts: { 'own.away': away, 'own.punished': punished } }));
        const selection = selectByCompetence(RULESET, members, { places });
        expect(
          selectByCompetence(
            RULESET,
            order.map((at) => stored(members[at]!)),
            { places },
          ),
        ).toEqual(selection);
        const { ranked, unranked, tie } = selection;
        expect(ranked.length + unranked.length).toBe(people.length);
        for (const { place, tiedWith, employee } of ranked) {
          const better = ranked.filter((other) => other.place < place);
          expect(place).toBe(better.length + 1);
          expect(ranked.filter((other) => other.place === place).map((other) => other.employee)).toEqual([employee, ...tiedWith].sort());
        }
        const chosen = ranked.filter(({ verdict }) => verdict === 'chosen').length;
        expect(chosen + (tie?.left ?? 0) + selection.open).toBe(places);
      },
    ),
    { numRuns: 60 },
  );
});

describe('what cannot serve is refused', () => {
  it.each<[string, Partial<SelectionInput>, string]>([
    ['a term that is not there', { by: [{ term: 'work.skore' }] }, '- by[0]: "work.skore" is no term of "sample". Did you mean "work.score"?'],
    [
      'a condition that is a number',
      { eligible: ['work.score'] },
      '- eligible[0]: "work.score" is a number of points, and a condition is true or false. Name a term of type boolean.',
    ],
    [
      'no criterion',
      { by: [] },
      '- by: Nothing is said by which to compare, and "sample" says nothing of a selection. Name one term at least, or write selection: in ruleset.yaml.',
    ],
    ['half a vacancy', { places: 1.5 }, '- places: 1.5 is no number of vacancies. Give a whole number, 1 or more.'],
  ])('%s', (_name, input, fault) => expect(messageOf(() => select([{ id: 'a', work: 1 }], input))).toBe(`The selection has one fault:\n${fault}`));
});

describe('the page of a selection', () => {
  it.each(['id', 'en'] as const)('says everything in %s, as text within 100 signs and as Markdown', (language) => {
    const selection = select(
      [{ id: 'a', work: 90 }, { id: 'b', work: 80 }, { id: 'c', work: 80 }, { id: 'd' }, { id: 'e', work: 90, facts: { 'own.punished': true } }],
      {
        refused: [{ source: 'bad.yaml', code: 'x', message: 'It is bad.', mend: 'Mend it.' }],
      },
    );
    const text = renderSelectionText(selection, language);
    expect(text.split('\n').filter((line) => [...line].length > 100)).toEqual([]);
    for (const rendered of [text, renderSelectionMarkdown(selection, language)]) {
      expect(rendered).not.toMatch(/undefined|NaN|\[object |\bnull\b|Infinity/);
      for (const part of language === 'id'
        ? ['terpilih', 'seri pada lowongan', 'Sementara:', 'Tanpa peringkat']
        : ['chosen', 'tied at the last', 'Provisional:', 'Without a place'])
        expect(rendered).toContain(part);
      expect(rendered).toContain('It is bad. Mend it.');
    }
  });
});
