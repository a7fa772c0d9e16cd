/**
 * Times one thing over many records: warm-up, then as many records as fit into a span of time.
 * In: what to run, how to consume it, the records. Out: records per second and a checksum, so that nothing can be left out.
 */

/**
 * @typedef {object} Measured
 * @property {number} perSecond
 * @property {number} records
 * @property {number} checksum
 */

/**
 * @param {{ run: (record: any) => any, consume: (result: any) => number, waits: boolean, records: readonly any[] }} work
 */
export function meter({ run, consume, waits, records }) {
  let at = 0;
  /** How many records between two looks at the clock: about a millisecond. */
  let block = 1;

  /** @param {number} count */
  function some(count) {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      sum += consume(run(records[at]));
      at = at + 1 === records.length ? 0 : at + 1;
    }
    return sum;
  }
  /** @param {number} count */
  async function someAwaited(count) {
    let sum = 0;
    for (let index = 0; index < count; index++) {
      sum += consume(await run(records[at]));
      at = at + 1 === records.length ? 0 : at + 1;
    }
    return sum;
  }

  /**
   * @param {number} span milliseconds
   * @returns {Promise<Measured>}
   */
  return async function measure(span) {
    let done = 0;
    let checksum = 0;
    const start = performance.now();
    let now = start;
    do {
      const before = now;
      checksum += waits ? await someAwaited(block) : some(block);
      done += block;
      now = performance.now();
      if (now - before < 0.5) block *= 2;
      else if (now - before > 4 && block > 1) block = Math.ceil(block / 2);
    } while (now - start < span);
    return { perSecond: (done / (now - start)) * 1000, records: done, checksum };
  };
}
