import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ordered, orderSteps } from './order.ts';

const step = (key: string, ...reads: string[]): Ordered => ({ key, reads });
const order = (steps: readonly Ordered[], callables: Readonly<Record<string, readonly string[]>> = {}) => {
  const found = orderSteps(steps, (key) => (Object.hasOwn(callables, key) ? callables[key] : undefined));
  return 'cycle' in found ? { cycle: found.cycle } : found.steps.map((each) => each.key);
};

describe('the order of evaluation', () => {
  it('is the order of writing where nothing reads anything', () => expect(order([step('b'), step('a'), step('c')])).toEqual(['b', 'a', 'c']));
  it('puts what is read before its reader', () => expect(order([step('a', 'b'), step('b', 'c'), step('c')])).toEqual(['c', 'b', 'a']));
  it('looks through functions', () => expect(order([step('a', 'twice'), step('b')], { twice: ['b'] })).toEqual(['b', 'a']));
  it('passes over keys that are nothing', () => expect(order([step('a', 'elsewhere')])).toEqual(['a']));

  it('does not exist for a circle, which is named from where it begins', () => {
    expect(order([step('x', 'a'), step('a', 'b'), step('b', 'c'), step('c', 'a')])).toEqual({ cycle: ['a', 'b', 'c', 'a'] });
    expect(order([step('a', 'a')])).toEqual({ cycle: ['a', 'a'] });
    expect(order([step('a', 'twice')], { twice: ['a'] })).toEqual({ cycle: ['a', 'twice', 'a'] });
  });

  it('holds for a chain of 10,000 terms, forwards and backwards', () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => `t${index}`);
    const chain = keys.map((key, index) => step(key, ...(index > 0 ? [`t${index - 1}`] : [])));
    expect(order(chain)).toEqual(keys);
    expect(order([...chain].reverse())).toEqual(keys);
  });

  it('finds a circle of 10,000 terms', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => step(`t${index}`, `t${(index + 1) % 10_000}`));
    expect((order(chain) as { cycle: readonly string[] }).cycle).toHaveLength(10_001);
  });

  it('keeps every step once, each after all that it reads', () => {
    const graph = fc
      .array(fc.array(fc.nat(30), { maxLength: 4 }), { maxLength: 31 })
      .map((rows) => rows.map((reads, index) => step(`t${index}`, ...reads.filter((read) => read < index).map((read) => `t${read}`))));
    fc.assert(
      fc.property(graph, fc.integer(), (steps, seed) => {
        const shuffled = [...steps].sort((a, b) => ((a.key.length * 31 + seed) % 7) - ((b.key.length * 17 + seed) % 7));
        const sorted = order(shuffled) as string[];
        const at = new Map(sorted.map((key, index) => [key, index]));
        return at.size === steps.length && steps.every((each) => each.reads.every((read) => at.get(read)! < at.get(each.key)!));
      }),
    );
  });
});
