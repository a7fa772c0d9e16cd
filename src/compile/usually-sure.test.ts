import { describe, expect, it } from 'vitest';
import type { Lowered } from './lowered.ts';
import { usuallySure } from './usually-sure.ts';

const FACTS: readonly Lowered[] = [1];

describe('two programs for the same outputs', () => {
  it('asks the general one only for records that the sure one gives up, or fails at', () => {
    const asked: string[] = [];
    const sure = (facts: readonly Lowered[]): readonly Lowered[] | undefined => {
      if (facts[0] === 3) throw new TypeError('met after giving up');
      return facts[0] === 2 ? undefined : ['sure'];
    };
    const evaluate = usuallySure(sure, () => {
      asked.push('made');
      return () => ['general'];
    });
    expect([1, 2, 3, 1].map((fact) => evaluate([fact])[0])).toEqual(['sure', 'general', 'general', 'sure']);
    expect(asked).toEqual(['made']);
  });

  it('leaves the sure one alone once it has given up most records', () => {
    let tried = 0;
    const evaluate = usuallySure(
      () => void tried++ as undefined,
      () => () => ['general'],
    );
    for (let at = 0; at < 1000; at++) expect(evaluate(FACTS)).toEqual(['general']);
    expect(tried).toBe(256);
  });
});
