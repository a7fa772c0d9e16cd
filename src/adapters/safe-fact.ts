/**
 * Facts for json-rules-engine without its cache, which finds the value of one fact under the name of another.
 * In: a name, a value or a function, an encoding. Out: a `Fact` that asks its function once in each run.
 * json-rules-engine keeps what functions return under a hash of name and params, and short names share one: "fact.22" and "fact.p0".
 */
import { type Almanac, Fact, type FactOptions } from 'json-rules-engine';

/** Turns what an application gives into what the operators read; may throw. */
export type Encode = (name: string, value: unknown) => unknown;

export function safeFact(name: string, source: unknown, encode: Encode, options: FactOptions = {}): Fact {
  if (typeof source !== 'function') return new Fact(name, encode(name, source), { ...options, cache: false });
  const asked = new WeakMap<Almanac, Map<string, Promise<unknown>>>();
  const ask = async (params: Record<string, unknown>, almanac: Almanac): Promise<unknown> =>
    encode(name, await (source as (params: Record<string, unknown>, almanac: Almanac) => unknown)(params, almanac));
  if (options.cache === false) return new Fact(name, ask, options);
  return new Fact(
    name,
    (params, almanac) => {
      const answers = asked.get(almanac) ?? new Map<string, Promise<unknown>>();
      asked.set(almanac, answers);
      const key = JSON.stringify(params);
      const answer = answers.get(key) ?? ask(params, almanac);
      answers.set(key, answer);
      return answer;
    },
    { ...options, cache: false },
  );
}
