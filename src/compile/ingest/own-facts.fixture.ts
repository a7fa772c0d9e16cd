/**
 * A ruleset of its own that meets every kind of reader: what the tests of ingest and scanner declare.
 * In: nothing. Out: types and facts.
 */
const title = { id: 'Judul', en: 'Title' };

/** Types and facts of a ruleset's own that meet every kind of reader. */
export const OWN_TYPES = {
  colour: { members: { red: title, green: title } },
  mood: { members: { none: title, good: title } },
  visit: { fields: { on: 'date', points: { unit: 'points', min: 0, max: 10, step: 0.25 }, mood: 'mood', word: 'text' } },
} as const;
export const OWN_FACTS = {
  'own.base': { title, type: { unit: 'IDR', min: 0, max: 100_000_000, step: 1 }, absence: 'unknown' },
  'own.share': { title, type: { unit: 'percent', min: '0.05', max: 100, step: '0.1' }, absence: 'none' },
  'own.index': { title, type: { unit: 'ratio', min: 0, max: 10, step: '0.00000001' }, absence: 'unknown' },
  'own.fives': { title, type: { unit: 'count', min: -20, max: 2_000, step: 5 }, absence: 'unknown' },
  'own.free': { title, type: 'number', absence: 'unknown' },
  'own.flag': { title, type: 'boolean', absence: 'unknown' },
  'own.day': { title, type: 'date', absence: 'unknown' },
  'own.word': { title, type: 'text', absence: 'unknown' },
  'own.colour': { title, type: 'colour', absence: 'unknown' },
  'own.mood': { title, type: 'mood', absence: 'unknown' },
  'own.visits': { title, type: { list: 'visit', maxItems: 4 }, absence: 'unknown' },
} as const;
