/**
 * JSON in the one form of RFC 8785: sorted keys, no white space.
 * In: plain data of text, booleans, null, arrays, objects and integers. Out: its canonical text.
 */

/** @throws TypeError for a value that JSON lacks, and for a number that is no safe integer (numbers travel as text here). */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const members = Object.keys(value)
      .sort()
      .filter((key) => (value as Record<string, unknown>)[key] !== undefined)
      .map((key) => `${JSON.stringify(key)}:${canonicalJson((value as Record<string, unknown>)[key])}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`Canonical JSON has no form for ${typeof value} ${String(value)}.`);
}
