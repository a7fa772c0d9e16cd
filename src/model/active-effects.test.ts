/**
 * Which effects are in force.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeEffects } from './active-effects.ts';
import type { AppraisalInput } from './appraisal.ts';
import type { EffectInput } from './effect.ts';
import { readAppraisal } from './read-appraisal.ts';

const effect = (more: Partial<EffectInput>): EffectInput => ({ key: 'k', code: 'c', kind: 'sanction', status: 'imposed', starts: '2024-06', ...more });
const keysIn = (effects: EffectInput[], more: Partial<AppraisalInput> = { paid: { period: '2024-06', kind: 'regular' } }): string[] =>
  activeEffects(readAppraisal({ employee: { id: '1', status: 'pns' }, assessed: '2024-Q1', ...more, effects })).map(({ key }) => key);

describe('an effect', () => {
  it.each<[string, Partial<EffectInput>, boolean]>([
    ['without end is in force', {}, true],
    ['in its only month is in force', { months: 1 }, true],
    ['in its last month is in force', { starts: '2024-01', months: 6 }, true],
    ['after its last month is not', { starts: '2023-12', months: 6 }, false],
    ['before its first month is not', { starts: '2024-07' }, false],
    ['in its last month by name is in force', { starts: '2024-01', ends: '2024-06' }, true],
    ['after its last month by name is not', { starts: '2024-01', ends: '2024-05' }, false],
    ['of no month is never in force', { months: 0 }, false],
    ['that is only proposed is not', { status: 'proposed' }, false],
    ['that was rejected is not', { status: 'rejected' }, false],
    ['that has ended is not', { status: 'ended', ends: '2024-12' }, false],
  ])('%s', (_, more, active) => {
    expect(keysIn([effect(more)])).toEqual(active ? ['k'] : []);
  });

  it('is looked at in the month in which the assessed period ends, when nothing is paid', () => {
    expect(keysIn([effect({ starts: '2024-03', months: 1 })], {})).toEqual(['k']);
    expect(keysIn([effect({ starts: '2024-02', months: 1 })], {})).toEqual([]);
  });
});

describe('several effects', () => {
  it('that meet as heaviest leave the heaviest of their kind, the first of equals', () => {
    expect(
      keysIn([
        effect({ key: 'a', cut: 25, meets: 'heaviest' }),
        effect({ key: 'b', cut: 50, meets: 'heaviest' }),
        effect({ key: 'c', cut: '50.0', meets: 'heaviest' }),
        effect({ key: 'd', meets: 'heaviest' }),
      ]),
    ).toEqual(['b']);
  });

  it('of another kind, or that add up or queue, all stay', () => {
    const effects = [
      effect({ key: 'a', cut: 25, meets: 'heaviest' }),
      effect({ key: 'b', cut: 50, meets: 'add' }),
      effect({ key: 'c', cut: 10, meets: 'queue' }),
      effect({ key: 'd', cut: 10 }),
      effect({ key: 'e', kind: 'hold', cut: 5, meets: 'heaviest' }),
    ];
    expect(keysIn(effects)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('keep one of each kind that meets as heaviest, with the greatest cut', () => {
    const one = fc.record({ cut: fc.integer({ min: 0, max: 100 }), kind: fc.constantFrom('sanction' as const, 'hold' as const) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (list) => {
        const kept = keysIn(list.map(({ cut, kind }, index) => effect({ key: String(index), cut, kind, meets: 'heaviest' }))).map((key) => list[Number(key)]!);
        expect(kept).toHaveLength(new Set(list.map(({ kind }) => kind)).size);
        for (const { cut, kind } of list) expect(kept.find((other) => other.kind === kind)!.cut).toBeGreaterThanOrEqual(cut);
      }),
      { numRuns: 100 },
    );
  });
});
