/**
 * Random employees for the task, as appraisals that the library reads (plain JSON).
 * In: how many, and a seed. Out: `realistic` (full of ties: round scores, targets met exactly, bands hit exactly)
 * and `uniform` (decimals without a pattern, on which ties are rare).
 */
import { random } from './random.mjs';

/** @typedef {import('./record.d.mts').TaskRecord} TaskRecord */

const SOURCES = /** @type {const} */ (['supervisor', 'peer', 'self', 'public', 'stakeholder']);
const SCALE = { min: 0, max: 100 };
const QUANTITATIVE = /** @type {const} */ ('quantitative');
const TARGETS = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 18, 20, 24, 25, 30, 36, 40, 45, 48, 50, 60, 75, 80, 90, 100, 120, 150, 200, 240, 250, 300, 365, 500, 1000,
];
const WEIGHTS = [
  [20, 20, 15, 15, 15, 15],
  [30, 20, 15, 15, 10, 10],
  [25, 25, 20, 10, 10, 10],
  [40, 20, 10, 10, 10, 10],
  [16.67, 16.67, 16.67, 16.67, 16.66, 16.66],
  [10, 10, 10, 10, 10, 10],
];
const MINUTES = [30, 31, 60, 61, 90, 91, 150, 151, 240, 241, 420, 421];
/** Scores of raters whose mean, alone or renormalised, is a whole number although the parts are not. */
const THIRDS = [
  [70, 70, 85],
  [70, 80, 90],
  [79, 80, 81],
  [70, 70, 80],
  [80, 85, 75],
  [100, 100, 100],
];

/** @type {Readonly<Record<string, (count: number, seed: number) => TaskRecord[]>>} */
export const DATA_SETS = { realistic: (count, seed) => made(count, seed, realistic), uniform: (count, seed) => made(count, seed, uniform) };

/**
 * Records go through JSON text once, as those of a file do, so that all ways read objects of the same kind.
 * @param {number} count
 * @param {number} seed
 * @param {(r: import('./random.mjs').Random, id: string) => TaskRecord} one
 * @returns {TaskRecord[]}
 */
function made(count, seed, one) {
  const r = random(seed);
  return Array.from({ length: count }, (_, index) => JSON.parse(JSON.stringify(one(r, String(index + 1)))));
}

/** @type {(r: import('./random.mjs').Random, id: string) => TaskRecord} */
function realistic(r, id) {
  const profile = r.whole(1, 10);
  const asAgreed = profile <= 3;
  const poor = profile === 10 && r.chance(0.4);
  const score = asAgreed ? 100 : poor ? r.pick([40, 50, 50, 60]) : r.pick([60, 70, 75, 75, 80, 80, 80, 85, 90, 95, 100]);
  const weights = r.pick(WEIGHTS);
  const indicators = weights.map((weight, index) => {
    const target = r.pick(TARGETS);
    const polarity = /** @type {'lower' | 'higher'} */ (r.chance(0.2) ? 'lower' : 'higher');
    return {
      id: `i${index + 1}`,
      kind: QUANTITATIVE,
      polarity,
      target,
      realisation: asAgreed ? target : poor ? target * 0.5 : nearTarget(r, target),
      weight,
    };
  });
  // Two indicators of one weight that miss and exceed by the same fraction: their mean is exactly 100 although neither is a decimal.
  if (profile === 4 || profile === 5) {
    for (const first of [0, 2, 4]) {
      const target = r.pick([3, 6, 7, 9, 12, 24, 30, 36, 90, 365]);
      const by = r.whole(0, Math.max(1, Math.floor(target / 6)));
      const [one, other] = [indicators[first], indicators[first + 1]];
      if (!one || !other) continue;
      Object.assign(one, { polarity: 'higher', target, realisation: target - by, weight: 15 });
      Object.assign(other, { polarity: 'higher', target, realisation: target + by, weight: 15 });
    }
  }
  const items = [];
  const together = asAgreed || poor || r.chance(0.4);
  for (const source of SOURCES) {
    if (!r.chance(source === 'supervisor' ? 0.95 : source === 'peer' ? 0.8 : 0.6)) continue;
    const many = source === 'peer' ? r.whole(1, 3) : source === 'public' ? r.whole(1, 2) : 1;
    const thirds = many === 3 ? r.pick(THIRDS) : undefined;
    for (let rater = 0; rater < many; rater++) {
      items.push({ source, rater: `${source}${rater}`, score: together ? score : (thirds?.[rater] ?? r.whole(10, 20) * 5), scale: SCALE });
    }
  }
  if (items.length === 0) items.push({ source: SOURCES[0], rater: 'supervisor0', score, scale: SCALE });
  const clean = asAgreed ? 0.8 : 0.5;
  return {
    id,
    employee: { id: `19${id.padStart(16, '0')}`, status: r.pick(['pns', 'pns', 'pns', 'pns', 'pppk', 'pppk', 'cpns', 'pppkPartTime']), class: r.whole(5, 12) },
    assessed: '2025-06',
    paid: { period: '2025-06', kind: 'regular' },
    indicators,
    ratings: { items },
    attendance: {
      counts: {
        lateMinutes: r.chance(clean) ? 0 : r.chance(0.4) ? r.pick(MINUTES) : r.whole(1, 500),
        earlyMinutes: r.chance(0.8) ? 0 : r.chance(0.4) ? r.pick(MINUTES) : r.whole(1, 200),
        absent: r.chance(0.85) ? 0 : r.pick([0.5, 1, 1, 1, 2, 2.5, 3, 5.5, 6, 9.5, 10]),
      },
    },
    facts: { 'innovation.points': r.chance(0.75) ? 0 : r.pick([1.5, 2, 2, 5, 10, 10]), 'region.index': r.pick([1, 1, 1, 1, 1.05, 1.1, 1.25, 1.5, 0.9]) },
  };
}

/** @type {(r: import('./random.mjs').Random, target: number) => number} */
function nearTarget(r, target) {
  if (r.chance(0.35)) return target;
  return Math.max(
    0,
    Math.round((target * r.pick([0.3, 0.5, 0.6, 0.75, 0.8, 0.8, 0.9, 0.95, 1.05, 1.1, 1.2, 1.25])) / (target > 20 ? 1 : 0.5)) * (target > 20 ? 1 : 0.5),
  );
}

/** @type {(r: import('./random.mjs').Random, id: string) => TaskRecord} */
function uniform(r, id) {
  const items = [];
  for (const source of SOURCES) {
    if (source !== 'supervisor' && !r.chance(0.7)) continue;
    const many = source === 'self' || source === 'supervisor' ? 1 : r.whole(1, 3);
    for (let rater = 0; rater < many; rater++) items.push({ source, rater: `${source}${rater}`, score: r.whole(4000, 10000) / 100, scale: SCALE });
  }
  return {
    id,
    employee: { id: `19${id.padStart(16, '0')}`, status: r.pick(['pns', 'pppk', 'cpns', 'pppkPartTime']), class: r.whole(1, 17) },
    assessed: '2025-06',
    paid: { period: '2025-06', kind: 'regular' },
    indicators: Array.from({ length: 6 }, (_, index) => {
      const target = r.whole(1000, 5_000_000);
      return {
        id: `i${index + 1}`,
        kind: 'quantitative',
        polarity: r.chance(0.3) ? 'lower' : 'higher',
        target: target / 1000,
        realisation: Math.floor((target * r.whole(500, 1300)) / 1000) / 1000,
        weight: r.whole(500, 3000) / 100,
      };
    }),
    ratings: { items },
    attendance: { counts: { lateMinutes: r.whole(0, 600), earlyMinutes: r.whole(0, 200), absent: r.chance(0.7) ? 0 : r.whole(0, 24) / 2 } },
    facts: { 'innovation.points': r.whole(0, 20) / 2, 'region.index': r.whole(5000, 30000) / 10000 },
  };
}
