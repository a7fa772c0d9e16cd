import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppraisalInput } from '../model/appraisal.ts';
import { appraise } from './appraise.ts';
import { law, resolveSample } from './sample.fixture.ts';

const scale = { min: 0, max: 100 };
type Item = NonNullable<AppraisalInput['ratings']>['items'][number];
const rating = (source: Item['source'], score: number | string, rater: string = source, more: Partial<Item> = {}): Item => ({
  source,
  rater,
  score,
  scale,
  ...more,
});
const plain = (below = 'absent', quorum: string | number = 1) => ({ scale: '0..100', within: 'mean', quorum, below });

function scheme(sources: Record<string, unknown>, weights: unknown, more: Record<string, unknown> = {}) {
  return resolveSample(
    { raters: { conduct: { stage: 'assessment', ...law, sources, combine: ['raters', 'sources'], weights, ...more } } },
    { assessed: '2024-06' },
  );
}

function score(ruleset: ReturnType<typeof scheme>, items: readonly Item[], expected?: Record<string, number>) {
  const outcome = appraise(ruleset, {
    employee: { id: '1', status: 'pns' },
    assessed: '2024-06',
    ratings: { items: [...items], ...(expected && { expected }) },
  });
  const term = outcome.terms['conduct.score']!;
  const step = outcome.trace.steps.find((each) => each.kind === 'raters')!;
  return {
    term,
    weights: Object.fromEntries(step.sources.filter((source) => source.weight).map((source) => [source.source, source.weight!.toFraction()])),
    how: step.weights.how,
  };
}

describe('three sources of weight 0.2 that all say 70', () => {
  const fifths = scheme(
    { supervisor: plain(), peer: plain(), self: plain(), public: plain(), stakeholder: plain() },
    { rows: [{ supervisor: 20, peer: 20, self: 20, public: 20, stakeholder: 20 }], otherwise: 'renormalise' },
  );

  it('give exactly 70 when the rest of the weight is missing and renormalised', () => {
    const { term, weights } = score(fifths, [rating('supervisor', 70), rating('peer', 70), rating('self', 70)]);
    expect(term).toMatchObject({ status: 'value', exact: '70' });
    expect(weights).toEqual({ supervisor: '100/3', peer: '100/3', self: '100/3' });
  });

  it('reach the band that starts at 70', () => {
    const ruleset = resolveSample(
      {
        raters: {
          conduct: {
            stage: 'assessment',
            ...law,
            sources: { supervisor: plain(), peer: plain(), self: plain(), public: plain(), stakeholder: plain() },
            combine: ['raters', 'sources'],
            weights: { rows: [{ supervisor: 20, peer: 20, self: 20, public: 20, stakeholder: 20 }], otherwise: 'renormalise' },
          },
        },
        types: { band: { members: { low: { id: 'Rendah', en: 'Low' }, high: { id: 'Tinggi', en: 'High' } } } },
        tables: {
          bands: {
            inputs: { score: { unit: 'points', min: 0, max: 100 } },
            outputs: { band: 'band' },
            ...law,
            rows: [
              { score: '[0..70)', band: 'low' },
              { score: '[70..100]', band: 'high' },
            ],
          },
        },
        terms: { band: { type: 'band', stage: 'rating', ...law, formula: 'bands(conduct.score)' } },
      },
      { assessed: '2024-06' },
    );
    const outcome = appraise(ruleset, {
      employee: { id: '1', status: 'pns' },
      assessed: '2024-06',
      ratings: { items: [rating('supervisor', 70), rating('peer', 70), rating('self', 70)] },
    });
    expect(outcome.terms['band']).toEqual({ status: 'value', kind: 'other', value: 'high' });
  });

  it('give the common score of any number of raters, whoever is missing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.subarray(['supervisor', 'peer', 'self', 'public', 'stakeholder'] as const, { minLength: 1 }),
        (thousandths, present) => {
          const text = (thousandths / 1000).toFixed(3);
          const { term } = score(
            fifths,
            present.map((source) => rating(source, text)),
          );
          expect(term).toMatchObject({ exact: String(Number(text)) });
        },
      ),
    );
  });
});

describe('printed fallback weights of 60/15/25', () => {
  const printed = scheme(
    { supervisor: plain(), peer: plain(), subordinate: plain() },
    {
      rows: [
        { supervisor: 60, peer: 15, subordinate: 25 },
        { peer: 40, subordinate: 60 },
        { supervisor: 70, subordinate: 30 },
        { supervisor: 80, peer: 20 },
      ],
      otherwise: 'hold',
    },
  );
  const all = { supervisor: rating('supervisor', 90), peer: rating('peer', 80), subordinate: rating('subordinate', 70) };

  it.each([
    ['all three', [all.supervisor, all.peer, all.subordinate], { supervisor: '60', peer: '15', subordinate: '25' }, '83.5'],
    ['without the supervisor 0/40/60', [all.peer, all.subordinate], { peer: '40', subordinate: '60' }, '74'],
    ['without peers 70/0/30', [all.supervisor, all.subordinate], { supervisor: '70', subordinate: '30' }, '84'],
    ['without subordinates 80/20/0', [all.supervisor, all.peer], { supervisor: '80', peer: '20' }, '88'],
  ])('%s', (_name, items, weights, exact) => {
    expect(score(printed, items)).toEqual({ term: { status: 'value', kind: 'number', exact, unit: 'points', value: expect.anything() }, weights, how: 'row' });
  });

  it('holds where no row is printed, naming who is missing', () => {
    expect(score(printed, [all.peer])).toEqual({ term: { status: 'unknown', facts: ['ratings.subordinate', 'ratings.supervisor'] }, weights: {}, how: 'hold' });
  });

  it('is unknown, not zero, when nobody rated', () => {
    expect(score(printed, []).term).toEqual({ status: 'unknown', facts: ['ratings.peer', 'ratings.subordinate', 'ratings.supervisor'] });
  });
});

describe('what a scheme says of a missing source', () => {
  const sources = { supervisor: plain(), peer: plain() };
  const full = { supervisor: 60, peer: 40 };
  it.each([
    ['zero', { rows: [full], otherwise: 'zero' }, '48', { supervisor: '60', peer: '40' }],
    ['substitute', { rows: [full], otherwise: { substitute: 'supervisor' } }, '80', { supervisor: '100' }],
    ['renormalise', { rows: [full], otherwise: 'renormalise' }, '80', { supervisor: '100' }],
  ])('%s', (how, weights, exact, used) => {
    expect(score(scheme(sources, weights), [rating('supervisor', 80)])).toMatchObject({ how, weights: used, term: { exact } });
  });

  it('counts a missing rater as zero only under "zero"', () => {
    for (const otherwise of ['renormalise', 'hold', { substitute: 'supervisor' }]) {
      const { term } = score(scheme(sources, { rows: [full], otherwise }), [rating('supervisor', 80)]);
      expect(term.status === 'unknown' || (term.status === 'value' && term.kind === 'number' && term.exact === '80')).toBe(true);
    }
  });
});

describe('raters within a source', () => {
  const one = (within: string, quorum: string | number = 1, below = 'absent') =>
    resolveSample(
      {
        parameters: { trim: { unit: 'percent', ...law, value: 25 } },
        raters: {
          conduct: {
            stage: 'assessment',
            ...law,
            sources: { peer: { scale: '0..100', within, quorum, below } },
            combine: ['raters', 'sources'],
            weights: { rows: [{ peer: 100 }], otherwise: 'hold' },
          },
        },
      },
      { assessed: '2024-06' },
    );
  const peers = (...scores: number[]) => scores.map((value, index) => rating('peer', value, `p${index}`));

  it.each([
    ['mean', peers(70, 80, 100), '250/3'],
    ['median', peers(10, 80, 100), '80'],
    ['median', peers(10, 60, 80, 100), '70'],
    ['trimmedMean(trim)', peers(0, 60, 80, 100), '70'],
  ])('%s of the scores', (within, items, exact) => expect(score(one(within), items).term).toMatchObject({ exact }));

  it('are absent below the quorum, and held where the scheme says so', () => {
    expect(score(one('mean', 3), peers(70, 80)).term).toEqual({ status: 'unknown', facts: ['ratings.peer'] });
    expect(score(one('mean', 3, 'hold'), peers(70, 80)).term).toEqual({ status: 'unknown', facts: ['ratings.peer'] });
    expect(score(one('mean', 2), peers(70, 80)).term).toMatchObject({ exact: '75' });
  });

  it('are all needed under "all", and unknown while nobody said how many were asked', () => {
    expect(score(one('mean', 'all'), peers(70, 80)).term).toEqual({ status: 'unknown', facts: ['raters.expected.peer'] });
    expect(score(one('mean', 'all'), peers(70, 80), { peer: 3 }).term).toEqual({ status: 'unknown', facts: ['ratings.peer'] });
    expect(score(one('mean', 'all'), peers(70, 80), { peer: 2 }).term).toMatchObject({ exact: '75' });
  });

  it('must rate on the scale that the scheme reads', () => {
    const { term } = score(one('mean'), [{ ...rating('peer', 4), scale: { min: 1, max: 5 } }]);
    expect(term).toEqual({ status: 'fault', code: 'raters/scale', message: 'The rating of peer "peer" is on the scale 1..5, and the scheme reads 0..100.' });
  });
});

describe('conversion to 0..100', () => {
  const converted = (convert: string) =>
    scheme({ peer: { scale: '1..5', convert, within: 'mean', quorum: 1, below: 'absent' } }, { rows: [{ peer: 100 }], otherwise: 'hold' });
  const four = { ...rating('peer', 4), scale: { min: 1, max: 5 } };
  it('ofTop takes the share of the top score', () => expect(score(converted('ofTop'), [four]).term).toMatchObject({ exact: '80' }));
  it('betweenEnds takes the place between the ends', () => expect(score(converted('betweenEnds'), [four]).term).toMatchObject({ exact: '75' }));
});

describe('the order of aggregation', () => {
  const types = { criterion: { members: { a: { id: 'A', en: 'A' }, b: { id: 'B', en: 'B' } } } };
  const ordered = (combine: string[], incomplete = 'ignore') =>
    resolveSample(
      {
        types,
        raters: {
          conduct: {
            stage: 'assessment',
            ...law,
            sources: { peer: plain() },
            criteria: { of: 'criterion', incomplete },
            combine,
            weights: { rows: [{ peer: 100 }], otherwise: 'hold' },
          },
        },
      },
      { assessed: '2024-06' },
    );
  const items = [rating('peer', 100, 'p1', { criterion: 'a' }), rating('peer', 40, 'p1', { criterion: 'b' }), rating('peer', 50, 'p2', { criterion: 'a' })];

  it('raters before criteria: the mean of the criteria means', () =>
    expect(score(ordered(['raters', 'criteria', 'sources']), items).term).toMatchObject({ exact: '57.5' }));
  it('criteria before raters: the mean of the raters means', () =>
    expect(score(ordered(['criteria', 'raters', 'sources']), items).term).toMatchObject({ exact: '60' }));
  it('sources before criteria: the mean of the criteria across sources', () =>
    expect(score(ordered(['raters', 'sources', 'criteria']), items).term).toMatchObject({ exact: '57.5' }));
  it('holds an incomplete rater where the scheme says so', () =>
    expect(score(ordered(['criteria', 'raters', 'sources'], 'hold'), items).term).toEqual({ status: 'unknown', facts: ['ratings.peer'] }));
  it('keeps a score for each criterion', () => {
    const outcome = appraise(ordered(['raters', 'criteria', 'sources']), { employee: { id: '1', status: 'pns' }, assessed: '2024-06', ratings: { items } });
    expect(outcome.terms['conduct.criterion.a']).toMatchObject({ exact: '75' });
    expect(outcome.terms['conduct.criterion.b']).toMatchObject({ exact: '40' });
  });
});
