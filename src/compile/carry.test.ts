/**
 * A carry hands on what the next appraisal takes, in compiled code as by the exact engine.
 */
import { describe, expect, it } from 'vitest';
import { appraise } from '../engine/appraise.ts';
import { appraisal, law, resolveSample } from '../engine/sample.fixture.ts';
import { BACK_ENDS, EXACT, type Subject, answerOf } from './differential/back-end.fixture.ts';
import { outcomeDifference } from './differential/outcome-difference.fixture.ts';

const shrinking = resolveSample({
  facts: { 'own.divisor': { title: { id: 'Pembagi', en: 'Divisor' }, unit: 'ratio', absence: 'required' } },
  carry: { debt: { unit: 'IDR', resets: 'never', ...law, opening: 0, next: 'carry.debt / own.divisor' } },
});
const from = (debt: string, divisor: string) => appraisal({ facts: { 'own.divisor': divisor }, carry: { through: '2024-05-31', values: { debt } } });
const SEVENS = '7'.repeat(997);
const CASES = [
  ['of many digits', from('1499999999999998.5', '1'), { debt: '1499999999999998.5' }, []],
  ['that is a ratio', from('100', '3'), { debt: '100/3' }, []],
  ['of the greatest length', from(`1/${'7'.repeat(998)}`, '1'), { debt: `1/${'7'.repeat(998)}` }, []],
  [
    'that grows too long',
    from(`1/${SEVENS}`, '1000'),
    {},
    [
      {
        code: 'carry/too-long',
        node: 'debt',
        message: 'What "debt" hands on has 1002 characters when written exactly, and a carry holds at most 1000: let it name a term that rounds.',
      },
    ],
  ],
] as const;

describe('a carry', () => {
  it.each(CASES)('%s', (_name, given, values, faults) => {
    const outcome = appraise(shrinking, given);
    expect(outcome.carry.values).toEqual(values);
    expect(outcome.faults).toEqual(faults);
    expect(outcome.status).toBe(faults.length > 0 ? 'faulted' : 'complete');
  });

  describe.each(BACK_ENDS)('by $name code', ({ build }) => {
    it.each(CASES)('%s', (name, given) => {
      const subject = { name, ruleset: shrinking } as unknown as Subject;
      expect(outcomeDifference(answerOf(EXACT.build(subject), given), answerOf(build(subject), given))).toBeUndefined();
    });
  });
});
