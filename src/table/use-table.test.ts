/**
 * A table by itself: plain JSON in, plain JSON out.
 */
import { describe, expect, test } from 'vitest';
import type { TableData } from './table.ts';
import { TableError, evaluateTable, prepareTable } from './use-table.ts';

const LADDER: TableData = {
  inputs: { days: { unit: 'day', step: 1, min: 0, max: 366 }, kind: 'kind', letter: 'boolean', on: 'date', office: 'text' },
  outputs: { cut: 'percent', until: 'date', code: 'text', proposed: 'boolean' },
  rows: [
    { days: '>= 11', kind: '>= izin', letter: false, on: '-', office: '-', cut: '25', until: '2024-12-31', code: 'potong6', proposed: true },
    { days: '< 11', kind: '-', letter: '-', on: '-', office: '-', cut: '2.50', until: 'none', code: 'teguran', proposed: false },
  ],
  gaps: [{ range: { days: '>= 11', letter: true }, gives: 'unknown', cite: 'inst-1' }],
};
const OPTIONS = { types: { kind: { order: ['sakit', 'izin', 'alpa'] } } };
const INPUTS = { days: 12, kind: 'alpa', letter: false, on: '2024-06-30', office: 'Dinas A' };

/** What is thrown, as "code: message | mend". */
function thrown(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof TableError) return error.findings.map(({ code, message, mend }) => `${code}: ${message}${mend === undefined ? '' : ` | ${mend}`}`);
    throw error;
  }
  return [];
}

describe('evaluateTable', () => {
  test('answers with outputs as JSON, exact', () => {
    expect(evaluateTable(LADDER, INPUTS, OPTIONS)).toEqual({
      kind: 'found',
      outputs: { cut: '25', until: '2024-12-31', code: 'potong6', proposed: true },
      rows: [0],
      otherwise: false,
    });
    expect(evaluateTable(LADDER, { ...INPUTS, days: '10' }, OPTIONS)).toEqual({
      kind: 'found',
      outputs: { cut: '2.5', until: null, code: 'teguran', proposed: false },
      rows: [1],
      otherwise: false,
    });
    expect(
      evaluateTable(
        {
          inputs: { x: 'points' },
          outputs: { y: 'points' },
          hit: 'linear',
          rows: [
            { x: 0, y: 0 },
            { x: 3, y: 1 },
          ],
        },
        { x: 1 },
      ),
    ).toEqual({ kind: 'found', outputs: { y: '1/3' }, rows: [0, 1], otherwise: false });
  });
  test('answers a declared gap and a fault as themselves', () => {
    expect(evaluateTable(LADDER, { ...INPUTS, letter: true }, OPTIONS)).toEqual({ kind: 'gap', cite: 'inst-1' });
    expect(evaluateTable(LADDER, { ...INPUTS, kind: 'sakit' }, OPTIONS)).toEqual({
      kind: 'fault',
      code: 'table/no-row',
      message: 'No row answers days 12, kind sakit, letter false, on 2024-06-30, office Dinas A.',
    });
    expect(evaluateTable(LADDER, { ...INPUTS, days: 400 }, OPTIONS)).toEqual({
      kind: 'fault',
      code: 'table/outside-domain',
      message: 'days is 400, outside its domain 0..366.',
    });
  });
  test('takes an enumeration by its members alone', () => {
    const data: TableData = {
      inputs: { kind: 'kind' },
      outputs: { cut: 'percent' },
      rows: [
        { kind: 'not(sakit)', cut: 1 },
        { kind: 'sakit', cut: 0 },
      ],
    };
    expect(evaluateTable(data, { kind: 'izin' }, { types: { kind: ['sakit', 'izin'] } })).toMatchObject({ outputs: { cut: '1' } });
    expect(thrown(() => evaluateTable({ ...data, rows: [{ kind: '>= izin', cut: 1 }] }, { kind: 'izin' }, { types: { kind: ['sakit', 'izin'] } }))).toEqual([
      'table/cell-order: Row 1, kind: ">= izin" compares, but the members of kind have no order. | List the words that are admitted, such as "a, b".',
    ]);
  });
  test('throws all that is wrong with the table', () => {
    const data: TableData = { inputs: { days: 'dya' }, outputs: { cut: 'percent' }, rows: [] };
    expect(thrown(() => evaluateTable(data, {}))).toEqual([
      'table/column-type: The column days of inputs: "dya" is neither a type nor a unit. | Did you mean "day"?',
    ]);
    expect(() => evaluateTable(data, {})).toThrow('The column days of inputs: "dya" is neither a type nor a unit. Did you mean "day"?');
  });
  test('throws all that is wrong with the inputs', () => {
    expect(thrown(() => evaluateTable(LADDER, { days: '1,5', knd: 'sakit', letter: 'yes', on: '2023-02-29', office: 3 }, OPTIONS))).toEqual([
      'table/unknown-input: "knd" is not an input of the table. | Did you mean "kind"?',
      'table/input: The input days: "1,5" is not a decimal number: write at most 15 digits, a point (not a comma) and at most 12 decimals.',
      'table/input: The input kind is missing.',
      'table/input: The input letter is neither true nor false.',
      'table/input: The input on is "2023-02-29", which is not a date such as 2024-06-30.',
      'table/input: The input office is not a text.',
    ]);
    expect(thrown(() => evaluateTable(LADDER, { ...INPUTS, days: 0.1 + 0.2 }, OPTIONS))).toEqual([
      'table/input: The input days: 0.30000000000000004 is not a multiple of 1: it looks like the result of binary arithmetic. Round it, or give the number as text.',
    ]);
    expect(thrown(() => evaluateTable(LADDER, { ...INPUTS, days: null }, OPTIONS))).toEqual([
      'table/input: The input days is neither a number nor a number as text.',
    ]);
    expect(thrown(() => evaluateTable(LADDER, JSON.parse('{"__proto__":{"days":1}}') as Record<string, unknown>, OPTIONS))).toContain(
      'table/input: The input days is missing.',
    );
  });
  test('prepared once answers many times, and freezes what it gives', () => {
    const ask = prepareTable(LADDER, OPTIONS);
    const answer = ask(INPUTS);
    expect(ask(INPUTS)).toEqual(answer);
    expect(Object.isFrozen(answer) && answer.kind === 'found' && Object.isFrozen(answer.outputs)).toBe(true);
  });
});
