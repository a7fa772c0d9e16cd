/**
 * A small seeded generator of random numbers (mulberry32), so that every run of the benchmark sees the same employees.
 * In: a seed. Out: whole numbers, choices and chances, the same for the same seed on every machine.
 */

/**
 * @typedef {object} Random
 * @property {(low: number, high: number) => number} whole a whole number from low to high, both included
 * @property {<T>(list: readonly T[]) => T} pick one of a list
 * @property {(share: number) => boolean} chance true in this share of the calls
 */

/**
 * @param {number} seed
 * @returns {Random}
 */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => /** @type {any} */ (list[Math.floor(next() * list.length)]),
    chance: (share) => next() < share,
  };
}
