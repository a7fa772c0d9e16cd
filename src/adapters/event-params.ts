/**
 * Event params with the values of facts in them, at any depth.
 * In: params as written, `{ fact: name }` anywhere inside, and an almanac. Out: params with plain values.
 * json-rules-engine does this only when asked to, and only at the first level.
 */
import type { Almanac } from 'json-rules-engine';

export async function resolveParams(written: unknown, almanac: Almanac): Promise<unknown> {
  if (Array.isArray(written)) return Promise.all(written.map((member) => resolveParams(member, almanac)));
  if (typeof written !== 'object' || written === null) return written;
  if (Object.hasOwn(written, 'fact')) {
    const { fact, params } = written as { readonly fact: string; readonly params?: Record<string, unknown> };
    const value = await almanac.factValue(fact, params ?? {});
    return value === undefined ? { unknown: [fact] } : value;
  }
  const entries = await Promise.all(Object.entries(written).map(async ([name, value]) => [name, await resolveParams(value, almanac)] as const));
  return Object.fromEntries(entries);
}
