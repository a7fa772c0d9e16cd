/**
 * The ratios that the library sets itself, with what must be reached and what is aimed at.
 * In: the report so far. Out: each ratio with its value, or null where a part of it was not measured or does not exist.
 */

/** @typedef {{ name: string, value: number | null, must: number, aim: number, better: 'higher' | 'lower', reached: 'aim' | 'must' | 'no' | null }} Ratio */

/**
 * @param {any} report
 * @returns {Ratio[]}
 */
export function ratiosOf(report) {
  const { task, file, memory, growth } = report;
  const rows = growth?.rows?.generated;
  const slowest = memory?.peakMB ?? null;
  return [
    ratio('generated ÷ json-rules-engine + decimal.js, no pattern', over(task?.uniform?.generated, task?.uniform?.jsonRulesEngine), 250, 400, 'higher'),
    ratio('generated ÷ json-rules-engine + decimal.js, full of ties', over(task?.generated, task?.jsonRulesEngine), 250, 400, 'higher'),
    ratio('generated ÷ floats by hand, full of ties', over(task?.generated, task?.handFloat), 0.6, 1, 'higher'),
    ratio('closures ÷ decimal.js by hand, full of ties', over(task?.closures, task?.handDecimal), 15, 60, 'higher'),
    ratio('exact with full trace ÷ json-rules-engine + decimal.js without, full of ties', over(task?.exact, task?.jsonRulesEngine), 1, 3, 'higher'),
    ratio('file to file, one thread ÷ bare echo (time)', over(file?.batch1, file?.echo), 1, 0.4, 'lower'),
    ratio('two workers ÷ one (speed)', over(file?.batch1, file?.batch2), 1.8, 1.95, 'higher'),
    ratio(
      memory
        ? `two workers ÷ one (speed), ${memory.records.toLocaleString('en')} records, once`
        : 'two workers ÷ one (speed), once, the file of the memory part',
      over(memory?.seconds?.workers1, memory?.seconds?.workers2),
      1.8,
      1.95,
      'higher',
    ),
    ratio(memory ? `peak MB of the batch over ${memory.records.toLocaleString('en')} records` : 'peak MB of the batch', slowest, 400, 200, 'lower'),
    ratio('lookup cost, 100,000 rows ÷ 10 rows (generated)', over(rows?.[100000]?.nsPerLookup, rows?.[10]?.nsPerLookup), 3, 1.1, 'lower'),
  ];
}

/** @type {(a: number | null | undefined, b: number | null | undefined) => number | null} */
const over = (a, b) => (typeof a === 'number' && typeof b === 'number' && b > 0 ? a / b : null);

/** @type {(name: string, value: number | null, must: number, aim: number, better: 'higher' | 'lower') => Ratio} */
function ratio(name, value, must, aim, better) {
  const meets = (/** @type {number} */ wanted) => value !== null && (better === 'higher' ? value >= wanted : value <= wanted);
  return { name, value, must, aim, better, reached: value === null ? null : meets(aim) ? 'aim' : meets(must) ? 'must' : 'no' };
}
