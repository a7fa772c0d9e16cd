/**
 * The ways of doing the task, by the keys of the report.
 * In: a key. Out: its title, whether it is exact, and how it is made; `null` in place of a way means that this build does not have it.
 */
import { TASK_DATES, TASK_FOLDER, create as createLibrary } from '../peers/library.mjs';

/**
 * @typedef {object} WayInfo
 * @property {string} title
 * @property {'yes' | 'no' | 'checked'} exact `checked`: agrees on all that was checked, without a proof
 * @property {boolean} [waits] whether it answers by a promise
 * @property {() => Promise<import('../data/record.d.mts').Way<any> | null>} make
 */

/** @type {(kind: 'exact' | 'exactRead' | 'closures' | 'generated') => () => Promise<import('../data/record.d.mts').Way<any> | null>} */
const library = (kind) => async () => {
  const doors = await Promise.all([import('kinerja'), import('kinerja/node')]);
  return createLibrary(kind, doors[0], doors[1].loadRuleset(TASK_FOLDER, TASK_DATES));
};

/** @type {Readonly<Record<string, WayInfo>>} */
export const WAYS = {
  generated: { title: 'kinerja, generated code', exact: 'yes', make: library('generated') },
  closures: { title: 'kinerja, closures', exact: 'yes', make: library('closures') },
  exact: { title: 'kinerja, exact with full trace', exact: 'yes', make: library('exact') },
  exactRead: { title: 'kinerja, exact, trace written out', exact: 'yes', make: library('exactRead') },
  handFloat: { title: 'by hand, floats', exact: 'no', make: async () => (await import('../peers/hand-float.mjs')).create() },
  handInteger: { title: 'by hand, safe integers, else BigInt', exact: 'yes', make: async () => (await import('../peers/hand-integer.mjs')).create() },
  handBigInt: { title: 'by hand, ratios of BigInts', exact: 'yes', make: async () => (await import('../peers/hand-bigint.mjs')).create() },
  handDecimal: { title: 'by hand, decimal.js', exact: 'yes', make: async () => (await import('../peers/hand-decimal.mjs')).create() },
  jsonRulesEngine: {
    title: 'json-rules-engine + decimal.js',
    exact: 'yes',
    waits: true,
    make: async () => (await import('../peers/json-rules-engine.mjs')).create(),
  },
  zen: { title: 'zen-engine', exact: 'checked', waits: true, make: async () => (await import('../peers/zen.mjs')).create() },
};
