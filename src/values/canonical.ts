/**
 * JSON in the one form of RFC 8785: sorted keys, no white space.
 * In: plain data of text, booleans, null, arrays, objects and integers. Out: its canonical text.
 */

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The canonical text; members that are undefined are left out.
 * @throws TypeError for what JSON lacks (a Map, a date, half a surrogate pair), and for a number that is no safe integer: numbers travel as text here.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const members = Object.keys(value)
      .sort()
      .filter((key) => (value as Record<string, unknown>)[key] !== undefined)
      .map((key) => `${canonicalText(key)}:${canonicalJson((value as Record<string, unknown>)[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`Canonical JSON has no form for ${kindOf(value)}.`);
}

function canonicalText(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new TypeError('Canonical JSON has no form for a text with half a surrogate pair.');
  return JSON.stringify(text);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function kindOf(value: unknown): string {
  if (typeof value === 'number') return `the number ${String(value)}`;
  return typeof value === 'object' ? 'an object that is not plain data' : `a value of type ${typeof value}`;
}
