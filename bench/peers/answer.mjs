/**
 * The answer by which ways are compared: every field of the task as text.
 * In: a result and how its numbers are written. Out: fields in one order; the text of a number has no trailing zeros.
 */

export const FIGURES = /** @type {const} */ (['conduct', 'work', 'behaviour', 'performance', 'final', 'gross', 'paid', 'tax', 'net']);
export const LISTS = /** @type {const} */ (['sanctions', 'awards', 'development', 'flags']);

/**
 * @template N
 * @param {import('../data/record.d.mts').Result<N>} result
 * @param {(number: any) => string} text
 * @returns {import('../data/record.d.mts').Answer}
 */
export function answerOf(result, text) {
  /** @type {Record<string, string>} */
  const answer = { status: result.status, rating: result.rating };
  for (const figure of FIGURES) answer[figure] = text(result[figure]);
  for (const list of LISTS) answer[list] = result[list].map((fired) => firedText(fired, text)).join(' ');
  return answer;
}

/**
 * @param {import('../data/record.d.mts').Fired} fired
 * @param {(number: any) => string} text
 */
function firedText({ rule, key, params }, text) {
  const said = Object.entries(params)
    .map(([name, value]) => `${name}=${typeof value === 'boolean' || (typeof value === 'string' && !/^-?\d/.test(value)) ? value : text(value)}`)
    .sort();
  return `${rule}${key === undefined ? '' : `[${key}]`}{${said.join(',')}}`;
}

/** @param {number} number A number with a short decimal form; `-0` is `0`. */
export const floatText = (number) => String(number === 0 ? 0 : number);

/**
 * A decimal of a whole number of hundredths.
 * @param {bigint | number} hundredths
 */
export function hundredthsText(hundredths) {
  const whole = BigInt(hundredths);
  const digits = (whole < 0n ? -whole : whole).toString().padStart(3, '0');
  const text = `${whole < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  return text.replace(/\.?0+$/, '');
}

/**
 * Reads what a caller acts on: status, rating, which rules fired, and the net amount as a number.
 * @param {{ readonly status: string, readonly rating?: string, readonly sanctions: readonly { rule: string }[], readonly awards: readonly { rule: string }[],
 *   readonly development: readonly { rule: string }[], readonly flags: readonly { rule: string }[] }} result
 * @param {number} net
 */
export function consumed(result, net) {
  let sum = net + result.status.length + (result.rating?.length ?? 0);
  for (const fired of result.sanctions) sum += fired.rule.length;
  for (const fired of result.awards) sum += fired.rule.length;
  for (const fired of result.development) sum += fired.rule.length;
  for (const fired of result.flags) sum += fired.rule.length;
  return sum;
}
