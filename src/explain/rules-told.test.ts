import { describe, expect, it } from 'vitest';
import { explained } from './example.fixture.ts';
import type { LeafTold, RuleTold, Value } from './explanation-shape.ts';

const law = { from: '2025-01-01', cite: 'perwali-1-2025#art-9', standing: 'confirmed' } as const;
const absent = (operator: string, value: number): object => ({ fact: 'attendance.counts.absent', operator, value });
const klass = (operator: string, value: number): object => ({ fact: 'employee.class', operator, value });

const said = (value: Value | undefined): string => (value === undefined ? '' : value.kind === 'number' ? value.exact : value.kind);
const leaf = (told: LeafTold): string => `${told.inverted ? 'not ' : ''}${told.operator.slice('operator.'.length)} ${said(told.right)} gap ${said(told.gap)}`;

/** The employee has 3 days of absence and class 9. */
function judged(conditions: object): { fired: readonly RuleTold[]; idle: readonly RuleTold[]; open: readonly RuleTold[] } {
  return explained(
    {},
    { rules: { 'flag.x': { title: { id: 'X', en: 'X' }, stage: 'sanction', ...law, conditions, event: { kind: 'flag', code: 'x' } } } as never },
  ).explanation.rules;
}

describe('rules that did not apply', () => {
  it.each([
    ['of all, only those that failed', { all: [absent('greaterThan', 5), klass('equal', 9)] }, ['greaterThan 5 gap 2']],
    ['of any, all of them', { any: [absent('greaterThan', 5), klass('equal', 7)] }, ['greaterThan 5 gap 2', 'equal 7 gap 2']],
    ['of not, what held', { not: { all: [absent('lessThan', 5), klass('equal', 9)] } }, ['not lessThan 5 gap 2', 'not equal 9 gap ']],
    [
      'of nested groups, those that decided',
      { all: [{ any: [absent('greaterThan', 5), klass('lessThan', 3)] }, klass('equal', 9)] },
      ['greaterThan 5 gap 2', 'lessThan 3 gap 6'],
    ],
  ])('tell the conditions to blame: %s', (_, conditions, expected) => {
    const { idle } = judged(conditions);
    expect(idle.map(({ leaves }) => leaves.map(leaf))).toEqual([expected]);
  });

  it('tell of those that applied what held', () => {
    const { fired } = judged({ all: [{ any: [absent('greaterThan', 5), klass('equal', 9)] }, absent('lessThan', 4)] });
    expect(fired.map(({ leaves }) => leaves.map(leaf))).toEqual([['equal 9 gap ', 'lessThan 4 gap 1']]);
  });

  it('tell of those not decided what is not known', () => {
    const { explanation } = explained(
      { attendance: undefined as never },
      {
        rules: {
          'flag.x': {
            title: { id: 'X', en: 'X' },
            stage: 'sanction',
            ...law,
            conditions: { all: [absent('greaterThan', 5), klass('equal', 9)] },
            event: { kind: 'flag', code: 'x' },
          },
        } as never,
      },
    );
    expect(explanation.rules.open.map(({ leaves }) => leaves.map(leaf))).toEqual([['greaterThan 5 gap ']]);
    expect(explanation.missing.facts).toContainEqual({
      id: 'attendance.counts.absent',
      title: { id: 'Jumlah tanpa keterangan', en: 'Days absent' },
      expects: { kind: 'number', unit: 'day' },
    });
  });
});

describe('rules that applied', () => {
  it('bring their event with its parameters and units', () => {
    const { explanation } = explained({ attendance: { counts: { absent: 4 } } });
    expect(explanation.result.events).toEqual([
      {
        rule: 'sanction.absence',
        event: 'sanction',
        title: { id: 'Teguran karena tidak masuk', en: 'Reprimand for absence' },
        code: { kind: 'text', text: 'teguran' },
        known: false,
        params: [
          { word: 'param.cut', value: { kind: 'number', exact: '10', unit: 'percent' } },
          { word: 'param.months', value: { kind: 'number', exact: '2', unit: 'month' } },
          { word: 'param.imposed', value: { kind: 'word', word: 'byDecree', title: { id: 'dengan surat keputusan', en: 'by decree' } } },
          { word: 'param.starts', value: { kind: 'word', word: 'nextPayment', title: { id: 'pembayaran berikutnya', en: 'the next payment' } } },
        ],
        ground: { id: 'sanction.absence', ruleset: 'contoh', standing: 'confirmed', cite: 'perwali-1-2025#art-9', from: '2025-01-01' },
      },
    ]);
  });
});
