/**
 * Random rater schemes: every conversion, quorum, way of combining, and every answer to sources that are missing.
 * In: chance, the tables that could convert. Out: a scheme as data, and the names that it yields.
 */
import type { Chance } from './chance.fixture.ts';
import { COLOURS, type Called } from './vocabulary.fixture.ts';

const SOURCES = ['supervisor', 'peer', 'subordinate', 'public'];
const WEIGHTS: Readonly<Record<number, readonly (readonly string[])[]>> = {
  1: [['100']],
  2: [
    ['60', '40'],
    ['33.3', '66.7'],
    ['100', '0'],
  ],
  3: [
    ['60', '15', '25'],
    ['33.333', '33.333', '33.334'],
    ['0', '50', '50'],
  ],
  4: [['40', '30', '20', '10']],
};

export function randomRaters(
  chance: Chance,
  version: object,
  calls: readonly Called[],
): { readonly data: object; readonly scores: readonly string[]; readonly presences: readonly string[] } {
  const names = SOURCES.slice(0, chance.whole(1, 4));
  const converting = calls.filter(({ id, inputs, outputs }) => id.startsWith('tab') && inputs.length === 1 && inputs[0] === 'points' && outputs.length === 1);
  const sources = Object.fromEntries(
    names.map((name) => {
      const scale = chance.one(['0..100', '0..100', '1..5', '0..10', '-2..2', '1..7']);
      const converts = [
        'betweenEnds',
        ...(scale.startsWith('-') ? [] : ['ofTop']),
        ...(scale === '0..100' ? ['none', 'none'] : []),
        ...converting.map(({ id }) => id),
      ];
      return [
        name,
        {
          scale,
          convert: chance.one(converts),
          within: chance.one(['mean', 'mean', 'median', 'trimmedMean(p.trim)']),
          quorum: chance.one(['1', '2', '3', 'all', 'p.quorum']),
          below: chance.one(['absent', 'absent', 'hold']),
        },
      ];
    }),
  );
  const hasCriteria = chance.yes(0.4);
  const rowOf = (of: readonly string[]): object => {
    const weights = chance.one(WEIGHTS[of.length]!);
    return Object.fromEntries(of.map((name, at) => [name, weights[at]!]));
  };
  const rows = [
    rowOf(names),
    ...(names.length > 1 && chance.yes(0.6) ? [rowOf(names.slice(0, -1))] : []),
    ...(names.length > 2 && chance.yes(0.3) ? [rowOf(names.slice(1))] : []),
  ];
  const combines = hasCriteria
    ? [
        ['raters', 'criteria', 'sources'],
        ['criteria', 'raters', 'sources'],
        ['raters', 'sources', 'criteria'],
      ]
    : [['raters', 'sources']];
  const data = {
    ...version,
    sources,
    ...(hasCriteria && { criteria: { of: 'colour', incomplete: chance.one(['ignore', 'hold']) } }),
    combine: chance.one(combines),
    weights: { rows, otherwise: chance.one(['renormalise', 'hold', 'zero', { substitute: chance.one(names) }]) },
  };
  return {
    data,
    scores: [
      ...names.map((name) => `${name}.score`),
      ...(hasCriteria ? COLOURS.filter((member) => member !== 'none').map((member) => `criterion.${member}`) : []),
    ],
    presences: names.map((name) => `${name}.present`),
  };
}
