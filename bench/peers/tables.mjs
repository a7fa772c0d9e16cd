/**
 * The tables of the task as plain numbers, for the hand-written ways. They must say what bench/task says; the agreement check finds out.
 * In: nothing. Out: bands as [from, value], lowest first; percents that may have half steps are in hundredths of a percent.
 */

/** Weights of the sources in percent, in the order in which ratings are kept. */
export const SOURCE_INDEX = { supervisor: 0, peer: 1, self: 2, public: 3, stakeholder: 4 };
export const SOURCE_WEIGHTS = [40, 20, 10, 15, 15];

/** Minutes to hundredths of a percent. */
export const MINUTE_BANDS = [
  [0, 0],
  [1, 50],
  [31, 100],
  [61, 125],
  [91, 250],
  [151, 400],
  [241, 750],
  [421, 1500],
];

/** Base pay by class 1 to 17, in rupiah. */
export const BASE_PAY = [
  1540000, 1947000, 2354000, 2849000, 4807000, 5764000, 6633000, 7523000, 9360000, 10760000, 12370000, 16000000, 20010000, 22295000, 29286000, 32540000,
  41550000,
];

/** Rupiah to hundredths of a percent. */
export const TAX_BANDS = [
  [0, 0],
  [4500000, 25],
  [6000000, 150],
  [8000000, 225],
  [10000000, 500],
  [14000000, 700],
  [20000000, 1100],
  [30000000, 1500],
];

/** Least score of a rating, and its percent of pay in tenths. */
export const RATINGS = [
  { least: 0, rating: 'sangatKurang', tenths: 500 },
  { least: 60, rating: 'kurang', tenths: 750 },
  { least: 80, rating: 'butuhPerbaikan', tenths: 925 },
  { least: 100, rating: 'baik', tenths: 1000 },
  { least: 110, rating: 'sangatBaik', tenths: 1100 },
];

/** Percent of pay by status. */
export const STATUS_PERCENT = { pns: 100, pppk: 100, cpns: 80, pppkPartTime: 50 };

/** Days absent to code, cut in percent, months. */
export const ABSENCE_LADDER = [
  { days: 0, code: 'nihil', cut: 0, months: 0 },
  { days: 3, code: 'teguran', cut: 10, months: 1 },
  { days: 6, code: 'potong', cut: 25, months: 3 },
  { days: 10, code: 'pemeriksaan', cut: 50, months: 6 },
];

/**
 * The last band that begins at or below a number.
 * @param {readonly (readonly number[])[]} bands
 * @param {number} at
 * @returns {number}
 */
export function band(bands, at) {
  for (let index = bands.length - 1; index > 0; index--) {
    const row = /** @type {readonly number[]} */ (bands[index]);
    if (at >= /** @type {number} */ (row[0])) return /** @type {number} */ (row[1]);
  }
  return /** @type {number} */ (bands[0]?.[1]);
}

/** @param {number} days */
export function absenceStep(days) {
  for (let index = ABSENCE_LADDER.length - 1; index > 0; index--) {
    const row = ABSENCE_LADDER[index];
    if (row && days >= row.days) return row;
  }
  return /** @type {(typeof ABSENCE_LADDER)[number]} */ (ABSENCE_LADDER[0]);
}
