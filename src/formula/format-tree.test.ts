/** Canonical text: reading it again gives the same tree, and it is as short as its meaning allows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarDate } from '../values/calendar-date.ts';
import { ONE, ratio } from '../values/exact.ts';
import { NONE, toJson } from '../values/result.ts';
import { BOOLEAN, DATE, numberType } from '../values/type.ts';
import { compileFormula } from './compile-formula.ts';
import { evaluate } from './evaluate-formula.ts';
import { formatTree } from './format-tree.ts';
import { sampleEnvironment, sampleScope } from './sample.fixture.ts';
import type { Tree } from './tree.ts';

function read(text: string): Tree {
  const compiled = compileFormula(text, sampleScope);
  if ('findings' in compiled) throw new Error(`${text}: ${compiled.findings.map((finding) => finding.message).join(' ')}`);
  return compiled.tree;
}

/** Random formulas of points and truths, every part in brackets. */
const { number, truth } = fc.letrec<{ number: string; truth: string; list: string }>((tie) => ({
  number: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('constructor', 'share', 'third', '7', '-2', '0.5', 'scores[1] / scores[-1]'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number')).map(([a, operator, b]) => `(${a}) ${operator} (${b}) `),
    tie('number').map((a) => `-(${a})`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([condition, a, b]) => `if ${condition} then ${a} else ${b}`),
    fc.tuple(fc.constantFrom('sum', 'max', 'mean'), tie('list'), tie('number')).map(([name, list, a]) => `${name}(${list}, ${a})`),
  ),
  truth: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('active', 'onLeave', 'unsureFlag', 'goneFlag', 'grade = "baik"', 'grade < "baik"'),
    fc.tuple(tie('number'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('number')).map(([a, comparator, b]) => `(${a}) ${comparator} (${b})`),
    fc.tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth')).map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
    fc.tuple(tie('truth'), fc.constantFrom('=', '!='), tie('truth')).map(([a, comparator, b]) => `(${a}) ${comparator} (${b})`),
    tie('truth').map((a) => `not(${a})`),
    fc
      .tuple(tie('number'), fc.constantFrom('[', '('), tie('number'), tie('number'), fc.constantFrom(']', ')'))
      .map(([a, open, low, high, close]) => `(${a}) in ${open}(${low})..(${high})${close}`),
    fc.tuple(tie('number'), tie('number'), tie('number')).map(([a, b, c]) => `(${a}) in ((${b}), (${c}))`),
    fc.tuple(tie('number'), tie('list')).map(([a, list]) => `(${a}) in (${list})`),
    fc.tuple(fc.constantFrom('some', 'every'), tie('truth')).map(([word, a]) => `${word} s in scores satisfies (${a})`),
  ),
  list: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('[share, third]', '[share]', '(for s in scores return s / scores[1])', '[share, third][item > 0.3]'),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `[${a}, ${b}]`),
  ),
}));

/** The tree without the places of its parts. */
const shape = (tree: Tree): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'span' ? undefined : typeof value === 'bigint' ? value.toString() : value)));

describe('any formula', () => {
  const readable = fc
    .oneof(number, truth)
    .map((text) => ({ text, compiled: compileFormula(text, sampleScope) }))
    .filter(({ compiled }) => !('findings' in compiled));
  test('written canonically reads as the same tree', () => {
    fc.assert(
      fc.property(readable, ({ compiled }) => {
        if ('findings' in compiled) throw new Error('Filtered out above.');
        const text = formatTree(compiled.tree);
        const again = read(text);
        expect(shape(again)).toEqual(shape(compiled.tree));
        expect(formatTree(again)).toBe(text);
      }),
      { numRuns: 400 },
    );
  });
  test('written canonically gives the same value', () => {
    fc.assert(
      fc.property(readable, ({ compiled }) => {
        if ('findings' in compiled) throw new Error('Filtered out above.');
        const values = [compiled.tree, read(formatTree(compiled.tree))].map((tree) => toJson(evaluate(tree, sampleEnvironment)));
        expect(values[0]).toEqual(values[1]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('brackets stand only where the meaning needs them', () => {
  test.each([
    ['((base)) + ((5))', 'base + 5'],
    ['1 + (2 + 3)', '1 + (2 + 3)'],
    ['(1 + 2) + 3', '1 + 2 + 3'],
    ['1 - (2 - 3)', '1 - (2 - 3)'],
    ['(1 * 2) + 3', '1 * 2 + 3'],
    ['1 * (2 + 3)', '1 * (2 + 3)'],
    ['6 / (3 / 2)', '6 / (3 / 2)'],
    ['-(base) * 2', '-base * 2'],
    ['-(base * 2)', '-(base * 2)'],
    ['-(1)', '-(1)'],
    ['-(-base)', '-(-base)'],
    ['share - -1', 'share - -1'],
    ['(active and onLeave) or active', 'active and onLeave or active'],
    ['active and (onLeave or active)', 'active and (onLeave or active)'],
    ['(active and onLeave) and active', 'active and onLeave and active'],
    ['(active = onLeave) = active', '(active = onLeave) = active'],
    ['active and (days in [1..2])', 'active and days in [1..2]'],
    ['(days in [1..2]) and active', '(days in [1..2]) and active'],
    ['days in [1, 2]', 'days in (1, 2)'],
    ['70 in (scores)', '70 in scores'],
    ['(active and some s in scores satisfies s > 1) or onLeave', 'active and (some s in scores satisfies s > 1) or onLeave'],
    ['active and (some s in scores satisfies s > 1)', 'active and some s in scores satisfies s > 1'],
    ['(if active then 1 else 2) + 3', '(if active then 1 else 2) + 3'],
    ['1 + (if active then 1 else 2)', '1 + (if active then 1 else 2)'],
    ['if (active) then (1) else (2 + 3)', 'if active then 1 else 2 + 3'],
    ['for s in (for t in scores return t * 2) return (s)', 'for s in (for t in scores return t * 2) return s'],
    ['attendance.days[status = "late"].minutes[1]', 'attendance.days[item.status = "late"].minutes[1]'],
    ['whole   months( started ,ended )', 'whole months(started, ended)'],
    ['days  between(started, ended)', 'days between(started, ended)'],
    ['ladder( 11 ).cut', 'ladder(11).cut'],
    ['sector = "a \\"b\\" \\\\ \\u00e9"', 'sector = "a \\"b\\" \\\\ \u00e9"'],
  ])('%s', (text, canonical) => {
    expect(formatTree(read(text))).toBe(canonical);
  });
});

describe('what only a plan can hold is written for reading', () => {
  const span = [0, 0] as const;
  const days: Tree = { op: 'read', id: 'days', type: numberType(), span };
  const one: Tree = { op: 'constant', value: ONE, type: numberType(), span };
  test.each<[string, Tree]>([
    ['2024-03-01', { op: 'constant', value: CalendarDate.parse('2024-03-01')!, type: DATE, span }],
    ['(200 / 3)', { op: 'constant', value: ratio(200n, 3n), type: numberType(), span }],
    ['[1, none]', { op: 'constant', value: [ONE, NONE], type: numberType(), span }],
    [
      '{__proto__: 1, b: true}',
      {
        op: 'constant',
        value: new Map<string, typeof ONE | boolean>([
          ['__proto__', ONE],
          ['b', true],
        ]),
        type: numberType(),
        span,
      },
    ],
    ['days >= 1', { op: 'range', value: days, low: one, lowIncluded: true, highIncluded: false, type: BOOLEAN, span }],
    ['days > 1', { op: 'range', value: days, low: one, lowIncluded: false, highIncluded: false, type: BOOLEAN, span }],
    ['days <= 1', { op: 'range', value: days, high: one, lowIncluded: false, highIncluded: true, type: BOOLEAN, span }],
    ['days < 1', { op: 'range', value: days, high: one, lowIncluded: false, highIncluded: false, type: BOOLEAN, span }],
    ['present(days)', { op: 'range', value: days, lowIncluded: false, highIncluded: false, type: BOOLEAN, span }],
  ])('%s', (text, tree) => {
    expect(formatTree(tree)).toBe(text);
  });
});
