/** Reading texts: limits, hostile input, and the places that findings name. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFormula } from './parse-formula.ts';

const findings = (text: string): readonly unknown[] => {
  const parsed = parseFormula(text);
  return 'findings' in parsed ? parsed.findings : [];
};
const codes = (text: string): readonly string[] => {
  const parsed = parseFormula(text);
  return 'findings' in parsed ? parsed.findings.map((finding) => finding.code) : ['read'];
};

describe('limits', () => {
  test('a formula of 4,000 characters is read, one of 4,001 is refused', () => {
    expect(codes(`1${' '.repeat(3_998)}`.concat(' '))).toEqual(['read']);
    expect(findings('1'.padEnd(4_001))).toEqual([
      { code: 'formula/too-long', message: 'The formula has 4001 characters, and 4000 is the most.', mend: 'Split it into several terms.' },
    ]);
  });
  test('an empty formula says so', () => {
    for (const text of ['', '   ', '\n\t'])
      expect(findings(text)).toEqual([{ code: 'formula/empty', message: 'The formula is empty.', mend: 'Write an expression, such as base * rate.' }]);
  });
  test('100 brackets inside one another are read, 101 are refused at the bracket', () => {
    expect(codes(`${'('.repeat(100)}a${')'.repeat(100)}`)).toEqual(['read']);
    expect(findings(`${'('.repeat(101)}a${')'.repeat(101)}`)).toEqual([
      {
        code: 'formula/too-deep',
        message: 'The formula is nested more than 100 deep here.',
        mend: 'Move a part of it into a term of its own; a long chain of "+" can be written sum([a, b, c]).',
        span: [100, 101],
      },
    ]);
  });
  test('100 expressions inside one another are read, 101 are refused', () => {
    expect(codes(Array.from({ length: 100 }, () => 'a').join(' + '))).toEqual(['read']);
    expect(codes(Array.from({ length: 101 }, () => 'a').join(' + '))).toEqual(['formula/too-deep']);
    expect(codes(`${'-'.repeat(99)}a`)).toEqual(['read']);
    expect(codes(`${'-'.repeat(100)}a`)).toEqual(['formula/too-deep']);
  });
});

describe('hostile texts end quickly, with a finding and without a stack overflow', () => {
  test.each(
    [
      '('.repeat(4_000),
      `${'('.repeat(1_999)}a${')'.repeat(1_999)}`,
      '['.repeat(3_999),
      '{a:'.repeat(1_300),
      '-'.repeat(3_999).concat('a'),
      'a'.concat('[a'.repeat(1_999)),
      'a<'.repeat(1_999).concat('a'),
      'if a then '.repeat(399).concat('a'),
      'for x in '.repeat(440).concat('x'),
      'f('.repeat(1_999),
      'a in '.repeat(790),
      '='.repeat(4_000),
      'a->'.repeat(1_300),
      '"'.repeat(3_999),
      '!@#$%^&*'.repeat(500),
      'a b '.repeat(999),
      Array.from({ length: 2_000 }, () => 'a').join('+'),
      Array.from({ length: 2_000 }, () => 'a').join('.'),
      '('.repeat(10_000).concat(')'.repeat(10_000)),
      '\u0000',
      '\ud800',
      '\\',
      '"\\',
    ].map((text) => [`${text.slice(0, 20)} (${text.length})`, text] as const),
  )('%s', (_name, text) => {
    const start = performance.now();
    expect(codes(text)).not.toEqual(['read']);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'a',
    'b.c',
    'in',
    'and',
    'or',
    'not',
    '(',
    ')',
    '[',
    ']',
    '..',
    '1',
    '.5',
    '"x"',
    '=',
    '<',
    '+',
    '-',
    '*',
    '/',
    ',',
    'if',
    'then',
    'else',
    'for',
    'return',
    'some',
    'satisfies',
    'null',
    '?',
    '@',
    '{',
    ' ',
    '\n',
    'days between',
    'item',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 15 }).map((words) => words.join(' ')),
    fc.array(pieces, { maxLength: 12 }).map((words) => words.join('')),
  );
  test('is read or answered with findings whose places lie in it, and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parsed = parseFormula(text);
        if (!('findings' in parsed)) return;
        expect(parsed.findings.length).toBeGreaterThan(0);
        for (const { code, message, mend, span } of parsed.findings) {
          expect(code).toMatch(/^formula\/[a-z-]+$/);
          expect(message).toMatch(/^\S.*\.$/s);
          expect(mend).toMatch(/^\S.*\.?$/s);
          if (span) expect(0 <= span[0] && span[0] <= span[1] && span[1] <= text.length).toBe(true);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('places', () => {
  test('several refusals of one text are all told, in its order', () => {
    expect(codes('a == b and c <> d and late rate > .5')).toEqual([
      'formula/double-equals',
      'formula/not-equal',
      'formula/missing-operator',
      'formula/number-form',
    ]);
  });
  test('line breaks count as spaces, and move nothing', () => {
    const parsed = parseFormula('a +\n  whole\n  months(b, c)');
    expect(parsed).toMatchObject({ expression: { kind: 'arithmetic', right: { kind: 'call', name: 'whole months', span: [6, 26] } } });
  });
  test('a text literal is left as it is', () => {
    expect(parseFormula('"days between(a) // {not a}"')).toEqual({ expression: { kind: 'text', value: 'days between(a) // {not a}', span: [0, 28] } });
  });
});
